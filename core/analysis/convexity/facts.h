#pragma once

#include "core/analysis/convexity/verdict.h"

namespace secant::convexity {

enum class Trend : std::uint8_t { Unknown, Constant, Increasing, Decreasing, None };

/// Of f on its domain as a whole, holes and jumps included: 1/x is None, floor(x) is Increasing and not strict.
struct Monotonicity {
    Trend trend = Trend::Unknown; ///< Proved unless Unknown.
    bool isStrict = false;
};

/// A largest interval on which f is convex (curvature 1), concave (−1) or affine (0). An affine one inside a larger
/// convex or concave one is not listed.
struct Stretch {
    Interval lo; ///< Bounds on the end; infinite if the end is.
    Interval hi;
    bool hasLow = false; ///< Whether the end belongs to it.
    bool hasHigh = false;
    int curvature = 0;
    bool isStrict = false;
};

/// Everything here is proved; what could not be is left out, and the flags say so.
struct Facts {
    Reason reason = Reason::None; ///< Why something is left out, if it is.
    Monotonicity monotonicity;
    Standing quasiConvex = Standing::Undecided;
    Standing quasiConcave = Standing::Undecided;
    Standing logConvex = Standing::Undecided; ///< f > 0 and log f is convex.
    Standing logConcave = Standing::Undecided;
    /// Bounds on each place where f has a tangent, upright or not, and f″ changes from one strict sign to the other.
    std::vector<Interval> inflections;
    bool hasAllInflections = false;
    std::vector<Stretch> stretches;
    bool hasAllStretches = false;
    /// The greatest m for which f − m x²/2 is convex, and the least L for which L x²/2 − f is: inf f″ and sup f″, and
    /// −∞ and ∞ where f bends or jumps the other way.
    std::optional<Interval> strongConvexity;
    std::optional<Interval> smoothness;
    double seconds = 0.0; ///< Of processor time.
};

/// The facts of f on the points of `range` where it is defined. Does not throw; ends soon after its time is over, with
/// the facts found by then. Preconditions as of judge().
[[nodiscard]] Facts examine(const SyntaxTree& tree, std::string_view formula, std::span<const double> values,
                            const Range& range, const Allowance& allowance = {});

} // namespace secant::convexity
