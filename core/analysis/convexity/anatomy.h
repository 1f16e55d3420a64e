#pragma once

#include <vector>

#include "core/analysis/convexity/joints.h"

namespace secant::convexity {

/// f on a range: the leaves, and the joints before, between and behind them.
struct Anatomy {
    ExprPtr f;
    Range range;
    std::vector<Leaf> leaves;
    std::vector<Joint> joints; ///< joints[i] is the low end of leaves[i]; one more than leaves.

    /// The defined leaves, if they follow each other and f is defined at no point apart from them: [first, last].
    struct Block {
        std::size_t first = 0;
        std::size_t last = 0;
    };
    [[nodiscard]] std::optional<Block> block() const;
};

/// Throws NoForm where the range cannot be cut into leaves.
[[nodiscard]] Anatomy dissect(const ExprPtr& f, const Range& range, Budget& budget);

} // namespace secant::convexity
