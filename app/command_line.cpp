#include "app/command_line.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include <QApplication>
#include <QFileInfo>

#include "app/command_help.h"
#include "app/command_message.h"
#include "app/curve_command.h"
#include "app/evaluate_command.h"
#include "app/export_arguments.h"
#include "app/formula_command.h"
#include "app/session_file.h"
#include "app/verdict_command.h"
#include "core/catalogue/catalogue.h"

namespace secant {

namespace {

using Arguments = std::vector<std::string>;

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
    const auto requests = readExportArguments(arguments);
    if (!requests)
        return complain(requests.error().code, requests.error().message);
    forgetScreen();
    qInstallMessageHandler(&dropMessages);
    int argc = 1;
    std::array<char*, 2> argv{program, nullptr};
    const QApplication application(argc, argv.data());
    for (const ExportRequest& request : requests->files) {
        if (const ExportProblem problem = exportScene(request.scene, request.options, request.output))
            return complain(kFailed, problem->toStdString());
    }
    for (const std::string& note : requests->notes)
        complain(kDone, note);
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

/// A session file to be opened in the window: one that is there, or whose name says that it should be.
bool namesASession(const std::string& word)
{
    const QString name = QString::fromStdString(word);
    return !word.empty() && !word.starts_with('-') &&
           (name.endsWith(QLatin1Char('.') + QLatin1String(kSessionSuffix), Qt::CaseInsensitive) ||
            QFileInfo::exists(name));
}

/// Whether there are only options of the window and a session; what a wrong one is.
std::optional<int> checkWindowOptions(const Arguments& arguments)
{
    const auto has = [](std::string_view list, const std::string& word) {
        const std::string bounded = " " + word + " ";
        return word.find(' ') == std::string::npos && list.find(bounded) != std::string_view::npos;
    };
    bool session = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (!session && namesASession(arguments[i])) {
            session = true;
            continue;
        }
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
