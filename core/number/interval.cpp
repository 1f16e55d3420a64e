#include "core/number/interval.h"

#include <algorithm>
#include <cmath>

#include "core/number/rounding.h"

namespace secant {

using namespace rounding;

namespace {

/// x moved down by `ulps` units in the last place and by `absolute`.
double movedDown(double x, double ulps, double absolute)
{
    if (x == -kInfinity || std::isnan(x)) {
        return -kInfinity;
    }
    const double start = std::min(x, kLargest);
    double step = ulps * ulp(start);
    if (absolute > 0.0) {
        // A step that is large enough grows by more than a tiny `absolute`; adding subnormal numbers is slow.
        const bool hidden = absolute < kSmallestNormal && step > kSmallestExact;
        step = nextUp(hidden ? step : step + absolute);
    } else if (step < kSmallestExact && ulps > 0.0) {
        step = nextUp(step); // A fraction of a denormal is not a double.
    }
    return step == 0.0 ? start : addDown(start, -step);
}

/// Bounds on x^n for x ≥ 0, n ≥ 1 by repeated squaring; every partial product is rounded the same way.
template<double (*multiply)(double, double)>
double powerOfNonNegative(double x, unsigned n)
{
    double result = 1.0;
    double factor = x;
    while (true) {
        if ((n & 1U) != 0U) {
            result = multiply(result, factor);
        }
        n >>= 1U;
        if (n == 0U) {
            return result;
        }
        factor = multiply(factor, factor);
    }
}

double signedPowerDown(double x, unsigned oddExponent)
{
    return x >= 0.0 ? powerOfNonNegative<multiplyDown>(x, oddExponent)
                    : -powerOfNonNegative<multiplyUp>(-x, oddExponent);
}

Interval positivePower(Interval a, unsigned n)
{
    if (n == 0U) {
        return Interval::point(1.0);
    }
    if ((n & 1U) != 0U) {
        return {signedPowerDown(a.lo, n), -signedPowerDown(-a.hi, n)};
    }
    return {powerOfNonNegative<multiplyDown>(a.mignitude(), n), powerOfNonNegative<multiplyUp>(a.magnitude(), n)};
}

/// a / b for 0 ≤ b.lo, b.hi > 0.
Interval quotientByNonNegative(Interval a, Interval b)
{
    if (b.lo == 0.0) {
        return {a.lo >= 0.0 ? divideDown(a.lo, b.hi) : -kInfinity, a.hi <= 0.0 ? divideUp(a.hi, b.hi) : kInfinity};
    }
    return {divideDown(a.lo, a.lo >= 0.0 ? b.hi : b.lo), divideUp(a.hi, a.hi >= 0.0 ? b.lo : b.hi)};
}

} // namespace

double Interval::magnitude() const
{
    return isEmpty() ? 0.0 : std::max(std::abs(lo), std::abs(hi));
}

double Interval::mignitude() const
{
    if (isEmpty() || contains(0.0)) {
        return 0.0;
    }
    return lo > 0.0 ? lo : -hi;
}

Interval hull(Interval a, Interval b)
{
    if (a.isEmpty()) {
        return b;
    }
    if (b.isEmpty()) {
        return a;
    }
    return {std::min(a.lo, b.lo), std::max(a.hi, b.hi)};
}

Interval intersection(Interval a, Interval b)
{
    if (a.isEmpty() || b.isEmpty()) {
        return Interval::empty();
    }
    const Interval both = {std::max(a.lo, b.lo), std::min(a.hi, b.hi)};
    return both.isEmpty() ? Interval::empty() : both;
}

Interval widened(Interval a, double ulps, double absolute)
{
    if (a.isEmpty()) {
        return Interval::empty();
    }
    return {movedDown(a.lo, ulps, absolute), -movedDown(-a.hi, ulps, absolute)};
}

Interval operator-(Interval a)
{
    return {-a.hi, -a.lo};
}

Interval operator+(Interval a, Interval b)
{
    if (a.isEmpty() || b.isEmpty()) {
        return Interval::empty();
    }
    return {addDown(a.lo, b.lo), addUp(a.hi, b.hi)};
}

Interval operator-(Interval a, Interval b)
{
    return a + -b;
}

Interval operator*(Interval a, Interval b)
{
    if (a.isEmpty() || b.isEmpty()) {
        return Interval::empty();
    }
    if (a.lo >= 0.0) {
        return {multiplyDown(b.lo >= 0.0 ? a.lo : a.hi, b.lo), multiplyUp(b.hi >= 0.0 ? a.hi : a.lo, b.hi)};
    }
    if (a.hi <= 0.0) {
        return {multiplyDown(b.hi >= 0.0 ? a.lo : a.hi, b.hi), multiplyUp(b.lo >= 0.0 ? a.hi : a.lo, b.lo)};
    }
    if (b.lo >= 0.0) {
        return {multiplyDown(a.lo, b.hi), multiplyUp(a.hi, b.hi)};
    }
    if (b.hi <= 0.0) {
        return {multiplyDown(a.hi, b.lo), multiplyUp(a.lo, b.lo)};
    }
    return {std::min(multiplyDown(a.lo, b.hi), multiplyDown(a.hi, b.lo)),
            std::max(multiplyUp(a.lo, b.lo), multiplyUp(a.hi, b.hi))};
}

Interval operator/(Interval a, Interval b)
{
    if (a.isEmpty() || b.isEmpty() || b.isZero()) {
        return Interval::empty();
    }
    if (b.lo >= 0.0) {
        return quotientByNonNegative(a, b);
    }
    if (b.hi <= 0.0) {
        return quotientByNonNegative(-a, -b);
    }
    return Interval::whole();
}

Interval square(Interval a)
{
    if (a.isEmpty()) {
        return Interval::empty();
    }
    const double least = a.mignitude();
    const double greatest = a.magnitude();
    return {multiplyDown(least, least), multiplyUp(greatest, greatest)};
}

Interval power(Interval a, int n)
{
    if (a.isEmpty()) {
        return Interval::empty();
    }
    if (n >= 0) {
        return positivePower(a, static_cast<unsigned>(n));
    }
    return Interval::point(1.0) / positivePower(a, 0U - static_cast<unsigned>(n));
}

Interval minimum(Interval a, Interval b)
{
    if (a.isEmpty() || b.isEmpty()) {
        return Interval::empty();
    }
    return {std::min(a.lo, b.lo), std::min(a.hi, b.hi)};
}

Interval maximum(Interval a, Interval b)
{
    if (a.isEmpty() || b.isEmpty()) {
        return Interval::empty();
    }
    return {std::max(a.lo, b.lo), std::max(a.hi, b.hi)};
}

} // namespace secant
