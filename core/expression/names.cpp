#include "core/expression/names.h"

#include <algorithm>
#include <cstddef>
#include <numbers>
#include <string>
#include <string_view>
#include <utility>

#include "core/expression/special_form.h"
#include "core/expression/suggestion.h"

namespace secant {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

/// "a", "α" and "a_1", but not "ab".
bool isSingleLetter(std::string_view name)
{
    std::size_t end = 1;
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80)
        ++end;
    return end == name.size() || name[end] == '_' || name.substr(end).find_first_not_of("0123456789") == name.npos;
}

/// The kind of a name that stands for the same thing in every formula, else Name.
TokenKind fixedKind(std::string_view name)
{
    if (name == "x")
        return TokenKind::Variable;
    if (name == "e")
        return TokenKind::Euler;
    if (name == "π" || name == "pi" || name == "Pi" || name == "PI")
        return TokenKind::Pi;
    return name == "τ" || name == "tau" ? TokenKind::Number : TokenKind::Name;
}

/// Where "ax", "xa" or "pix" falls into two names; 0 for every other name.
std::size_t splitAt(std::string_view name)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (name == "pix")
        return 2;
    const bool isPair = name.size() == 2 && isLetter(name[0]) && isLetter(name[1]);
    return isPair && (name[0] == 'x' || name[1] == 'x') ? 1 : 0;
}

class Resolver {
public:
    Resolver(TokenList list, std::span<const Symbol> symbols, const Vocabulary& vocabulary)
        : m_in(std::move(list)), m_symbols(symbols), m_vocabulary(vocabulary)
    {
    }

    TokenList run()
    {
        m_out.tokens.reserve(m_in.tokens.size());
        skipDefinition();
        while (m_at < m_in.tokens.size() && !m_out.error) {
            if (peek() == TokenKind::Name)
                resolve();
            else
                m_out.tokens.push_back(std::move(m_in.tokens[m_at++]));
        }
        if (!m_out.error)
            m_out.error = std::move(m_in.error);
        return std::move(m_out);
    }

private:
    [[nodiscard]] TokenKind peek(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_in.tokens.size() ? m_in.tokens[m_at + ahead].kind : TokenKind::End;
    }
    [[nodiscard]] const Token& token(std::size_t ahead = 0) const { return m_in.tokens[m_at + ahead]; }

    [[nodiscard]] bool isFunction(std::string_view name) const
    {
        return m_vocabulary.find(name) || findSpecialForm(name);
    }

    void skipDefinition()
    {
        if (peek() != TokenKind::Name || isFunction(token().text) || fixedKind(token().text) != TokenKind::Name)
            return;
        const bool isFunctionOfX = peek(1) == TokenKind::Open && peek(2) == TokenKind::Name && token(2).text == "x" &&
                                   peek(3) == TokenKind::Close && peek(4) == TokenKind::Equals;
        const bool isY = token().text == "y" && peek(1) == TokenKind::Equals;
        if (!isFunctionOfX && !isY)
            return;
        m_defined = token().text;
        m_at += isFunctionOfX ? 5 : 2;
    }

    void fail(ParseErrorKind kind, SourceRange where, std::string suggestion = {})
    {
        m_out.error = makeError(kind, where, m_symbols, std::move(suggestion));
        Token error;
        error.kind = TokenKind::Error;
        error.where = where;
        m_out.tokens.push_back(std::move(error));
    }

    /// Takes the Name over as a token of that kind.
    void take(TokenKind kind)
    {
        Token taken = std::move(m_in.tokens[m_at++]);
        taken.kind = kind;
        if (kind == TokenKind::Number)
            taken.number = 2.0 * std::numbers::pi;
        m_out.tokens.push_back(std::move(taken));
    }

    void resolve()
    {
        const std::string& name = token().text;
        if (fixedKind(name) != TokenKind::Name)
            take(fixedKind(name));
        else if (name == m_defined)
            fail(peek(1) == TokenKind::Open ? ParseErrorKind::UnknownFunction : ParseErrorKind::UnexpectedCharacter,
                 token().where);
        else if (!takeFunction(name) && !takePair(name) && !refuseUnclear(name))
            take(TokenKind::Parameter);
    }

    /// log_2(x) and log₁₀(x) are the functions log2 and log10.
    [[nodiscard]] std::string functionName(const std::string& name) const
    {
        if (!isFunction(name) && peek(1) == TokenKind::Open && name.size() > 2) {
            const std::size_t bar = name.rfind('_');
            if (bar != name.npos && isDigit(name.back())) {
                std::string joined = name.substr(0, bar) + name.substr(bar + 1);
                if (isFunction(joined))
                    return joined;
            }
        }
        return name;
    }

    bool takeFunction(const std::string& typed)
    {
        const std::string name = functionName(typed);
        const Primitive* const primitive = m_vocabulary.find(name);
        const SpecialForm* const special = findSpecialForm(name);
        if (!primitive && !special)
            return false;
        const std::size_t exponentTokens = peek(1) == TokenKind::Open ? 0 : exponentLength();
        if (peek(1) != TokenKind::Open && exponentTokens == 0) {
            if (token().isLatex && takesOneFactor())
                return takeBareCall(special, primitive);
            failWithoutArguments(name);
            return true;
        }
        Token function = std::move(m_in.tokens[m_at]);
        function.kind = TokenKind::Function;
        function.callee = special ? nullptr : primitive;
        function.form = special ? special->form : Form::Primitive;
        if (exponentTokens > 0) {
            function.number = token(exponentTokens == 2 ? 2 : 3).number;
            function.where.end = token(exponentTokens).where.end;
        }
        m_at += 1 + exponentTokens;
        m_out.tokens.push_back(std::move(function));
        return true;
    }

    /// Whether \sin stands before one number or letter that nothing follows which might belong to it: not \sin x^2.
    [[nodiscard]] bool takesOneFactor() const
    {
        const bool isLetter = peek(1) == TokenKind::Name && isSingleLetter(token(1).text) && !isFunction(token(1).text);
        const bool isConstant = peek(1) == TokenKind::Name && fixedKind(token(1).text) != TokenKind::Name;
        if (!isLetter && !isConstant && peek(1) != TokenKind::Number)
            return false;
        switch (peek(2)) {
        case TokenKind::End:
        case TokenKind::Plus:
        case TokenKind::Minus:
        case TokenKind::Times:
        case TokenKind::Close:
        case TokenKind::Comma:
        case TokenKind::Comparison:
            return true;
        default:
            return peek(2) == TokenKind::Name && token(2).isLatex && isFunction(token(2).text);
        }
    }

    /// \sin x as sin(x).
    bool takeBareCall(const SpecialForm* special, const Primitive* primitive)
    {
        Token function = std::move(m_in.tokens[m_at++]);
        function.kind = TokenKind::Function;
        function.callee = special ? nullptr : primitive;
        function.form = special ? special->form : Form::Primitive;
        const SourceRange argument = token().where;
        m_out.tokens.push_back(std::move(function));
        addSign(TokenKind::Open, {argument.begin, argument.begin});
        if (peek() == TokenKind::Name)
            resolve();
        else
            m_out.tokens.push_back(std::move(m_in.tokens[m_at++]));
        if (!m_out.error)
            addSign(TokenKind::Close, {argument.end, argument.end});
        return true;
    }

    void addSign(TokenKind kind, SourceRange where)
    {
        Token& sign = m_out.tokens.emplace_back();
        sign.kind = kind;
        sign.where = where;
    }

    /// How many tokens after the name make the power in sin^2(x) or sin²(x); 0 if there is no such power.
    [[nodiscard]] std::size_t exponentLength() const
    {
        const bool isTyped = peek(1) == TokenKind::Power && peek(2) == TokenKind::Number && peek(3) == TokenKind::Open;
        const bool isRaised = peek(1) == TokenKind::Raise && peek(2) == TokenKind::RaisedOpen &&
                              peek(3) == TokenKind::Number && peek(4) == TokenKind::RaisedClose &&
                              peek(5) == TokenKind::Open;
        if (!isTyped && !isRaised)
            return 0;
        const double exponent = token(isTyped ? 2 : 3).number;
        const bool isWhole =
            exponent >= 1.0 && exponent <= 1e6 && exponent == static_cast<double>(static_cast<long>(exponent));
        if (!isWhole)
            return 0;
        return isTyped ? 2 : 4;
    }

    void failWithoutArguments(const std::string& name)
    {
        const TokenKind next = peek(1);
        if (next == TokenKind::Power || next == TokenKind::Raise) {
            // sin^-1(x) is the inverse to some and 1/sin to others.
            const bool isInverse = peek(next == TokenKind::Power ? 2 : 3) == TokenKind::Minus;
            const std::string inverse = isInverse && isFunction("a" + name) ? "a" + name : name;
            fail(ParseErrorKind::MissingArguments, token().where, inverse + "(x)" + (isInverse ? "" : "^2"));
            return;
        }
        const bool hasOperand = next == TokenKind::Name || next == TokenKind::Number;
        fail(ParseErrorKind::MissingArguments, token().where,
             name + "(" + (hasOperand ? quote(m_symbols, token(1).where) : "x") + ")");
    }

    bool takePair(const std::string& name)
    {
        const std::size_t split = splitAt(name);
        if (split == 0)
            return false;
        const std::size_t defined = m_defined.empty() ? name.npos : name.find(m_defined);
        if (defined != name.npos) {
            const std::size_t begin = token().where.begin + defined;
            fail(ParseErrorKind::UnexpectedCharacter, {begin, begin + m_defined.size()});
            return true;
        }
        for (const bool isFirst : {true, false}) {
            Token part = token();
            part.text = isFirst ? name.substr(0, split) : name.substr(split);
            part.where = isFirst ? SourceRange{part.where.begin, part.where.begin + split}
                                 : SourceRange{part.where.begin + split, part.where.end};
            part.startsLine = part.startsLine && isFirst;
            const TokenKind kind = fixedKind(part.text);
            part.kind = kind == TokenKind::Name ? TokenKind::Parameter : kind;
            m_out.tokens.push_back(std::move(part));
        }
        ++m_at;
        return true;
    }

    bool refuseUnclear(const std::string& name)
    {
        return refuseDigitAfterLetter(name) || refuseNonNumber(name) || refuseUnknownFunction(name) ||
               refuseMergedArgument(name);
    }

    /// x2, π2 and ax2: a product, a power or a name?
    bool refuseDigitAfterLetter(const std::string& name)
    {
        const std::size_t digits = name.find_first_of("0123456789");
        if (digits == name.npos)
            return false;
        const std::string_view letters = std::string_view(name).substr(0, digits);
        if (fixedKind(letters) == TokenKind::Name && splitAt(letters) == 0)
            return false;
        const std::size_t digitsEnd = std::min(name.find_first_not_of("0123456789", digits), name.size());
        const std::size_t length = static_cast<unsigned char>(name[0]) < 0x80 ? digits : 1; // in code points
        const std::size_t begin = token().where.begin + length;
        fail(ParseErrorKind::UnexpectedCharacter, {begin, begin + (digitsEnd - digits)},
             name.substr(0, digits) + "^" + name.substr(digits, digitsEnd - digits));
        return true;
    }

    bool refuseNonNumber(const std::string& name)
    {
        const std::string word = lowered(name);
        if (word != "inf" && word != "infinity" && word != "nan")
            return false;
        fail(ParseErrorKind::BadNumber, token().where);
        return true;
    }

    bool refuseUnknownFunction(const std::string& name)
    {
        if (peek(1) != TokenKind::Open)
            return false;
        const bool isSigmoid = name == "σ";
        if (isSingleLetter(name) && !isSigmoid)
            return false;
        const bool isProductWithX = name.front() == 'x' && isFunction(std::string_view(name).substr(1));
        fail(ParseErrorKind::UnknownFunction, token().where,
             isProductWithX ? "x*" + name.substr(1) : nearestFunction(name, m_vocabulary));
        return true;
    }

    /// sinx and ln2x: a function's name run together with its argument.
    bool refuseMergedArgument(const std::string& name)
    {
        for (std::size_t length = name.size() - 1; length >= 2; --length) {
            const std::string_view rest = std::string_view(name).substr(length);
            if ((rest.front() == 'x' || isDigit(rest.front())) &&
                isFunction(std::string_view(name).substr(0, length))) {
                fail(ParseErrorKind::MissingArguments, token().where,
                     name.substr(0, length) + "(" + std::string(rest) + ")");
                return true;
            }
        }
        return false;
    }

    TokenList m_in;
    std::span<const Symbol> m_symbols;
    const Vocabulary& m_vocabulary;
    std::size_t m_at = 0;
    std::string m_defined;
    TokenList m_out;
};

} // namespace

TokenList resolveNames(TokenList list, std::span<const Symbol> symbols, const Vocabulary& vocabulary)
{
    return Resolver(std::move(list), symbols, vocabulary).run();
}

} // namespace secant
