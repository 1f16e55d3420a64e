#pragma once

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

} // namespace secant::activation
