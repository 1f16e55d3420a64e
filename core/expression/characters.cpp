#include "core/expression/characters.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <system_error>
#include <utility>

namespace secant {

bool isDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

bool isSpace(char32_t c)
{
    return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r';
}

bool isLatin(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool isGreek(char32_t c)
{
    constexpr std::u32string_view kCapitals = U"ΓΔΘΛΞΠΣΦΨΩ";
    constexpr std::u32string_view kOthers = U"ϑϕϖϰϱϵ";
    const bool isSmall = c >= U'α' && c <= U'ω' && c != U'ο' && c != U'ς';
    return isSmall || kCapitals.find(c) != kCapitals.npos || kOthers.find(c) != kOthers.npos;
}

std::optional<TokenKind> signKind(char32_t c)
{
    switch (c) {
    case U'+':
        return TokenKind::Plus;
    case U'-':
        return TokenKind::Minus;
    case U'*':
        return TokenKind::Times;
    case U'/':
        return TokenKind::Divide;
    case U'^':
        return TokenKind::Power;
    case U'√':
        return TokenKind::Root;
    case U'∛':
        return TokenKind::CubeRoot;
    case U'(':
        return TokenKind::Open;
    case U')':
        return TokenKind::Close;
    case U'|':
        return TokenKind::Bar;
    case U',':
        return TokenKind::Comma;
    case U'=':
        return TokenKind::Equals;
    case U'!':
        return TokenKind::Factorial;
    case U'∧':
    case U'且':
        return TokenKind::And;
    case U'∨':
    case U'或':
        return TokenKind::Or;
    default:
        return std::nullopt;
    }
}

std::optional<Relation> readRelation(char32_t c, char32_t next)
{
    const bool hasEquals = next == U'=';
    switch (c) {
    case U'<':
        return Relation{hasEquals ? NodeKind::LessEqual : NodeKind::Less, hasEquals ? 2U : 1U};
    case U'>':
        return Relation{hasEquals ? NodeKind::GreaterEqual : NodeKind::Greater, hasEquals ? 2U : 1U};
    case U'≤':
    case U'⩽':
    case U'≦':
        return Relation{NodeKind::LessEqual, 1};
    case U'≥':
    case U'⩾':
    case U'≧':
        return Relation{NodeKind::GreaterEqual, 1};
    case U'≠':
        return Relation{NodeKind::NotEqual, 1};
    case U'=':
        return hasEquals ? std::optional(Relation{NodeKind::Equal, 2}) : std::nullopt;
    case U'!':
        return hasEquals ? std::optional(Relation{NodeKind::NotEqual, 2}) : std::nullopt;
    default:
        return std::nullopt;
    }
}

std::string_view meantBy(char32_t c)
{
    constexpr std::pair<char32_t, std::string_view> kMeant[] = {
        {U'х', "x"},     {U'Х', "x"}, {U'Χ', "x"},     {U'ⅹ', "x"},     {U'Ⅹ', "x"},     {U'е', "e"},
        {U'а', "a"},     {U'с', "c"}, {U'о', "o"},     {U'р', "p"},     {U'у', "y"},     {U'ο', "o"},
        {U'[', "("},     {U']', ")"}, {U'{', "("},     {U'}', ")"},     {U'—', "-"},     {U'。', "."},
        {U'、', ","},    {U'٫', "."}, {U'½', "(1/2)"}, {U'¼', "(1/4)"}, {U'¾', "(3/4)"}, {U'⅓', "(1/3)"},
        {U'⅔', "(2/3)"}, {U'‖', "|"}, {U'˄', "^"},     {U'ˆ', "^"},     {U'【', "("},    {U'】', ")"},
    };
    const auto* const found = std::ranges::find(kMeant, c, &std::pair<char32_t, std::string_view>::first);
    return found == std::end(kMeant) ? std::string_view{} : found->second;
}

bool isTiny(std::string_view decimal)
{
    const std::size_t mantissaEnd = std::min(decimal.find_first_of("eE"), decimal.size());
    const std::string_view mantissa = decimal.substr(0, mantissaEnd);
    const auto point = static_cast<std::int64_t>(std::min(mantissa.find('.'), mantissa.size()));
    const auto leading = static_cast<std::int64_t>(mantissa.find_first_of("123456789"));
    std::int64_t exponent = 0;
    if (mantissaEnd < decimal.size()) {
        const bool isNegative = decimal[mantissaEnd + 1] == '-';
        std::string_view digits = decimal.substr(mantissaEnd + 1);
        digits.remove_prefix(digits.front() == '-' || digits.front() == '+' ? 1 : 0);
        constexpr std::int64_t kBeyondAnyText = 1'000'000'000;
        if (std::from_chars(digits.data(), digits.data() + digits.size(), exponent).ec != std::errc{})
            exponent = kBeyondAnyText;
        exponent = isNegative ? -exponent : exponent;
    }
    return point - leading + exponent < 0;
}

} // namespace secant
