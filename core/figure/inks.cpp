#include <utility>

#include "core/catalogue/catalogue.h"
#include "core/figure/compose_parts.h"

namespace secant::composing {
namespace {

/// x if x ≥ 0, slope · x otherwise.
Function lineWithSlope(double slope)
{
    CurveSpec spec;
    spec.activation = "leaky_relu";
    spec.parameters["alpha"] = slope;
    // The catalogue's own call always parses.
    return std::move(functionOf(spec)).value();
}

Order orderOf(PaneKind kind)
{
    switch (kind) {
    case PaneKind::Slope:
        return Order::Slope;
    case PaneKind::Curvature:
        return Order::Curvature;
    default:
        return Order::Value;
    }
}

} // namespace

double uniform(std::mt19937_64& generator)
{
    return static_cast<double>(generator() >> 11U) * 0x1p-53;
}

Window windowOf(const Scene& scene, const Budget& budget, PaneKind kind)
{
    const Range& y = scene.view.yOf(kind);
    return {{scene.view.x.min, scene.view.x.max},
            {y.min, y.max},
            budget.paneWidthPx,
            budget.paneHeightPx[static_cast<std::size_t>(kind)],
            scene.view.xScale,
            scene.view.yScaleOf(kind)};
}

PaneWindow paneWindow(const View& view, PaneKind kind)
{
    return {view.x, view.yOf(kind), view.xScale, view.yScaleOf(kind)};
}

Ink inkOf(const CurveSpec& spec, bool active, const Curve& curve)
{
    Ink ink;
    ink.curve = spec.id;
    ink.style = spec.style;
    ink.active = active;
    ink.sampledPx = curve.statistics.sampledPx;
    ink.runs.reserve(curve.segments.size());
    for (const CurveSegment& segment : curve.segments) {
        std::vector<FigurePoint>& run = ink.runs.emplace_back();
        run.reserve(segment.points.size());
        for (const CurvePoint& point : segment.points) {
            run.push_back({point.x, point.y});
        }
    }
    for (const CurveColumn& column : curve.columns) {
        ink.columns.push_back({column.x0, column.x1, column.lo, column.hi});
    }
    return ink;
}

bool isSampled(const Scene& scene, PaneKind kind)
{
    switch (kind) {
    case PaneKind::Value:
        return true;
    case PaneKind::Slope: // It also tells where the kinks of f are.
        return scene.shows(kind) || scene.kinks || scene.judgement.shown || scene.workbench.tangent ||
               scene.shows(PaneKind::ParameterSlope);
    case PaneKind::Curvature:
        return scene.shows(kind);
    case PaneKind::ParameterSlope:
        break;
    }
    return false;
}

Graph graphOf(const Scene& scene, const CurveSpec& spec, const Budget& budget, PaneKind kind)
{
    return {spec, orderOf(kind), windowOf(scene, budget, kind)};
}

DrawnCurve drawn(const Scene& scene, const CurveSpec& spec, Function function, const Budget& budget,
                 const LateParts& late)
{
    DrawnCurve curve{&spec, std::move(function), spec.id == scene.activeCurve, {}, {}, {}};
    const auto sampled = [&](PaneKind kind) {
        if (!isSampled(scene, kind)) {
            return Curve{};
        }
        const Graph graph = graphOf(scene, spec, budget, kind);
        if (const Curve* known = late.curveOf(graph)) {
            return *known;
        }
        Curve first = sampleCurve(curve.function, graph.order, graph.window);
        curve.isPartial = curve.isPartial || first.statistics.sampledPx > kUnprovedPx;
        return first;
    };
    curve.value = sampled(PaneKind::Value);
    curve.slope = sampled(PaneKind::Slope);
    curve.curvature = sampled(PaneKind::Curvature);
    return curve;
}

std::vector<Ink> fanOf(const CurveSpec& spec, PaneKind kind, const Window& window)
{
    const Activation* activation = spec.activation.empty() ? nullptr : findActivation(spec.activation);
    const bool shown = activation && activation->randomSlope.slope && spec.randomSlopes.training;
    if (!shown || kind == PaneKind::ParameterSlope) {
        return {};
    }
    const std::vector<CurveParameter> bounds = parametersOf(spec);
    const double lower = bounds[0].value;
    const double upper = bounds[1].value;
    std::mt19937_64 generator(spec.randomSlopes.seed);
    std::vector<Ink> fan;
    for (int i = 0; i < spec.randomSlopes.draws; ++i) {
        const double draw = lower + (upper - lower) * uniform(generator);
        const Function line = lineWithSlope(activation->randomSlope.slope(draw));
        Ink& ink = fan.emplace_back(inkOf(spec, false, sampleCurve(line, orderOf(kind), window)));
        ink.role = InkRole::Fan;
    }
    return fan;
}

std::vector<Ink> parameterInks(const DrawnCurve& curve, const Window& window)
{
    std::vector<CurveBreak> breaks = curve.value.breaks;
    breaks.insert(breaks.end(), curve.slope.breaks.begin(), curve.slope.breaks.end());
    std::vector<Ink> inks;
    const std::vector<CurveParameter> parameters = parametersOf(*curve.spec);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        Ink& ink = inks.emplace_back(
            inkOf(*curve.spec, curve.active, sampleParameterSlope(curve.function, i, breaks, window)));
        ink.label = parameters.size() > 1 ? "∂f/∂" + parameters[i].symbol : "";
    }
    return inks;
}

} // namespace secant::composing
