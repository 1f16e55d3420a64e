#include "app/export_arguments.h"

#include <map>
#include <optional>
#include <set>
#include <string_view>

#include <QFileInfo>

#include "app/number_argument.h"
#include "app/parameter_argument.h"
#include "app/session_file.h"
#include "core/catalogue/catalogue.h"
#include "widgets/panels/formula_line.h"

namespace secant {

namespace {

constexpr int kMaxFps = 1000 / kMinFrameMs;

using Problem = std::optional<ArgumentProblem>;

/// Takes one option after the other.
class ExportArguments {
public:
    Problem read(const std::vector<std::string>& arguments);
    [[nodiscard]] const ExportWishes& wishes() const { return m_wishes; }

private:
    using Handler = Problem (ExportArguments::*)(const std::string& value);
    using Flag = void (ExportArguments::*)();

    static const std::map<std::string, Handler, std::less<>>& handlers();
    static const std::map<std::string, Flag, std::less<>>& flags();
    Problem readArgument(const std::vector<std::string>& arguments, std::size_t& at);
    Problem readOption(const std::string& name, const std::string& value);
    Problem readWord(const std::string& word);

    Problem readOutput(const std::string& value);
    Problem readFormula(const std::string& value);
    Problem readActivation(const std::string& value);
    Problem readSet(const std::string& value);
    Problem readSize(const std::string& value);
    Problem readDpi(const std::string& value);
    Problem readFormat(const std::string& value);
    Problem readXRange(const std::string& value);
    Problem readYRange(const std::string& value);
    Problem readXScale(const std::string& value);
    Problem readYScale(const std::string& value);
    Problem readTheme(const std::string& value);
    Problem readLanguage(const std::string& value);
    Problem readPanes(const std::string& value);
    Problem readSession(const std::string& value);
    Problem readSlider(const std::string& value);
    Problem readFrames(const std::string& value);
    Problem readFps(const std::string& value);
    Problem readFont(const std::string& value);
    Problem readFontScale(const std::string& value);
    Problem readLineScale(const std::string& value);
    void setTransparent() { m_wishes.options.transparent = true; }
    void setOutlines() { m_wishes.options.textAsOutlines = true; }
    void setInclude() { m_wishes.options.include = true; }
    void setHexadecimal() { m_wishes.options.hexadecimal = true; }
    void setEach() { m_wishes.each = true; }

    ExportWishes m_wishes;
    std::set<std::string, std::less<>> m_given;
};

const std::map<std::string, ExportArguments::Handler, std::less<>>& ExportArguments::handlers()
{
    static const std::map<std::string, Handler, std::less<>> kHandlers{
        {"--output", &ExportArguments::readOutput},
        {"--formula", &ExportArguments::readFormula},
        {"--activation", &ExportArguments::readActivation},
        {"--set", &ExportArguments::readSet},
        {"--size", &ExportArguments::readSize},
        {"--dpi", &ExportArguments::readDpi},
        {"--format", &ExportArguments::readFormat},
        {"--xrange", &ExportArguments::readXRange},
        {"--yrange", &ExportArguments::readYRange},
        {"--xscale", &ExportArguments::readXScale},
        {"--yscale", &ExportArguments::readYScale},
        {"--theme", &ExportArguments::readTheme},
        {"--language", &ExportArguments::readLanguage},
        {"--panes", &ExportArguments::readPanes},
        {"--session", &ExportArguments::readSession},
        {"--slider", &ExportArguments::readSlider},
        {"--frames", &ExportArguments::readFrames},
        {"--fps", &ExportArguments::readFps},
        {"--font", &ExportArguments::readFont},
        {"--font-scale", &ExportArguments::readFontScale},
        {"--line-scale", &ExportArguments::readLineScale},
    };
    return kHandlers;
}

const std::map<std::string, ExportArguments::Flag, std::less<>>& ExportArguments::flags()
{
    static const std::map<std::string, Flag, std::less<>> kFlags{
        {"--transparent", &ExportArguments::setTransparent},
        {"--outlines", &ExportArguments::setOutlines},
        {"--include", &ExportArguments::setInclude},
        {"--hex", &ExportArguments::setHexadecimal},
        {"--each", &ExportArguments::setEach},
    };
    return kFlags;
}

Problem ExportArguments::read(const std::vector<std::string>& arguments)
{
    bool optionsEnded = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        Problem problem;
        if (!optionsEnded && arguments[i] == "--")
            optionsEnded = true;
        else if (optionsEnded || !arguments[i].starts_with('-'))
            problem = readWord(arguments[i]);
        else
            problem = readArgument(arguments, i);
        if (problem)
            return problem;
    }
    return std::nullopt;
}

Problem ExportArguments::readArgument(const std::vector<std::string>& arguments, std::size_t& at)
{
    const std::string& argument = arguments[at];
    const std::size_t equals = argument.find('=');
    const std::string name = argument.substr(0, equals);
    if (const auto flag = flags().find(name); flag != flags().end()) {
        if (equals != std::string::npos)
            return wrong(name + " takes no value");
        (this->*flag->second)();
        return std::nullopt;
    }
    if (!handlers().contains(name))
        return wrong("unknown option " + inQuotes(name) + "; see secant export --help");
    if (equals != std::string::npos)
        return readOption(name, argument.substr(equals + 1));
    if (at + 1 == arguments.size())
        return wrong("a value is missing after " + name);
    return readOption(name, arguments[++at]);
}

Problem ExportArguments::readOption(const std::string& name, const std::string& value)
{
    static const std::set<std::string, std::less<>> kRepeatable{"--formula", "--activation", "--set", "--output",
                                                                "--session"};
    if (!kRepeatable.contains(name) && !m_given.insert(name).second)
        return wrong(name + " is given twice: " + inQuotes(value));
    return (this->*handlers().find(name)->second)(value);
}

Problem ExportArguments::readWord(const std::string& word)
{
    // A forgotten option name or quote is told from a session file that is not there.
    const QString name = QString::fromStdString(word);
    const QString suffix = QFileInfo(name).suffix().toLower();
    if (suffix != QLatin1String("json") && suffix != QLatin1String(kSessionSuffix) && !QFileInfo::exists(name))
        return wrong("unexpected word " + inQuotes(word) + "; a session file would end in .secant or .json");
    return readOption("--session", word);
}

Problem ExportArguments::readOutput(const std::string& value)
{
    if (value.empty())
        return wrong("--output '' should be a file name");
    m_wishes.outputs.push_back(value);
    return std::nullopt;
}

Problem ExportArguments::readFormula(const std::string& value)
{
    CurveSpec curve;
    curve.formula = value;
    const auto tree = parse(value, vocabulary());
    if (!tree) {
        const ParseError& error = tree.error();
        return wrong("--formula " + inQuotes(value) + ", column " + std::to_string(error.where.begin + 1) + ": " +
                     sentence(error).toStdString());
    }
    m_wishes.curves.push_back(std::move(curve));
    return std::nullopt;
}

Problem ExportArguments::readActivation(const std::string& value)
{
    const Activation* activation = findActivation(value);
    if (!activation)
        return wrong("there is no activation " + inQuotes(value));
    CurveSpec curve;
    curve.activation = activation->id();
    curve.formula = callText(*activation);
    m_wishes.curves.push_back(std::move(curve));
    return std::nullopt;
}

Problem ExportArguments::readSet(const std::string& value)
{
    if (m_wishes.curves.empty())
        return wrong("--set " + inQuotes(value) + " should stand after a --formula or an --activation");
    if (auto problem = setParameter(m_wishes.curves.back(), value))
        return wrong("--set: " + *problem);
    return std::nullopt;
}

Problem ExportArguments::readSize(const std::string& value)
{
    const auto size = sizeOf(value);
    if (!size)
        return size.error();
    m_wishes.options.size = *size;
    return std::nullopt;
}

Problem ExportArguments::readDpi(const std::string& value)
{
    const auto dpi = parseNumber(value);
    if (!dpi || !(*dpi >= kMinExportDpi && *dpi <= kMaxExportDpi))
        return wrong("--dpi " + inQuotes(value) + " should be a number from 1 to 9600");
    m_wishes.options.dpi = *dpi;
    return std::nullopt;
}

Problem ExportArguments::readFormat(const std::string& value)
{
    m_wishes.format = named(kFormatWords, value);
    if (!m_wishes.format)
        return wrong("--format " + inQuotes(value) + " should be png, svg, pdf, tex, csv, json, gif or webp");
    return std::nullopt;
}

Problem ExportArguments::readXRange(const std::string& value)
{
    const auto range = rangeOf(value, "--xrange");
    if (!range)
        return range.error();
    m_wishes.xRange = *range;
    return std::nullopt;
}

Problem ExportArguments::readYRange(const std::string& value)
{
    const auto range = rangeOf(value, "--yrange");
    if (!range)
        return range.error();
    m_wishes.yRange = *range;
    return std::nullopt;
}

Problem ExportArguments::readXScale(const std::string& value)
{
    m_wishes.xScale = named(kScaleWords, value);
    return m_wishes.xScale ? std::nullopt : Problem(wrong("--xscale " + inQuotes(value) + " should be linear or log"));
}

Problem ExportArguments::readYScale(const std::string& value)
{
    m_wishes.yScale = named(kScaleWords, value);
    return m_wishes.yScale ? std::nullopt : Problem(wrong("--yscale " + inQuotes(value) + " should be linear or log"));
}

Problem ExportArguments::readTheme(const std::string& value)
{
    m_wishes.theme = named(kThemeWords, value);
    return m_wishes.theme ? std::nullopt
                          : Problem(wrong("--theme " + inQuotes(value) + " should be light, dark or paper"));
}

Problem ExportArguments::readLanguage(const std::string& value)
{
    m_wishes.language = named(kLanguageWords, value);
    return m_wishes.language ? std::nullopt : Problem(wrong("--language " + inQuotes(value) + " should be en or zh"));
}

Problem ExportArguments::readPanes(const std::string& value)
{
    const auto panes = panesOf(value);
    if (!panes)
        return panes.error();
    m_wishes.panes = *panes;
    return std::nullopt;
}

Problem ExportArguments::readSession(const std::string& value)
{
    m_wishes.sessions.push_back(value);
    return std::nullopt;
}

Problem ExportArguments::readSlider(const std::string& value)
{
    const auto sweep = sweepOf(value);
    if (!sweep)
        return sweep.error();
    m_wishes.sweep = *sweep;
    return std::nullopt;
}

Problem ExportArguments::readFrames(const std::string& value)
{
    const auto frames = countOf(value, "--frames", 1, kMaxFrames);
    if (!frames)
        return frames.error();
    m_wishes.frames = *frames;
    return std::nullopt;
}

Problem ExportArguments::readFps(const std::string& value)
{
    const auto fps = countOf(value, "--fps", 1, kMaxFps);
    if (!fps)
        return fps.error();
    m_wishes.options.frameMs = 1000 / *fps;
    return std::nullopt;
}

Problem ExportArguments::readFont(const std::string& value)
{
    if (value.empty())
        return wrong("--font '' should be the name of a font family");
    m_wishes.options.fontFamily = QString::fromStdString(value);
    return std::nullopt;
}

Problem ExportArguments::readFontScale(const std::string& value)
{
    const auto scale = parseNumber(value);
    if (!scale || !(*scale >= kMinTextScale && *scale <= kMaxTextScale))
        return wrong("--font-scale " + inQuotes(value) + " should be a number from 0.25 to 8");
    m_wishes.options.textScale = *scale;
    return std::nullopt;
}

Problem ExportArguments::readLineScale(const std::string& value)
{
    const auto scale = parseNumber(value);
    if (!scale || !(*scale >= kMinTextScale && *scale <= kMaxTextScale))
        return wrong("--line-scale " + inQuotes(value) + " should be a number from 0.25 to 8");
    m_wishes.options.lineScale = *scale;
    return std::nullopt;
}

} // namespace

Result<ExportRequests, ArgumentProblem> readExportArguments(const std::vector<std::string>& arguments)
{
    ExportArguments reader;
    if (auto problem = reader.read(arguments))
        return *problem;
    return makeRequests(reader.wishes());
}

} // namespace secant
