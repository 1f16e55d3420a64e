#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "core/expression/characters.h"
#include "core/expression/lexer.h"

/// \begin{cases} … \end{cases}: rows of a value and its condition become the arguments of one call.
namespace secant {

namespace {

/// Environments that are a definition by cases, and those that are one behind \left\{.
constexpr auto kCases = std::to_array<std::u32string_view>({U"cases", U"dcases", U"rcases"});
constexpr auto kTables = std::to_array<std::u32string_view>({U"array", U"matrix", U"aligned", U"alignedat"});

/// Words before a condition.
constexpr auto kIf =
    std::to_array<std::u32string_view>({U"if", U"for", U"when", U"where", U"若", U"当", U"当且仅当", U"如果"});

/// Words that stand for all that is left.
constexpr auto kOtherwise =
    std::to_array<std::u32string_view>({U"otherwise", U"else", U"elsewhere", U"其他", U"其它", U"否则", U"其余"});

constexpr auto kAnd = std::to_array<std::u32string_view>({U"and", U"且", U"并且"});
constexpr auto kOr = std::to_array<std::u32string_view>({U"or", U"或", U"或者"});

template<typename Words>
bool isAmong(const Words& words, std::u32string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

/// In small letters, without what stands around it in a sentence.
std::u32string plainWord(std::u32string word)
{
    constexpr std::u32string_view kAround = U" \t\n\r,.;:~";
    const std::size_t begin = std::min(word.find_first_not_of(kAround), word.size());
    const std::size_t end = word.find_last_not_of(kAround);
    word = begin == word.size() ? std::u32string() : word.substr(begin, end - begin + 1);
    for (char32_t& c : word)
        c = c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
    return word;
}

} // namespace

std::size_t Lexer::spacesEnd(std::size_t at) const
{
    while (at < m_symbols.size() && isSpace(m_symbols[at].folded))
        ++at;
    return at;
}

bool Lexer::standsAt(std::u32string_view text, std::size_t at) const
{
    return at + text.size() <= m_symbols.size() &&
           std::ranges::equal(text, m_symbols.subspan(at, text.size()), {}, {}, &Symbol::folded);
}

std::u32string Lexer::groupAt(std::size_t at) const
{
    constexpr std::size_t kLongest = 40;
    std::u32string text;
    if (at >= m_symbols.size() || m_symbols[at].folded != U'{')
        return text;
    for (std::size_t i = at + 1; i < m_symbols.size() && text.size() <= kLongest; ++i) {
        if (m_symbols[i].folded == U'}')
            return text;
        text += m_symbols[i].folded;
    }
    return {};
}

bool Lexer::readBegin(std::size_t begin, bool isBraced)
{
    const std::u32string name = groupAt(m_at);
    if (!isAmong(kCases, name) && !(isBraced && isAmong(kTables, name)))
        return false;
    m_at += name.size() + 2;
    if (name == U"array" || name == U"alignedat") {
        const std::u32string columns = groupAt(m_at = spacesEnd(m_at));
        m_at += columns.empty() ? 0 : columns.size() + 2;
    }
    Token& function = add(TokenKind::Function, {begin, m_at});
    function.form = Form::Cases;
    function.text = "cases";
    add(TokenKind::Open, {begin, m_at});
    m_open.push_back({Bracket::Cases, begin});
    m_cases.push_back({name, isBraced});
    return true;
}

bool Lexer::readBracedBegin(std::size_t begin)
{
    std::size_t at = spacesEnd(m_at);
    if (!standsAt(U"\\{", at) && !standsAt(U"\\lbrace", at))
        return false;
    at = spacesEnd(at + (standsAt(U"\\{", at) ? 2 : 7));
    constexpr std::u32string_view kBegin = U"\\begin";
    if (!standsAt(kBegin, at))
        return false;
    const std::size_t before = std::exchange(m_at, at + kBegin.size());
    if (readBegin(begin, true))
        return true;
    m_at = before;
    return false;
}

bool Lexer::readEnd(std::size_t begin)
{
    if (!isInCases() || groupAt(m_at) != m_cases.back().environment)
        return false;
    if (m_cases.back().column == 1 && m_list.tokens.back().kind == TokenKind::Comma) {
        fail(ParseErrorKind::MissingOperand, {begin, m_at});
        return true;
    }
    m_at += m_cases.back().environment.size() + 2;
    if (m_cases.back().isBraced) {
        std::size_t at = spacesEnd(m_at);
        constexpr std::u32string_view kRight = U"\\right";
        if (standsAt(kRight, at) && standsAt(U".", at = spacesEnd(at + kRight.size())))
            m_at = at + 1;
    }
    m_cases.pop_back();
    m_open.pop_back();
    add(TokenKind::Close, {begin, m_at});
    return true;
}

bool Lexer::isInCases() const
{
    return !m_open.empty() && m_open.back().bracket == Bracket::Cases;
}

bool Lexer::isAtRowStart() const
{
    const TokenKind last = m_list.tokens.back().kind;
    return m_cases.back().column == 0 && (last == TokenKind::Comma || last == TokenKind::Open);
}

void Lexer::endRow()
{
    const std::size_t begin = m_at;
    m_at += 2;
    if (peek() == U'[') { // \\[4pt]
        std::size_t end = m_at;
        while (end < m_symbols.size() && m_symbols[end].folded != U']')
            ++end;
        m_at = std::min(end + 1, m_symbols.size());
    }
    Cases& cases = m_cases.back();
    if (isAtRowStart() || standsAt(U"\\end", spacesEnd(m_at)))
        return;
    if (cases.column == 0 || m_list.tokens.back().kind == TokenKind::Comma)
        return fail(ParseErrorKind::MissingOperand, {begin, begin + 2});
    cases.column = 0;
    add(TokenKind::Comma, {begin, begin + 2});
}

void Lexer::endColumn(SourceRange where)
{
    Cases& cases = m_cases.back();
    const bool isRepeated = cases.column == 1 && m_list.tokens.back().kind == TokenKind::Comma;
    if (isRepeated) // & \text{if} &
        return;
    if (cases.column == 1)
        return fail(ParseErrorKind::UnexpectedCharacter, where);
    if (isAtRowStart()) { // The first column of {rl} may be empty.
        if (where.end - where.begin > 1)
            fail(ParseErrorKind::MissingOperand, where);
        return;
    }
    cases.column = 1;
    add(TokenKind::Comma, where);
}

bool Lexer::readInCases(char32_t c)
{
    if (c == U'\\' && peek(1) == U'\\') {
        endRow();
        return true;
    }
    if (c == U'&') {
        ++m_at;
        endColumn({m_at - 1, m_at});
        return true;
    }
    if (c != U',' && c != U';' && c != U'.')
        return false;
    // A comma at the end of a value or of a row is the sentence's; else it stands between value and condition.
    const std::size_t next = spacesEnd(m_at + 1);
    const bool isAtEnd = standsAt(U"&", next) || standsAt(U"\\", next);
    if (!isAtEnd && c != U',')
        return false;
    ++m_at;
    if (!isAtEnd && m_cases.back().column == 1) {
        fail(ParseErrorKind::UnexpectedCharacter, {m_at - 1, m_at}, "and");
        return true;
    }
    if (!isAtEnd)
        endColumn({m_at - 1, m_at});
    return true;
}

bool Lexer::readCasesWord(std::size_t begin, const std::u32string& text, std::size_t end)
{
    if (m_cases.empty())
        return false;
    const std::u32string word = plainWord(text);
    if (word.empty() || isAmong(kAnd, word) || isAmong(kOr, word)) {
        m_at = end;
        if (!word.empty())
            add(isAmong(kAnd, word) ? TokenKind::And : TokenKind::Or, {begin, end});
        return true;
    }
    if (!isInCases())
        return false;
    if (isAmong(kIf, word)) {
        m_at = end;
        endColumn({begin, end});
        return true;
    }
    if (!isAmong(kOtherwise, word))
        return false;
    m_at = end;
    readOtherwise({begin, end});
    return true;
}

void Lexer::readOtherwise(SourceRange where)
{
    std::size_t next = spacesEnd(where.end);
    while (standsAt(U".", next) || standsAt(U",", next))
        next = spacesEnd(next + 1);
    next = standsAt(U"\\\\", next) ? spacesEnd(next + 2) : next;
    const bool isLast = standsAt(U"\\end", next) || next == m_symbols.size();
    if (!isLast || isAtRowStart())
        return fail(ParseErrorKind::UnexpectedCharacter, where);
    m_at = next;
    if (m_cases.back().column == 0)
        return;
    if (m_list.tokens.back().kind != TokenKind::Comma)
        return fail(ParseErrorKind::UnexpectedCharacter, where);
    m_list.tokens.pop_back();
    m_cases.back().column = 0;
}

} // namespace secant
