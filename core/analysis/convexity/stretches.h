#pragma once

#include "core/analysis/convexity/facts.h"
#include "core/analysis/convexity/sign_map.h"

namespace secant::convexity {

struct StretchList {
    std::vector<Stretch> stretches;
    std::vector<Interval> inflections;
    bool isComplete = true;
    bool hasAllInflections = true;
};

/// `curvatures`: one map of f″ for each leaf; empty for those where f is undefined.
[[nodiscard]] StretchList stretchesOf(const Anatomy& anatomy, const std::vector<SignMap>& curvatures);

} // namespace secant::convexity
