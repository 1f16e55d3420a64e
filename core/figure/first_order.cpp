#include <algorithm>
#include <cmath>

#include "core/figure/compose_parts.h"
#include "core/figure/straight_line.h"
#include "core/figure/wording.h"

namespace secant::composing {
namespace {

constexpr int kFanLines = 9;
constexpr int kProbes = 400;

using convexity::VerdictKind;

/// +1 for a function that is proved ∪ on the interval of judgement, −1 for ∩, 0 otherwise or for a straight line.
int provedShape(const Findings& findings, const Scene& scene)
{
    const JudgedCurve* judged = findings.judgedFor(scene);
    if (!judged || judged->verdict.standing != convexity::Standing::Proved) {
        return 0;
    }
    const VerdictKind kind = judged->verdict.kind;
    if (kind == VerdictKind::Convex || kind == VerdictKind::StrictlyConvex || kind == VerdictKind::Affine) {
        return 1;
    }
    return -1;
}

/// The slopes of the lines through the curve's point at x: one, or those between the two sides of a kink.
Range slopesAt(const DrawnCurve& curve, double x)
{
    const auto kink = std::find_if(curve.slope.breaks.begin(), curve.slope.breaks.end(),
                                   [x](const CurveBreak& at) { return at.x == x && at.kind == BreakKind::Jump; });
    if (kink != curve.slope.breaks.end()) {
        return {std::min(kink->left, kink->right), std::max(kink->left, kink->right)};
    }
    const double slope = curve.function.jet(x).slope;
    return {slope, slope};
}

/// Whether the curve is surely above (+1) or below (−1) a line at some point in view.
bool isOnSide(const DrawnCurve& curve, const FigurePoint& at, double slope, const View& scene, int side)
{
    const Range& view = scene.x;
    const AxisScale scale = scene.xScale;
    for (int i = 0; i <= kProbes; ++i) {
        const double x = between(scale, view.min, view.max, static_cast<double>(i) / kProbes);
        const Interval value = curve.function.enclose(Interval::point(x)).value;
        const Interval line =
            Interval::point(at.y) + Interval::point(slope) * (Interval::point(x) - Interval::point(at.x));
        const Interval away = value - line;
        // The touching point itself is known to a rounding error only, which a distance this large is far beyond.
        const double least = 1e-9 * (1.0 + std::abs(at.y));
        if (!value.isEmpty() && std::isfinite(curve.function.value(x)) &&
            (side > 0 ? away.lo > least : away.hi < -least)) {
            return true;
        }
    }
    return false;
}

std::string tangentText(const Scene& scene, const DrawnCurve& curve, const FigurePoint& at, const Range& slopes,
                        int shape)
{
    const bool isKink = slopes.min < slopes.max;
    const bool isInside = at.x > scene.judgement.lo && at.x < scene.judgement.hi;
    if (isKink) {
        const std::string range = "[" + readable(slopes.min, 4) + ", " + readable(slopes.max, 4) + "]";
        return std::string(spoken(shape != 0 && isInside ? kSlopesWord : kSlopesBetweenWord, scene.language)) + range;
    }
    if (shape != 0 && isInside) {
        return std::string(spoken(shape > 0 ? kTangentAboveWord : kTangentBelowWord, scene.language));
    }
    const bool isCrossed =
        isOnSide(curve, at, slopes.min, scene.view, 1) && isOnSide(curve, at, slopes.min, scene.view, -1);
    return std::string(spoken(isCrossed ? kTangentCrossedWord : kTangentUnknownWord, scene.language));
}

void addLines(const PaneWindow& window, const FigurePoint& at, const Range& slopes, Tone tone, Pane& pane)
{
    const Range& view = window.x;
    const auto line = [&window](std::vector<FigurePoint> corners) { return straightLine(corners, window); };
    const auto on = [&](double x, double slope) { return FigurePoint{x, at.y + slope * (x - at.x)}; };
    if (slopes.min == slopes.max) {
        pane.lines.push_back(
            {line({on(view.min, slopes.min), at, on(view.max, slopes.min)}), Tone::Plain, LineLook::Bold});
        return;
    }
    for (const double end : {view.min, view.max}) {
        pane.fills.push_back({line({at, on(end, slopes.min), on(end, slopes.max), at}), tone});
    }
    for (int i = 0; i < kFanLines; ++i) {
        const double slope = slopes.min + (slopes.max - slopes.min) * i / (kFanLines - 1);
        pane.lines.push_back({line({on(view.min, slope), at, on(view.max, slope)}), tone, LineLook::Thin});
    }
}

} // namespace

void addTangent(const Scene& scene, const std::vector<DrawnCurve>& curves, const Findings& findings, Figure& figure)
{
    const DrawnCurve* curve = activeOf(curves);
    if (!scene.workbench.tangent || !curve) {
        return;
    }
    const FigurePoint at{scene.workbench.tangentX, curve->function.value(scene.workbench.tangentX)};
    std::vector<double> snaps;
    for (const CurveBreak& kink : curve->slope.breaks) {
        snaps.push_back(kink.x);
    }
    figure.handles.push_back({HandleKind::Tangent, 0, at, snaps});
    const Range slopes = slopesAt(*curve, at.x);
    if (!std::isfinite(at.y) || !std::isfinite(slopes.min) || !std::isfinite(slopes.max)) {
        return;
    }
    Pane& pane = figure.panes.front();
    const int shape = provedShape(findings, scene);
    const Tone tone = shape > 0 ? Tone::Cup : shape < 0 ? Tone::Cap : Tone::Flat;
    addLines(paneWindow(scene.view, PaneKind::Value), at, slopes, tone, pane);
    pane.dots.push_back({at, DotKind::Closed, curve->spec->id, curve->spec->style, {}});
    figure.workbench.tangent = tangentText(scene, *curve, at, slopes, shape);
    pane.notes.push_back({at, figure.workbench.tangent, tone});
    if (Pane* slopePane = findPane(figure, PaneKind::Slope); slopePane && slopes.min < slopes.max) {
        slopePane->lines.push_back({{{at.x, slopes.min}, {at.x, slopes.max}}, tone, LineLook::Underlay});
        slopePane->lines.push_back({{{at.x, slopes.min}, {at.x, slopes.max}}, tone, LineLook::Bold});
    }
}

void addEpigraph(const Scene& scene, const std::vector<DrawnCurve>& curves, const Findings& findings, Figure& figure)
{
    const DrawnCurve* curve = activeOf(curves);
    if (!scene.workbench.epigraph || !curve) {
        return;
    }
    if (scene.view.yScale == AxisScale::Logarithmic) {
        figure.workbench.epigraph = spoken(kLinearOnlyWord, scene.language);
        return;
    }
    Pane& pane = figure.panes.front();
    const double top = scene.view.yOf(PaneKind::Value).max;
    const PaneWindow window = paneWindow(scene.view, PaneKind::Value);
    for (const CurveSegment& segment : curve->value.segments) {
        FillInk fill;
        fill.outline = cut(segment.points, scene.judgement.lo, scene.judgement.hi, window);
        if (fill.outline.size() > 1) {
            fill.outline.push_back({fill.outline.back().x, std::max(top, fill.outline.back().y)});
            fill.outline.push_back({fill.outline.front().x, std::max(top, fill.outline.front().y)});
            pane.fills.push_back(std::move(fill));
        }
    }
    // A point below the curve is no point of the epigraph: it is lifted onto the curve.
    const auto lifted = [curve](const PlanePoint& point) {
        const double value = curve->function.value(point.x);
        return FigurePoint{point.x, std::isfinite(value) ? std::max(point.y, value) : point.y};
    };
    const FigurePoint first = lifted(scene.workbench.segmentFirst);
    const FigurePoint second = lifted(scene.workbench.segmentSecond);
    figure.handles.push_back({HandleKind::SegmentFirst, 0, first, {}});
    figure.handles.push_back({HandleKind::SegmentSecond, 0, second, {}});
    double leavesAt = kNaN;
    for (int i = 1; i < kProbes && std::isnan(leavesAt); ++i) {
        const Interval share = Interval::point(static_cast<double>(i) / kProbes);
        const Interval rest = Interval::point(1.0) - share;
        const Interval x = rest * Interval::point(first.x) + share * Interval::point(second.x);
        const Interval y = rest * Interval::point(first.y) + share * Interval::point(second.y);
        const Interval value = curve->function.enclose(x).value;
        // The ends are lifted onto the curve up to rounding, which is no leaving.
        if (value.isEmpty() || (value - y).lo > 1e-12 * (1.0 + value.magnitude())) {
            leavesAt = x.lo;
        }
    }
    const bool leaves = !std::isnan(leavesAt);
    pane.lines.push_back({straightLine({first, second}, window), leaves ? Tone::Cap : Tone::Cup, LineLook::Bold});
    std::string& text = figure.workbench.epigraph;
    if (leaves) {
        text = std::string(spoken(kLeavesWord, scene.language)) + readable(leavesAt, 4);
    } else {
        text = spoken(provedShape(findings, scene) > 0 ? kStaysInsideWord : kSeemsInsideWord, scene.language);
    }
    pane.notes.push_back(
        {{(first.x + second.x) / 2.0, (first.y + second.y) / 2.0}, text, leaves ? Tone::Cap : Tone::Cup});
}

} // namespace secant::composing
