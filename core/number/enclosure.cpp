#include "core/number/enclosure.h"

#include <algorithm>
#include <cmath>

namespace secant {

namespace {

Grade least(Grade a, Grade b)
{
    return std::min(a, b);
}

/// Brings bounds and grades in line with the contract: each derivative is at most as good as what it derives from,
/// a jump has no slope, and what is defined nowhere has no bounds.
Enclosure settled(Enclosure e)
{
    if (e.valueGrade == Grade::Empty) {
        return Enclosure::nowhere();
    }
    e.slopeGrade = least(e.slopeGrade, e.valueGrade);
    e.curvatureGrade = least(e.curvatureGrade, e.slopeGrade);
    if (e.valueGrade == Grade::Defined) {
        e.slope = Interval::whole();
        e.curvature = Interval::whole();
    }
    return e;
}

/// `bounds` of a combination of a and b, with the least of their grades.
Enclosure combined(const Enclosure& bounds, const Enclosure& a, const Enclosure& b)
{
    Enclosure e = bounds;
    e.valueGrade = least(a.valueGrade, b.valueGrade);
    e.slopeGrade = least(a.slopeGrade, b.slopeGrade);
    e.curvatureGrade = least(a.curvatureGrade, b.curvatureGrade);
    return settled(e);
}

Enclosure atMost(Grade grade, Enclosure e)
{
    e.valueGrade = least(e.valueGrade, grade);
    e.slopeGrade = least(e.slopeGrade, grade);
    e.curvatureGrade = least(e.curvatureGrade, grade);
    return settled(e);
}

bool isConstant(const Enclosure& e)
{
    return e.slope.isZero() && e.slopeGrade == Grade::Continuous;
}

bool isConstantZero(const Enclosure& e)
{
    return e.value.isZero() && isConstant(e);
}

/// The greater or lesser of two operands on a box where it is `chosen` throughout. `other` need only be defined.
Enclosure onlyBranch(const Enclosure& chosen, const Enclosure& other)
{
    return other.valueGrade == Grade::Partial ? atMost(Grade::Partial, chosen) : chosen;
}

/// Either operand may be the greater one somewhere: the slope may jump from one to the other.
Enclosure eitherBranch(const Interval& value, const Enclosure& a, const Enclosure& b)
{
    const Enclosure bounds = {value, hull(a.slope, b.slope), hull(a.curvature, b.curvature)};
    Enclosure e = combined(bounds, a, b);
    if (!(e.slope.isZero() && e.valueGrade == Grade::Continuous)) {
        e.slopeGrade = least(e.slopeGrade, Grade::Defined);
        e.curvatureGrade = least(e.curvatureGrade, Grade::Defined);
    }
    return e;
}

} // namespace

Enclosure operator-(const Enclosure& a)
{
    return {-a.value, -a.slope, -a.curvature, a.valueGrade, a.slopeGrade, a.curvatureGrade};
}

Enclosure operator+(const Enclosure& a, const Enclosure& b)
{
    return combined({a.value + b.value, a.slope + b.slope, a.curvature + b.curvature}, a, b);
}

Enclosure operator-(const Enclosure& a, const Enclosure& b)
{
    return combined({a.value - b.value, a.slope - b.slope, a.curvature - b.curvature}, a, b);
}

Enclosure operator*(const Enclosure& a, const Enclosure& b)
{
    if ((isConstantZero(a) && b.valueGrade >= Grade::Defined) ||
        (isConstantZero(b) && a.valueGrade >= Grade::Defined)) {
        return Enclosure::constant(Interval::point(0.0)); // Whatever jumps the other factor has.
    }
    const Interval rates = a.slope * b.slope;
    return combined({a.value * b.value, a.slope * b.value + a.value * b.slope,
                     a.curvature * b.value + (rates + rates) + a.value * b.curvature},
                    a, b);
}

Enclosure operator/(const Enclosure& a, const Enclosure& b)
{
    if (b.value.isZero()) {
        return Enclosure::nowhere();
    }
    // q′ = (u′ − q v′)/v and q″ = (u″ − 2q′v′ − q v″)/v: narrower than (u′v − uv′)/v².
    const Interval value = a.value / b.value;
    const Interval slope = (a.slope - value * b.slope) / b.value;
    const Interval rates = slope * b.slope;
    const Interval curvature = (a.curvature - (rates + rates) - value * b.curvature) / b.value;
    const Enclosure e = combined({value, slope, curvature}, a, b);
    return b.value.contains(0.0) ? atMost(Grade::Partial, e) : e;
}

Enclosure minimum(const Enclosure& a, const Enclosure& b)
{
    if (a.valueGrade == Grade::Empty || b.valueGrade == Grade::Empty) {
        return Enclosure::nowhere();
    }
    if (a.value.hi <= b.value.lo) {
        return onlyBranch(a, b);
    }
    if (b.value.hi <= a.value.lo) {
        return onlyBranch(b, a);
    }
    return eitherBranch(minimum(a.value, b.value), a, b);
}

Enclosure maximum(const Enclosure& a, const Enclosure& b)
{
    if (a.valueGrade == Grade::Empty || b.valueGrade == Grade::Empty) {
        return Enclosure::nowhere();
    }
    if (a.value.lo >= b.value.hi) {
        return onlyBranch(a, b);
    }
    if (b.value.lo >= a.value.hi) {
        return onlyBranch(b, a);
    }
    return eitherBranch(maximum(a.value, b.value), a, b);
}

Enclosure modulo(const Enclosure& a, const Enclosure& b)
{
    if (a.valueGrade == Grade::Empty || b.valueGrade == Grade::Empty || b.value.isZero()) {
        return Enclosure::nowhere();
    }
    const Interval range = hull(Interval::point(0.0), b.value);
    const Interval quotient = a.value / b.value;
    const double steps = std::floor(quotient.lo);
    const bool isWithinStep = std::isfinite(steps) && steps == std::floor(quotient.hi);
    if (isWithinStep && !b.value.contains(0.0)) {
        Enclosure e = steps == 0.0 ? a : a - Enclosure::constant(Interval::point(steps)) * b;
        e.value = intersection(e.value, range);
        return combined(e, a, b);
    }
    const Enclosure e = combined({range, Interval::whole(), Interval::whole()}, a, b);
    return atMost(b.value.contains(0.0) ? Grade::Partial : Grade::Defined, e);
}

Enclosure choose(const Enclosure& condition, const Enclosure& a, const Enclosure& b)
{
    if (condition.valueGrade == Grade::Empty) {
        return Enclosure::nowhere();
    }
    if (condition.value.lo == condition.value.hi) {
        const Enclosure& chosen = condition.value.lo == 0.0 ? b : a;
        return condition.valueGrade == Grade::Partial ? atMost(Grade::Partial, chosen) : chosen;
    }
    if (a.valueGrade == Grade::Empty && b.valueGrade == Grade::Empty) {
        return Enclosure::nowhere();
    }
    Enclosure e{hull(a.value, b.value), Interval::whole(), Interval::whole()};
    const Grade worst = std::max(Grade::Partial, least(a.valueGrade, b.valueGrade));
    e.valueGrade = least(least(worst, condition.valueGrade), Grade::Defined);
    return settled(e);
}

Enclosure compose(const Enclosure& outer, const Enclosure& inner)
{
    if (isConstant(inner) && outer.valueGrade >= Grade::Defined) {
        return Enclosure::constant(outer.value); // g of one number: a kink or jump of g is not crossed.
    }
    return combined(
        {outer.value, outer.slope * inner.slope, outer.curvature * square(inner.slope) + outer.slope * inner.curvature},
        outer, inner);
}

} // namespace secant
