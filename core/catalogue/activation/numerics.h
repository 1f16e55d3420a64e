#pragma once

#include <array>
#include <cmath>
#include <limits>

#include "core/number/jet.h"
#include "core/number/primitive.h"

/// What several activations need in order to lose no digits in their tails and near the roots of f′ and f″.
namespace secant::activation {

/// The result for NaN, and for parameter values that name no function.
inline constexpr Jet kUndefined{kNaN, kNaN, kNaN};

/// The shape that goes with kUndefined: defined nowhere.
[[nodiscard]] inline Shape emptyShape()
{
    return {.domain = Interval::empty(), .atLow = kUndefined, .atHigh = kUndefined};
}

/// Bound on what underflow does to f, f′ and f″: a few times the least positive double.
inline constexpr double kTiny = 16.0 * std::numeric_limits<double>::denorm_min();

/// Beyond this exponent e^−a times any finite double is 0.
inline constexpr double kFarExponent = 1500.0;

/// The unevaluated sum high + low, with |low| ≤ ulp(high)/2: twice the digits of a double.
struct Pair {
    double high = 0.0;
    double low = 0.0;
};

/// a·b; the low part only where it matters to e^(a·b) and cannot underflow.
[[nodiscard]] inline Pair product(double a, double b)
{
    const double high = a * b;
    const bool needsLow = std::abs(high) > 0.5 && std::isfinite(high);
    return {high, needsLow ? std::fma(a, b, -high) : 0.0};
}

/// x/d for a normal d > 0; the low part only where it matters to e^(x/d) and cannot underflow.
[[nodiscard]] inline Pair quotient(double x, double d)
{
    if (d < 0x1p-500) { // Scaled so that the remainder below is a normal number; overflow means e^−∞ here.
        x *= 0x1p500;
        d *= 0x1p500;
    }
    const double high = x / d;
    const bool needsLow = std::abs(high) > 0.5 && std::isfinite(high);
    return {high, needsLow ? std::fma(-high, d, x) / d : 0.0};
}

/// factor · e^exponent for exponent ≤ 0 and a finite factor, without losing digits where e^exponent alone is subnormal.
[[nodiscard]] inline double scaledExp(double factor, const Pair& exponent)
{
    const double adjusted = factor * (1.0 + exponent.low);
    if (exponent.high > -700.0) {
        return adjusted * std::exp(exponent.high);
    }
    if (exponent.high < -kFarExponent) {
        return std::copysign(0.0, factor);
    }
    const double half = std::exp(0.5 * exponent.high);
    return adjusted * half * half;
}

/// A function near one of its simple roots, c₁t + c₂t² + … with t = a − root: keeps the relative accuracy there that
/// any sum of rounded terms loses. The root has three words, so that t has digits left at the double nearest to it.
struct RootSeries {
    double root;
    double rootLow;
    double rootLowest;
    std::array<double, 13> coefficients;

    /// The series is good to 2^−57 within this distance.
    static constexpr double kRadius = 0.125;

    [[nodiscard]] bool covers(double a) const { return std::abs(a - root) < kRadius; }

    [[nodiscard]] double at(const Pair& a) const
    {
        const double t = ((a.high - root) + (a.low - rootLow)) - rootLowest;
        double sum = 0.0;
        for (std::size_t i = coefficients.size(); i-- > 0;) {
            sum = sum * t + coefficients[i];
        }
        return sum * t;
    }
};

} // namespace secant::activation
