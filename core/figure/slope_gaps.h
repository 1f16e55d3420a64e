#pragma once

#include <vector>

#include "core/scene/scene.h"

namespace secant {

/// Where a curve has no f′ although f is defined on both sides: its kinks and jumps, ascending.
struct SlopeGaps {
    std::vector<double> places;
    bool isKnown = true; ///< Else there are cases, and nobody has looked what happens where they meet.
};

/// Of an activation, or of a formula that calls one function, what that states of itself; at once. Other formulas with
/// cases, max, min, |…| and the like are not known; those without have none.
[[nodiscard]] SlopeGaps slopeGaps(const CurveSpec& curve);

} // namespace secant
