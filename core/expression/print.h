#pragma once

#include <string>

#include "core/expression/syntax_tree.h"

namespace secant {

/// The formula as text that parse() reads back as the same tree, with the fewest brackets: "x/(1 + exp(-x))".
/// Numbers in shortest round-trip decimals.
[[nodiscard]] std::string print(const SyntaxTree& tree);

} // namespace secant
