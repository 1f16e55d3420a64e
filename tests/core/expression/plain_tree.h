#pragma once

#include <span>

#include "core/expression/syntax_tree.h"

namespace secant::test {

/// f(x) by plain recursion over the tree and the standard library: the meaning of a tree, without the compiled form.
/// `values` belong to tree.parameters.
[[nodiscard]] double evaluatePlainly(const SyntaxTree& tree, double x, std::span<const double> values = {});

/// Whether both trees are the same formula: same kinds, numbers (bit for bit), names, callees and operands in the
/// same order, whatever the order of their nodes and wherever they came from.
[[nodiscard]] bool sameFormula(const SyntaxTree& a, const SyntaxTree& b);

} // namespace secant::test
