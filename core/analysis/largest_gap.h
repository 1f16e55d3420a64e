#pragma once

#include <optional>
#include <stop_token>

#include "core/function/function.h"
#include "core/number/interval.h"

namespace secant {

/// Where a function is farthest from 0.
struct LargestValue {
    double at = 0.0;
    double value = 0.0;      ///< f(at)
    double bound = 0.0;      ///< |f| is proved to be nowhere above this; 10⁻⁶ more than |value|, relatively.
    bool isMirrored = false; ///< f(−at) is as far from 0.
};

/// max |f| over a bounded interval, by branch and bound on enclosures: of a difference of two functions, the largest
/// gap. Nothing where f is unbounded or undefined somewhere, or the bound did not close in time.
[[nodiscard]] std::optional<LargestValue> largestValue(const Function& function, const Interval& window,
                                                       const std::stop_token& stop = {});

} // namespace secant
