#include "core/expression/symbols.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace secant {

namespace {

struct Fold {
    char32_t typed;
    char32_t folded;
    Script script = Script::Line;
};

/// Ascending in `typed`.
constexpr std::array kFolds{
    Fold{0x00A0, ' '}, // no-break space
    Fold{0x00B2, '2', Script::Raised},
    Fold{0x00B3, '3', Script::Raised},
    Fold{0x00B5, 0x03BC}, // micro sign: μ
    Fold{0x00B7, '*'},    // ·
    Fold{0x00B9, '1', Script::Raised},
    Fold{0x00D7, '*'}, // ×
    Fold{0x00F7, '/'}, // ÷
    Fold{0x02E3, 'x', Script::Raised},
    Fold{0x200B, ' '}, // zero width space
    Fold{0x2010, '-'}, // hyphen
    Fold{0x2011, '-'}, // no-break hyphen
    Fold{0x2012, '-'}, // figure dash
    Fold{0x2013, '-'}, // en dash, which word processors make of a minus
    Fold{0x202F, ' '}, // narrow no-break space
    Fold{0x2044, '/'}, // fraction slash
    Fold{0x205F, ' '}, // mathematical space
    Fold{0x2060, ' '}, // word joiner
    Fold{0x2070, '0', Script::Raised},
    Fold{0x207A, '+', Script::Raised},
    Fold{0x207B, '-', Script::Raised},
    Fold{0x207D, '(', Script::Raised},
    Fold{0x207E, ')', Script::Raised},
    Fold{0x207F, 'n', Script::Raised},
    Fold{0x210E, 'h'}, // ℎ, the italic h
    Fold{0x212F, 'e'}, // ℯ
    Fold{0x2147, 'e'}, // ⅇ
    Fold{0x2212, '-'}, // −
    Fold{0x2215, '/'}, // ∕
    Fold{0x2217, '*'}, // ∗
    Fold{0x2219, '*'}, // ∙
    Fold{0x2223, '|'}, // ∣
    Fold{0x22C5, '*'}, // ⋅
    Fold{0x2715, '*'}, // ✕
    Fold{0x2A2F, '*'}, // ⨯
    Fold{0x3000, ' '}, // ideographic space
    Fold{0xFE62, '+'}, // small forms
    Fold{0xFE63, '-'},
    Fold{0xFEFF, ' '}, // byte order mark
};

constexpr bool within(char32_t c, char32_t first, char32_t last)
{
    return first <= c && c <= last;
}

/// Letters and digits of the block Mathematical Alphanumeric Symbols (𝑥, 𝛼, 𝟐), which documents paste. Its styles
/// follow each other with 52 Latin letters, 58 Greek signs or 10 digits each.
char32_t foldMathematical(char32_t c)
{
    if (within(c, 0x1D400, 0x1D6A3)) {
        const char32_t letter = (c - 0x1D400) % 52;
        return letter < 26 ? U'A' + letter : U'a' + (letter - 26);
    }
    if (within(c, 0x1D6A8, 0x1D7C9)) {
        const char32_t sign = (c - 0x1D6A8) % 58;
        if (sign < 25)
            return 0x0391 + sign;
        if (within(sign, 26, 50))
            return 0x03B1 + (sign - 26);
        return c;
    }
    if (within(c, 0x1D7CE, 0x1D7FF))
        return U'0' + (c - 0x1D7CE) % 10;
    return c;
}

Symbol fold(char32_t c)
{
    if (c < 0x80)
        return {c, c, Script::Line};
    if (within(c, 0xFF01, 0xFF5E))
        return {c, c - 0xFEE0, Script::Line};
    if (within(c, 0x2074, 0x2079))
        return {c, U'4' + (c - 0x2074), Script::Raised};
    if (within(c, 0x2080, 0x2089))
        return {c, U'0' + (c - 0x2080), Script::Lowered};
    if (within(c, 0x2000, 0x200A))
        return {c, U' ', Script::Line};
    if (within(c, 0x1D400, 0x1D7FF))
        return {c, foldMathematical(c), Script::Line};
    const auto* const entry = std::ranges::lower_bound(kFolds, c, {}, &Fold::typed);
    if (entry != kFolds.end() && entry->typed == c)
        return {c, entry->folded, entry->script};
    return {c, c, Script::Line};
}

/// Length in bytes of a UTF-8 sequence by its first byte; 0 for a byte that begins none.
std::size_t sequenceLength(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/// The code point that starts at `at`, which is moved behind it.
char32_t decode(std::string_view utf8, std::size_t& at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
    const std::size_t length = sequenceLength(byte(at));
    if (length == 0 || at + length > utf8.size()) {
        ++at;
        return kBrokenByte;
    }
    constexpr std::array<char32_t, 5> kLeadBits{0, 0x7F, 0x1F, 0x0F, 0x07};
    constexpr std::array<char32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
    char32_t c = byte(at) & kLeadBits[length];
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) {
            ++at;
            return kBrokenByte;
        }
        c = (c << 6) | (byte(at + i) & 0x3F);
    }
    if (c < kLeast[length] || c > 0x10FFFF || within(c, 0xD800, 0xDFFF)) {
        ++at;
        return kBrokenByte;
    }
    at += length;
    return c;
}

/// Characters that must not reach a screen or a terminal as they are.
bool isUnsafe(char32_t c)
{
    return c < 0x20 || within(c, 0x7F, 0x9F) || c == 0xAD || within(c, 0x0300, 0x036F) || c == 0x061C ||
           within(c, 0x200B, 0x200F) || within(c, 0x2028, 0x202E) || within(c, 0x2060, 0x206F) ||
           within(c, 0x20D0, 0x20FF) || within(c, 0xE000, 0xF8FF) || within(c, 0xFE00, 0xFE0F) || c == 0xFEFF ||
           within(c, 0xFFF0, 0xFFFC) || c >= 0xE0000;
}

std::string shown(char32_t c)
{
    std::string text;
    if (c == kBrokenByte)
        c = 0xFFFD;
    if (!isUnsafe(c)) {
        appendUtf8(text, c);
        return text;
    }
    text = "U+";
    for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4)
        text += "0123456789ABCDEF"[(c >> shift) & 0xF];
    return text;
}

} // namespace

std::vector<Symbol> readSymbols(std::string_view utf8)
{
    std::vector<Symbol> symbols;
    symbols.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();)
        symbols.push_back(fold(decode(utf8, at)));
    return symbols;
}

void appendUtf8(std::string& text, char32_t codePoint)
{
    const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    const auto continuation = [&](int shift) { put(0x80 | ((codePoint >> shift) & 0x3F)); };
    if (codePoint < 0x80) {
        put(codePoint);
    } else if (codePoint < 0x800) {
        put(0xC0 | (codePoint >> 6));
        continuation(0);
    } else if (codePoint < 0x10000) {
        put(0xE0 | (codePoint >> 12));
        continuation(6);
        continuation(0);
    } else {
        put(0xF0 | (codePoint >> 18));
        continuation(12);
        continuation(6);
        continuation(0);
    }
}

std::string quote(std::span<const Symbol> symbols, SourceRange where)
{
    constexpr std::size_t kMost = 40;
    std::string text;
    std::size_t length = 0;
    const std::size_t end = std::min(where.end, symbols.size());
    for (std::size_t i = where.begin; i < end; ++i) {
        const char32_t c = symbols[i].typed;
        const std::string piece = shown(c);
        length += isUnsafe(c) && c != kBrokenByte ? piece.size() : 1;
        const bool isLast = i + 1 == end;
        if (length > (isLast ? kMost : kMost - 1))
            return text + "…";
        text += piece;
    }
    return text;
}

} // namespace secant
