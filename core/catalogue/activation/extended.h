#pragma once

#include <cmath>
#include <limits>

#include "core/catalogue/activation/numerics.h"

/// Activations whose formula is short, but loses a digit or two to rounding, are computed in a wider number and rounded
/// once. Its exponents are wide too: squares of doubles neither overflow nor underflow in it.
namespace secant::activation {

using Extended = long double;

static_assert(std::numeric_limits<Extended>::digits >= 64 && std::numeric_limits<Extended>::max_exponent >= 16384,
              "the bounds that the activations state rest on 64 bits and wide exponents");

/// Beyond this exponent z e^−z is 0 as a double, also times any quotient of doubles.
inline constexpr Extended kFarthestExponent = 5000;

[[nodiscard]] inline Jet rounded(Extended value, Extended slope, Extended curvature)
{
    return {static_cast<double>(value), static_cast<double>(slope), static_cast<double>(curvature)};
}

/// Half a unit for the last rounding and less than a hundredth for all before it, twice.
inline constexpr Rounding kRoundedOnce{1.1, kTiny};

/// The same with a fifth of a unit for the exponent of e^(x/b), which is rounded too; that matters far out.
inline constexpr Rounding kExponential{1.5, kTiny};

} // namespace secant::activation
