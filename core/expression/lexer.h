#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/expression/symbols.h"
#include "core/expression/token.h"

namespace secant {

/// Cuts a formula into tokens.
///
///   number  digits, one point, an exponent if digits follow it: in 2e^x the e stays a name
///   name    a letter, then letters and digits; a Greek letter is a word of its own, so that αx is a product
///           parts after _ belong to the name: leaky_relu, a_1, x_{1}; a part that begins with a digit has digits only
///   LaTeX   \frac{a}{b}, \frac12, \sqrt[3]{a}, ^{a}, \sin, \cdot, \left( … \right), \lfloor … \rfloor, \pi, \, and
///           the like become ordinary tokens; where a backslash stands in the text, braces group; $ … $ around it all
///   cases   \begin{cases} a & \text{if } b \\ … \end{cases} becomes one call
///   [ ] { } are brackets where others stand inside: 2[(x+1)^2-1]. Alone, [x] is the greatest integer to some, {x} a
///   set superscripts become Raise RaisedOpen … RaisedClose, so that x⁻² is read as x^(-2)
///
/// Linear. Tokens end at the first character that has no meaning, or at a name or number that is none.
[[nodiscard]] TokenList readTokens(std::span<const Symbol> symbols);

/// The state of one readTokens().
class Lexer {
public:
    explicit Lexer(std::span<const Symbol> symbols);

    [[nodiscard]] TokenList run();

private:
    enum class Bracket : std::uint8_t { Round, Square, Curly, Floor, Ceiling, Group, Numerator, Denominator, Cases };

    /// The character `ahead` places on, 0 where the text or the present superscript ends.
    [[nodiscard]] char32_t peek(std::size_t ahead = 0) const;
    [[nodiscard]] bool atSubscript() const;
    Token& add(TokenKind kind, SourceRange where);
    void fail(ParseErrorKind kind, SourceRange where, std::string suggestion = {});
    void skipSpace();
    /// Opens or closes the bracket that a superscript stands for.
    void followScript();
    void readOne();
    void readSign(TokenKind kind);

    void takeDigits(std::string& text);
    /// An exponent counts only if it is complete: 2e-x is 2·e − x.
    void takeExponent(std::string& text);
    void readNumber();
    /// 1.2.3 and 0x10: marks where it stops being a number, quotes all of it.
    void failInNumber(std::size_t begin);
    void finishNumber(std::string_view text, SourceRange where);
    void readName();
    void finishName(Token& name, std::size_t begin);
    /// _1, _{1} and ₁ are the same; a part that begins with a digit ends with the digits: a_1x is a_1 · x.
    bool takeSubscript(std::string& text);
    bool takeSubscriptInBraces(std::string& text);

    // Brackets.
    [[nodiscard]] bool readBracket(char32_t c);
    /// Reads a bracket of `length` characters.
    void open(Bracket bracket, std::size_t length = 1);
    void close(char32_t closing, std::size_t length = 1);
    [[nodiscard]] static bool closes(char32_t closing, Bracket bracket);
    void openSquare();
    void openCurly(std::size_t length);
    void openRounding(Bracket bracket, std::string_view function, std::size_t length);
    /// Whether the bracket that opens here is closed and holds no other one.
    [[nodiscard]] bool isBare(std::size_t at);
    void findBareBrackets();

    // LaTeX.
    /// Leaves out $ … $, \( … \), \[ … \] and {\displaystyle … } around the whole text.
    void skipMathDelimiters();
    [[nodiscard]] bool isWholeGroup(std::size_t begin, std::size_t end) const;
    [[nodiscard]] std::string takeLetters();
    /// What begins with a backslash.
    void readCommand();
    [[nodiscard]] bool readCommandBracket(std::size_t begin, std::string_view name);
    void addCommand(std::size_t begin, std::string_view name);
    void failCommand(std::size_t begin);
    /// What follows \left.
    void expectDelimiter(std::size_t begin);
    void readFraction(std::size_t begin);
    void readRoot(std::size_t begin);
    /// What follows \frac or \sqrt: a group, or one digit or letter.
    void readArgument(std::size_t begin, Bracket bracket);
    void finishArgument(std::size_t begin, Bracket bracket);
    void readUprightName(std::size_t begin);

    // Definitions by cases.
    struct Cases {
        std::u32string environment;
        bool isBraced = false;  ///< \left\{ \begin{array} … \end{array} \right.
        std::size_t column = 0; ///< 0 in a value, 1 in its condition.
    };
    [[nodiscard]] bool isInCases() const;
    [[nodiscard]] std::size_t spacesEnd(std::size_t at) const;
    [[nodiscard]] bool standsAt(std::u32string_view text, std::size_t at) const;
    /// What stands between the braces that open there, if that is short and holds no other ones; else nothing.
    [[nodiscard]] std::u32string groupAt(std::size_t at) const;
    /// Behind \begin; false if it begins nothing that is known.
    [[nodiscard]] bool readBegin(std::size_t begin, bool isBraced);
    /// Behind \left.
    [[nodiscard]] bool readBracedBegin(std::size_t begin);
    [[nodiscard]] bool readEnd(std::size_t begin);
    /// & and \\ and the commas of a sentence.
    [[nodiscard]] bool readInCases(char32_t c);
    [[nodiscard]] bool isAtRowStart() const;
    void endRow();
    void endColumn(SourceRange where);
    /// if, otherwise, and, or: in \text{…} or as they are.
    [[nodiscard]] bool readCasesWord(std::size_t begin, const std::u32string& text, std::size_t end);
    void readOtherwise(SourceRange where);

    /// What would be right for a % behind the last token.
    [[nodiscard]] std::string meantByPercent() const;

    struct OpenBracket {
        Bracket bracket;
        std::size_t at;
    };

    std::span<const Symbol> m_symbols;
    std::size_t m_at = 0;
    bool m_raised = false;
    bool m_lineBroken = false;
    bool m_isLatex = false; ///< A backslash stands somewhere.
    std::vector<OpenBracket> m_open;
    std::vector<Cases> m_cases;              ///< Those that are open.
    std::optional<std::vector<bool>> m_bare; ///< Once it is asked for: isBare() of every place.
    TokenList m_list;
};

} // namespace secant
