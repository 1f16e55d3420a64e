#pragma once

#include <limits>

namespace secant {

inline constexpr double kInfinity = std::numeric_limits<double>::infinity();
inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// A closed set of reals [lo, hi] that is guaranteed to hold the exact result of what it was computed from.
/// Ends may be infinite. The empty set is every Interval with !(lo <= hi); empty() makes the usual one.
/// Every operation rounds outward, by error-free transformations for + − × ÷ √ and by stated widths elsewhere;
/// the rounding mode of the processor is never changed. Functions take it by value: it travels in two registers.
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

[[nodiscard]] Interval hull(Interval a, Interval b);
[[nodiscard]] Interval intersection(Interval a, Interval b);
/// Both ends moved outward by `ulps` units in the last place and by `absolute`; overflow gives ±∞ ends.
[[nodiscard]] Interval widened(Interval a, double ulps, double absolute = 0.0);

[[nodiscard]] Interval operator-(Interval a);
[[nodiscard]] Interval operator+(Interval a, Interval b);
[[nodiscard]] Interval operator-(Interval a, Interval b);
/// 0 · ∞ = 0: an infinite end stands for arbitrarily large finite numbers.
[[nodiscard]] Interval operator*(Interval a, Interval b);
/// Quotient over the b ≠ 0 part of b; whole() if b has 0 inside, empty() if b = [0, 0].
[[nodiscard]] Interval operator/(Interval a, Interval b);
[[nodiscard]] Interval square(Interval a);
/// a^n for integer n; for n < 0 as 1 / a^−n.
[[nodiscard]] Interval power(Interval a, int n);
[[nodiscard]] Interval minimum(Interval a, Interval b);
[[nodiscard]] Interval maximum(Interval a, Interval b);

} // namespace secant
