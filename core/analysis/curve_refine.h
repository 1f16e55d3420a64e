#pragma once

#include <cstddef>
#include <vector>

#include "core/analysis/canvas.h"
#include "core/analysis/curve.h"

namespace secant {

/// How a box is drawn, once that is decided.
enum class LeafKind : unsigned char {
    Nothing,    ///< Undefined or out of sight.
    Chord,      ///< One straight line between the ends.
    Zigzag,     ///< Through the least and the greatest value: steeper than its width can show.
    Column,     ///< Filled from the least to the greatest value.
    Points,     ///< Through stored points that show every visible excursion.
    Sampled,    ///< Through stored points, with no proof.
    Break,      ///< Too narrow to split, not proved continuous.
    Unresolved, ///< The budget ended before even a break could be placed.
};

struct Leaf {
    double x0 = 0.0;
    double x1 = 0.0;
    LeafKind kind = LeafKind::Nothing;
    bool kinked = false;   ///< Chord: a corner may be inside.
    bool proved = true;    ///< What is drawn is the truth.
    Interval values;       ///< Zigzag, Column
    std::size_t first = 0; ///< Points, Sampled: where they begin among Leaves::points.
    std::size_t count = 0;
};

/// The window cut into boxes, left to right without gaps.
struct Leaves {
    std::vector<Leaf> leaves;
    std::vector<CurvePoint> points;
};

/// Splits the window, the widest boxes first, until enclosures decide how each is drawn or the budget, proportional
/// to the width in pixels, ends. Counts what it spends in `statistics`.
[[nodiscard]] Leaves refine(const Function& function, Order order, const Canvas& canvas, const Effort& effort,
                            CurveStatistics& statistics);

} // namespace secant
