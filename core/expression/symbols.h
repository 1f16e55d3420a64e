#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/expression/syntax_tree.h"

namespace secant {

enum class Script : std::uint8_t { Line, Raised, Lowered };

/// One code point of a typed formula, with the ordinary character that it stands for.
struct Symbol {
    char32_t typed = 0;
    char32_t folded = 0; ///< '-' for −, '3' for ３ and for ³, ' ' for a no-break space; itself if there is no other.
    Script script = Script::Line;
};

/// Stands where the bytes are no UTF-8: overlong or cut forms, surrogates, values above U+10FFFF. One for each byte.
inline constexpr char32_t kBrokenByte = 0xFFFFFFFF;

/// The code points of `utf8`. The position in the result is the position in a SourceRange.
[[nodiscard]] std::vector<Symbol> readSymbols(std::string_view utf8);

void appendUtf8(std::string& text, char32_t codePoint);

/// What was typed in that range, at most 40 code points, safe to show: characters that are invisible, that steer a
/// terminal or that change the direction of writing appear as "U+202E".
[[nodiscard]] std::string quote(std::span<const Symbol> symbols, SourceRange where);

} // namespace secant
