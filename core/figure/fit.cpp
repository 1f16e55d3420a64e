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
/// Boxes on which a function has to be bounded for all of its values to count.
constexpr int kBoxes = 128;

/// Values of all curves in one pane, and whether bounds prove that none of them has a pole in view.
struct Heights {
    std::vector<double> values;
    bool bounded = true;
};

/// Range of the values with a margin; a pole does not flatten all the rest.
Range rangeOf(Heights& heights, const Range& fallback)
{
    std::vector<double>& values = heights.values;
    if (values.empty()) {
        return fallback;
    }
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
    const double width = hi - lo;
    const double pad = width > 0.0 ? kMargin * width : std::max(1.0, 0.1 * std::abs(hi));
    return {lo - pad, hi + pad};
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

} // namespace

View fitted(const Scene& scene)
{
    std::vector<Function> functions;
    for (const CurveSpec& spec : scene.curves) {
        if (const auto function = functionOf(spec); spec.visible && function) {
            functions.push_back(*function);
        }
    }
    View view = scene.view;
    const double width = view.x.max - view.x.min;
    for (const PaneKind kind : kAllPanes) {
        Heights heights;
        for (const Function& function : functions) {
            heights.bounded = heights.bounded && isBounded(function, kind, view.x);
            for (int i = 0; i < kProbes; ++i) {
                addValues(function, kind, view.x.min + width * i / (kProbes - 1), heights.values);
            }
        }
        view.yOf(kind) = rangeOf(heights, view.yOf(kind));
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
