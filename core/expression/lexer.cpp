#include "core/expression/lexer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>
#include <utility>

#include "core/expression/characters.h"

namespace secant {

Lexer::Lexer(std::span<const Symbol> symbols) : m_symbols(symbols)
{
    m_isLatex = std::ranges::find(symbols, U'\\', &Symbol::folded) != symbols.end();
}

TokenList Lexer::run()
{
    m_list.tokens.reserve(m_symbols.size() + 1);
    skipMathDelimiters();
    while (!m_list.error) {
        skipSpace();
        followScript();
        if (m_at >= m_symbols.size())
            break;
        readOne();
    }
    if (!m_list.error) {
        // What is missing at the end is missing behind the last thing typed, not behind the spaces after it.
        const std::size_t end = m_list.tokens.empty() ? 0 : m_list.tokens.back().where.end;
        add(TokenKind::End, {end, end});
    }
    return std::move(m_list);
}

char32_t Lexer::peek(std::size_t ahead) const
{
    const std::size_t at = m_at + ahead;
    const Script script = m_raised ? Script::Raised : Script::Line;
    return at < m_symbols.size() && m_symbols[at].script == script ? m_symbols[at].folded : 0;
}

bool Lexer::atSubscript() const
{
    return m_at < m_symbols.size() && m_symbols[m_at].script == Script::Lowered;
}

Token& Lexer::add(TokenKind kind, SourceRange where)
{
    Token& token = m_list.tokens.emplace_back();
    token.kind = kind;
    token.where = where;
    token.startsLine = std::exchange(m_lineBroken, false);
    return token;
}

void Lexer::fail(ParseErrorKind kind, SourceRange where, std::string suggestion)
{
    m_list.error = makeError(kind, where, m_symbols, std::move(suggestion));
    add(TokenKind::Error, where);
}

void Lexer::skipSpace()
{
    for (; m_at < m_symbols.size() && isSpace(m_symbols[m_at].folded); ++m_at)
        m_lineBroken = m_lineBroken || m_symbols[m_at].folded == U'\n' || m_symbols[m_at].folded == U'\r';
}

void Lexer::followScript()
{
    const bool isRaised = m_at < m_symbols.size() && m_symbols[m_at].script == Script::Raised;
    const std::size_t lastEnd = m_list.tokens.empty() ? 0 : m_list.tokens.back().where.end;
    const bool isSpaced = m_raised && isRaised && lastEnd != m_at;
    if (m_raised && (!isRaised || isSpaced)) {
        const bool isLineBroken = std::exchange(m_lineBroken, false); // meant for what comes after
        add(TokenKind::RaisedClose, {lastEnd, lastEnd});
        m_lineBroken = isLineBroken;
        m_raised = false;
    }
    if (isRaised && !m_raised) {
        add(TokenKind::Raise, {m_at, m_at + 1});
        add(TokenKind::RaisedOpen, {m_at, m_at});
        m_raised = true;
    }
}

void Lexer::readOne()
{
    const char32_t c = peek();
    if (isInCases() && readInCases(c))
        return;
    if (const std::optional<Relation> relation = readRelation(c, peek(1))) {
        m_at += relation->length;
        add(TokenKind::Comparison, {m_at - relation->length, m_at}).relation = relation->kind;
    } else if (c == U'\\') {
        readCommand();
    } else if (isDigit(c) || c == U'.') {
        readNumber();
    } else if (isLatin(c) || isGreek(c)) {
        readName();
    } else if (readBracket(c)) {
        return;
    } else if (const std::optional<TokenKind> kind = signKind(c)) {
        readSign(*kind);
    } else if (c == U'&' && peek(1) == U'&') {
        m_at += 2;
        add(TokenKind::And, {m_at - 2, m_at});
    } else if (c == U'&') {
        fail(ParseErrorKind::UnexpectedCharacter, {m_at, m_at + 1}, "and");
    } else if (c == U'∞') {
        fail(ParseErrorKind::BadNumber, {m_at, m_at + 1});
    } else if (c == U'%') {
        fail(ParseErrorKind::UnexpectedCharacter, {m_at, m_at + 1}, meantByPercent());
    } else {
        fail(ParseErrorKind::UnexpectedCharacter, {m_at, m_at + 1}, std::string(meantBy(m_symbols[m_at].folded)));
    }
}

void Lexer::readSign(TokenKind kind)
{
    const bool isDoubleStar = kind == TokenKind::Times && peek(1) == U'*' && !m_raised;
    const std::size_t begin = std::exchange(m_at, m_at + (isDoubleStar ? 2 : 1));
    add(isDoubleStar ? TokenKind::Power : kind, {begin, m_at});
}

std::string Lexer::meantByPercent() const
{
    if (m_list.tokens.empty())
        return {};
    const Token& left = m_list.tokens.back();
    const std::size_t next = spacesEnd(m_at + 1);
    const bool isDivisor =
        next < m_symbols.size() && (isDigit(m_symbols[next].folded) || isLatin(m_symbols[next].folded) ||
                                    isGreek(m_symbols[next].folded) || m_symbols[next].folded == U'(');
    if (left.kind == TokenKind::Number && !isDivisor) {
        constexpr double kPerCent = 100.0;
        std::array<char, 32> digits{};
        return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), left.number / kPerCent).ptr};
    }
    return isDivisor ? "mod(a, b)" : "/100";
}

void Lexer::takeDigits(std::string& text)
{
    for (; isDigit(peek()); ++m_at)
        text += static_cast<char>(peek());
}

void Lexer::takeExponent(std::string& text)
{
    if (peek() != U'e' && peek() != U'E')
        return;
    const bool isSigned = peek(1) == U'-' || peek(1) == U'+';
    if (!isDigit(peek(isSigned ? 2 : 1)))
        return;
    text += 'e';
    if (isSigned)
        text += static_cast<char>(peek(1));
    m_at += isSigned ? 2 : 1;
    takeDigits(text);
}

void Lexer::readNumber()
{
    const std::size_t begin = m_at;
    std::string text;
    takeDigits(text);
    const bool hasWhole = !text.empty();
    if (peek() == U'.') {
        text += '.';
        ++m_at;
        takeDigits(text);
    }
    if (!hasWhole && text.size() == 1) {
        fail(ParseErrorKind::BadNumber, {begin, m_at});
        return;
    }
    takeExponent(text);
    if (peek() == U'.') {
        failInNumber(begin);
        return;
    }
    const bool hasBase = text == "0" && (peek() == U'x' || peek() == U'X' || peek() == U'b' || peek() == U'o');
    if (hasBase && (isDigit(peek(1)) || isLatin(peek(1)))) {
        failInNumber(begin);
        return;
    }
    finishNumber(text, {begin, m_at});
}

void Lexer::failInNumber(std::size_t begin)
{
    const std::size_t mark = m_at;
    while (isDigit(peek()) || isLatin(peek()) || peek() == U'.')
        ++m_at;
    fail(ParseErrorKind::BadNumber, {mark, mark + 1});
    m_list.error->quoted = quote(m_symbols, {begin, m_at});
}

void Lexer::finishNumber(std::string_view text, SourceRange where)
{
    double number = 0.0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (status == std::errc::result_out_of_range) {
        if (!isTiny(text)) {
            fail(ParseErrorKind::BadNumber, where);
            return;
        }
        number = 0.0;
    }
    add(TokenKind::Number, where).number = number;
}

void Lexer::readName()
{
    const std::size_t begin = m_at;
    Token& name = add(TokenKind::Name, {begin, begin});
    if (isInCases() && isLatin(peek())) {
        std::u32string word;
        for (std::size_t i = 0; isLatin(peek(i)); ++i)
            word += peek(i);
        m_list.tokens.pop_back();
        if (readCasesWord(begin, word, begin + word.size()))
            return;
        add(TokenKind::Name, {begin, begin});
    }
    const bool isWord = isLatin(peek());
    do {
        appendUtf8(name.text, peek());
        ++m_at;
    } while ((isWord && isLatin(peek())) || isDigit(peek()));
    finishName(name, begin);
}

void Lexer::finishName(Token& name, std::size_t begin)
{
    while (takeSubscript(name.text)) {
    }
    name.where = {begin, m_at};
    if (m_at - begin <= kMaxNameLength)
        return;
    m_list.tokens.pop_back();
    fail(ParseErrorKind::NameTooLong, {begin, m_at});
    m_list.error->expected = kMaxNameLength;
    m_list.error->given = m_at - begin;
}

bool Lexer::takeSubscript(std::string& text)
{
    if (atSubscript()) {
        text += '_';
        for (; atSubscript(); ++m_at)
            text += static_cast<char>(m_symbols[m_at].folded);
        return true;
    }
    if (peek() != U'_')
        return false;
    if (peek(1) == U'{')
        return takeSubscriptInBraces(text);
    if (!(isDigit(peek(1)) || isLatin(peek(1)) || isGreek(peek(1))))
        return false;
    text += '_';
    ++m_at;
    const bool isNumeral = isDigit(peek());
    for (; isDigit(peek()) || (!isNumeral && (isLatin(peek()) || isGreek(peek()))); ++m_at)
        appendUtf8(text, peek());
    return true;
}

bool Lexer::takeSubscriptInBraces(std::string& text)
{
    std::size_t length = 2;
    const bool isNumeral = isDigit(peek(length));
    while (isDigit(peek(length)) || (!isNumeral && (isLatin(peek(length)) || isGreek(peek(length)))))
        ++length;
    if (length == 2 || peek(length) != U'}')
        return false;
    text += '_';
    for (std::size_t i = 2; i < length; ++i)
        appendUtf8(text, peek(i));
    m_at += length + 1;
    return true;
}

ParseError makeError(ParseErrorKind kind, SourceRange where, std::span<const Symbol> symbols, std::string suggestion)
{
    ParseError error;
    error.kind = kind;
    error.where = where;
    error.quoted = quote(symbols, where);
    error.suggestion = std::move(suggestion);
    return error;
}

TokenList readTokens(std::span<const Symbol> symbols)
{
    return Lexer(symbols).run();
}

} // namespace secant
