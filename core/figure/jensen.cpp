#include <cmath>

#include "core/figure/compose_parts.h"
#include "core/figure/straight_line.h"

namespace secant::composing {

void addJensen(const Scene& scene, const std::vector<DrawnCurve>& curves, Figure& figure)
{
    const DrawnCurve* curve = activeOf(curves);
    const std::vector<WeightedPoint>& points = scene.workbench.jensen;
    double total = 0.0;
    for (const WeightedPoint& point : points) {
        total += point.weight;
    }
    if (!curve || points.empty()) {
        return;
    }
    Pane& pane = figure.panes.front();
    LineInk polygon;
    polygon.tone = Tone::Plain;
    Interval meanX = Interval::point(0.0);
    Interval meanValue = Interval::point(0.0);
    FigurePoint mean;
    bool isDefined = total > 0.0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const FigurePoint at{points[i].x, curve->function.value(points[i].x)};
        figure.handles.push_back({HandleKind::Jensen, static_cast<int>(i), at, {0.0}});
        isDefined = isDefined && std::isfinite(at.y);
        const Interval share = Interval::point(points[i].weight) / Interval::point(total);
        meanX = meanX + share * Interval::point(at.x);
        meanValue = meanValue + share * curve->function.enclose(Interval::point(at.x)).value;
        mean = {mean.x + points[i].weight / total * at.x, mean.y + points[i].weight / total * at.y};
        polygon.points.push_back(at);
    }
    if (!isDefined) {
        return;
    }
    polygon.points.push_back(polygon.points.front());
    polygon.points = straightLine(polygon.points, paneWindow(scene.view, PaneKind::Value));
    pane.lines.push_back(polygon);
    const FigurePoint onCurve{mean.x, curve->function.value(mean.x)};
    const Interval inner = curve->function.enclose(meanX).value;
    const Interval gap = meanValue - inner;
    const int sense = inner.isEmpty() ? 0 : gap.lo > 0.0 ? 1 : gap.hi < 0.0 ? -1 : 0;
    const Tone tone = sense > 0 ? Tone::Cup : sense < 0 ? Tone::Cap : Tone::Flat;
    pane.lines.push_back({{mean, onCurve}, tone, LineLook::Bold});
    pane.dots.push_back({mean, DotKind::Open, curve->spec->id, curve->spec->style, {}});
    pane.dots.push_back({onCurve, DotKind::Closed, curve->spec->id, curve->spec->style, {}});
    const std::string relation = sense > 0 ? " > " : sense < 0 ? " < " : " ≈ ";
    figure.workbench.jensen =
        "Σ wᵢ f(xᵢ) = " + readable(mean.y, 4) + relation + "f(Σ wᵢ xᵢ) = " + readable(onCurve.y, 4);
    pane.notes.push_back({mean, figure.workbench.jensen, tone});
}

} // namespace secant::composing
