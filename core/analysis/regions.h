#pragma once

#include <optional>
#include <stop_token>
#include <utility>
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

/// What searches for regions may spend: a look at a box is one, the end of a region kEndOfRegion. A search that comes
/// to the end of it finds nothing.
class RegionEffort {
public:
    explicit RegionEffort(int looks, std::stop_token stop = {}) : m_left(looks), m_stop(std::move(stop)) {}

    /// False if there is not so much left, or a stop is requested; then nor will there be any more.
    bool spend(int looks)
    {
        m_left = m_left >= looks && !m_stop.stop_requested() ? m_left - looks : -1;
        return m_left >= 0;
    }
    [[nodiscard]] bool isShort() const { return m_left < 0; }
    [[nodiscard]] int left() const { return m_left < 0 ? 0 : m_left; }

private:
    int m_left;
    std::stop_token m_stop;
};
inline constexpr int kEndOfRegion = 16;

/// Where |f′| ≤ threshold, within the window. A kink splits nothing if both sides qualify. Undefined stretches never
/// belong. Every end is a root of |f′| − threshold or a break of f′, bisected to neighbouring doubles.
/// Regions narrower than the window's width / 4096 may be missed. Without `effort` a search goes on until it is done.
[[nodiscard]] std::vector<Region> saturatedRegions(const Function& function, double threshold, const Interval& window,
                                                   RegionEffort* effort = nullptr);

/// Where f′ is zero identically, proved by enclosures (not merely small: a sigmoid has none).
[[nodiscard]] std::vector<Region> deadRegions(const Function& function, const Interval& window,
                                              RegionEffort* effort = nullptr);

/// Where |f′| > 1: gradients grow from layer to layer. Ends as for saturatedRegions.
[[nodiscard]] std::vector<Region> expandingRegions(const Function& function, const Interval& window,
                                                   RegionEffort* effort = nullptr);

/// Where f rises (direction +1: f′ > 0 but for single points) or falls (−1), each interval between two breaks by
/// itself.
[[nodiscard]] std::vector<Region> monotoneRegions(const Function& function, int direction, const Interval& window,
                                                  RegionEffort* effort = nullptr);

/// Where f″ > 0 but for single points (direction +1), or f″ < 0 (−1). A kink whose slopes step the right way joins its
/// sides. What is affine is neither.
[[nodiscard]] std::vector<Region> curvedRegions(const Function& function, int direction, const Interval& window,
                                                RegionEffort* effort = nullptr);

/// Where |f(x) − x| ≤ tolerance.
[[nodiscard]] std::vector<Region> nearIdentityRegions(const Function& function, double tolerance,
                                                      const Interval& window, RegionEffort* effort = nullptr);

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
