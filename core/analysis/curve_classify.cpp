#include "core/analysis/curve_classify.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/analysis/doubles.h"

namespace secant {
namespace {

/// Sides closer than this are one.
constexpr double kJoinPx = 0.5;
/// How much closer to the place each probe is than the end of the box.
constexpr std::array kApproach = {0x1p-10, 0x1p-20, 0x1p-40};
/// Last places by which a limit may differ from the value and still be it.
constexpr double kSameUlps = 4.0;

/// Whether values on the way to a place run off in one direction, each step at least about as far as the one before:
/// powers and logarithms do, sin(1/x) does not.
bool diverges(const std::array<double, 5>& path)
{
    constexpr double kAbout = 0.99;
    const double direction = path[1] - path[0];
    double last = 0.0;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const double step = path[i] - path[i - 1];
        if (!std::isfinite(path[i])) {
            return i > 1 || std::isinf(path[i]); // Doubles ended on the way.
        }
        if (step == 0.0 && path[i] == path.back()) {
            return i > 1;
        }
        if (!(step * direction > 0.0) || std::abs(step) < kAbout * last) {
            return false;
        }
        last = std::abs(step);
    }
    return true;
}

/// Whether values on the way to a place go to 0, which on a logarithmic scale is as far down as a pole is up.
bool divesToZero(const std::array<double, 5>& path, const Canvas& canvas)
{
    if (!canvas.isLogY()) {
        return false;
    }
    std::array<double, 5> heights{};
    std::transform(path.begin(), path.end(), heights.begin(), [&](double y) { return canvas.height(y); });
    return heights[1] < heights[0] && path.back() <= canvas.floor && diverges(heights);
}

} // namespace

BreakVerdict BreakClassifier::classify(CurvePoint left, CurvePoint right) const
{
    const bool leftDefined = !std::isnan(left.y);
    const bool rightDefined = !std::isnan(right.y);
    const std::vector<Event> events = eventsWithin(m_function, m_order, {left.x, right.x}, &m_statistics.residuals);
    if (!leftDefined && !rightDefined) {
        return aloneAt(events);
    }
    if (leftDefined != rightDefined) {
        return edgeOfDomain(left, right, events);
    }
    const Event event = chosen(events, left, right);
    BreakVerdict verdict = betweenSides(event, left, right);
    if (verdict.joined && m_canvas.apart(left.y, right.y, kJoinPx)) {
        // What was solved is not where the sides part: a residual may be flat on several doubles.
        verdict = betweenSides(bisectedJump(left, right), left, right);
    }
    return verdict;
}

double BreakClassifier::valueAt(double x) const
{
    ++m_statistics.evaluations;
    return m_function.at(m_order, x);
}

BreakVerdict BreakClassifier::aloneAt(const std::vector<Event>& events) const
{
    BreakVerdict verdict;
    for (const Event& event : events) {
        const double y = valueAt(event.at);
        if (std::isfinite(y)) {
            verdict.isolated = CurvePoint{event.at, y};
            return verdict;
        }
    }
    return verdict;
}

BreakVerdict BreakClassifier::edgeOfDomain(CurvePoint left, CurvePoint right, const std::vector<Event>& events) const
{
    const bool fromLeft = !std::isnan(left.y);
    const CurvePoint outer = fromLeft ? left : right;
    const auto defined = [&](double x) { return !std::isnan(valueAt(x)); };
    const Switch edge = bisect(outer.x, fromLeft ? right.x : left.x, defined);
    // The last defined double, unless the place itself was solved for and lies right beside it.
    double at = edge.yes;
    for (const Event& event : events) {
        if (areNeighbours(event.at, edge.yes) && (defined(event.at) || event.at == edge.no)) {
            at = event.at;
        }
    }
    const Side side = approach(outer, edge.yes);
    BreakVerdict verdict;
    if (side.course == Side::Course::Oscillates) {
        return verdict;
    }
    const double value = valueAt(at);
    const bool diverges = side.course == Side::Course::Diverges;
    const double limit = side.tidied(value);
    (fromLeft ? verdict.left : verdict.right) = CurvePoint{at, side.drawn};
    verdict.mark = CurveBreak{diverges ? BreakKind::Pole : BreakKind::DomainEdge, at + 0.0, fromLeft ? limit : kNaN,
                              fromLeft ? kNaN : limit, value};
    return verdict;
}

BreakVerdict BreakClassifier::betweenSides(const Event& event, CurvePoint left, CurvePoint right) const
{
    const Side from = approach(left, event.below);
    const Side to = approach(right, event.above);
    BreakVerdict verdict;
    if (from.course == Side::Course::Oscillates || to.course == Side::Course::Oscillates) {
        return verdict;
    }
    const double value = valueAt(event.at);
    verdict.left = CurvePoint{event.at, from.drawn};
    verdict.right = CurvePoint{event.at, to.drawn};
    const auto marked = [&](BreakKind kind) {
        return CurveBreak{kind, event.at + 0.0, from.tidied(value), to.tidied(value), value};
    };
    if (from.course == Side::Course::Diverges || to.course == Side::Course::Diverges) {
        verdict.mark = marked(BreakKind::Pole);
    } else if (m_canvas.apart(from.limit, to.limit, kJoinPx)) {
        verdict.mark = marked(BreakKind::Jump);
    } else {
        verdict.joined = true;
        if (lacksDerivative(event)) {
            // Both sides of a corner may be as curved as each other, and still f″ is not defined at it.
            verdict.mark = CurveBreak{BreakKind::Hole, event.at + 0.0, from.limit, to.limit, kNaN};
        } else if (std::isnan(value) || m_canvas.apart(value, from.limit, kJoinPx)) {
            verdict.mark = marked(BreakKind::Hole);
        }
    }
    return verdict;
}

Event BreakClassifier::chosen(const std::vector<Event>& events, CurvePoint left, CurvePoint right) const
{
    const Event* best = nullptr;
    double widest = -1.0;
    for (const Event& event : events) {
        if (event.at < left.x || event.at > right.x) {
            continue;
        }
        if (std::isnan(valueAt(event.at))) {
            return event;
        }
        const double gap = std::abs(valueAt(event.above) - valueAt(event.below));
        if (gap > widest || std::isnan(gap)) {
            widest = gap;
            best = &event;
        }
    }
    return best ? *best : bisectedJump(left, right);
}

Event BreakClassifier::bisectedJump(CurvePoint left, CurvePoint right) const
{
    while (!areNeighbours(left.x, right.x)) {
        const double x = middleDouble(left.x, right.x);
        const double y = valueAt(x);
        if (std::isnan(y)) {
            return eventAt(x);
        }
        (std::abs(y - left.y) <= std::abs(y - right.y) ? left : right) = {x, y};
    }
    return {left.x, right.x, right.x};
}

double BreakClassifier::Side::tidied(double value) const
{
    return std::abs(limit - value) <= slack ? value : limit;
}

BreakClassifier::Side BreakClassifier::approach(CurvePoint outer, double inner) const
{
    const double innermost = valueAt(inner);
    std::array<double, 5> path = {outer.y, 0.0, 0.0, 0.0, innermost};
    for (std::size_t i = 0; i < kApproach.size(); ++i) {
        path[i + 1] = valueAt(inner + (outer.x - inner) * kApproach[i]);
    }
    Side side;
    if (!m_canvas.apart(path[1], outer.y, kJoinPx) && std::isfinite(path[1])) {
        // Quotients that cancel are only noise one double away from the place: then the nearest sound probe counts.
        const Bounds there = boundsOf(m_function.enclose(Interval::point(inner)), m_order);
        ++m_statistics.enclosures;
        const bool sound = there.grade == Grade::Continuous && m_canvas.tall(there.value) <= kJoinPx;
        side.limit = sound && std::isfinite(innermost) ? innermost : path[1];
        side.drawn = side.limit;
        const double further = valueAt(stepped(inner, outer.x < inner ? -1 : 1));
        const double step = std::abs(further - innermost);
        const double rounding = std::numeric_limits<double>::epsilon() * std::abs(side.limit);
        side.slack = kSameUlps * ((std::isfinite(step) ? step : 0.0) + rounding);
        return side;
    }
    if (!diverges(path) && divesToZero(path, m_canvas)) {
        side.limit = innermost;
        side.drawn = innermost;
        return side;
    }
    if (!diverges(path)) {
        side.course = Side::Course::Oscillates;
        return side;
    }
    side.course = Side::Course::Diverges;
    side.limit = std::copysign(kInfinity, path[1] - path[0]);
    side.drawn = std::isnan(innermost) ? side.limit : innermost;
    return side;
}

bool BreakClassifier::lacksDerivative(const Event& event) const
{
    if (m_order == Order::Value) {
        return false;
    }
    const Enclosure there = m_function.enclose({event.below, event.above});
    ++m_statistics.enclosures;
    return (m_order == Order::Slope ? there.valueGrade : there.slopeGrade) != Grade::Continuous;
}

} // namespace secant
