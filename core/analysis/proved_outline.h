#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "core/analysis/convexity/budget.h"
#include "core/expression/syntax_tree.h"
#include "core/number/primitive.h"

namespace secant {

/// A Shape of a whole formula that the prover has found, and which parts of it are missing.
struct ProvedOutline {
    Shape shape;
    bool hasLow = false; ///< The limits at the low end of the domain are known.
    bool hasHigh = false;
    bool hasSmoothness = false; ///< Every place where f, f′ and f″ are continuous is known to be smooth, or not.
};

/// Cuts the formula into analytic leaves, and those where f′ and f″ change sign. Limits at ±∞ are those of f(1/t) at 0.
/// Nothing where a place or a limit between leaves is not found, the domain has holes, or the budget is spent.
/// Precondition: `tree` was parsed from `formula`, and values.size() == tree.parameters.size().
[[nodiscard]] std::optional<ProvedOutline> provedOutline(const SyntaxTree& tree, std::string_view formula,
                                                         std::span<const double> values, convexity::Budget& budget);

} // namespace secant
