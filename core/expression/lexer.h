#pragma once

#include <span>

#include "core/expression/symbols.h"
#include "core/expression/token.h"

namespace secant {

/// Cuts a formula into tokens.
///
///   number  digits, one point, an exponent if digits follow it: in 2e^x the e stays a name
///   name    a letter, then letters and digits; a Greek letter is a word of its own, so that αx is a product
///           parts after _ belong to the name: leaky_relu, a_1; a part that begins with a digit has digits only
///   LaTeX   \frac{a}{b}, \sqrt{a}, ^{a}, \sin, \cdot, \left( … \right), \pi, \, and the like become ordinary tokens;
///           braces stand nowhere else
///   superscripts become Raise RaisedOpen … RaisedClose, so that x⁻² is read as x^(-2)
///
/// Linear. Tokens end at the first character that has no meaning, or at a name or number that is none.
[[nodiscard]] TokenList readTokens(std::span<const Symbol> symbols);

} // namespace secant
