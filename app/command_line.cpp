#include "app/command_line.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include <QApplication>

#include "app/command_message.h"
#include "app/curve_command.h"
#include "app/evaluate_command.h"
#include "app/export_arguments.h"
#include "app/formula_command.h"
#include "app/verdict_command.h"
#include "core/catalogue/catalogue.h"

namespace secant {

namespace {

using Arguments = std::vector<std::string>;

constexpr std::string_view kHelp = R"(Usage: secant [--theme system|light|dark] [--language en|zh]
       secant export --output FILE [OPTION]... [SCENE.json]
       secant evaluate FILE.csv
       secant formula --jsonl
       secant curve --cases FILE.json
       secant verdict FORMULA --on INTERVAL

Shows activation functions, their derivatives, where they saturate and where they are dead.
Without a command a window opens. The commands need no display.

  export      writes the figure as PNG, SVG or PDF; see secant export --help
  evaluate    computes f, f', f'' and df/dalpha of activations; see secant evaluate --help
  formula     reads formulas and computes them; see secant formula --help
  curve       computes the lines that are drawn for formulas; see secant curve --help
  verdict     says whether a formula is convex on an interval; see secant verdict --help
  --theme     how the window looks
  --language  of the window
  --version   says which version this is
  --help      shows this text

Exit code: 0 all was done, 1 something failed, 2 wrong usage.
)";

constexpr std::string_view kExportHelp = R"(Usage: secant export --output FILE [OPTION]... [SCENE.json]

Writes a figure of the session SCENE.json, or of the curves named, or of ReLU and leaky ReLU.

  --output FILE        where to; the ending .png, .svg or .pdf says what
  --formula TEXT       a function of x; other names are parameters. May be given often
  --activation ID      a named activation. May be given often
  --set NAME=VALUE     a parameter of the --formula or --activation before it
  --xrange A:B         what is seen of x; the y ranges are fitted to it
  --yrange A:B         what is seen of f
  --panes LIST         of f, df, d2f, df_dalpha, with commas; f is always shown
  --size WxH           logical pixels, 96 to the inch (1200x800)
  --dpi N              dots an inch of a PNG (96)
  --format FORMAT      png, svg or pdf, whatever the ending
  --theme THEME        light, dark or paper
  --language LANGUAGE  en or zh
  --session FILE       the same as SCENE.json

Numbers are written with a point, or as constants like pi/2.

Examples:
  secant export --output relu.png
  secant export --output leaky.svg --activation relu --activation leaky_relu --set alpha=0.2 --xrange -4:4
  secant export --output wave.pdf --formula "a*sin(x)/x" --set a=3 --xrange -4pi:4pi --theme paper
  secant export --output slide.png --size 1280x720 --dpi 192 session.json

Activations: )";

constexpr std::string_view kEvaluateHelp = R"(Usage: secant evaluate FILE.csv
       secant evaluate -

Reads CSV with the columns activation, params and x from the file or from standard input. params is empty for standard
values, or like alpha=0.1;beta=2. Numbers are decimal or hexadecimal, also inf and nan.
Writes activation,params,x,f,df,d2f,df_dalpha to standard output, with hexadecimal numbers, in the order of the rows.
df_dalpha is the derivative in the first parameter, empty where there is none. At a kink df and d2f are what PyTorch
returns, or the values from the left.
A row that makes no sense is left out and makes the exit code 1; the first one is named.

Example:
  printf 'activation,params,x\nleaky_relu,alpha=0.1,-2\n' | secant evaluate -

Activations: )";

constexpr std::string_view kFormulaHelp = R"(Usage: secant formula --jsonl

Reads formulas of x from standard input, a JSON object a line: {"id": 1, "input": "2x+1", "x": 3}.
Answers each at once with a line: {"id": 1, "status": "ok", "y": 7.0}, where y may be "nan", "inf" or "-inf", or
{"id": 1, "status": "error", "column": 2, "message": "..."}, the column being counted in characters from 1.
Names other than x are not given values here, so that a formula with one is refused.
A line that is no such object is answered with the id null and makes the exit code 1.

Example:
  echo '{"id": 1, "input": "x^2 + 1", "x": 2}' | secant formula --jsonl
)";

constexpr std::string_view kCurveHelp = R"(Usage: secant curve --cases FILE.json
       secant curve --cases -

Reads formulas with their windows from the file or from standard input, as one JSON object:
  {"canvas": [800, 600], "functions": [{"id": "pole", "expr": "1/x", "window": [-5, 5, -5, 5]}]}
The canvas is in pixels; a window is [x0, x1, y0, y1]. Names other than x have no value here.
Writes what is drawn for each, a JSON object a line:
  id           that of the function
  segments     lists of points [x, y] that are joined in order; one point alone is a dot
  columns      filled rectangles [x0, x1, y0, y1], where the curve turns faster than pixels can show
  evaluations  how often the formula was computed
  seconds      how long that took
A function that cannot be drawn is left out and makes the exit code 1; the first one is named.

Examples:
  secant curve --cases cases.json > lines.jsonl
  echo '{"canvas": [800, 600], "functions": [{"id": 1, "expr": "x^3-x", "window": [-2, 2, -1, 1]}]}' |
    secant curve --cases -
)";

constexpr std::string_view kVerdictHelp = R"help(Usage: secant verdict FORMULA --on INTERVAL [--json]
       secant verdict --cases FILE.json

Says whether a formula of x is affine, convex, strictly convex, concave, strictly concave or neither where it is defined
on the interval, with the proof or with the chords that break it. What is not proved is undecided.
FILE.json is an object with cases: id, expr, interval {lo, hi, lo_closed, hi_closed}; each is answered with a JSON object
a line.

Example:
  secant verdict "x*log(x)" --on "(0, 2]"
)help";

int print(std::string_view text)
{
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    return written ? kDone : complain(kFailed, "standard output cannot be written");
}

int printWithActivations(std::string_view text)
{
    std::string all(text);
    std::size_t column = text.size() - text.rfind('\n');
    for (const Activation* activation : activations()) {
        const bool wraps = column + activation->id().size() > 110;
        all += wraps ? "\n  " : all.ends_with(' ') ? "" : " ";
        column = wraps ? 2 : column + activation->id().size() + 1;
        all += activation->id();
    }
    return print(all + "\n");
}

bool asksForHelp(const Arguments& arguments)
{
    return arguments.size() == 1 && (arguments.front() == "--help" || arguments.front() == "-h");
}

void dropMessages(QtMsgType type, const QMessageLogContext& /*context*/, const QString& message)
{
    // Standard error carries our own line alone; a fatal message is the last that would be heard.
    if (type == QtFatalMsg)
        complain(kFailed, message.toStdString());
}

/// The picture may not depend on the screen, the style or the scale of whoever makes it.
void forgetScreen()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const char* name : {"QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI", "QT_USE_PHYSICAL_DPI",
                             "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE", "QT_ENABLE_HIGHDPI_SCALING"})
        qunsetenv(name);
}

int runExport(char* program, const Arguments& arguments)
{
    if (asksForHelp(arguments))
        return printWithActivations(kExportHelp);
    const auto request = readExportArguments(arguments);
    if (!request)
        return complain(request.error().code, request.error().message);
    forgetScreen();
    qInstallMessageHandler(&dropMessages);
    int argc = 1;
    std::array<char*, 2> argv{program, nullptr};
    const QApplication application(argc, argv.data());
    const auto source = [&request](const Budget& budget) { return compose(request->scene, budget); };
    if (const ExportProblem problem = exportFigure(source, request->options, request->output))
        return complain(kFailed, problem->toStdString());
    if (!request->note.empty())
        complain(kDone, request->note);
    return kDone;
}

int runEvaluate(const Arguments& arguments)
{
    if (asksForHelp(arguments))
        return printWithActivations(kEvaluateHelp);
    if (arguments.empty())
        return complain(kWrongUsage, "the name of a CSV file is missing; see secant evaluate --help");
    if (arguments.front().starts_with("--"))
        return complain(kWrongUsage, "unknown option " + inQuotes(arguments.front()) + "; see secant evaluate --help");
    if (arguments.size() > 1)
        return complain(kWrongUsage, "one file is evaluated at a time: " + inQuotes(arguments[1]));
    return evaluateFile(arguments.front());
}

int runFormula(const Arguments& arguments)
{
    if (asksForHelp(arguments))
        return print(kFormulaHelp);
    if (arguments.empty())
        return complain(kWrongUsage, "--jsonl is missing; see secant formula --help");
    if (arguments.front() != "--jsonl" || arguments.size() > 1) {
        const std::string& wrong = arguments.front() == "--jsonl" ? arguments[1] : arguments.front();
        return complain(kWrongUsage, "unknown argument " + inQuotes(wrong) + "; see secant formula --help");
    }
    return answerFormulas(stdin, stdout);
}

int runCurve(const Arguments& arguments)
{
    if (asksForHelp(arguments))
        return print(kCurveHelp);
    if (arguments.empty())
        return complain(kWrongUsage, "--cases is missing; see secant curve --help");
    if (arguments.front() != "--cases")
        return complain(kWrongUsage, "unknown argument " + inQuotes(arguments.front()) + "; see secant curve --help");
    if (arguments.size() == 1 || arguments[1].empty())
        return complain(kWrongUsage, "the name of a JSON file is missing after --cases");
    if (arguments.size() > 2)
        return complain(kWrongUsage, "one file is drawn at a time: " + inQuotes(arguments[2]));
    return drawCases(arguments[1]);
}

int runVerdict(const Arguments& arguments)
{
    return asksForHelp(arguments) ? print(kVerdictHelp) : answerVerdicts(arguments, stdout);
}

/// Whether there are only options of the window; what a wrong one is.
std::optional<int> checkWindowOptions(const Arguments& arguments)
{
    const auto has = [](std::string_view list, const std::string& word) {
        const std::string bounded = " " + word + " ";
        return word.find(' ') == std::string::npos && list.find(bounded) != std::string_view::npos;
    };
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::size_t equals = arguments[i].find('=');
        const std::string name = arguments[i].substr(0, equals);
        const bool ofQt = has(" -platform -style -geometry -display -name -title ", name);
        if (name != "--theme" && name != "--language" && !ofQt)
            return complain(kWrongUsage, "unknown option or command " + inQuotes(name) + "; see secant --help");
        if (equals == std::string::npos && ++i == arguments.size())
            return complain(kWrongUsage, "a value is missing after " + name);
        const std::string value = equals == std::string::npos ? arguments[i] : arguments[i].substr(equals + 1);
        if (name == "--theme" && !has(" system light dark ", value))
            return complain(kWrongUsage, "--theme " + inQuotes(value) + " should be system, light or dark");
        if (name == "--language" && !has(" en zh ", value))
            return complain(kWrongUsage, "--language " + inQuotes(value) + " should be en or zh");
    }
    return std::nullopt;
}

/// A full disk and a closed pipe are to be reported, not to end the program.
void ignoreWriteSignals()
{
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN);
#endif
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN);
#endif
}

} // namespace

std::optional<int> runCommandLine(int argc, char** argv)
{
    const Arguments arguments(argv + std::min(argc, 1), argv + argc);
    if (arguments.empty())
        return std::nullopt;
    const std::string& command = arguments.front();
    const Arguments rest(arguments.begin() + 1, arguments.end());
    if (command == "export" || command == "evaluate") {
        ignoreWriteSignals();
        return command == "export" ? runExport(argv[0], rest) : runEvaluate(rest);
    }
    if (command == "formula") {
        ignoreWriteSignals();
        return runFormula(rest);
    }
    if (command == "curve") {
        ignoreWriteSignals();
        return runCurve(rest);
    }
    if (command == "verdict") {
        ignoreWriteSignals();
        return runVerdict(rest);
    }
    if (asksForHelp(arguments))
        return print(kHelp);
    if (arguments.size() == 1 && command == "--version")
        return print("secant " SECANT_VERSION "\n");
    return checkWindowOptions(arguments);
}

} // namespace secant
