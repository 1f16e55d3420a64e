#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "core/expression/characters.h"
#include "core/expression/latex_command.h"
#include "core/expression/lexer.h"

namespace secant {

namespace {

/// Commands that only say how something is to look.
constexpr auto kSilent = std::to_array<std::string_view>(
    {"quad", "qquad", "displaystyle", "textstyle", "limits", "nolimits", "thinspace", "medspace"});

/// Commands before a bracket that choose its size.
constexpr auto kSizes = std::to_array<std::string_view>({"left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr",
                                                         "Bigl", "Bigr", "biggl", "biggr", "Biggl", "Biggr"});

/// Commands around a name.
constexpr auto kUpright =
    std::to_array<std::string_view>({"operatorname", "mathrm", "text", "textrm", "mathit", "mathbf", "mathsf", "mathop",
                                     "textsf", "texttt", "mbox", "textnormal"});

template<typename Names>
bool isAmong(const Names& names, std::string_view name)
{
    return std::ranges::find(names, name) != names.end();
}

} // namespace

void Lexer::skipMathDelimiters()
{
    std::size_t end = m_symbols.size();
    while (m_at < end && isSpace(m_symbols[m_at].folded))
        ++m_at;
    while (end > m_at && isSpace(m_symbols[end - 1].folded))
        --end;
    const auto stands = [this](std::u32string_view text, std::size_t at) {
        return std::ranges::equal(text, m_symbols.subspan(at, text.size()), {}, {}, &Symbol::folded);
    };
    constexpr std::array<std::pair<std::u32string_view, std::u32string_view>, 4> kPairs{
        {{U"$$", U"$$"}, {U"$", U"$"}, {U"\\(", U"\\)"}, {U"\\[", U"\\]"}}};
    for (const auto& [opening, closing] : kPairs) {
        const bool fits = end - m_at >= opening.size() + closing.size();
        if (!fits || !stands(opening, m_at) || !stands(closing, end - closing.size()))
            continue;
        m_at += opening.size();
        end -= closing.size();
        break;
    }
    constexpr std::u32string_view kDisplay = U"{\\displaystyle";
    const bool isDisplay = end - m_at > kDisplay.size() && stands(kDisplay, m_at) && isWholeGroup(m_at, end);
    m_at += isDisplay ? 1 : 0;
    m_symbols = m_symbols.first(isDisplay ? end - 1 : end);
}

bool Lexer::isWholeGroup(std::size_t begin, std::size_t end) const
{
    std::size_t depth = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const char32_t c = m_symbols[i].folded;
        depth += c == U'{' ? 1 : 0;
        if (c == U'}' && --depth == 0)
            return i + 1 == end;
    }
    return false;
}

std::string Lexer::takeLetters()
{
    std::string letters;
    for (; isLatin(peek()); ++m_at)
        letters += static_cast<char>(peek());
    return letters;
}

void Lexer::readCommand()
{
    const std::size_t begin = m_at++;
    constexpr std::u32string_view kSpaces = U",;:! ";
    if (peek() != 0 && kSpaces.find(peek()) != kSpaces.npos) {
        ++m_at;
        return;
    }
    if (peek() == U'{' || peek() == U'}') {
        m_at = begin;
        return m_symbols[begin + 1].folded == U'{' ? openCurly(2) : close(U'}', 2);
    }
    const std::string name = takeLetters();
    if (isAmong(kSilent, name))
        return;
    if (name == "left" && readBracedBegin(begin))
        return;
    if (isAmong(kSizes, name))
        return expectDelimiter(begin);
    if ((name == "begin" && readBegin(begin, false)) || (name == "end" && readEnd(begin)))
        return;
    if (name == "frac" || name == "dfrac" || name == "tfrac" || name == "cfrac")
        return readFraction(begin);
    if (name == "sqrt")
        return readRoot(begin);
    if (isAmong(kUpright, name))
        return readUprightName(begin);
    if (!readCommandBracket(begin, name))
        addCommand(begin, name);
}

bool Lexer::readCommandBracket(std::size_t begin, std::string_view name)
{
    const std::size_t length = std::exchange(m_at, begin) - begin;
    if (name == "lfloor")
        openRounding(Bracket::Floor, "floor", length);
    else if (name == "lceil")
        openRounding(Bracket::Ceiling, "ceil", length);
    else if (name == "rfloor")
        close(U'⌋', length);
    else if (name == "rceil")
        close(U'⌉', length);
    else
        m_at += length;
    return name == "lfloor" || name == "lceil" || name == "rfloor" || name == "rceil";
}

void Lexer::addCommand(std::size_t begin, std::string_view name)
{
    if (name == "infty")
        return fail(ParseErrorKind::BadNumber, {begin, m_at});
    const LatexCommand* const command = findLatexCommand(name);
    if (!command)
        return failCommand(begin);
    Token& token = add(command->kind, {begin, m_at});
    token.relation = command->relation;
    token.text = command->text;
    token.isLatex = true;
    if (command->kind == TokenKind::Name)
        finishName(token, begin);
}

void Lexer::failCommand(std::size_t begin)
{
    fail(ParseErrorKind::UnexpectedCharacter, {begin, begin + 1});
    m_list.error->quoted = quote(m_symbols, {begin, std::max(m_at, begin + 1)});
}

void Lexer::expectDelimiter(std::size_t begin)
{
    skipSpace();
    constexpr std::u32string_view kSigns = U"()[]|⌊⌋⌈⌉";
    if (peek() != 0 && kSigns.find(peek()) != kSigns.npos)
        return;
    constexpr auto kCommands =
        std::to_array<std::string_view>({"lvert", "rvert", "vert", "lfloor", "rfloor", "lceil", "rceil"});
    const std::size_t end = m_at;
    if (peek() == U'\\') {
        ++m_at;
        const bool isBrace = peek() == U'{' || peek() == U'}';
        const bool isDelimiter = isBrace || isAmong(kCommands, takeLetters());
        m_at = end;
        if (isDelimiter)
            return;
    }
    failCommand(begin);
}

void Lexer::readFraction(std::size_t begin)
{
    add(TokenKind::Open, {begin, m_at});
    readArgument(begin, Bracket::Numerator);
}

void Lexer::readRoot(std::size_t begin)
{
    std::string function = "sqrt";
    skipSpace();
    if (peek() == U'[') {
        const bool isShort = peek(2) == U']' && (peek(1) == U'2' || peek(1) == U'3');
        if (!isShort)
            return failCommand(begin);
        function = peek(1) == U'3' ? "cbrt" : function;
        m_at += 3;
    }
    Token& root = add(TokenKind::Name, {begin, m_at});
    root.text = std::move(function);
    root.isLatex = true;
    skipSpace();
    if (peek() != U'(' && m_at < m_symbols.size())
        readArgument(begin, Bracket::Group);
}

void Lexer::readArgument(std::size_t begin, Bracket bracket)
{
    skipSpace();
    if (peek() == U'{')
        return open(bracket);
    const std::size_t at = m_at;
    const bool isDigitHere = isDigit(peek());
    if (!isDigitHere && !isLatin(peek()) && !isGreek(peek())) {
        if (bracket == Bracket::Denominator)
            return fail(ParseErrorKind::MissingOperand, {at, std::min(at + 1, m_symbols.size())});
        return failCommand(begin);
    }
    add(TokenKind::Open, {at, at});
    Token& operand = add(isDigitHere ? TokenKind::Number : TokenKind::Name, {at, at + 1});
    if (isDigitHere)
        operand.number = static_cast<double>(peek() - U'0');
    else
        appendUtf8(operand.text, peek());
    ++m_at;
    add(TokenKind::Close, {at + 1, at + 1});
    finishArgument(begin, bracket);
}

void Lexer::finishArgument(std::size_t begin, Bracket bracket)
{
    if (bracket == Bracket::Denominator)
        add(TokenKind::Close, {m_at - 1, m_at});
    if (bracket != Bracket::Numerator)
        return;
    add(TokenKind::Divide, {m_at - 1, m_at});
    readArgument(begin, Bracket::Denominator);
}

void Lexer::readUprightName(std::size_t begin)
{
    if (peek() == U'*') // \operatorname*
        ++m_at;
    skipSpace();
    if (peek() != U'{')
        return failCommand(begin);
    if (const std::u32string word = groupAt(m_at); readCasesWord(begin, word, m_at + word.size() + 2))
        return;
    ++m_at;
    std::string name;
    for (; isLatin(peek()) || isDigit(peek()) || peek() == U'_' || (peek() == U'\\' && peek(1) == U'_'); ++m_at) {
        if (peek() != U'\\')
            name += static_cast<char>(peek());
    }
    if (name.empty() || name.front() == '_' || (name.front() >= '0' && name.front() <= '9') || peek() != U'}')
        return failCommand(begin);
    ++m_at;
    Token& token = add(TokenKind::Name, {begin, m_at});
    token.text = std::move(name);
    token.isLatex = true;
    finishName(token, begin);
}

} // namespace secant
