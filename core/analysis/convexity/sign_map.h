#pragma once

#include <vector>

#include "core/analysis/convexity/leaf.h"

namespace secant::convexity {

/// A part of a leaf on which a derivative of f has one sign, up to isolated zeros.
struct SignedPart {
    Cut lo;
    Cut hi;
    Sign sign;
};

/// The signs of a derivative of f over a leaf, from left to right. Between neighbours the sign changes.
struct SignMap {
    std::vector<SignedPart> parts; ///< All proved. They cover the leaf if isComplete, else some of it.
    bool isComplete = false;
};

/// Where the derivative of the given order, 1, 2 or 3, has which sign on the leaf: its zeros are found by bisection
/// where it is monotone; near the ends of the leaf the prover is asked. Incomplete where there are too many changes of
/// sign. Precondition: leaf.f.
[[nodiscard]] SignMap signMap(const Leaf& leaf, int order, Budget& budget);
/// The same where the prover does not know the sign on the whole leaf. `isUntilBoth`: ends when both signs were found.
[[nodiscard]] SignMap partialSignMap(const Leaf& leaf, int order, bool isUntilBoth, Budget& budget);

} // namespace secant::convexity
