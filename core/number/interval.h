#pragma once

#include <limits>

namespace secant {

inline constexpr double kInfinity = std::numeric_limits<double>::infinity();
inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// A closed set of reals [lo, hi] that is guaranteed to hold the exact result of what it was computed from.
/// Ends may be infinite. The empty set is every Interval with !(lo <= hi); empty() makes the usual one.
/// Every operation rounds outward, by error-free transformations for + − × ÷ √ and by stated widths elsewhere;
/// the rounding mode of the processor is never changed.
struct Interval {
    double lo = -kInfinity;
    double hi = kInfinity;

    [[nodiscard]] static constexpr Interval whole() { return {}; }
    [[nodiscard]] static constexpr Interval empty() { return {kInfinity, -kInfinity}; }
    [[nodiscard]] static constexpr Interval point(double x) { return {x, x}; }

    [[nodiscard]] constexpr bool isEmpty() const { return !(lo <= hi); }
    [[nodiscard]] constexpr bool contains(double x) const { return lo <= x && x <= hi; }
    [[nodiscard]] constexpr bool isZero() const { return lo == 0.0 && hi == 0.0; }
    /// hi − lo, +∞ if an end is infinite, 0 if empty. Rounded to nearest.
    [[nodiscard]] constexpr double width() const { return isEmpty() ? 0.0 : hi - lo; }
    /// sup |x| over the interval; 0 if empty.
    [[nodiscard]] double magnitude() const;
    /// inf |x| over the interval; 0 if empty.
    [[nodiscard]] double mignitude() const;

    friend constexpr bool operator==(const Interval&, const Interval&) = default;
};

[[nodiscard]] Interval hull(const Interval& a, const Interval& b);
[[nodiscard]] Interval intersection(const Interval& a, const Interval& b);
/// Both ends moved outward by `ulps` units in the last place and by `absolute`; overflow gives ±∞ ends.
[[nodiscard]] Interval widened(const Interval& a, double ulps, double absolute = 0.0);

[[nodiscard]] Interval operator-(const Interval& a);
[[nodiscard]] Interval operator+(const Interval& a, const Interval& b);
[[nodiscard]] Interval operator-(const Interval& a, const Interval& b);
/// 0 · ∞ = 0: an infinite end stands for arbitrarily large finite numbers.
[[nodiscard]] Interval operator*(const Interval& a, const Interval& b);
/// Quotient over the b ≠ 0 part of b; whole() if b has 0 inside, empty() if b = [0, 0].
[[nodiscard]] Interval operator/(const Interval& a, const Interval& b);
[[nodiscard]] Interval square(const Interval& a);
/// a^n for integer n; for n < 0 as 1 / a^−n.
[[nodiscard]] Interval power(const Interval& a, int n);
[[nodiscard]] Interval minimum(const Interval& a, const Interval& b);
[[nodiscard]] Interval maximum(const Interval& a, const Interval& b);

} // namespace secant
