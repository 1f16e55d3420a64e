#pragma once

#include <string>
#include <string_view>

#include "core/expression/syntax_tree.h"

namespace secant {

/// The formula as LaTeX for mathematics mode (cases needs amsmath): "\frac{x}{1 + e^{-x}}" is typeset as it was
/// understood. Multiplication is a space, or \cdot before a digit. Linear in the length of the result, without
/// recursion.
///
/// Precondition: numbers are finite.
[[nodiscard]] std::string toLatex(const SyntaxTree& tree);

/// A name as LaTeX: α and alpha as \alpha, a_1 as a_{1}, slope_left as \mathrm{slope}_{\mathrm{left}}.
[[nodiscard]] std::string latexName(std::string_view name);

} // namespace secant
