#include <algorithm>
#include <cmath>
#include <vector>

#include "core/figure/compose.h"

namespace secant {
namespace {

constexpr int kProbes = 513;
constexpr double kMargin = 0.08;
/// Values farther from the middle half than this many times its width belong to a pole and are left out.
constexpr double kPoleReach = 12.0;

/// Range of the values with a margin; a pole does not flatten all the rest.
Range rangeOf(std::vector<double>& values, const Range& fallback)
{
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
    if (spread > 0.0) {
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

} // namespace

View fitted(const Scene& scene)
{
    View view = scene.view;
    const double width = view.x.max - view.x.min;
    for (const PaneKind kind : kAllPanes) {
        std::vector<double> values;
        for (const CurveSpec& spec : scene.curves) {
            const auto function = functionOf(spec);
            if (!spec.visible || !function) {
                continue;
            }
            for (int i = 0; i < kProbes; ++i) {
                addValues(*function, kind, view.x.min + width * i / (kProbes - 1), values);
            }
        }
        view.yOf(kind) = rangeOf(values, view.yOf(kind));
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
