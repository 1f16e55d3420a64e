#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/function/function.h"
#include "core/number/interval.h"

namespace secant {

/// A place where a function may break, as close as doubles can say: `below` and `above` are the last doubles that
/// surely lie on either side, `at` is the place itself, or the nearer of two neighbours if it is between them.
struct Event {
    double below = 0.0;
    double at = 0.0;
    double above = 0.0;
};

/// The event at a double that is known.
[[nodiscard]] Event eventAt(double x);

// Each of these adds the residuals that it computes to `residuals`, if there is one.

/// Where the suspect's residual changes sign in the box, by Illinois steps to neighbouring doubles (about ten
/// evaluations); nothing if the signs at the two ends agree or the residual is undefined there.
[[nodiscard]] std::optional<Event> crossing(const Function& function, const Suspect& suspect, const Interval& box,
                                            std::size_t* residuals = nullptr);

/// Where the residual comes nearest to 0 without a change of sign: a double root such as that of x².
[[nodiscard]] Event nearestApproach(const Function& function, const Suspect& suspect, const Interval& box,
                                    std::size_t* residuals = nullptr);

/// The first crossing among the suspects of the box that lies strictly inside it.
[[nodiscard]] std::optional<Event> firstCrossingInside(const Function& function, Order order, const Interval& box,
                                                       std::size_t* residuals = nullptr);

/// The first place inside the box where a residual touches 0 without changing sign and f, f′ or f″ is undefined.
[[nodiscard]] std::optional<Event> firstTouchInside(const Function& function, Order order, const Interval& box,
                                                    std::size_t* residuals = nullptr);

/// One event for each suspect of the box that has one, at most four.
[[nodiscard]] std::vector<Event> eventsWithin(const Function& function, Order order, const Interval& box,
                                              std::size_t* residuals = nullptr);

} // namespace secant
