#include "core/expression/names.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/expression/function_names.h"
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

/// The kind of a word between two conditions, else Name.
TokenKind junctionKind(std::string_view name)
{
    if (name == "and" || name == "AND")
        return TokenKind::And;
    return name == "or" || name == "OR" ? TokenKind::Or : TokenKind::Name;
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
    /// The power in sin^2(x), sin²(x), \sin^{2} x and sin^-1(x): a whole number, or −1.
    struct Exponent {
        std::size_t tokens = 0;
        double value = 0.0;
    };

    [[nodiscard]] TokenKind peek(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_in.tokens.size() ? m_in.tokens[m_at + ahead].kind : TokenKind::End;
    }
    [[nodiscard]] const Token& token(std::size_t ahead = 0) const { return m_in.tokens[m_at + ahead]; }

    [[nodiscard]] bool isFunction(std::string_view name) const { return isFunctionName(name, m_vocabulary); }

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
        else if (junctionKind(name) != TokenKind::Name)
            take(junctionKind(name));
        else if (name == m_defined)
            fail(peek(1) == TokenKind::Open ? ParseErrorKind::UnknownFunction : ParseErrorKind::UnexpectedCharacter,
                 token().where);
        else if (!takeFunction(name) && !takePair(name) && !refuseUnclear(name))
            take(TokenKind::Parameter);
    }

    bool takeFunction(const std::string& typed)
    {
        const std::optional<Exponent> exponent = readExponent();
        const std::size_t behind = 1 + (exponent ? exponent->tokens : 0);
        const bool isCall = peek(behind) == TokenKind::Open;
        const bool hasArgument = isCall || takesOneFactor(behind);
        const std::string name = hasArgument ? functionNamed(typed, isCall, m_vocabulary) : typed;
        if (!isFunction(name))
            return false;
        const std::string inverse = exponent && exponent->value < 0.0 ? inverseOf(name, m_vocabulary) : std::string();
        const bool isUnclear = exponent && exponent->value < 0.0 && inverse.empty();
        if (isUnclear || !hasArgument || (!isCall && takesSeveral(name))) {
            failWithoutArguments(name, isUnclear);
            return true;
        }
        addFunction(inverse.empty() ? name : inverse, exponent, behind);
        return isCall || takeBareArgument();
    }

    /// Whether it makes no sense without brackets: max x.
    [[nodiscard]] static bool takesSeveral(std::string_view name)
    {
        const SpecialForm* const special = findSpecialForm(name);
        return special && special->leastArguments > 1;
    }

    /// Puts the function out and goes behind its name and its power.
    void addFunction(const std::string& name, const std::optional<Exponent>& exponent, std::size_t behind)
    {
        const SpecialForm* const special = findSpecialForm(name);
        const std::size_t end = token(behind - 1).where.end;
        Token function = std::move(m_in.tokens[m_at]);
        function.kind = TokenKind::Function;
        function.callee = special ? nullptr : m_vocabulary.find(name);
        function.text = name;
        function.form = special ? special->form : Form::Primitive;
        function.where.end = end;
        function.number = exponent ? exponent->value : 0.0;
        m_at += behind;
        m_out.tokens.push_back(std::move(function));
    }

    /// Whether one number or letter stands there that nothing follows which might belong to it: not sin x^2.
    [[nodiscard]] bool takesOneFactor(std::size_t at) const
    {
        const bool isName = peek(at) == TokenKind::Name;
        const bool isLetter = isName && isSingleLetter(token(at).text) && !isFunction(token(at).text);
        const bool isConstant = isName && fixedKind(token(at).text) != TokenKind::Name;
        if (!isLetter && !isConstant && peek(at) != TokenKind::Number)
            return false;
        switch (peek(at + 1)) {
        case TokenKind::End:
        case TokenKind::Plus:
        case TokenKind::Minus:
        case TokenKind::Times:
        case TokenKind::Close:
        case TokenKind::Comma:
        case TokenKind::Comparison:
            return true;
        default:
            return peek(at + 1) == TokenKind::Name && isFunction(token(at + 1).text);
        }
    }

    /// The x of sin x in brackets.
    bool takeBareArgument()
    {
        const SourceRange argument = token().where;
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

    [[nodiscard]] std::optional<Exponent> readExponent() const
    {
        if (peek(1) != TokenKind::Power && peek(1) != TokenKind::Raise)
            return std::nullopt;
        const bool isBracketed = peek(2) == TokenKind::Open || peek(2) == TokenKind::RaisedOpen;
        std::size_t at = isBracketed ? 3 : 2;
        const bool isNegative = peek(at) == TokenKind::Minus;
        at += isNegative ? 1 : 0;
        if (peek(at) != TokenKind::Number)
            return std::nullopt;
        const double number = token(at).number;
        if (isBracketed && peek(++at) != (peek(2) == TokenKind::Open ? TokenKind::Close : TokenKind::RaisedClose))
            return std::nullopt;
        const bool isWhole = number >= 1.0 && number <= 1e6 && number == std::trunc(number);
        if (!isWhole || (isNegative && number != 1.0))
            return std::nullopt;
        return Exponent{at, isNegative ? -number : number};
    }

    void failWithoutArguments(const std::string& name, bool isReciprocal)
    {
        if (peek(1) == TokenKind::Power || peek(1) == TokenKind::Raise) {
            fail(ParseErrorKind::MissingArguments, token().where, name + (isReciprocal ? "(x)^-1" : "(x)^2"));
            return;
        }
        if (takesSeveral(name)) {
            fail(ParseErrorKind::MissingArguments, token().where, std::string(findSpecialForm(name)->example));
            return;
        }
        std::size_t end = 1; // sin 2x: all that is written together
        while ((peek(end) == TokenKind::Name || peek(end) == TokenKind::Number) &&
               (end == 1 || token(end).where.begin == token(end - 1).where.end))
            ++end;
        const bool hasOperand = end > 1;
        fail(ParseErrorKind::MissingArguments, token().where,
             name + "(" + (hasOperand ? quote(m_symbols, {token(1).where.begin, token(end - 1).where.end}) : "x") +
                 ")");
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
        return refuseDigitAfterLetter(name) || refuseNonNumber(name) || refuseWord(name) ||
               refuseUnknownFunction(name) || refuseMergedArgument(name);
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

    /// Nobody calls a parameter so.
    bool refuseWord(const std::string& name)
    {
        if (name != "not" && name != "then" && name != "else")
            return false;
        fail(ParseErrorKind::UnexpectedCharacter, token().where, name == "not" ? std::string() : ",");
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
