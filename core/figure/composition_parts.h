#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/analysis/convexity/composition.h"
#include "core/expression/syntax_tree.h"

namespace secant {

/// A part of a formula that depends on x, and what the rules of composition say of it.
struct CompositionPart {
    std::string text;  ///< "exp(x^2)"
    std::string outer; ///< "exp(u)": what is applied here to the one part below; empty where there are more.
    NodeKind kind = NodeKind::Variable;
    int depth = 0; ///< 0 for the whole formula.
    convexity::CompositionNode judged;
};

/// The parts from the whole down to x, each before those that it is made of, for x in the range. A part that is used
/// twice is listed twice. None for a formula that is too large to be read as a tree.
/// Precondition: values.size() == tree.parameters.size().
[[nodiscard]] std::vector<CompositionPart> compositionParts(const SyntaxTree& tree, std::span<const double> values,
                                                            const Interval& x);

} // namespace secant
