#include <algorithm>
#include <cmath>
#include <vector>

#include "core/figure/compose.h"

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
/// Boxes on which a function has to be bounded for all of its values to count.
constexpr int kBoxes = 128;

/// Values of all curves in one pane, and whether bounds prove that none of them has a pole in view.
struct Heights {
    std::vector<double> values;
    bool bounded = true;
};

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

Range withMargin(const Range& extent, double part = kMargin)
{
    const double width = extent.max - extent.min;
    const double pad = width > 0.0 ? part * width : std::max(1.0, 0.1 * std::abs(extent.max));
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

Range calmRange(const Range& now, const Range& extent, Settling settling)
{
    const bool fits = now.min <= extent.min && extent.max <= now.max;
    const double fill = (extent.max - extent.min) / (now.max - now.min);
    const bool isFlat = !(extent.max > extent.min); // A constant fills nothing, wherever it is.
    if (fits && (fill >= kLeastFill || isFlat || settling == Settling::Moving)) {
        return now;
    }
    if (settling == Settling::Settled) {
        return rounded(withMargin(extent));
    }
    const Range wanted = withMargin(extent, kRoom);
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

bool isBounded(const Function& function, PaneKind kind, const Range& x)
{
    if (kind == PaneKind::ParameterSlope) {
        return true; // No bounds are known for it; parameters enter smoothly.
    }
    const double step = (x.max - x.min) / kBoxes;
    for (int i = 0; i < kBoxes; ++i) {
        const Enclosure box = function.enclose({x.min + i * step, x.min + (i + 1) * step});
        const Interval& height = kind == PaneKind::Value   ? box.value
                                 : kind == PaneKind::Slope ? box.slope
                                                           : box.curvature;
        if (!height.isEmpty() && !std::isfinite(height.width())) {
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

Heights heightsOf(const std::vector<Function>& functions, PaneKind kind, const Range& x)
{
    Heights heights;
    const double width = x.max - x.min;
    for (const Function& function : functions) {
        heights.bounded = heights.bounded && isBounded(function, kind, x);
        for (int i = 0; i < kProbes; ++i) {
            addValues(function, kind, x.min + width * i / (kProbes - 1), heights.values);
        }
    }
    return heights;
}

} // namespace

View fitted(const Scene& scene)
{
    const std::vector<Function> functions = visibleFunctions(scene);
    View view = scene.view;
    for (const PaneKind kind : kAllPanes) {
        Heights heights = heightsOf(functions, kind, view.x);
        if (!heights.values.empty()) {
            view.yOf(kind) = withMargin(extentOf(heights));
        }
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
        Heights heights = heightsOf(functions, kind, view.x);
        if (!heights.values.empty()) {
            view.yOf(kind) = calmRange(view.yOf(kind), extentOf(heights), settling);
        }
    }
    return clamped(view, scene.view);
}

View squared(const Scene& scene, const Budget& budget)
{
    View view = scene.view;
    Range& y = view.yOf(PaneKind::Value);
    const double height = budget.paneHeightPx[static_cast<std::size_t>(PaneKind::Value)];
    const double half = 0.5 * (view.x.max - view.x.min) * height / std::max(budget.paneWidthPx, 1.0);
    const double middle = 0.5 * (y.min + y.max);
    y = {middle - half, middle + half};
    return clamped(view, scene.view);
}

} // namespace secant
