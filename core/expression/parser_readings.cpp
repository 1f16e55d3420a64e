#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>

#include "core/expression/characters.h"
#include "core/expression/parser.h"

/// What a text might have been meant to say otherwise. Nothing here changes how it is read.
namespace secant {

namespace {

/// More of them would not be read.
constexpr std::size_t kMostReadings = 4;

/// The number that these digits say, 0 if they are none or too many.
unsigned smallNumber(std::string_view text)
{
    constexpr std::size_t kMostDigits = 4;
    const bool isNumber = !text.empty() && text.size() <= kMostDigits &&
                          std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    unsigned number = 0;
    for (const char c : isNumber ? text : std::string_view{})
        number = 10 * number + static_cast<unsigned>(c - '0');
    return number;
}

bool isGreekWord(std::string_view name)
{
    constexpr auto kWords = std::to_array<std::string_view>({"mu", "nu", "xi", "eta", "phi", "chi", "psi", "rho"});
    return std::ranges::find(kWords, name) != kWords.end();
}

} // namespace

std::string Parser::quoted(SourceRange where) const
{
    const auto isSpace = [this](std::size_t i) { return m_symbols[i].folded == U' '; };
    while (where.begin < where.end && isSpace(where.begin))
        ++where.begin;
    while (where.end > where.begin && isSpace(where.end - 1))
        --where.end;
    return quote(m_symbols, where);
}

void Parser::note(ReadingKind kind, SourceRange where, std::string read, std::string other)
{
    const auto isSame = [&](const Reading& known) { return known.kind == kind && known.read == read; };
    if (m_readings.size() < kMostReadings && std::ranges::none_of(m_readings, isSame))
        m_readings.push_back({kind, where, std::move(read), std::move(other)});
}

void Parser::noteBinary(const Pending& pending, const Operand& left, const Operand& right)
{
    if (!left.sign)
        return;
    if (pending.isImplicit)
        return noteImplicitProduct(left, right);
    if (pending.node != NodeKind::Divide || left.sign->kind != TokenKind::Power)
        return;
    // x^1/2
    const std::string base = quoted({left.where.begin, left.sign->where.end});
    const std::string exponent = quoted({left.sign->where.end, left.where.end});
    const std::string divisor = quoted(right.where);
    const unsigned numerator = smallNumber(exponent);
    const unsigned denominator = smallNumber(divisor);
    if (numerator > 0 && denominator > 1 && std::gcd(numerator, denominator) == 1)
        note(ReadingKind::OfTwo, {left.where.begin, right.where.end}, "(" + base + exponent + ")/" + divisor,
             base + "(" + exponent + "/" + divisor + ")");
}

void Parser::noteImplicitProduct(const Operand& left, const Operand& right)
{
    const SourceRange where{left.where.begin, right.where.end};
    const SourceRange& sign = left.sign->where;
    const std::string before = quoted({left.where.begin, sign.end});
    const std::string after = quoted({sign.end, left.where.end});
    const std::string factor = quoted(right.where);
    const std::string read = "(" + before + after + ")*" + factor;
    const std::string other = before + "(" + after + (right.sign ? "*" : "") + factor + ")";
    switch (left.sign->kind) {
    case TokenKind::Divide: // 1/2x
    case TokenKind::Root:   // √2x
    case TokenKind::CubeRoot:
        return note(ReadingKind::OfTwo, where, read, other);
    case TokenKind::Power: { // e^2x
        const NodeKind base = m_builder.kind(m_builder.first(left.node));
        const bool isConstant = base == NodeKind::Number || base == NodeKind::Euler;
        if (isConstant && smallNumber(after) > 0 && left.where.end == right.where.begin)
            note(ReadingKind::OfTwo, where, read, other);
        return;
    }
    default:
        return;
    }
}

void Parser::noteNegation(const Operand& right, SourceRange where)
{
    // -x^2 at the beginning
    if (!m_pending.empty() || !right.sign || right.sign->kind != TokenKind::Power)
        return;
    const std::string power = quoted(right.where);
    const SourceRange base{right.where.begin, right.sign->where.begin};
    note(ReadingKind::OfTwo, where, "-(" + power + ")",
         "(-" + quoted(base) + ")" + quoted({right.sign->where.begin, right.where.end}));
}

void Parser::noteName()
{
    const std::string& name = token().text;
    constexpr std::size_t kShort = 3;
    const bool isWord = std::ranges::all_of(name, [](char c) { return isLatin(static_cast<unsigned char>(c)); });
    const bool couldBeProduct = name.size() <= kShort || name.find('x') != std::string::npos;
    if (name.size() < 2 || !isWord || !couldBeProduct || isGreekWord(name))
        return;
    std::string product;
    for (const char c : name)
        product += product.empty() ? std::string(1, c) : std::string("*") + c;
    note(ReadingKind::LongName, token().where, name, product);
}

void Parser::noteCall(const Token& function, SourceRange argument, SourceRange where)
{
    const std::string name = quoted(function.where);
    if (function.number < 0.0) { // sin^-1(x); the name is that of the inverse already
        const std::string inside = quoted(argument);
        note(ReadingKind::OfTwo, where, function.text + "(" + inside + ")",
             "1/" + function.text.substr(1) + "(" + inside + ")");
    } else if (name == "log" || name == "\\log") {
        note(ReadingKind::Logarithm, function.where, "ln(" + quoted(argument) + ")", "lg(" + quoted(argument) + ")");
    } else if (function.form == Form::ArcCotangent) { // Some say that its values lie in (−π/2, π/2].
        const std::string inside = quoted(argument);
        note(ReadingKind::OfTwo, where, "pi/2-atan(" + inside + ")", "atan(1/(" + inside + "))");
    }
}

} // namespace secant
