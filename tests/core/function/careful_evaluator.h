#pragma once

#include <optional>
#include <span>

#include "core/expression/syntax_tree.h"

namespace secant::test {

/// A value in long double, with how far a computation in double may be off it.
struct Careful {
    long double value = 0.0L;
    /// First-order bound, in units of 2^−53: what the operands are off times the condition of the operation, plus one
    /// unit of the result for its own rounding. This is the condition of the formula as it stands, not of f.
    long double condition = 0.0L;
};

/// f(x) by plain recursion and the long double functions of the standard library, without any code of the program
/// except the tree. Nothing where f is undefined, leaves the doubles, or hangs on a comparison too close to call.
/// Knows + − · / ^, min, max, hypot, if, abs, sqrt, cbrt, exp, ln, log, sin, cos, tan, atan, tanh, sinh, cosh, erf,
/// sigmoid, relu, softplus and step; other kinds of node are a mistake of the test.
[[nodiscard]] std::optional<Careful> evaluateCarefully(const SyntaxTree& tree, double x,
                                                       std::span<const double> values = {});

/// f′(x) in forward mode, by the same means: the condition is that of the rules of differentiation applied to the
/// formula as it stands, which is what a computation by jets has to bear.
[[nodiscard]] std::optional<Careful> differentiateCarefully(const SyntaxTree& tree, double x,
                                                            std::span<const double> values = {});

} // namespace secant::test
