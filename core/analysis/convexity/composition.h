#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/expression/syntax_tree.h"
#include "core/number/interval.h"

namespace secant::convexity {

/// What the rules of composition say of a part of a formula. They are sufficient, not necessary: exp(x) − x is convex
/// though they give up on it.
enum class Curvature : std::uint8_t { Constant, Affine, Convex, Concave, Unknown };

/// Why a part has its curvature.
enum class CompositionRule : std::uint8_t {
    Leaf,                ///< A number, a parameter or x.
    Sum,                 ///< Sums of convex parts are convex; −u turns it over.
    Scaling,             ///< A constant times u.
    Maximum,             ///< max of convex parts, min of concave ones.
    Atom,                ///< A known function of an affine part.
    IncreasingOfConvex,  ///< Convex and not falling, of a convex part.
    DecreasingOfConcave, ///< Convex and not rising, of a concave part.
    IncreasingOfConcave, ///< Concave and not falling, of a concave part.
    DecreasingOfConvex,  ///< Concave and not rising, of a convex part.
    NoRule,              ///< No rule applies here.
};

struct CompositionNode {
    Curvature curvature = Curvature::Unknown;
    CompositionRule rule = CompositionRule::NoRule;
    Interval range = {}; ///< Bounds on the values of the part.
    int monotone = 0; ///< Of the function applied here in its argument, over the range of that: 1 not falling, −1 not
                      ///< rising, 0 neither or not known.
    Curvature atom = Curvature::Unknown; ///< Curvature of the function applied here in its argument.
    bool givesUp = false;                ///< The rules fail here and not in a part below.
};

/// One entry for each node of the tree, judged for x in the range. Conditions of if() stay Unknown without giving up.
/// Precondition: values.size() == tree.parameters.size().
[[nodiscard]] std::vector<CompositionNode> compositionOf(const SyntaxTree& tree, std::span<const double> values,
                                                         const Interval& x);

} // namespace secant::convexity
