#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "core/figure/compose.h"
#include "core/figure/compose_parts.h"

namespace secant {
namespace {

constexpr int kProbes = 513;
constexpr double kMargin = 0.08;
/// Where there is a pole, values farther from the middle half than this many times its width are left out.
constexpr double kPoleReach = 12.0;
/// Calm ranges stay until the curves fill less than this part of them.
constexpr double kLeastFill = 0.35;
/// A new one ends at multiples of a step that is 1, 2 or 5 times a power of ten and at least this part of it.
constexpr double kRoundPart = 0.05;
/// Room beyond what is passed while an edit goes on, as a part of the height.
constexpr double kRoom = 0.3;
/// A positive range whose ends are in a greater ratio belongs to a logarithmic scale.
constexpr double kWideRatio = 30.0;
constexpr Range kFirstLogRange{0.01, 100.0};
/// Boxes on which a function has to be bounded for all of its values to count.
constexpr int kBoxes = 128;

/// In decades: what is fitted to a logarithmic scale reaches no further down, nor as far up.
constexpr double kLeastPlace = -300.0;

/// Where the values of all curves lie along the axis of one pane (in decades on a logarithmic scale), and whether
/// bounds prove that none of them leaves it in view: at a pole, or where it is not positive.
struct Heights {
    std::vector<double> values;
    bool bounded = true;
};

/// The ends as places along the axis: themselves, or their decades.
Range placesOf(const Range& range, AxisScale scale)
{
    return scale == AxisScale::Linear ? range : Range{std::log10(range.min), std::log10(range.max)};
}

Range rangeAt(const Range& places, AxisScale scale)
{
    return scale == AxisScale::Linear ? places
                                      : Range{std::pow(10.0, std::max(places.min, kLeastPlace)),
                                              std::pow(10.0, std::min(places.max, -kLeastPlace))};
}

/// What is to be seen of the values: a pole does not flatten all the rest. Precondition: there are some.
Range extentOf(Heights& heights)
{
    std::vector<double>& values = heights.values;
    std::sort(values.begin(), values.end());
    const auto quantile = [&](double q) {
        return values[static_cast<std::size_t>(q * static_cast<double>(values.size() - 1))];
    };
    const double spread = quantile(0.75) - quantile(0.25);
    double lo = values.front();
    double hi = values.back();
    if (!heights.bounded && spread > 0.0) {
        lo = std::max(lo, quantile(0.25) - kPoleReach * spread);
        hi = std::min(hi, quantile(0.75) + kPoleReach * spread);
    }
    return {lo, hi};
}

Range withMargin(const Range& extent, AxisScale scale, double part = kMargin)
{
    const double width = extent.max - extent.min;
    const double flat = scale == AxisScale::Linear ? std::max(1.0, 0.1 * std::abs(extent.max)) : 1.0;
    const double pad = width > 0.0 ? part * width : flat;
    return {extent.min - pad, extent.max + pad};
}

/// The ends moved outwards to round numbers.
Range rounded(const Range& range)
{
    const double least = kRoundPart * (range.max - range.min);
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    if (!std::isfinite(least) || !(power > 0.0)) {
        return range;
    }
    double step = 10.0 * power;
    for (const double factor : {5.0, 2.0, 1.0}) {
        step = factor * power >= least ? factor * power : step;
    }
    return {step * std::floor(range.min / step), step * std::ceil(range.max / step)};
}

Range calmRange(const Range& now, const Range& extent, AxisScale scale, Settling settling)
{
    const bool fits = now.min <= extent.min && extent.max <= now.max;
    const double fill = (extent.max - extent.min) / (now.max - now.min);
    const bool isFlat = !(extent.max > extent.min); // A constant fills nothing, wherever it is.
    if (fits && (fill >= kLeastFill || isFlat || settling == Settling::Moving)) {
        return now;
    }
    if (settling == Settling::Settled) {
        return rounded(withMargin(extent, scale));
    }
    const Range wanted = withMargin(extent, scale, kRoom);
    // Only the end that is passed moves, and further than need be, so that it need not move again soon.
    const Range grown{extent.min < now.min ? wanted.min : now.min, extent.max > now.max ? wanted.max : now.max};
    const Range round = rounded(grown);
    return {extent.min < now.min ? round.min : now.min, extent.max > now.max ? round.max : now.max};
}

void addValues(const Function& function, PaneKind kind, double x, std::vector<double>& values)
{
    double y = 0.0;
    if (kind == PaneKind::ParameterSlope) {
        for (std::size_t i = 0; i < function.parameterCount(); ++i) {
            y = function.parameterSlope(x, i);
            if (std::isfinite(y)) {
                values.push_back(y);
            }
        }
        return;
    }
    const Jet jet = function.jet(x);
    y = kind == PaneKind::Value ? jet.value : kind == PaneKind::Slope ? jet.slope : jet.curvature;
    if (std::isfinite(y)) {
        values.push_back(y);
    }
}

bool isBounded(const Function& function, PaneKind kind, const View& view)
{
    if (kind == PaneKind::ParameterSlope) {
        return true; // No bounds are known for it; parameters enter smoothly.
    }
    const auto edge = [&view](int i) {
        return between(view.xScale, view.x.min, view.x.max, static_cast<double>(i) / kBoxes);
    };
    for (int i = 0; i < kBoxes; ++i) {
        const Enclosure box = function.enclose({edge(i), edge(i + 1)});
        const Interval& height = kind == PaneKind::Value   ? box.value
                                 : kind == PaneKind::Slope ? box.slope
                                                           : box.curvature;
        const bool leaves = view.yScaleOf(kind) == AxisScale::Logarithmic && height.lo <= 0.0 && height.hi > 0.0;
        if (!height.isEmpty() && (leaves || !std::isfinite(height.width()))) {
            return false;
        }
    }
    return true;
}

std::vector<Function> visibleFunctions(const Scene& scene)
{
    std::vector<Function> functions;
    for (const CurveSpec& spec : scene.curves) {
        if (const auto function = functionOf(spec); spec.visible && function) {
            functions.push_back(*function);
        }
    }
    return functions;
}

Heights heightsOf(const std::vector<Function>& functions, PaneKind kind, const View& view)
{
    Heights heights;
    for (const Function& function : functions) {
        heights.bounded = heights.bounded && isBounded(function, kind, view);
        for (int i = 0; i < kProbes; ++i) {
            const double part = static_cast<double>(i) / (kProbes - 1);
            addValues(function, kind, between(view.xScale, view.x.min, view.x.max, part), heights.values);
        }
    }
    if (view.yScaleOf(kind) == AxisScale::Logarithmic) {
        std::erase_if(heights.values, [](double value) { return !(value > 0.0); });
        for (double& value : heights.values) {
            value = std::max(std::log10(value), kLeastPlace);
        }
    }
    return heights;
}

/// The range of a pane with room around its curves; nothing where they have no place on its scale.
std::optional<Range> fittedRange(const std::vector<Function>& functions, PaneKind kind, const View& view)
{
    Heights heights = heightsOf(functions, kind, view);
    if (heights.values.empty()) {
        return std::nullopt;
    }
    const AxisScale scale = view.yScaleOf(kind);
    return rangeAt(withMargin(extentOf(heights), scale), scale);
}

} // namespace

bool composing::hasPositive(const Scene& scene, PaneKind kind)
{
    const Heights heights = heightsOf(visibleFunctions(scene), kind, scene.view);
    return scene.view.yScaleOf(kind) == AxisScale::Logarithmic
               ? !heights.values.empty()
               : std::any_of(heights.values.begin(), heights.values.end(), [](double value) { return value > 0.0; });
}

View fitted(const Scene& scene)
{
    const std::vector<Function> functions = visibleFunctions(scene);
    View view = scene.view;
    for (const PaneKind kind : kAllPanes) {
        view.yOf(kind) = fittedRange(functions, kind, view).value_or(view.yOf(kind));
    }
    return clamped(view, scene.view);
}

View calmlyFitted(const Scene& scene, Settling settling)
{
    const std::vector<Function> functions = visibleFunctions(scene);
    View view = scene.view;
    for (const PaneKind kind : kAllPanes) {
        if (kind != PaneKind::Value && !scene.shows(kind)) {
            continue;
        }
        Heights heights = heightsOf(functions, kind, view);
        if (heights.values.empty()) {
            continue;
        }
        const AxisScale scale = view.yScaleOf(kind);
        Range& y = view.yOf(kind);
        y = rangeAt(calmRange(placesOf(y, scale), extentOf(heights), scale, settling), scale);
    }
    return clamped(view, scene.view);
}

View squared(const Scene& scene, const Budget& budget)
{
    View view = scene.view;
    if (view.xScale != view.yScale) {
        return view;
    }
    const Range x = placesOf(view.x, view.xScale);
    const Range y = placesOf(view.yOf(PaneKind::Value), view.yScale);
    const double height = budget.paneHeightPx[static_cast<std::size_t>(PaneKind::Value)];
    const double half = 0.5 * (x.max - x.min) * height / std::max(budget.paneWidthPx, 1.0);
    const double middle = 0.5 * (y.min + y.max);
    view.yOf(PaneKind::Value) = rangeAt({middle - half, middle + half}, view.yScale);
    return clamped(view, scene.view);
}

View withXScale(const Scene& scene, AxisScale scale)
{
    View view = scene.view;
    if (scale == view.xScale) {
        return view;
    }
    view.xScale = scale;
    const double end = view.x.max;
    if (scale == AxisScale::Linear) {
        // What spans decades was no window of a linear scale.
        view.x = end > kWideRatio * view.x.min ? Range{-end, end} : view.x;
    } else if (!(view.x.min > 0.0)) {
        view.x = end > 0.0 ? Range{std::pow(10.0, std::floor(std::log10(end)) - 2.0), end} : kFirstLogRange;
    }
    return clamped(view, scene.view);
}

View withYScale(const Scene& scene, AxisScale scale)
{
    View view = scene.view;
    if (scale == view.yScale) {
        return view;
    }
    view.yScale = scale;
    const std::vector<Function> functions = visibleFunctions(scene);
    for (const PaneKind kind : {PaneKind::Value, PaneKind::Slope, PaneKind::Curvature}) {
        Range& y = view.yOf(kind);
        const bool stays = scale == AxisScale::Linear ? y.max <= kWideRatio * y.min : y.min > 0.0;
        if (!stays) {
            const Range usual = scale == AxisScale::Linear ? y : kFirstLogRange;
            y = fittedRange(functions, kind, view).value_or(usual);
        }
    }
    return clamped(view, scene.view);
}

} // namespace secant
