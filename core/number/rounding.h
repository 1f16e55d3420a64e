#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "core/number/interval.h"

/// Sums, products, quotients and roots of doubles rounded down or up without touching the rounding mode. The error of
/// the operation rounded to nearest is itself a double (TwoSum; a fused multiply-add for × ÷ √), and its sign says
/// whether one step outward is needed, so that exact results stay exact.
namespace secant::rounding {

inline constexpr double kLargest = std::numeric_limits<double>::max();
inline constexpr double kSmallestNormal = std::numeric_limits<double>::min();
inline constexpr double kDenormal = std::numeric_limits<double>::denorm_min();
/// Below this a fused multiply-add may lose its low part to underflow, so the outward step is always taken.
inline constexpr double kSmallestExact = 1e-290;

/// The next double above; ∞ and NaN stay.
[[nodiscard]] inline double nextUp(double x)
{
    if (!(x < kInfinity)) {
        return x;
    }
    const auto bits = std::bit_cast<std::int64_t>(x + 0.0); // + 0.0 turns −0 into 0.
    return std::bit_cast<double>(bits + (bits >= 0 ? 1 : -1));
}

[[nodiscard]] inline double nextDown(double x)
{
    return -nextUp(-x);
}

/// nextDown(x) if `step`, else x, without a branch: whether an operation was exact is as good as random, and a wrong
/// guess costs more than the operation. Precondition: x is finite, and not 0 where `step` is true.
[[nodiscard]] inline double steppedDown(double x, bool step)
{
    const auto bits = std::bit_cast<std::int64_t>(x);
    const std::int64_t downward = (bits >> 63) | 1; // 1 for positive x, −1 for negative x.
    return std::bit_cast<double>(bits - (step ? downward : 0));
}

/// ulp() where it is subnormal, `binade` being the power of two below |x|, or 0.
[[nodiscard]] inline double smallUlp(double binade)
{
    const double unit = binade * 0x1p-52;
    return unit > kDenormal ? unit : kDenormal;
}

/// The unit in the last place: the distance from |x| to the next double above it; 2^970 or less. x is finite.
[[nodiscard]] inline double ulp(double x)
{
    constexpr std::uint64_t kExponentMask = 0x7ff0'0000'0000'0000U;
    constexpr std::uint64_t kPrecision = 52ULL << 52U;
    const std::uint64_t binade = std::bit_cast<std::uint64_t>(x) & kExponentMask;
    // In integers, because arithmetic with subnormal numbers is slow.
    return binade > kPrecision ? std::bit_cast<double>(binade - kPrecision) : smallUlp(std::bit_cast<double>(binade));
}

/// The lower bound that an infinite or undefined result allows: an overflow is at least the largest double.
[[nodiscard]] inline double lowEndOfNonFinite(double x)
{
    return x == kInfinity ? kLargest : -kInfinity;
}

[[nodiscard]] inline double addDown(double a, double b)
{
    const double sum = a + b;
    if (!(std::abs(sum) <= kLargest)) {
        return lowEndOfNonFinite(sum);
    }
    const double virtualB = sum - a;
    const double error = (a - (sum - virtualB)) + (b - virtualB);
    return steppedDown(sum, !(error >= 0.0)); // A sum of 0 is exact. Steps too where an intermediate overflowed to NaN.
}

[[nodiscard]] inline double addUp(double a, double b)
{
    return -addDown(-a, -b);
}

[[nodiscard]] inline double multiplyDown(double a, double b)
{
    if (a == 0.0 || b == 0.0) {
        return 0.0;
    }
    const double product = a * b;
    const double size = std::abs(product);
    if (!(size <= kLargest)) {
        return lowEndOfNonFinite(product);
    }
    if (size < kSmallestExact) {
        return (a > 0.0) == (b > 0.0) ? std::fmax(nextDown(product), 0.0) : nextDown(product);
    }
    return steppedDown(product, std::fma(a, b, -product) < 0.0);
}

[[nodiscard]] inline double multiplyUp(double a, double b)
{
    return -multiplyDown(-a, b);
}

/// Precondition: b ≠ 0.
[[nodiscard]] inline double divideDown(double a, double b)
{
    if (a == 0.0) {
        return 0.0;
    }
    const double quotient = a / b;
    const double size = std::abs(quotient);
    if (!(size <= kLargest)) {
        return lowEndOfNonFinite(quotient);
    }
    if (size < kSmallestExact) {
        return (a > 0.0) == (b > 0.0) ? std::fmax(nextDown(quotient), 0.0) : nextDown(quotient);
    }
    if (std::abs(a) < kSmallestExact) {
        return nextDown(quotient);
    }
    const double remainder = std::fma(-quotient, b, a); // Exact quotient − quotient = remainder / b.
    return steppedDown(quotient, (b > 0.0 ? remainder : -remainder) < 0.0);
}

/// Precondition: b ≠ 0.
[[nodiscard]] inline double divideUp(double a, double b)
{
    return -divideDown(-a, b);
}

} // namespace secant::rounding
