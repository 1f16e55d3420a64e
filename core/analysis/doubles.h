#pragma once

#include <bit>
#include <cstdint>
#include <limits>
#include <numeric>

namespace secant {

/// Position of a double among all doubles in ascending order; both zeros are 0, neighbours differ by 1.
[[nodiscard]] constexpr std::int64_t ordinal(double x)
{
    const auto bits = std::bit_cast<std::int64_t>(x);
    return bits < 0 ? std::numeric_limits<std::int64_t>::min() - bits : bits;
}

/// The double at that position; 0 gives +0.
[[nodiscard]] constexpr double fromOrdinal(std::int64_t position)
{
    return std::bit_cast<double>(position < 0 ? std::numeric_limits<std::int64_t>::min() - position : position);
}

/// The double `steps` further up (down if negative). Precondition: the result is finite.
[[nodiscard]] constexpr double stepped(double x, std::int64_t steps)
{
    return fromOrdinal(ordinal(x) + steps);
}

/// The double in the middle of all doubles between a and b: a bisection by it ends within 64 steps wherever the
/// root lies, where an arithmetic one needs a thousand to close in on 0.
[[nodiscard]] constexpr double middleDouble(double a, double b)
{
    return fromOrdinal(std::midpoint(ordinal(a), ordinal(b)));
}

[[nodiscard]] constexpr bool areNeighbours(double a, double b)
{
    // Not by their difference, which overflows across all doubles.
    const std::int64_t at = ordinal(a);
    return at - 1 <= ordinal(b) && ordinal(b) <= at + 1;
}

/// The two neighbouring doubles between which a yes turns into a no.
struct Switch {
    double yes = 0.0;
    double no = 0.0;
};

/// Precondition: `holds` is true at yes and false at no; if it changes more than once, one of the places is found.
template<typename Predicate>
[[nodiscard]] Switch bisect(double yes, double no, const Predicate& holds)
{
    while (!areNeighbours(yes, no)) {
        const double middle = middleDouble(yes, no);
        (holds(middle) ? yes : no) = middle;
    }
    return {yes, no};
}

} // namespace secant
