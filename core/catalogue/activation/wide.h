#pragma once

#include <cmath>

#include "core/catalogue/activation/extended.h"

/// Twice the digits of Extended, for differences that nearly vanish next to a root whose place depends on parameters.
/// Slow: to be used only there.
namespace secant::activation {

/// The unevaluated sum high + low, with |low| ≤ ulp(high)/2.
struct Wide {
    Extended high = 0;
    Extended low = 0;

    [[nodiscard]] double rounded() const { return static_cast<double>(high + low); }
};

/// Knuth's TwoSum: exact.
[[nodiscard]] inline Wide sumOf(Extended a, Extended b)
{
    const Extended high = a + b;
    const Extended virtualB = high - a;
    return {high, (a - (high - virtualB)) + (b - virtualB)};
}

/// Exact.
[[nodiscard]] inline Wide productOf(Extended a, Extended b)
{
    const Extended high = a * b;
    return {high, std::fma(a, b, -high)};
}

[[nodiscard]] inline Wide operator+(const Wide& a, const Wide& b)
{
    const Wide high = sumOf(a.high, b.high);
    const Wide low = sumOf(a.low, b.low);
    const Wide sum = sumOf(high.high, high.low + low.high);
    return sumOf(sum.high, sum.low + low.low);
}

[[nodiscard]] inline Wide operator*(const Wide& a, const Wide& b)
{
    const Wide high = productOf(a.high, b.high);
    return sumOf(high.high, high.low + (a.high * b.low + a.low * b.high));
}

/// From here on down e^z is a low part beside −1.
inline constexpr Extended kNegligibleExponent = -40;

/// e^z − 1 − z for z ≤ 0, by its series at z/2^k and e^2r − 1 − 2r = 2(e^r − 1 − r) + (e^r − 1)², where nothing
/// cancels.
[[nodiscard]] inline Wide exponentialRest(const Wide& z)
{
    if (z.high < kNegligibleExponent) {
        return sumOf(-1, -z.high) + Wide{std::exp(z.high), -z.low};
    }
    int doublings = 0;
    Wide r = z;
    for (; r.high < -0.0625L; ++doublings) {
        r = {r.high / 2, r.low / 2};
    }
    Wide sum{1, 0}; // Σ rⁿ 2/(n + 2)!
    for (int n = 20; n >= 3; --n) {
        const Extended part = 1.0L / n;
        const Wide inverse{part, std::fma(-part, static_cast<Extended>(n), 1.0L) / n};
        sum = Wide{1, 0} + r * inverse * sum;
    }
    Wide rest = r * r * Wide{0.5L, 0} * sum;
    for (; doublings > 0; --doublings) {
        const Wide expm1 = r + rest;
        rest = Wide{2 * rest.high, 2 * rest.low} + expm1 * expm1;
        r = {2 * r.high, 2 * r.low};
    }
    return rest;
}

} // namespace secant::activation
