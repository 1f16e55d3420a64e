#pragma once

#include "core/catalogue/activation/numerics.h"
#include "core/number/extended.h"

/// What activations computed in Extended have in common.
namespace secant::activation {

/// Beyond this exponent z e^−z is 0 as a double, also times any quotient of doubles.
inline constexpr Extended kFarthestExponent = 5000;

/// Whether a sum of terms of this size has lost more digits than Extended has to spare.
[[nodiscard]] inline bool isCancelled(Extended sum, Extended term)
{
    return std::abs(sum) < std::abs(term) / 64;
}

/// Half a unit for the last rounding and less than a hundredth for all before it, twice.
inline constexpr Rounding kRoundedOnce{1.1, kTiny};

/// The same with a fifth of a unit for the exponent of e^(x/b), which is rounded too; that matters far out.
inline constexpr Rounding kExponential{1.5, kTiny};

} // namespace secant::activation
