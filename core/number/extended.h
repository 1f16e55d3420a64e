#pragma once

#include <cmath>
#include <limits>

#include "core/number/jet.h"

/// Functions whose formula is short, but loses a digit or two to rounding, are computed in a wider number and rounded
/// once. Its exponents are wide too: squares of doubles neither overflow nor underflow in it.
namespace secant {

using Extended = long double;

static_assert(std::numeric_limits<Extended>::digits >= 64 && std::numeric_limits<Extended>::max_exponent >= 16384,
              "the bounds that primitives state rest on 64 bits and wide exponents");

[[nodiscard]] inline Jet rounded(Extended value, Extended slope, Extended curvature)
{
    return {static_cast<double>(value), static_cast<double>(slope), static_cast<double>(curvature)};
}

/// e^−a and 1 − e^−a.
struct Decay {
    Extended rest = 0;
    Extended lost = 0;
};

/// Neither loses digits, for a ≥ 0. Of the two functions of the C library one suffices.
[[nodiscard]] inline Decay decayOf(Extended a)
{
    if (a < 2) {
        const Extended lost = -std::expm1(-a);
        return {1 - lost, lost};
    }
    const Extended rest = std::exp(-a);
    return {rest, 1 - rest};
}

} // namespace secant
