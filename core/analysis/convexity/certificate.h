#pragma once

#include "core/analysis/convexity/verdict.h"

namespace secant::convexity {

/// Bounds on where a cut lies. `side` is the sign of infinity if it lies there.
[[nodiscard]] Interval boundsOf(const Cut& cut, int side);
/// Bounds on a number: the neighbouring doubles, or the double itself.
[[nodiscard]] Interval boundsOf(const Real& value);
[[nodiscard]] Interval boundsOf(const Ball& value);
/// Nothing for an unknown limit.
[[nodiscard]] std::optional<Interval> boundsOf(const Limit& limit);
[[nodiscard]] Place placeOf(const Joint& joint, int side);

} // namespace secant::convexity
