#pragma once

#include <cmath>
#include <cstdint>

namespace secant {

/// What equal distances along an axis mean.
enum class AxisScale : std::uint8_t {
    Linear,      ///< Equal differences.
    Logarithmic, ///< Equal ratios; only positive numbers have a place.
};

/// How far along its axis a number lies: itself, or its natural logarithm, which is −∞ for whatever is not positive.
[[nodiscard]] inline double placeOn(AxisScale scale, double number)
{
    if (scale == AxisScale::Linear) {
        return number;
    }
    return number <= 0.0 ? -HUGE_VAL : std::log(number);
}

/// The number that lies there.
[[nodiscard]] inline double numberAt(AxisScale scale, double place)
{
    return scale == AxisScale::Linear ? place : std::exp(place);
}

/// The number at a part of the way from a to b, both positive where the scale is logarithmic, and then not outside of
/// them.
[[nodiscard]] inline double between(AxisScale scale, double a, double b, double part)
{
    // Where a and b are close, both ways agree and the straight one rounds less.
    constexpr double kClose = 0x1p-20;
    if (scale == AxisScale::Linear || std::abs(b - a) <= kClose * std::abs(a)) {
        return a + (b - a) * part;
    }
    if (part == 0.0 || part == 1.0) {
        return part == 0.0 ? a : b;
    }
    const double number = std::exp(std::log(a) + (std::log(b) - std::log(a)) * part);
    return std::fmin(std::fmax(number, std::fmin(a, b)), std::fmax(a, b));
}

} // namespace secant
