#include <algorithm>
#include <cmath>

#include "core/number/enclosure.h"

namespace secant {

namespace {

// pow, exp and log of the C library are wrong by less than 1 ulp.
constexpr double kLibraryUlps = 2.0;

constexpr Interval kNonNegative = {0.0, kInfinity};

Interval pointPower(double x, double exponent)
{
    return intersection(widened(Interval::point(std::pow(x, exponent)), kLibraryUlps), kNonNegative);
}

/// Bounds on x^e over x ≥ 0 and all e: being monotone in each, it is extreme at corners.
Interval realPower(const Interval& x, const Interval& exponent)
{
    Interval range = hull(pointPower(x.lo, exponent.lo), pointPower(x.hi, exponent.lo));
    if (exponent.lo != exponent.hi) {
        range = hull(range, hull(pointPower(x.lo, exponent.hi), pointPower(x.hi, exponent.hi)));
    }
    return range;
}

/// u^c over `u` for a constant c that is not proved to be an integer.
Enclosure realPowerOuter(const Interval& u, const Interval& exponent)
{
    const bool growing = exponent.lo > 0.0;
    if (u.isEmpty() || u.hi < 0.0 || (u.hi == 0.0 && !growing)) {
        return Enclosure::nowhere();
    }
    const Interval one = Interval::point(1.0);
    const Interval base = intersection(u, kNonNegative);
    const Interval once = exponent - one;
    const Interval twice = once - one;
    Enclosure e = {realPower(base, exponent), exponent * realPower(base, once),
                   exponent * once * realPower(base, twice)};
    if (u.lo < 0.0 || (u.lo == 0.0 && !growing)) {
        e.valueGrade = e.slopeGrade = e.curvatureGrade = Grade::Partial;
    } else if (u.lo == 0.0) {
        // At 0 the slope is finite for c ≥ 1 only, the curvature for c ≥ 2 only.
        e.slopeGrade = once.lo >= 0.0 ? Grade::Continuous : Grade::Partial;
        e.curvatureGrade = twice.lo >= 0.0 ? Grade::Continuous : Grade::Partial;
    }
    return e;
}

Enclosure integerPowerOuter(const Interval& u, int n)
{
    const Interval factor = Interval::point(n);
    Enclosure e = {power(u, n), factor * power(u, n - 1), factor * (factor - Interval::point(1.0)) * power(u, n - 2)};
    if (n < 0 && u.contains(0.0)) {
        e.valueGrade = e.slopeGrade = e.curvatureGrade = u.isZero() ? Grade::Empty : Grade::Partial;
    }
    return e;
}

Enclosure logOuter(const Interval& u)
{
    if (u.isEmpty() || u.hi <= 0.0) {
        return Enclosure::nowhere();
    }
    const Interval base = intersection(u, kNonNegative);
    const Interval value = widened({std::log(base.lo), std::log(base.hi)}, kLibraryUlps);
    const Interval slope = Interval::point(1.0) / base;
    const Grade grade = u.lo <= 0.0 ? Grade::Partial : Grade::Continuous;
    return {value, slope, -square(slope), grade, grade, grade};
}

Enclosure expOuter(const Interval& u)
{
    const Interval value = intersection(widened({std::exp(u.lo), std::exp(u.hi)}, kLibraryUlps), kNonNegative);
    return {value, value, value};
}

} // namespace

Enclosure power(const Enclosure& a, int n)
{
    if (a.valueGrade == Grade::Empty) {
        return Enclosure::nowhere();
    }
    if (n == 1) {
        return a;
    }
    if (n == 0) {
        return compose(Enclosure::constant(Interval::point(1.0)), a);
    }
    return compose(integerPowerOuter(a.value, n), a);
}

Enclosure power(const Enclosure& a, double p)
{
    constexpr double kLargestInteger = 1e9;
    if (p == std::trunc(p)) {
        if (std::abs(p) <= kLargestInteger) {
            return power(a, static_cast<int>(p));
        }
        if (a.value.lo < 0.0) { // Defined, yet its sign hangs on whether p is even: nothing is claimed.
            const Interval any = Interval::whole();
            return compose({any, any, any, Grade::Partial, Grade::Partial, Grade::Partial}, a);
        }
    }
    return compose(realPowerOuter(a.value, Interval::point(p)), a);
}

Enclosure power(const Enclosure& a, const Enclosure& b)
{
    if (b.valueGrade == Grade::Empty || a.valueGrade == Grade::Empty || a.value.hi <= 0.0) {
        return Enclosure::nowhere();
    }
    if (b.slope.isZero() && b.slopeGrade == Grade::Continuous && a.value.lo > 0.0) {
        return compose(realPowerOuter(a.value, b.value), a);
    }
    const Enclosure exponent = b * compose(logOuter(a.value), a);
    Enclosure e = compose(expOuter(exponent.value), exponent);
    if (e.valueGrade != Grade::Empty) {
        e.value = intersection(e.value, realPower(intersection(a.value, kNonNegative), b.value));
    }
    return e;
}

} // namespace secant
