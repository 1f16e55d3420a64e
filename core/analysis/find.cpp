#include "core/analysis/find.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/canvas.h"
#include "core/analysis/find_parts.h"

namespace secant {
namespace {

/// Enclosures for the breaks and for each of f and f′; fewer for a long formula.
constexpr double kMostEnclosures = 5000.0;
/// Without bounds on f‴ a sign change of f″ is closed in on by halves alone.
constexpr double kCurvatureFactor = 3.0;
constexpr double kShortCost = 20.0;
/// Boxes are not split further once they are narrower than the window by this factor.
constexpr double kFinest = 0x1p-40;
/// More suspect boxes than this are not looked into: they are places too dense to be told apart.
constexpr std::size_t kMostBreaks = 400;

double allowanceFor(const Function& function)
{
    return kMostEnclosures * std::min(1.0, kShortCost / std::max(function.cost(), 1.0));
}

} // namespace

std::size_t FoundFeatures::count(FeatureKind kind) const
{
    return static_cast<std::size_t>(
        std::count_if(features.begin(), features.end(), [kind](const Feature& f) { return f.kind == kind; }));
}

FoundFeatures findFeatures(const Function& function, const Window& window, const std::stop_token& stop, double share)
{
    using namespace finding;
    FoundFeatures findings;
    if (!isDrawable(window)) {
        return findings;
    }
    findings.complete.fill(true);
    const double most = share * allowanceFor(function);
    Allowance forBreaks(most, stop);
    Breaks breaks = breaksIn(function, window.x, forBreaks);
    findings.isCutShort = forBreaks.isSpent();
    if (!breaks.complete || breaks.suspect.size() > kMostBreaks) {
        findings.complete.fill(false);
        breaks.suspect.resize(std::min(breaks.suspect.size(), kMostBreaks));
    }
    const double narrowest =
        window.xScale == AxisScale::Linear ? (window.x.hi / 2.0 - window.x.lo / 2.0) * 2.0 : window.x.lo;
    const double finest = narrowest * kFinest;
    for (const Order order : {Order::Value, Order::Slope, Order::Curvature}) {
        Allowance allowance(order == Order::Curvature ? kCurvatureFactor * most : most, stop);
        for (const Interval& piece : breaks.smooth) {
            huntSigns(function, order, piece, finest, allowance, findings);
        }
        findings.isCutShort = findings.isCutShort || allowance.isSpent();
    }
    classifyBreaks(function, window, breaks, stop, findings);
    std::stable_sort(findings.features.begin(), findings.features.end(),
                     [](const Feature& a, const Feature& b) { return a.x < b.x; });
    if (stop.stop_requested()) {
        findings.complete.fill(false);
    }
    return findings;
}

} // namespace secant
