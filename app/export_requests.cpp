#include "app/export_requests.h"

#include <set>
#include <string_view>

#include <QFileInfo>

#include "app/session_file.h"
#include "core/figure/compose.h"

namespace secant {

namespace {

constexpr std::string_view kNamePlace = "{name}";
constexpr std::string_view kNumberPlace = "{n}";

using Problem = std::optional<ArgumentProblem>;

class RequestMaker {
public:
    explicit RequestMaker(const ExportWishes& wishes) : m_wishes(wishes) {}
    Problem make();
    [[nodiscard]] ExportRequests take() { return std::move(m_requests); }

private:
    /// A scene and what {name} stands for.
    struct Named {
        Scene scene;
        std::string name;
    };

    Problem makeScenes();
    Problem loadSession(const std::string& name);
    Problem addCurves(Scene& scene, const std::vector<CurveSpec>& curves) const;
    Problem applyChoices(Scene& scene) const;
    Problem addRequests();
    Problem addRequest(const Named& named, const std::string& output, std::size_t number);
    [[nodiscard]] Result<ExportFormat, ArgumentProblem> formatFor(const std::string& output) const;
    Problem chooseSweep(ExportRequest& request) const;

    const ExportWishes& m_wishes;
    ExportRequests m_requests;
    std::vector<Named> m_scenes;
};

Problem RequestMaker::make()
{
    if (m_wishes.outputs.empty())
        return wrong("--output FILE is missing; see secant export --help");
    if (Problem problem = makeScenes())
        return problem;
    return addRequests();
}

Problem RequestMaker::makeScenes()
{
    for (const std::string& session : m_wishes.sessions) {
        if (Problem problem = loadSession(session))
            return problem;
        if (Problem problem = addCurves(m_scenes.back().scene, m_wishes.curves))
            return problem;
    }
    if (m_wishes.sessions.empty() && m_wishes.each) {
        for (const CurveSpec& curve : m_wishes.curves) {
            Named& next = m_scenes.emplace_back();
            next.name = curve.activation.empty() ? "formula" + std::to_string(m_scenes.size()) : curve.activation;
            if (Problem problem = addCurves(next.scene, {curve}))
                return problem;
        }
    }
    if (m_scenes.empty()) {
        m_scenes.push_back({m_wishes.curves.empty() ? defaultScene() : Scene{}, "secant"});
        if (Problem problem = addCurves(m_scenes.back().scene, m_wishes.curves))
            return problem;
    }
    for (Named& named : m_scenes) {
        if (Problem problem = applyChoices(named.scene))
            return problem;
    }
    return std::nullopt;
}

Problem RequestMaker::loadSession(const std::string& name)
{
    const std::string shown = "session " + inQuotes(name);
    const auto opened = readSession(QString::fromStdString(name));
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

Problem RequestMaker::addCurves(Scene& scene, const std::vector<CurveSpec>& curves) const
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
    if (m_wishes.sessions.empty() && !curves.empty())
        scene.activeCurve = scene.curves.front().id;
    return std::nullopt;
}

/// A range that was asked for has to be one that its scale can show.
Problem scaleProblem(std::string_view option, const Range& range, AxisScale scale)
{
    if (scale == AxisScale::Linear || range.min > 0.0)
        return std::nullopt;
    return wrong(std::string(option) + " " + QString::number(range.min).toStdString() + ":" +
                 QString::number(range.max).toStdString() + " should begin above 0 on a logarithmic scale, as in " +
                 std::string(option) + " 0.01:100");
}

Problem RequestMaker::applyChoices(Scene& scene) const
{
    scene.theme = m_wishes.theme.value_or(scene.theme);
    scene.language = m_wishes.language.value_or(scene.language);
    scene.panes = m_wishes.panes.value_or(scene.panes);
    scene.view = withXScale(scene, m_wishes.xScale.value_or(scene.view.xScale));
    if (m_wishes.xRange) {
        if (Problem problem = scaleProblem("--xrange", *m_wishes.xRange, scene.view.xScale))
            return problem;
        scene.view.x = *m_wishes.xRange;
    }
    scene.view = withYScale(scene, m_wishes.yScale.value_or(scene.view.yScale));
    if (m_wishes.xRange || (m_wishes.sessions.empty() && !m_wishes.curves.empty()))
        scene.view = fitted(scene);
    if (m_wishes.yRange) {
        if (Problem problem = scaleProblem("--yrange", *m_wishes.yRange, scene.view.yScale))
            return problem;
        scene.view.yOf(PaneKind::Value) = *m_wishes.yRange;
    }
    return std::nullopt;
}

Problem RequestMaker::addRequests()
{
    std::set<QString> names;
    for (std::size_t i = 0; i < m_scenes.size(); ++i) {
        for (const std::string& output : m_wishes.outputs) {
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

Problem RequestMaker::addRequest(const Named& named, const std::string& output, std::size_t number)
{
    QString name = QString::fromStdString(output);
    if (m_scenes.size() > 1) {
        name.replace(QLatin1String(kNumberPlace.data()), QString::number(number));
        name.replace(QLatin1String(kNamePlace.data()), QString::fromStdString(named.name));
    }
    const auto format = formatFor(output);
    if (!format)
        return format.error();
    ExportRequest request{named.scene, m_wishes.options, name};
    request.options.format = *format;
    if (const ExportProblem problem = checkOptions(request.options))
        return wrong(problem->toStdString());
    if (Problem problem = chooseSweep(request))
        return problem;
    m_requests.files.push_back(std::move(request));
    return std::nullopt;
}

Result<ExportFormat, ArgumentProblem> RequestMaker::formatFor(const std::string& output) const
{
    const QString name = QString::fromStdString(output);
    const auto format = m_wishes.format ? m_wishes.format : formatOfFileName(name);
    if (!format && QFileInfo(name).isDir())
        return ArgumentProblem{kFailed, "--output " + inQuotes(output) + " is a folder"};
    if (!format)
        return wrong("--output " + inQuotes(output) +
                     " should end in .png, .svg, .pdf, .tex, .csv, .json, .gif or .webp, or --format say what it is");
    return *format;
}

Problem RequestMaker::chooseSweep(ExportRequest& request) const
{
    const bool animated = isAnimation(request.options.format);
    if (!animated && m_wishes.sweep)
        return wrong("--slider " + inQuotes(m_wishes.sweep->parameter) +
                     " makes an animation: --output should end in .gif or "
                     ".webp");
    if (!animated)
        return std::nullopt;
    const std::vector<Sweep> sweeps = sweepsOf(request.scene);
    if (!m_wishes.sweep && sweeps.empty())
        return wrong("there is no parameter to move: name one in a --formula, or another --activation");
    request.options.sweep = m_wishes.sweep ? *m_wishes.sweep : sweeps.front();
    request.options.sweep->frames = m_wishes.frames.value_or(request.options.sweep->frames);
    if (const auto problem = sweepProblem(request.scene, *request.options.sweep))
        return wrong("--slider " + inQuotes(request.options.sweep->parameter) + ": " + *problem);
    return std::nullopt;
}

} // namespace

Result<ExportRequests, ArgumentProblem> makeRequests(const ExportWishes& wishes)
{
    RequestMaker maker(wishes);
    if (auto problem = maker.make())
        return *problem;
    return maker.take();
}

} // namespace secant
