#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/expression/lexer.h"

namespace secant {

bool Lexer::readBracket(char32_t c)
{
    switch (c) {
    case U'(':
        open(Bracket::Round);
        return true;
    case U'[':
        openSquare();
        return true;
    case U'{':
        openCurly(1);
        return true;
    case U'⌊':
        openRounding(Bracket::Floor, "floor", 1);
        return true;
    case U'⌈':
        openRounding(Bracket::Ceiling, "ceil", 1);
        return true;
    case U')':
    case U']':
    case U'}':
    case U'⌋':
    case U'⌉':
        close(c);
        return true;
    default:
        return false;
    }
}

void Lexer::open(Bracket bracket, std::size_t length)
{
    add(TokenKind::Open, {m_at, m_at + length});
    m_open.push_back({bracket, m_at});
    m_at += length;
}

bool Lexer::closes(char32_t closing, Bracket bracket)
{
    switch (bracket) {
    case Bracket::Round:
        return closing == U')';
    case Bracket::Square:
        return closing == U']';
    case Bracket::Floor:
        return closing == U'⌋';
    case Bracket::Ceiling:
        return closing == U'⌉';
    default:
        return closing == U'}';
    }
}

void Lexer::close(char32_t closing, std::size_t length)
{
    const std::size_t begin = std::exchange(m_at, m_at + length);
    if (m_open.empty()) { // The parser knows what to say.
        add(TokenKind::Close, {begin, m_at});
        return;
    }
    const Bracket bracket = m_open.back().bracket;
    if (!closes(closing, bracket))
        return fail(ParseErrorKind::MissingOpening, {begin, m_at}); // (x]
    m_open.pop_back();
    add(TokenKind::Close, {begin, m_at});
    finishArgument(begin, bracket);
}

void Lexer::openSquare()
{
    if (!isBare(m_at))
        return open(Bracket::Square);
    std::size_t end = m_at;
    while (m_symbols[end].folded != U']')
        ++end;
    const SourceRange inner{m_at + 1, end};
    fail(ParseErrorKind::UnclearBracket, {m_at, m_at + 1}, quote(m_symbols, inner));
    m_list.error->quoted = quote(m_symbols, {m_at, end + 1});
}

void Lexer::openCurly(std::size_t length)
{
    const bool isTypedGroup = !m_list.tokens.empty() && m_list.tokens.back().kind == TokenKind::Power;
    if (length == 1 && (isTypedGroup || m_isLatex))
        return open(Bracket::Group);
    const bool isCall = !m_list.tokens.empty() && m_list.tokens.back().kind == TokenKind::Name; // \max\{0, x\}
    if (length == 2 && isCall)
        return open(Bracket::Curly, length);
    if (isBare(m_at + length - 1))
        return fail(ParseErrorKind::UnexpectedCharacter, {m_at, m_at + length}, "(");
    open(Bracket::Curly, length);
}

void Lexer::openRounding(Bracket bracket, std::string_view function, std::size_t length)
{
    add(TokenKind::Name, {m_at, m_at + length}).text = function;
    open(bracket, length);
}

bool Lexer::isBare(std::size_t at)
{
    if (!m_bare)
        findBareBrackets();
    return (*m_bare)[at];
}

void Lexer::findBareBrackets()
{
    m_bare.emplace(m_symbols.size(), false);
    struct Opening {
        std::size_t at;
        bool isBare;
    };
    std::vector<Opening> openings;
    constexpr std::u32string_view kOpening = U"([{⌊⌈";
    constexpr std::u32string_view kClosing = U")]}⌋⌉";
    for (std::size_t i = 0; i < m_symbols.size(); ++i) {
        const char32_t c = m_symbols[i].folded;
        if (kOpening.find(c) != kOpening.npos) {
            if (!openings.empty())
                openings.back().isBare = false;
            openings.push_back({i, true});
        }
        const std::size_t kind = kClosing.find(c);
        if (kind == kClosing.npos)
            continue;
        if (openings.empty() || kOpening[kind] != m_symbols[openings.back().at].folded)
            return;
        (*m_bare)[openings.back().at] = openings.back().isBare;
        openings.pop_back();
    }
}

} // namespace secant
