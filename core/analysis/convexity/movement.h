#pragma once

#include "core/analysis/convexity/anatomy.h"
#include "core/analysis/convexity/chords.h"
#include "core/analysis/convexity/sign_map.h"

namespace secant::convexity {

/// Where f goes, from left to right: up, level or down on parts of leaves, at joints and over gaps of the domain.
struct Movement {
    struct Step {
        int direction = 0;
        bool isOnLeaf = false; ///< A level step on a leaf is a stretch where f is constant.
    };
    std::vector<Step> steps;
    bool isComplete = true;
    bool hasGap = false; ///< The domain is not convex.
};

/// `slopes`: one map of f′ for each leaf; empty for those where f is undefined.
[[nodiscard]] Movement movementOf(const Anatomy& anatomy, const std::vector<SignMap>& slopes, Budget& budget);

/// The steps between values at rational points spread over the range, each proved; never complete.
[[nodiscard]] Movement sampledMovement(const Expr& f, const Range& range, Budget& budget);

} // namespace secant::convexity
