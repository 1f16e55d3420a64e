#include "core/analysis/event.h"

#include <cmath>
#include <cstddef>

#include "core/analysis/doubles.h"

namespace secant {
namespace {

constexpr std::size_t kMaxEvents = 4;
constexpr int kMaxSteps = 200;
constexpr double kGolden = 0.6180339887498949;

/// A sign change between two doubles, with the residual at each.
struct Bracket {
    double lo = 0.0;
    double atLo = 0.0;
    double hi = 0.0;
    double atHi = 0.0;

    /// Where the secant crosses 0; the middle double if rounding or a huge residual puts that outside.
    [[nodiscard]] double secant() const
    {
        const double x = lo + (hi - lo) * (atLo / (atLo - atHi));
        return lo < x && x < hi ? x : middleDouble(lo, hi);
    }
};

Event between(const Bracket& bracket)
{
    return {bracket.lo, std::abs(bracket.atLo) <= std::abs(bracket.atHi) ? bracket.lo : bracket.hi, bracket.hi};
}

void count(std::size_t* residuals)
{
    if (residuals) {
        ++*residuals;
    }
}

bool changesSign(double a, double b)
{
    return (a < 0.0 && b > 0.0) || (a > 0.0 && b < 0.0);
}

} // namespace

Event eventAt(double x)
{
    return {stepped(x, -1), x + 0.0, stepped(x, 1)};
}

std::optional<Event> crossing(const Function& function, const Suspect& suspect, const Interval& box,
                              std::size_t* residuals)
{
    const auto residualAt = [&](double x) {
        count(residuals);
        return function.residual(suspect, x);
    };
    Bracket bracket{box.lo, residualAt(box.lo), box.hi, residualAt(box.hi)};
    if (bracket.atLo == 0.0) {
        return eventAt(box.lo);
    }
    if (bracket.atHi == 0.0) {
        return eventAt(box.hi);
    }
    if (!changesSign(bracket.atLo, bracket.atHi)) {
        return std::nullopt;
    }
    // The weights are halved where an end stays twice (Illinois), so they are kept apart from the true residuals.
    Bracket weighted = bracket;
    int kept = 0;
    for (int step = 0; step < kMaxSteps && !areNeighbours(bracket.lo, bracket.hi); ++step) {
        const double x = step % 6 == 5 ? middleDouble(bracket.lo, bracket.hi) : weighted.secant();
        const double residual = residualAt(x);
        if (residual == 0.0) {
            return eventAt(x);
        }
        if (std::isnan(residual)) {
            return std::nullopt;
        }
        if (changesSign(bracket.atLo, residual)) {
            bracket.hi = weighted.hi = x;
            bracket.atHi = weighted.atHi = residual;
            weighted.atLo *= kept == 1 ? 0.5 : 1.0;
            kept = 1;
        } else {
            bracket.lo = weighted.lo = x;
            bracket.atLo = weighted.atLo = residual;
            weighted.atHi *= kept == -1 ? 0.5 : 1.0;
            kept = -1;
        }
    }
    return between(bracket);
}

Event nearestApproach(const Function& function, const Suspect& suspect, const Interval& box, std::size_t* residuals)
{
    const auto distance = [&](double x) {
        count(residuals);
        const double residual = std::abs(function.residual(suspect, x));
        return std::isnan(residual) ? kInfinity : residual;
    };
    double lo = box.lo;
    double hi = box.hi;
    double left = hi - kGolden * (hi - lo);
    double right = lo + kGolden * (hi - lo);
    double atLeft = distance(left);
    double atRight = distance(right);
    for (int step = 0; step < kMaxSteps && lo < left && left < right && right < hi; ++step) {
        if (atLeft <= atRight) {
            hi = right;
            right = left;
            atRight = atLeft;
            left = hi - kGolden * (hi - lo);
            atLeft = distance(left);
        } else {
            lo = left;
            left = right;
            atLeft = atRight;
            right = lo + kGolden * (hi - lo);
            atRight = distance(right);
        }
    }
    // 0 is where double roots like to sit, and no section reaches it before the steps run out.
    const double best = atLeft <= atRight ? left : right;
    return eventAt(box.contains(0.0) && distance(0.0) <= distance(best) ? 0.0 : best);
}

std::optional<Event> firstCrossingInside(const Function& function, Order order, const Interval& box,
                                         std::size_t* residuals)
{
    for (const Suspect& suspect : function.suspects(box, order)) {
        const std::optional<Event> event = crossing(function, suspect, box, residuals);
        if (event && box.lo < event->below && event->above < box.hi) {
            return event;
        }
    }
    return std::nullopt;
}

std::optional<Event> firstTouchInside(const Function& function, Order order, const Interval& box,
                                      std::size_t* residuals)
{
    for (const Suspect& suspect : function.suspects(box, order)) {
        const Event event = nearestApproach(function, suspect, box, residuals);
        if (box.lo < event.below && event.above < box.hi && !std::isfinite(function.at(order, event.at))) {
            return event;
        }
    }
    return std::nullopt;
}

std::vector<Event> eventsWithin(const Function& function, Order order, const Interval& box, std::size_t* residuals)
{
    std::vector<Event> events;
    for (const Suspect& suspect : function.suspects(box, order)) {
        const std::optional<Event> event = crossing(function, suspect, box, residuals);
        events.push_back(event ? *event : nearestApproach(function, suspect, box, residuals));
        if (events.size() == kMaxEvents) {
            break;
        }
    }
    return events;
}

} // namespace secant
