#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/expression/syntax_tree.h"
#include "core/expression/token.h"

namespace secant {

[[nodiscard]] bool isDigit(char32_t c);
[[nodiscard]] bool isSpace(char32_t c);
[[nodiscard]] bool isLatin(char32_t c);
/// The Greek letters that nobody takes for a Latin one.
[[nodiscard]] bool isGreek(char32_t c);

/// The token that one character stands for, if it does.
[[nodiscard]] std::optional<TokenKind> signKind(char32_t c);

/// A comparison sign and how many characters it takes.
struct Relation {
    NodeKind kind;
    std::size_t length;
};

[[nodiscard]] std::optional<Relation> readRelation(char32_t c, char32_t next);

/// What was meant by a character that looks like another, or belongs to another notation; empty if nothing is known.
[[nodiscard]] std::string_view meantBy(char32_t c);

/// Whether a decimal number that no double holds is too small rather than too large.
[[nodiscard]] bool isTiny(std::string_view decimal);

} // namespace secant
