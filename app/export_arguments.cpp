#include "app/export_arguments.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include <QFileInfo>

#include "app/number_argument.h"
#include "app/parameter_argument.h"
#include "app/session_file.h"
#include "core/catalogue/catalogue.h"
#include "core/figure/compose.h"
#include "widgets/panels/formula_line.h"

namespace secant {

namespace {

constexpr int kMaxFps = 1000 / kMinFrameMs;
constexpr std::string_view kNamePlace = "{name}";
constexpr std::string_view kNumberPlace = "{n}";

using Problem = std::optional<ArgumentProblem>;

/// Takes one option after the other, and makes the requests of all together.
class ExportArguments {
public:
    Problem read(const std::vector<std::string>& arguments);
    Problem finish();
    [[nodiscard]] ExportRequests takeRequests() { return std::move(m_requests); }

private:
    using Handler = Problem (ExportArguments::*)(const std::string& value);
    using Flag = void (ExportArguments::*)();

    /// A scene and what {name} stands for.
    struct Named {
        Scene scene;
        std::string name;
    };

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
    void setTransparent() { m_options.transparent = true; }
    void setOutlines() { m_options.textAsOutlines = true; }
    void setInclude() { m_options.include = true; }
    void setHexadecimal() { m_options.hexadecimal = true; }
    void setEach() { m_each = true; }

    Problem makeScenes();
    Problem loadSession(const std::string& name);
    Problem addCurves(Scene& scene, const std::vector<CurveSpec>& curves) const;
    void applyChoices(Scene& scene) const;
    Problem addRequests();
    Problem addRequest(const Named& named, const std::string& output, std::size_t number);
    [[nodiscard]] Result<ExportFormat, ArgumentProblem> formatFor(const std::string& output) const;
    Problem chooseSweep(ExportRequest& request) const;

    ExportRequests m_requests;
    ExportOptions m_options;
    std::vector<Named> m_scenes;
    std::set<std::string, std::less<>> m_given;
    std::vector<std::string> m_outputs;
    std::vector<CurveSpec> m_curves; ///< Without ids yet.
    std::vector<std::string> m_sessions;
    std::optional<ExportFormat> m_format;
    std::optional<Range> m_xRange;
    std::optional<Range> m_yRange;
    std::optional<FigureTheme> m_theme;
    std::optional<Language> m_language;
    std::optional<std::array<bool, kPaneKinds>> m_panes;
    std::optional<Sweep> m_sweep;
    std::optional<int> m_frames;
    bool m_each = false;
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
    m_outputs.push_back(value);
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
    m_curves.push_back(std::move(curve));
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
    m_curves.push_back(std::move(curve));
    return std::nullopt;
}

Problem ExportArguments::readSet(const std::string& value)
{
    if (m_curves.empty())
        return wrong("--set " + inQuotes(value) + " should stand after a --formula or an --activation");
    if (auto problem = setParameter(m_curves.back(), value))
        return wrong("--set: " + *problem);
    return std::nullopt;
}

Problem ExportArguments::readSize(const std::string& value)
{
    const auto size = sizeOf(value);
    if (!size)
        return size.error();
    m_options.size = *size;
    return std::nullopt;
}

Problem ExportArguments::readDpi(const std::string& value)
{
    const auto dpi = parseNumber(value);
    if (!dpi || !(*dpi >= kMinExportDpi && *dpi <= kMaxExportDpi))
        return wrong("--dpi " + inQuotes(value) + " should be a number from 1 to 9600");
    m_options.dpi = *dpi;
    return std::nullopt;
}

Problem ExportArguments::readFormat(const std::string& value)
{
    m_format = named(kFormatWords, value);
    if (!m_format)
        return wrong("--format " + inQuotes(value) + " should be png, svg, pdf, tex, csv, json, gif or webp");
    return std::nullopt;
}

Problem ExportArguments::readXRange(const std::string& value)
{
    const auto range = rangeOf(value, "--xrange");
    if (!range)
        return range.error();
    m_xRange = *range;
    return std::nullopt;
}

Problem ExportArguments::readYRange(const std::string& value)
{
    const auto range = rangeOf(value, "--yrange");
    if (!range)
        return range.error();
    m_yRange = *range;
    return std::nullopt;
}

Problem ExportArguments::readTheme(const std::string& value)
{
    m_theme = named(kThemeWords, value);
    return m_theme ? std::nullopt : Problem(wrong("--theme " + inQuotes(value) + " should be light, dark or paper"));
}

Problem ExportArguments::readLanguage(const std::string& value)
{
    m_language = named(kLanguageWords, value);
    return m_language ? std::nullopt : Problem(wrong("--language " + inQuotes(value) + " should be en or zh"));
}

Problem ExportArguments::readPanes(const std::string& value)
{
    const auto panes = panesOf(value);
    if (!panes)
        return panes.error();
    m_panes = *panes;
    return std::nullopt;
}

Problem ExportArguments::readSession(const std::string& value)
{
    m_sessions.push_back(value);
    return std::nullopt;
}

Problem ExportArguments::readSlider(const std::string& value)
{
    const auto sweep = sweepOf(value);
    if (!sweep)
        return sweep.error();
    m_sweep = *sweep;
    return std::nullopt;
}

Problem ExportArguments::readFrames(const std::string& value)
{
    const auto frames = countOf(value, "--frames", 1, kMaxFrames);
    if (!frames)
        return frames.error();
    m_frames = *frames;
    return std::nullopt;
}

Problem ExportArguments::readFps(const std::string& value)
{
    const auto fps = countOf(value, "--fps", 1, kMaxFps);
    if (!fps)
        return fps.error();
    m_options.frameMs = 1000 / *fps;
    return std::nullopt;
}

Problem ExportArguments::readFont(const std::string& value)
{
    if (value.empty())
        return wrong("--font '' should be the name of a font family");
    m_options.fontFamily = QString::fromStdString(value);
    return std::nullopt;
}

Problem ExportArguments::readFontScale(const std::string& value)
{
    const auto scale = parseNumber(value);
    if (!scale || !(*scale >= kMinTextScale && *scale <= kMaxTextScale))
        return wrong("--font-scale " + inQuotes(value) + " should be a number from 0.25 to 8");
    m_options.textScale = *scale;
    return std::nullopt;
}

Problem ExportArguments::readLineScale(const std::string& value)
{
    const auto scale = parseNumber(value);
    if (!scale || !(*scale >= kMinTextScale && *scale <= kMaxTextScale))
        return wrong("--line-scale " + inQuotes(value) + " should be a number from 0.25 to 8");
    m_options.lineScale = *scale;
    return std::nullopt;
}

Problem ExportArguments::finish()
{
    if (m_outputs.empty())
        return wrong("--output FILE is missing; see secant export --help");
    if (Problem problem = makeScenes())
        return problem;
    return addRequests();
}

Problem ExportArguments::makeScenes()
{
    for (const std::string& session : m_sessions) {
        if (Problem problem = loadSession(session))
            return problem;
        if (Problem problem = addCurves(m_scenes.back().scene, m_curves))
            return problem;
    }
    if (m_sessions.empty() && m_each) {
        for (const CurveSpec& curve : m_curves) {
            Named& next = m_scenes.emplace_back();
            next.name = curve.activation.empty() ? "formula" + std::to_string(m_scenes.size()) : curve.activation;
            if (Problem problem = addCurves(next.scene, {curve}))
                return problem;
        }
    }
    if (m_scenes.empty()) {
        m_scenes.push_back({m_curves.empty() ? defaultScene() : Scene{}, "secant"});
        if (Problem problem = addCurves(m_scenes.back().scene, m_curves))
            return problem;
    }
    for (Named& named : m_scenes)
        applyChoices(named.scene);
    return std::nullopt;
}

Problem ExportArguments::loadSession(const std::string& name)
{
    const std::string shown = "session " + inQuotes(name);
    const auto opened = secant::readSession(QString::fromStdString(name));
    if (!opened) {
        const SceneError& error = opened.error();
        return ArgumentProblem{kFailed, shown + (error.place.empty() ? "" : ", " + error.place) + ": " + error.reason};
    }
    if (!opened->repairs.empty()) {
        const SceneError& first = opened->repairs.front();
        const bool more = opened->repairs.size() == kMaxRepairs;
        m_requests.notes.push_back(shown + ": repaired " + std::to_string(opened->repairs.size()) +
                                   (more ? " of its values or more, first " : " of its values, first ") + first.place +
                                   ": " + first.reason);
    }
    m_scenes.push_back({opened->scene, QFileInfo(QString::fromStdString(name)).completeBaseName().toStdString()});
    return std::nullopt;
}

Problem ExportArguments::addCurves(Scene& scene, const std::vector<CurveSpec>& curves) const
{
    for (const CurveSpec& wanted : curves) {
        const int id =
            wanted.activation.empty() ? addFormula(scene, wanted.formula) : addActivation(scene, wanted.activation);
        CurveSpec* curve = scene.find(id);
        if (!curve)
            return wrong("there are too many curves: " + std::to_string(kMaxCurves) + " can be drawn");
        curve->parameters = wanted.parameters;
    }
    // The first is the one whose regions are shaded in full height, as in the order in which they were named.
    if (m_sessions.empty() && !curves.empty())
        scene.activeCurve = scene.curves.front().id;
    return std::nullopt;
}

void ExportArguments::applyChoices(Scene& scene) const
{
    scene.theme = m_theme.value_or(scene.theme);
    scene.language = m_language.value_or(scene.language);
    scene.panes = m_panes.value_or(scene.panes);
    if (m_xRange)
        scene.view.x = *m_xRange;
    if (m_xRange || (m_sessions.empty() && !m_curves.empty()))
        scene.view = fitted(scene);
    if (m_yRange)
        scene.view.yOf(PaneKind::Value) = *m_yRange;
}

Problem ExportArguments::addRequests()
{
    std::set<QString> names;
    for (std::size_t i = 0; i < m_scenes.size(); ++i) {
        for (const std::string& output : m_outputs) {
            if (Problem problem = addRequest(m_scenes[i], output, i + 1))
                return problem;
            const QString& name = m_requests.files.back().output;
            if (!names.insert(name).second)
                return wrong("--output " + inQuotes(name.toStdString()) +
                             " would be written twice; {name} or {n} in it makes the files differ");
        }
    }
    return std::nullopt;
}

Problem ExportArguments::addRequest(const Named& named, const std::string& output, std::size_t number)
{
    QString name = QString::fromStdString(output);
    if (m_scenes.size() > 1) {
        name.replace(QLatin1String(kNumberPlace.data()), QString::number(number));
        name.replace(QLatin1String(kNamePlace.data()), QString::fromStdString(named.name));
    }
    const auto format = formatFor(output);
    if (!format)
        return format.error();
    ExportRequest request{named.scene, m_options, name};
    request.options.format = *format;
    if (const ExportProblem problem = checkOptions(request.options))
        return wrong(problem->toStdString());
    if (Problem problem = chooseSweep(request))
        return problem;
    m_requests.files.push_back(std::move(request));
    return std::nullopt;
}

Result<ExportFormat, ArgumentProblem> ExportArguments::formatFor(const std::string& output) const
{
    const QString name = QString::fromStdString(output);
    const auto format = m_format ? m_format : formatOfFileName(name);
    if (!format && QFileInfo(name).isDir())
        return ArgumentProblem{kFailed, "--output " + inQuotes(output) + " is a folder"};
    if (!format)
        return wrong("--output " + inQuotes(output) +
                     " should end in .png, .svg, .pdf, .tex, .csv, .json, .gif or .webp, or --format say what it is");
    return *format;
}

Problem ExportArguments::chooseSweep(ExportRequest& request) const
{
    const bool animated = isAnimation(request.options.format);
    if (!animated && m_sweep)
        return wrong("--slider " + inQuotes(m_sweep->parameter) +
                     " makes an animation: --output should end in .gif or "
                     ".webp");
    if (!animated)
        return std::nullopt;
    request.options.sweep = m_sweep ? m_sweep : firstSweep(request.scene);
    if (!request.options.sweep)
        return wrong("there is no parameter to move: name one in a --formula, or another --activation");
    request.options.sweep->frames = m_frames.value_or(request.options.sweep->frames);
    if (const auto problem = sweepProblem(request.scene, *request.options.sweep))
        return wrong("--slider " + inQuotes(request.options.sweep->parameter) + ": " + *problem);
    return std::nullopt;
}

} // namespace

Result<ExportRequests, ArgumentProblem> readExportArguments(const std::vector<std::string>& arguments)
{
    ExportArguments reader;
    if (auto problem = reader.read(arguments))
        return *problem;
    if (auto problem = reader.finish())
        return *problem;
    return reader.takeRequests();
}

} // namespace secant
