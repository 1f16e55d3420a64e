#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/expression/syntax_tree.h"
#include "core/number/primitive.h"
#include "core/support/result.h"

namespace secant {

enum class ParseErrorKind : std::uint8_t {
    Empty,               ///< Nothing was typed.
    UnexpectedCharacter, ///< `quoted` has no meaning here.
    DecimalComma,        ///< 3,14: `suggestion` is 3.14.
    MissingOperand,      ///< Something is needed where `quoted` (or the end) stands.
    MissingOpening,      ///< A closing bracket without its opening one.
    MissingClosing,      ///< An opening bracket that is never closed.
    UnknownFunction,     ///< `quoted`(…) is unknown; `suggestion` is the nearest name, or empty.
    WrongArgumentCount,  ///< `quoted` takes `expected` arguments at most (or at least), `given` were given.
    MissingArguments,    ///< A function name without brackets: `suggestion` is "sin(x)".
    ParameterDependsOnX, ///< A parameter of `quoted` may not depend on x.
    BadNumber,           ///< `quoted` is no number.
    TooLong,             ///< Longer than `expected` bytes.
    TooDeep,             ///< Nested deeper than `expected`.
    NameTooLong,         ///< A name longer than `expected` characters.
    UnclearBracket,      ///< `quoted` is [x]: brackets around `suggestion`, or the greatest integer?
};

/// Why a text is no formula, and where. The widgets word it; core/ has no sentences.
struct ParseError {
    ParseErrorKind kind = ParseErrorKind::Empty;
    SourceRange where;
    std::string quoted;     ///< What stands there, at most 40 code points.
    std::string suggestion; ///< What would be right, or empty.
    std::size_t expected = 0;
    std::size_t given = 0;
};

/// Longest text read, in bytes, and deepest nesting understood.
inline constexpr std::size_t kMaxFormulaBytes = 65536;
inline constexpr std::size_t kMaxFormulaDepth = 1000;
inline constexpr std::size_t kMaxNameLength = 64;

/// Reads a formula of x in UTF-8.
///
///   numbers (2, .5, 1e-3), x, pi, π, e, τ, + − * × · / ÷ ^ **, unary minus, brackets, |x|, implicit products
///   (2x, 2(x+1), x sin(x)), superscripts ² ³ ⁻ˣ, √ ∛, min, max, pow, mod, hypot, every name in `vocabulary`; any other
///   name is a parameter. if(a < b, c, d) with < <= > >= == != ≤ ≥ ≠ is c where a < b, else d. Conditions may be
///   chains, 0 < x <= 1, and joined by and, or, &&, ||, ∧, ∨, 且, 或; they stand only there and in piecewise(a < b, c,
///   d > e, f, …, g), which is undefined where no condition holds if g is left out. sec, csc, cot and their hyperbolic
///   kin and inverses are written out: sec(x) is 1/cos(x), acot(x) is pi/2 − atan(x). x! is gamma(x + 1). LaTeX:
///   \frac{a}{b}, \frac12, \sqrt[3]{a}, a^{b}, x_{1}, \sin^{2} x, \cdot, \left( … \right), \max\{a, b\}, \lfloor a
///   \rfloor, \begin{cases}. [ ] and { } are brackets where others stand inside: 2[(x+1)^2-1]. ^ is right-associative
///   and binds tighter than unary minus: −x^2 = −(x^2), 2^3^2 = 2^9, 2^-x is allowed. A call may leave out trailing
///   parameters of the callee: leaky_relu(x) uses the standard value. Full-width forms and no-break spaces are read as
///   their ordinary selves. "y =" and "f(x) =" may stand before.
///
/// Where custom differs: 1/2x is (1/2)·x, √x^2 is √(x^2), sin^2(x) is (sin x)^2, sin^-1(x) is asin(x), ax and xe are
/// products of two names, a(x+1) is a product for a name of one letter. SyntaxTree::readings tells where a text might
/// have been meant otherwise. A number too small for a double is 0. Refused rather than guessed: x2, sinx, sin x^2,
/// beta(x), [x], two numbers side by side, a decimal comma, inf and nan.
///
/// What is wrong first in the text is reported. Linear in the length of the text, without recursion; the locale never
/// matters. Negative literals are negations of numbers, also where a standard value is filled in.
[[nodiscard]] Result<SyntaxTree, ParseError> parse(std::string_view text, const Vocabulary& vocabulary);

} // namespace secant
