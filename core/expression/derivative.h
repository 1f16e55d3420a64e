#pragma once

#include <cstddef>
#include <optional>

#include "core/expression/syntax_tree.h"
#include "core/number/primitive.h"

namespace secant {

/// A longer derivative, counted in nodes as it would be printed, is of no use to a reader.
inline constexpr std::size_t kMaxDerivativeNodes = 5000;

/// f′ as a formula for people, in the usual form: 2*x, sigmoid(x)*(1 - sigmoid(x)), step(x) for relu. At kinks and
/// jumps it has some value, where f′ has none; what is plotted comes from jets. Terms that are zero are left out, which
/// may give f′ a value where f has none.
///
/// Nothing if it would be too long, if the language has no name for it (gamma), or if `vocabulary` lacks a function
/// that it needs. Linear in the size of the tree, without recursion; nodes of the result may have several parents.
[[nodiscard]] std::optional<SyntaxTree> derivative(const SyntaxTree& tree, const Vocabulary& vocabulary);

} // namespace secant
