#pragma once

#include <span>

#include "core/expression/symbols.h"
#include "core/expression/token.h"
#include "core/number/primitive.h"

namespace secant {

/// Gives every Name of `list` its meaning, and takes away a leading "y =" or "f(x) =".
///
///   x, e, pi or π, tau or τ       variable and constants (τ as the number 2π)
///   functions                     must be followed by a bracket, or by a whole power and then a bracket: sin^2(x);
///                                 sin^-1(x) is asin(x). One number or letter may stand without brackets where nothing
///                                 follows that might belong to it: sin x, \sin x \cos x, but not sin x^2
///                                 Other usual spellings are known before a bracket: arcsin, ReLU, log_2
///   and, or                       signs between two conditions
///   ax, xe, pix                   two names written together, one of them x: a product
///   other names                   parameters; a name of several letters before a bracket is an unknown function
///
/// Refuses x2 (x·2 or x²?), sinx, inf and nan, and the name that is just being defined.
[[nodiscard]] TokenList resolveNames(TokenList list, std::span<const Symbol> symbols, const Vocabulary& vocabulary);

} // namespace secant
