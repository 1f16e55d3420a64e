#include "app/export_arguments.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include <QFile>
#include <QFileInfo>

#include "app/number_argument.h"
#include "app/parameter_argument.h"
#include "core/catalogue/catalogue.h"
#include "core/figure/compose.h"
#include "core/scene/scene_json.h"
#include "widgets/panels/formula_line.h"

namespace secant {

namespace {

constexpr std::array<std::pair<std::string_view, FigureTheme>, 3> kThemes{
    {{"light", FigureTheme::Light}, {"dark", FigureTheme::Dark}, {"paper", FigureTheme::Paper}}};
constexpr std::array<std::pair<std::string_view, Language>, 2> kLanguages{
    {{"en", Language::English}, {"zh", Language::Chinese}}};
constexpr std::array<std::pair<std::string_view, ExportFormat>, 3> kFormats{
    {{"png", ExportFormat::Png}, {"svg", ExportFormat::Svg}, {"pdf", ExportFormat::Pdf}}};
constexpr std::array<std::pair<std::string_view, PaneKind>, kPaneKinds> kPanes{
    {{"f", PaneKind::Value},
     {"df", PaneKind::Slope},
     {"d2f", PaneKind::Curvature},
     {"df_dalpha", PaneKind::ParameterSlope}}};

using Problem = std::optional<ArgumentProblem>;

ArgumentProblem wrong(std::string message)
{
    return {kWrongUsage, std::move(message)};
}

template<typename Value, std::size_t N>
std::optional<Value> named(const std::array<std::pair<std::string_view, Value>, N>& table, std::string_view name)
{
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == name; });
    return found == table.end() ? std::nullopt : std::optional(found->second);
}

std::optional<int> wholeNumber(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc::result_out_of_range)
        return std::numeric_limits<int>::max(); // Too large a size is refused by its limit.
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

Result<Range, ArgumentProblem> rangeOf(std::string_view text, std::string_view option)
{
    const std::size_t colon = text.find(':');
    const auto min = parseConstant(text.substr(0, colon));
    const auto max = colon == std::string_view::npos ? std::nullopt : parseConstant(text.substr(colon + 1));
    if (!min || !max || !(*min < *max))
        return wrong(std::string(option) + " " + inQuotes(text) + " should be A:B, two numbers with A < B");
    const Range range{*min, *max};
    if (clamped(range, Range{}) != range)
        return wrong(std::string(option) + " " + inQuotes(text) + " is too wide or too narrow to be drawn");
    return range;
}

/// Takes one option after the other into a request.
class ExportArguments {
public:
    Problem read(const std::vector<std::string>& arguments);
    Problem finish();
    [[nodiscard]] ExportRequest takeRequest() { return std::move(m_request); }

private:
    using Handler = Problem (ExportArguments::*)(const std::string& value);

    static const std::map<std::string, Handler, std::less<>>& handlers();
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

    Problem loadSession();
    Problem addCurves();
    Problem chooseFormat();
    void chooseView();

    ExportRequest m_request;
    std::set<std::string, std::less<>> m_given;
    std::vector<CurveSpec> m_curves; ///< Without ids yet.
    std::optional<std::string> m_session;
    std::optional<ExportFormat> m_format;
    std::optional<Range> m_xRange;
    std::optional<Range> m_yRange;
    std::optional<FigureTheme> m_theme;
    std::optional<Language> m_language;
    std::optional<std::array<bool, kPaneKinds>> m_panes;
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
    };
    return kHandlers;
}

Problem ExportArguments::read(const std::vector<std::string>& arguments)
{
    bool optionsEnded = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        Problem problem;
        if (!optionsEnded && argument == "--") {
            optionsEnded = true;
        } else if (optionsEnded || !argument.starts_with('-')) {
            problem = readWord(argument);
        } else {
            const std::size_t equals = argument.find('=');
            const std::string name = argument.substr(0, equals);
            if (!handlers().contains(name))
                problem = wrong("unknown option " + inQuotes(name) + "; see secant export --help");
            else if (equals != std::string::npos)
                problem = readOption(name, argument.substr(equals + 1));
            else if (i + 1 == arguments.size())
                problem = wrong("a value is missing after " + name);
            else
                problem = readOption(name, arguments[++i]);
        }
        if (problem)
            return problem;
    }
    return std::nullopt;
}

Problem ExportArguments::readOption(const std::string& name, const std::string& value)
{
    const bool repeatable = name == "--formula" || name == "--activation" || name == "--set";
    if (!repeatable && !m_given.insert(name).second)
        return wrong((name == "--session" ? "a second session file" : name + " is given twice:") + " " +
                     inQuotes(value));
    return (this->*handlers().find(name)->second)(value);
}

Problem ExportArguments::readWord(const std::string& word)
{
    // A forgotten option name or quote is told from a session file that is not there.
    const QString name = QString::fromStdString(word);
    if (!name.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) && !QFileInfo::exists(name))
        return wrong("unexpected word " + inQuotes(word) + "; a session file would end in .json");
    return readOption("--session", word);
}

Problem ExportArguments::readOutput(const std::string& value)
{
    if (value.empty() || value == "-")
        return wrong("--output " + inQuotes(value) + " should name a file");
    m_request.output = QString::fromStdString(value);
    return std::nullopt;
}

Problem ExportArguments::readFormula(const std::string& value)
{
    CurveSpec curve;
    curve.formula = value;
    if (const auto function = functionOf(curve); !function) {
        const ParseError& error = function.error();
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
    const std::size_t cross = value.find('x');
    const auto width = wholeNumber(std::string_view(value).substr(0, cross));
    const auto height =
        cross == std::string::npos ? std::nullopt : wholeNumber(std::string_view(value).substr(cross + 1));
    if (!width || !height)
        return wrong("--size " + inQuotes(value) + " should be WIDTHxHEIGHT in whole pixels");
    m_request.options.size = QSize(*width, *height);
    return std::nullopt;
}

Problem ExportArguments::readDpi(const std::string& value)
{
    const auto dpi = parseNumber(value);
    if (!dpi || !(*dpi >= kMinExportDpi && *dpi <= kMaxExportDpi))
        return wrong("--dpi " + inQuotes(value) + " should be a number from 1 to 9600");
    m_request.options.dpi = *dpi;
    return std::nullopt;
}

Problem ExportArguments::readFormat(const std::string& value)
{
    m_format = named(kFormats, value);
    return m_format ? std::nullopt : Problem(wrong("--format " + inQuotes(value) + " should be png, svg or pdf"));
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
    m_theme = named(kThemes, value);
    return m_theme ? std::nullopt : Problem(wrong("--theme " + inQuotes(value) + " should be light, dark or paper"));
}

Problem ExportArguments::readLanguage(const std::string& value)
{
    m_language = named(kLanguages, value);
    return m_language ? std::nullopt : Problem(wrong("--language " + inQuotes(value) + " should be en or zh"));
}

Problem ExportArguments::readPanes(const std::string& value)
{
    std::array<bool, kPaneKinds> panes{true, false, false, false};
    std::string_view rest = value;
    for (bool more = true; more;) {
        const std::size_t comma = rest.find(',');
        const auto pane = named(kPanes, rest.substr(0, comma));
        if (!pane)
            return wrong("--panes " + inQuotes(value) + " should be a list of f, df, d2f and df_dalpha");
        panes[static_cast<std::size_t>(*pane)] = true;
        more = comma != std::string_view::npos;
        rest.remove_prefix(more ? comma + 1 : rest.size());
    }
    m_panes = panes;
    return std::nullopt;
}

Problem ExportArguments::readSession(const std::string& value)
{
    m_session = value;
    return std::nullopt;
}

Problem ExportArguments::finish()
{
    if (m_request.output.isEmpty())
        return wrong("--output FILE is missing; see secant export --help");
    if (Problem problem = chooseFormat())
        return problem;
    if (const ExportProblem problem = checkOptions(m_request.options))
        return wrong(problem->toStdString());
    if (m_session) {
        if (Problem problem = loadSession())
            return problem;
    } else if (m_curves.empty()) {
        m_request.scene = defaultScene();
    }
    if (Problem problem = addCurves())
        return problem;
    Scene& scene = m_request.scene;
    scene.theme = m_theme.value_or(scene.theme);
    scene.language = m_language.value_or(scene.language);
    scene.panes = m_panes.value_or(scene.panes);
    chooseView();
    return std::nullopt;
}

Problem ExportArguments::chooseFormat()
{
    const auto format = m_format ? m_format : formatOfFileName(m_request.output);
    if (!format && QFileInfo(m_request.output).isDir())
        return ArgumentProblem{kFailed, "--output " + inQuotes(m_request.output.toStdString()) + " is a folder"};
    if (!format)
        return wrong("--output " + inQuotes(m_request.output.toStdString()) +
                     " should end in .png, .svg or .pdf, or --format should say what to write");
    m_request.options.format = *format;
    return std::nullopt;
}

Problem ExportArguments::loadSession()
{
    const std::string shown = "session " + inQuotes(*m_session);
    const QString name = QString::fromStdString(*m_session);
    // A device or a pipe might never end.
    if (!QFileInfo(name).isFile())
        return ArgumentProblem{kFailed, shown + (QFileInfo::exists(name) ? " is no ordinary file" : " does not exist")};
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return ArgumentProblem{kFailed, shown + " could not be opened: " + file.errorString().toStdString()};
    const QByteArray text = file.read(static_cast<qint64>(kMaxSceneBytes) + 1);
    auto loaded = sceneFromJson(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    if (!loaded) {
        const SceneError& error = loaded.error();
        return ArgumentProblem{kFailed, shown + (error.place.empty() ? "" : ", " + error.place) + ": " + error.reason};
    }
    m_request.scene = loaded->scene;
    if (!loaded->repairs.empty()) {
        const SceneError& first = loaded->repairs.front();
        const bool more = loaded->repairs.size() == kMaxRepairs;
        m_request.note = shown + ": repaired " + std::to_string(loaded->repairs.size()) +
                         (more ? " of its values or more, first " : " of its values, first ") + first.place + ": " +
                         first.reason;
    }
    return std::nullopt;
}

Problem ExportArguments::addCurves()
{
    for (const CurveSpec& wanted : m_curves) {
        Scene& scene = m_request.scene;
        const int id =
            wanted.activation.empty() ? addFormula(scene, wanted.formula) : addActivation(scene, wanted.activation);
        CurveSpec* curve = scene.find(id);
        if (!curve)
            return wrong("there are too many curves: " + std::to_string(kMaxCurves) + " can be drawn");
        curve->parameters = wanted.parameters;
    }
    // The first is the one whose regions are shaded in full height, as in the order in which they were named.
    if (!m_session && !m_curves.empty())
        m_request.scene.activeCurve = m_request.scene.curves.front().id;
    return std::nullopt;
}

void ExportArguments::chooseView()
{
    Scene& scene = m_request.scene;
    if (m_xRange)
        scene.view.x = *m_xRange;
    if (m_xRange || (!m_session && !m_curves.empty()))
        scene.view = fitted(scene);
    if (m_yRange)
        scene.view.yOf(PaneKind::Value) = *m_yRange;
}

} // namespace

Result<ExportRequest, ArgumentProblem> readExportArguments(const std::vector<std::string>& arguments)
{
    ExportArguments reader;
    if (auto problem = reader.read(arguments))
        return *problem;
    if (auto problem = reader.finish())
        return *problem;
    return reader.takeRequest();
}

} // namespace secant
