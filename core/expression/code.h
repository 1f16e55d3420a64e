#pragma once

#include <string>
#include <string_view>

#include "core/expression/syntax_tree.h"

namespace secant {

/// The formula as source code that stands alone: functions that the language lacks come with it. Arithmetic is the
/// language's own: what is undefined here, like 1/0, is what IEEE 754 makes of it there. Parameters keep their names
/// where the language allows it; Greek letters are spelled. Linear in the length of the result, without recursion.
///
/// Precondition: numbers are finite.

/// `double f(double x, …)` for C++20.
[[nodiscard]] std::string toCpp(const SyntaxTree& tree);

/// `def f(x, …)` for arrays of NumPy; erf, erfc and gamma come from SciPy.
[[nodiscard]] std::string toNumPy(const SyntaxTree& tree);

/// A torch.nn.Module of that name whose parameters learn. gamma is right for arguments above 0 alone.
/// Precondition: className is an identifier of Python.
[[nodiscard]] std::string toPyTorch(const SyntaxTree& tree, std::string_view className);

} // namespace secant
