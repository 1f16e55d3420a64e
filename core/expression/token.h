#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/expression/parse.h"
#include "core/expression/symbols.h"
#include "core/expression/syntax_tree.h"
#include "core/number/primitive.h"

namespace secant {

enum class TokenKind : std::uint8_t {
    Number,
    Name, ///< Only between readTokens() and resolveNames().
    Variable,
    Pi,
    Euler,
    Parameter,
    Function, ///< Always followed by Open.
    Plus,
    Minus,
    Times,
    Divide,
    Power,
    Raise, ///< The invisible operator before a superscript; always followed by RaisedOpen.
    RaisedOpen,
    RaisedClose,
    Root,
    CubeRoot,
    Open,
    Close,
    Bar,
    Comma,
    Equals,
    Comparison, ///< Also "=" between the operands of a condition becomes one.
    And,
    Or,
    Factorial,
    End,
    Error, ///< Here TokenList::error begins; nothing follows.
};

/// What a function's name stands for.
enum class Form : std::uint8_t {
    Primitive,
    Minimum,
    Maximum,
    Power,
    Modulo,
    Hypotenuse,
    If,
    Piecewise,    ///< Condition, value, condition, value …, value elsewhere.
    Cases,        ///< Value, condition, value, condition …, value elsewhere: \begin{cases}.
    Reciprocal,   ///< 1/callee(u): sec u.
    OfReciprocal, ///< callee(1/u): asec u.
    Cotangent,    ///< cos u / sin u.
    ArcCotangent, ///< π/2 − atan u.
};

struct Token {
    TokenKind kind = TokenKind::End;
    SourceRange where;
    bool startsLine = false; ///< A line break stands before it.
    double number = 0.0; ///< Of a Number. Of a Function: n in sin^n(x), 0 if there is none; −1 says the inverse was
                         ///< meant, which is the callee already.
    std::string text;    ///< Of a Name or Parameter, folded. Of a Function, its name in the language.
    Form form = Form::Primitive;         ///< Of a Function.
    const Primitive* callee = nullptr;   ///< Of a Function whose form is Primitive.
    NodeKind relation = NodeKind::Equal; ///< Of a Comparison.
    bool isLatex = false;                ///< Of a Name that was written as a command: \sin.
};

/// A text cut into tokens, up to the first thing that is none. The last token is End or Error.
struct TokenList {
    std::vector<Token> tokens;
    std::optional<ParseError> error;
};

[[nodiscard]] ParseError makeError(ParseErrorKind kind, SourceRange where, std::span<const Symbol> symbols,
                                   std::string suggestion = {});

} // namespace secant
