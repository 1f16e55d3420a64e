#pragma once

#include <optional>
#include <vector>

#include "core/function/function.h"
#include "core/number/interval.h"

namespace secant {

/// A maximal interval on which something is true. Ends are exact to the last double, unless they are the window's.
struct Region {
    double from = 0.0;
    double to = 0.0;
    bool reachesLow = false; ///< It goes on beyond the window on the left.
    bool reachesHigh = false;
};

/// Where |f′| ≤ threshold, within the window. A kink splits nothing if both sides qualify. Undefined stretches never
/// belong. Every end is a root of |f′| − threshold or a break of f′, bisected to neighbouring doubles.
/// Regions narrower than the window's width / 4096 may be missed.
[[nodiscard]] std::vector<Region> saturatedRegions(const Function& function, double threshold, const Interval& window);

/// Where f′ is zero identically, proved by enclosures (not merely small: a sigmoid has none).
[[nodiscard]] std::vector<Region> deadRegions(const Function& function, const Interval& window);

/// Where |f′| > 1: gradients grow from layer to layer. Ends as for saturatedRegions.
[[nodiscard]] std::vector<Region> expandingRegions(const Function& function, const Interval& window);

/// Where f rises (direction +1: f′ > 0 but for single points) or falls (−1), each interval between two breaks by
/// itself.
[[nodiscard]] std::vector<Region> monotoneRegions(const Function& function, int direction, const Interval& window);

/// Where f″ > 0 but for single points (direction +1), or f″ < 0 (−1). A kink whose slopes step the right way joins its
/// sides. What is affine is neither.
[[nodiscard]] std::vector<Region> curvedRegions(const Function& function, int direction, const Interval& window);

/// Where |f(x) − x| ≤ tolerance.
[[nodiscard]] std::vector<Region> nearIdentityRegions(const Function& function, double tolerance,
                                                      const Interval& window);

/// The probability that an input from the normal distribution N(mean, deviation²) falls into one of disjoint regions;
/// one that reaches beyond its window is taken to go on to infinity. Precondition: deviation > 0.
[[nodiscard]] double shareOfInputs(const std::vector<Region>& regions, double mean, double deviation);

struct SlopeSupremum {
    double value = 0.0; ///< sup |f′|, relative error below 1e-9.
    bool global =
        false; ///< Over the whole real line; otherwise over the window, f′ being unbounded or unproved beyond.
};

/// sup |f′| by branch and bound. Nothing if f′ is unbounded within the window too.
[[nodiscard]] std::optional<SlopeSupremum> slopeSupremum(const Function& function, const Interval& window);

} // namespace secant
