#include <algorithm>
#include <cmath>

#include "core/analysis/envelope.h"
#include "core/figure/compose_parts.h"
#include "core/figure/straight_line.h"
#include "core/figure/wording.h"

namespace secant::composing {
namespace {

constexpr int kConjugatePoints = 120;
constexpr int kSections = 60;
constexpr double kGolden = 0.6180339887498949;

std::vector<CurvePoint> hullOf(const Scene& scene, const DrawnCurve& curve)
{
    const double lo = std::max(scene.judgement.lo, scene.view.x.min);
    const double hi = std::min(scene.judgement.hi, scene.view.x.max);
    std::vector<CurvePoint> points;
    for (const CurveSegment& segment : curve.value.segments) {
        for (const FigurePoint& point : cut(segment.points, lo, hi, paneWindow(scene.view, PaneKind::Value))) {
            points.push_back({point.x, point.y});
        }
    }
    return lowerHull(points);
}

/// f* over the slopes of the hull, with the chosen one marked.
Inset conjugateInset(const std::vector<CurvePoint>& hull, const Conjugate& chosen, double slope,
                     const std::string& title)
{
    Inset inset;
    inset.title = title;
    inset.tone = Tone::Cup;
    const auto slopeOf = [](const CurvePoint& a, const CurvePoint& b) { return (b.y - a.y) / (b.x - a.x); };
    double lo = slope - 1.0;
    double hi = slope + 1.0;
    if (hull.size() > 2) {
        lo = std::min(slope, slopeOf(hull[0], hull[1]));
        hi = std::max(slope, slopeOf(hull[hull.size() - 2], hull.back()));
    }
    inset.x = clamped(Range{lo, hi}, {});
    inset.y = {std::min(0.0, chosen.value), std::max(0.0, chosen.value)};
    std::vector<FigurePoint>& run = inset.runs.emplace_back();
    for (int i = 0; i <= kConjugatePoints; ++i) {
        const double s = inset.x.min + (inset.x.max - inset.x.min) * i / kConjugatePoints;
        const double value = conjugateAt(hull, s)->value;
        run.push_back({s, value});
        inset.y = {std::min(inset.y.min, value), std::max(inset.y.max, value)};
    }
    inset.y = clamped(inset.y, {});
    inset.mark = {slope, chosen.value};
    return inset;
}

/// The maximum of s·x − f(x) between the corners beside the one that was found, where it is greater: what is drawn
/// misses the point of touch by up to the distance of its points.
Conjugate refined(const Function& f, const std::vector<CurvePoint>& hull, const Conjugate& found, double slope)
{
    const auto corner = std::ranges::find(hull, found.touch.x, &CurvePoint::x);
    if (corner == hull.end()) {
        return found;
    }
    double lo = corner == hull.begin() ? corner->x : std::prev(corner)->x;
    double hi = std::next(corner) == hull.end() ? corner->x : std::next(corner)->x;
    const auto height = [&](double x) { return slope * x - f.value(x); };
    for (int i = 0; i < kSections; ++i) {
        const double left = hi - kGolden * (hi - lo);
        const double right = lo + kGolden * (hi - lo);
        (height(left) < height(right) ? lo : hi) = height(left) < height(right) ? left : right;
    }
    const double x = lo + (hi - lo) / 2;
    return height(x) > found.value ? Conjugate{{x, f.value(x)}, height(x)} : found;
}

void addConjugate(const Scene& scene, const DrawnCurve& curve, const std::vector<CurvePoint>& hull, Figure& figure)
{
    const double slope = scene.workbench.conjugateSlope;
    std::optional<Conjugate> found = conjugateAt(hull, slope);
    if (!found || !std::isfinite(found->value)) {
        return;
    }
    found = refined(curve.function, hull, *found, slope);
    Pane& pane = figure.panes.front();
    const auto on = [&](double x) { return FigurePoint{x, slope * x - found->value}; };
    pane.lines.push_back({straightLine({on(scene.view.x.min), on(found->touch.x), on(scene.view.x.max)},
                                       paneWindow(scene.view, PaneKind::Value)),
                          Tone::Cup, LineLook::Bold});
    const FigurePoint touch{found->touch.x, found->touch.y};
    pane.dots.push_back({touch, DotKind::Closed, curve.spec->id, curve.spec->style, {}});
    // The line meets the axis at −f*(s).
    pane.lines.push_back({{{0.0, 0.0}, {0.0, -found->value}}, Tone::Cup, LineLook::Underlay});
    const std::string value = "f*(" + readable(slope, 4) + ") = " + readable(found->value, 4);
    figure.workbench.conjugate =
        value + std::string(spoken(kAttainedWord, scene.language)) + readable(found->touch.x, 4);
    pane.notes.push_back({{0.0, -found->value}, "−f* = " + readable(-found->value, 4), Tone::Cup});
    if (Pane* slopePane = findPane(figure, PaneKind::Slope)) {
        slopePane->lines.push_back({{{scene.view.x.min, slope}, {found->touch.x, slope}}, Tone::Cup, LineLook::Bold});
        slopePane->dots.push_back({{found->touch.x, slope}, DotKind::Closed, curve.spec->id, curve.spec->style, {}});
    }
    figure.insets.push_back(conjugateInset(hull, *found, slope, value));
    figure.insets.back().style = curve.spec->style;
}

} // namespace

void addEnvelope(const Scene& scene, const std::vector<DrawnCurve>& curves, Figure& figure)
{
    const DrawnCurve* curve = activeOf(curves);
    if (!curve || (!scene.workbench.envelope && !scene.workbench.conjugate)) {
        return;
    }
    if (scene.view.yScaleOf(PaneKind::Value) == AxisScale::Logarithmic) {
        // What is not positive is no part of the drawn curve, and the envelope of the rest would be another one.
        figure.workbench.conjugate = spoken(kLinearOnlyWord, scene.language);
        return;
    }
    const std::vector<CurvePoint> hull = hullOf(scene, *curve);
    if (scene.workbench.envelope && hull.size() > 1) {
        LineInk line;
        line.tone = Tone::Cup;
        line.look = LineLook::Bold;
        for (const CurvePoint& corner : hull) {
            line.points.push_back({corner.x, corner.y});
        }
        line.points = straightLine(line.points, paneWindow(scene.view, PaneKind::Value));
        figure.panes.front().lines.push_back(std::move(line));
    }
    if (scene.workbench.conjugate) {
        addConjugate(scene, *curve, hull, figure);
    }
}

} // namespace secant::composing
