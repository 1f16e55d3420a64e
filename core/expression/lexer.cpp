#include "core/expression/lexer.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "core/expression/characters.h"
#include "core/expression/latex_command.h"

namespace secant {

namespace {

class Lexer {
public:
    explicit Lexer(std::span<const Symbol> symbols) : m_symbols(symbols) {}

    TokenList run()
    {
        m_list.tokens.reserve(m_symbols.size() + 1);
        while (!m_list.error) {
            skipSpace();
            followScript();
            if (m_at == m_symbols.size())
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

private:
    /// The character `ahead` places on, 0 where the text or the present superscript ends.
    [[nodiscard]] char32_t peek(std::size_t ahead = 0) const
    {
        const std::size_t at = m_at + ahead;
        const Script script = m_raised ? Script::Raised : Script::Line;
        return at < m_symbols.size() && m_symbols[at].script == script ? m_symbols[at].folded : 0;
    }

    [[nodiscard]] bool atSubscript() const
    {
        return m_at < m_symbols.size() && m_symbols[m_at].script == Script::Lowered;
    }

    Token& add(TokenKind kind, SourceRange where)
    {
        Token& token = m_list.tokens.emplace_back();
        token.kind = kind;
        token.where = where;
        token.startsLine = std::exchange(m_lineBroken, false);
        return token;
    }

    void fail(ParseErrorKind kind, SourceRange where, std::string suggestion = {})
    {
        m_list.error = makeError(kind, where, m_symbols, std::move(suggestion));
        add(TokenKind::Error, where);
    }

    void skipSpace()
    {
        const auto isSpace = [](char32_t c) { return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r'; };
        for (; m_at < m_symbols.size() && isSpace(m_symbols[m_at].folded); ++m_at)
            m_lineBroken = m_lineBroken || m_symbols[m_at].folded == U'\n' || m_symbols[m_at].folded == U'\r';
    }

    /// Opens or closes the bracket that a superscript stands for.
    void followScript()
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

    void readOne()
    {
        const char32_t c = peek();
        const std::optional<Relation> relation = readRelation(c, peek(1));
        if (relation) {
            m_at += relation->length;
            add(TokenKind::Comparison, {m_at - relation->length, m_at}).relation = relation->kind;
        } else if (c == U'\\') {
            readCommand();
        } else if (c == U'{' && !m_list.tokens.empty() && m_list.tokens.back().kind == TokenKind::Power) {
            openGroup(Group::Plain);
        } else if (c == U'}' && !m_groups.empty()) {
            closeGroup();
        } else if (isDigit(c) || c == U'.')
            readNumber();
        else if (isLatin(c) || isGreek(c))
            readName();
        else if (const std::optional<TokenKind> kind = signKind(c))
            readSign(*kind);
        else
            fail(ParseErrorKind::UnexpectedCharacter, {m_at, m_at + 1}, std::string(meantBy(m_symbols[m_at].folded)));
    }

    void readSign(TokenKind kind)
    {
        if (kind == TokenKind::Open)
            ++m_openBrackets;
        if (kind == TokenKind::Close && m_openBrackets > 0) {
            if (!m_groups.empty() && m_groups.back().openBrackets == m_openBrackets)
                return fail(ParseErrorKind::MissingOpening, {m_at, m_at + 1}); // ^{x)
            --m_openBrackets;
        }
        const bool isDoubleStar = kind == TokenKind::Times && peek(1) == U'*' && !m_raised;
        const std::size_t begin = std::exchange(m_at, m_at + (isDoubleStar ? 2 : 1));
        add(isDoubleStar ? TokenKind::Power : kind, {begin, m_at});
    }

    enum class Group : std::uint8_t { Plain, Numerator, Denominator };

    struct OpenGroup {
        Group group;
        std::size_t openBrackets; ///< How many were open where it begins.
        std::size_t at;
    };

    /// Reads the '{' that stands here.
    void openGroup(Group group)
    {
        add(TokenKind::Open, {m_at, m_at + 1});
        m_groups.push_back({group, m_openBrackets, m_at});
        ++m_at;
    }

    void closeGroup()
    {
        const OpenGroup group = m_groups.back();
        if (group.openBrackets != m_openBrackets)
            return fail(ParseErrorKind::MissingOpening, {m_at, m_at + 1}); // ^{(x}
        m_groups.pop_back();
        add(TokenKind::Close, {m_at, m_at + 1});
        ++m_at;
        if (group.group == Group::Denominator)
            add(TokenKind::Close, {m_at - 1, m_at});
        if (group.group != Group::Numerator)
            return;
        add(TokenKind::Divide, {m_at - 1, m_at});
        skipSpace();
        if (peek() != U'{')
            return fail(ParseErrorKind::MissingOperand, {m_at, std::min(m_at + 1, m_symbols.size())});
        openGroup(Group::Denominator);
    }

    std::string takeLetters()
    {
        std::string letters;
        for (; isLatin(peek()); ++m_at)
            letters += static_cast<char>(peek());
        return letters;
    }

    /// What begins with a backslash.
    void readCommand()
    {
        const std::size_t begin = m_at++;
        constexpr std::u32string_view kSpaces = U",;:! ";
        if (peek() != 0 && kSpaces.find(peek()) != kSpaces.npos) {
            ++m_at;
            return;
        }
        const std::string name = takeLetters();
        if (name == "quad" || name == "qquad")
            return;
        if (name == "left" || name == "right")
            return readDelimiter(begin);
        if (name == "frac" || name == "dfrac" || name == "tfrac")
            return readFraction(begin);
        if (name == "sqrt")
            return readRoot(begin);
        if (name == "operatorname" || name == "mathrm")
            return readUprightName(begin);
        const LatexCommand* const command = findLatexCommand(name);
        if (!command)
            return failCommand(begin);
        Token& token = add(command->kind, {begin, m_at});
        token.relation = command->relation;
        token.text = command->text;
        token.isLatex = true;
    }

    void failCommand(std::size_t begin)
    {
        fail(ParseErrorKind::UnexpectedCharacter, {begin, begin + 1});
        m_list.error->quoted = quote(m_symbols, {begin, std::max(m_at, begin + 1)});
    }

    void readDelimiter(std::size_t begin)
    {
        skipSpace();
        if (peek() != U'(' && peek() != U')' && peek() != U'|')
            failCommand(begin);
    }

    void readFraction(std::size_t begin)
    {
        add(TokenKind::Open, {begin, m_at});
        skipSpace();
        if (peek() != U'{')
            return failCommand(begin);
        openGroup(Group::Numerator);
    }

    void readRoot(std::size_t begin)
    {
        Token& root = add(TokenKind::Name, {begin, m_at});
        root.text = "sqrt";
        root.isLatex = true;
        skipSpace();
        if (peek() == U'{')
            openGroup(Group::Plain);
    }

    void readUprightName(std::size_t begin)
    {
        if (peek() != U'{')
            return failCommand(begin);
        ++m_at;
        std::string name = takeLetters();
        if (name.empty() || peek() != U'}')
            return failCommand(begin);
        ++m_at;
        Token& token = add(TokenKind::Name, {begin, m_at});
        token.text = std::move(name);
        token.isLatex = true;
    }

    void takeDigits(std::string& text)
    {
        for (; isDigit(peek()); ++m_at)
            text += static_cast<char>(peek());
    }

    /// An exponent counts only if it is complete: 2e-x is 2·e − x.
    void takeExponent(std::string& text)
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

    void readNumber()
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

    /// 1.2.3 and 0x10: marks where it stops being a number, quotes all of it.
    void failInNumber(std::size_t begin)
    {
        const std::size_t mark = m_at;
        while (isDigit(peek()) || isLatin(peek()) || peek() == U'.')
            ++m_at;
        fail(ParseErrorKind::BadNumber, {mark, mark + 1});
        m_list.error->quoted = quote(m_symbols, {begin, m_at});
    }

    void finishNumber(std::string_view text, SourceRange where)
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

    void readName()
    {
        const std::size_t begin = m_at;
        std::string text;
        const bool isWord = isLatin(peek());
        do {
            appendUtf8(text, peek());
            ++m_at;
        } while ((isWord && isLatin(peek())) || isDigit(peek()));
        while (takeSubscript(text)) {
        }
        const SourceRange where{begin, m_at};
        if (where.end - where.begin > kMaxNameLength) {
            fail(ParseErrorKind::NameTooLong, where);
            m_list.error->expected = kMaxNameLength;
            m_list.error->given = where.end - where.begin;
            return;
        }
        add(TokenKind::Name, where).text = std::move(text);
    }

    /// _1 and ₁ are the same; a part that begins with a digit ends with the digits: a_1x is a_1 · x.
    bool takeSubscript(std::string& text)
    {
        if (atSubscript()) {
            text += '_';
            for (; atSubscript(); ++m_at)
                text += static_cast<char>(m_symbols[m_at].folded);
            return true;
        }
        if (peek() != U'_' || !(isDigit(peek(1)) || isLatin(peek(1)) || isGreek(peek(1))))
            return false;
        text += '_';
        ++m_at;
        const bool isNumeral = isDigit(peek());
        for (; isDigit(peek()) || (!isNumeral && (isLatin(peek()) || isGreek(peek()))); ++m_at)
            appendUtf8(text, peek());
        return true;
    }

    std::span<const Symbol> m_symbols;
    std::size_t m_at = 0;
    bool m_raised = false;
    bool m_lineBroken = false;
    std::size_t m_openBrackets = 0;
    std::vector<OpenGroup> m_groups; ///< Braces that are not closed.
    TokenList m_list;
};

} // namespace

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
