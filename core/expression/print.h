#pragma once

#include <string>

#include "core/expression/syntax_tree.h"

namespace secant {

/// The formula as text that parse() reads back as the same tree, with the fewest brackets: "x/(1 + exp(-x))".
/// Numbers in shortest round-trip decimals. Linear in the length of the result, without recursion.
///
/// Precondition: numbers are finite. A negative one, which parse() never makes, is printed like the negation of its
/// magnitude. A text over kMaxFormulaBytes is still returned, but not read back.
[[nodiscard]] std::string print(const SyntaxTree& tree);

} // namespace secant
