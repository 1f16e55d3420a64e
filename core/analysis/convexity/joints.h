#pragma once

#include "core/analysis/convexity/leaf.h"

namespace secant::convexity {

/// What is still possible for f after looking at a place.
struct Possible {
    bool isKnown = true; ///< False where something could not be decided: then nothing is proved.
    bool convex = true;
    bool concave = true;
    bool affine = true;
};

/// The order of the slopes of two neighbouring leaves, and whether f is continuous where they meet.
[[nodiscard]] Possible meet(const Expr& f, const Leaf& left, const Leaf& right, Budget& budget);

/// The value at an end of the domain that belongs to it, against the limit from inside the leaf. `isLow`: the end is
/// the leaf's lower one. An end where f is undefined allows everything.
[[nodiscard]] Possible endOf(const Expr& f, const Leaf& leaf, bool isLow, Budget& budget);

} // namespace secant::convexity
