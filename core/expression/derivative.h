#pragma once

#include <cstddef>
#include <optional>

#include "core/expression/syntax_tree.h"
#include "core/number/primitive.h"

namespace secant {

/// A longer derivative, counted in nodes as it would be printed, is of no use to a reader.
inline constexpr std::size_t kMaxDerivativeNodes = 5000;

/// f′ as a formula for people, in the usual form: 2*x, (1 - x^2)/(1 + x^2)^2, sigmoid(x)*(1 - sigmoid(x)), step(x) for
/// relu. At kinks and jumps it has some value, where f′ has none; what is plotted comes from jets. Terms that are zero
/// are left out and equal factors cancelled, which may give f′ a value where f has none.
///
/// Nothing if f has more than 1000 nodes, if f′ would be too long, if the language has no name for it (gamma), or if
/// `vocabulary` lacks a function that it needs. Without recursion over depth; nodes of the result may have several
/// parents.
[[nodiscard]] std::optional<SyntaxTree> derivative(const SyntaxTree& tree, const Vocabulary& vocabulary);

} // namespace secant
