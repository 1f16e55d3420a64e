#pragma once

#include <vector>

#include "core/analysis/regions.h"
#include "core/function/function.h"
#include "core/number/interval.h"

namespace secant {

enum class Standing : unsigned char {
    Inside,  ///< The property holds on the whole piece.
    Outside, ///< It holds nowhere on it, isolated points apart.
    Open,    ///< Not decided.
};

struct Piece {
    Interval x;
    Standing standing = Standing::Open;
};

/// A property of the points of a line, of which intervals are sought where it holds.
class RegionRule {
public:
    virtual ~RegionRule() = default;
    /// Appends the pieces of a box it can decide, left to right and without gaps; false, and nothing, if it cannot.
    [[nodiscard]] virtual bool decide(const Interval& box, std::vector<Piece>& pieces) const = 0;
    /// Whether the property, known to hold at `inside`, holds up to and at x.
    [[nodiscard]] virtual bool holdsUpTo(double inside, double x) const = 0;
    /// Whether it holds at x.
    [[nodiscard]] virtual bool holdsAt(double x) const = 0;
    /// Whether a region may run across the whole of a narrow box that stayed open, both sides of it being inside.
    [[nodiscard]] virtual bool runsAcross(const Interval& box) const = 0;
};

/// The maximal intervals of the window on which the rule's property holds, their ends refined to the last double and
/// moved onto the break of f or f′ beside it if there is one. Costs at most a few thousand decisions.
[[nodiscard]] std::vector<Region> regionsOf(const Function& function, const RegionRule& rule, const Interval& window,
                                            RegionEffort* effort);

} // namespace secant
