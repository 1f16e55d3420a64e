#pragma once

#include <algorithm>
#include <cstdint>

#include "core/number/interval.h"

namespace secant {

/// What is known of a function on a box, from nothing to everything. A composite has the least grade of its parts.
enum class Grade : std::uint8_t {
    Empty,      ///< Defined nowhere on the box.
    Partial,    ///< Not proved to be defined everywhere.
    Defined,    ///< Defined everywhere, not proved continuous (a jump may be inside).
    Continuous, ///< Defined and continuous everywhere on the box.
};

/// Bounds on f, f′ and f″ over a box of x, each with its own grade.
///
/// Where a kink lies inside the box, `slope` is the hull of the slopes on both sides (so it is a Lipschitz bound and
/// holds every chord slope) and its grade is Defined; `curvature` then is the hull of the one-sided curvatures and
/// bounds the distance to a chord only where `slopeGrade` is Continuous. Where a jump lies inside the box, slope and
/// curvature are whole(). `slope == [0, 0]` with slopeGrade Continuous proves f constant on the box.
struct Enclosure {
    Interval value;
    Interval slope;
    Interval curvature;
    Grade valueGrade = Grade::Continuous;
    Grade slopeGrade = Grade::Continuous;
    Grade curvatureGrade = Grade::Continuous;

    [[nodiscard]] static Enclosure constant(const Interval& c)
    {
        return {c, Interval::point(0.0), Interval::point(0.0)};
    }
    [[nodiscard]] static Enclosure variable(const Interval& x)
    {
        return {x, Interval::point(1.0), Interval::point(0.0)};
    }
    /// Nothing is defined here.
    [[nodiscard]] static Enclosure nowhere()
    {
        return {Interval::empty(), Interval::empty(), Interval::empty(), Grade::Empty, Grade::Empty, Grade::Empty};
    }
};

[[nodiscard]] Enclosure operator-(const Enclosure& a);
[[nodiscard]] Enclosure operator+(const Enclosure& a, const Enclosure& b);
[[nodiscard]] Enclosure operator-(const Enclosure& a, const Enclosure& b);
[[nodiscard]] Enclosure operator*(const Enclosure& a, const Enclosure& b);
/// 0 in the denominator lowers every grade to Partial (Empty if it is [0, 0]).
[[nodiscard]] Enclosure operator/(const Enclosure& a, const Enclosure& b);
/// a^n for an integer n, |n| ≤ 10⁹.
[[nodiscard]] Enclosure power(const Enclosure& a, int n);
/// a^p for a constant p that is not an integer: a > 0, or a = 0 where p > 0.
[[nodiscard]] Enclosure power(const Enclosure& a, double p);
/// a^b = exp(b log a), a > 0.
[[nodiscard]] Enclosure power(const Enclosure& a, const Enclosure& b);
[[nodiscard]] Enclosure minimum(const Enclosure& a, const Enclosure& b);
[[nodiscard]] Enclosure maximum(const Enclosure& a, const Enclosure& b);
/// a − b ⌊a/b⌋, b ≠ 0.
[[nodiscard]] Enclosure modulo(const Enclosure& a, const Enclosure& b);
/// a where the condition is 1, b where it is 0; the other one need not be defined there. Where the condition is not
/// the same on the whole box, the hull of both, which is not proved continuous.
[[nodiscard]] Enclosure choose(const Enclosure& condition, const Enclosure& a, const Enclosure& b);
/// g(u), `outer` being the enclosure of g over inner.value.
[[nodiscard]] Enclosure compose(const Enclosure& outer, const Enclosure& inner);

} // namespace secant
