#pragma once

#include "core/analysis/convexity/anatomy.h"
#include "core/number/interval.h"

namespace secant::convexity {

struct CurvatureBounds {
    Interval least; ///< Holds inf f″ over the leaves; −∞ where f jumps, bends down or has a gap.
    Interval greatest;
};

/// From the stretches on which f″ is monotone. Nothing if those are not all found.
[[nodiscard]] std::optional<CurvatureBounds> curvatureBounds(const Anatomy& anatomy, Budget& budget);

} // namespace secant::convexity
