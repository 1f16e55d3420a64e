#include "core/expression/parse.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "core/expression/lexer.h"
#include "core/expression/names.h"
#include "core/expression/precedence.h"
#include "core/expression/special_form.h"
#include "core/expression/symbols.h"
#include "core/expression/token.h"
#include "core/expression/tree_builder.h"

namespace secant {

namespace {

/// A finished part of the formula, brackets included.
struct Operand {
    NodeIndex node = kNoNode;
    SourceRange where;
};

enum class PendingKind : std::uint8_t { Binary, Prefix, Bracket, Bar, Call, Raised };

/// An operator or an opening bracket whose right side is not finished.
struct Pending {
    PendingKind kind = PendingKind::Binary;
    Level level = Level::None;         ///< None for brackets of all kinds.
    NodeKind node = NodeKind::Number;  ///< What an operator becomes.
    const Primitive* callee = nullptr; ///< Of a root.
    const Token* token = nullptr;      ///< The operator, or the opening bracket.
    const Token* function = nullptr;   ///< Of a Call.
    std::size_t firstArgument = 0;     ///< Of a Call: where its operands begin.
};

struct BinaryOperator {
    NodeKind node;
    Level level;
};

std::optional<BinaryOperator> binaryOperator(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Plus:
        return BinaryOperator{NodeKind::Add, Level::Sum};
    case TokenKind::Minus:
        return BinaryOperator{NodeKind::Subtract, Level::Sum};
    case TokenKind::Times:
        return BinaryOperator{NodeKind::Multiply, Level::Product};
    case TokenKind::Divide:
        return BinaryOperator{NodeKind::Divide, Level::Product};
    case TokenKind::Power:
        return BinaryOperator{NodeKind::Power, Level::Power};
    case TokenKind::Raise:
        return BinaryOperator{NodeKind::Power, Level::Raise};
    default:
        return std::nullopt;
    }
}

/// Operator precedence with two stacks: finished operands, and operators and brackets that wait. Every token is put on
/// and taken off each stack at most once, so the time is linear and nothing recurses.
class Parser {
public:
    Parser(const TokenList& list, std::span<const Symbol> symbols, const Vocabulary& vocabulary)
        : m_list(list), m_symbols(symbols), m_vocabulary(vocabulary)
    {
        m_builder.reserve(list.tokens.size());
    }

    Result<SyntaxTree, ParseError> run()
    {
        while (!m_error && token().kind != TokenKind::End) {
            if (token().kind == TokenKind::Error)
                m_error = m_list.error;
            else if (m_wantsOperand)
                readOperand();
            else
                readAfterOperand();
        }
        if (!m_error)
            finish();
        if (m_error)
            return *std::move(m_error);
        return m_builder.take();
    }

private:
    [[nodiscard]] const Token& token() const { return m_list.tokens[m_at]; }

    void fail(ParseErrorKind kind, SourceRange where, std::string suggestion = {})
    {
        m_error = makeError(kind, where, m_symbols, std::move(suggestion));
    }

    void failCount(const Token& function, SourceRange where, std::size_t expected, std::size_t given)
    {
        fail(ParseErrorKind::WrongArgumentCount, where);
        m_error->quoted = quote(m_symbols, function.where);
        m_error->expected = expected;
        m_error->given = given;
    }

    // ---- where an operand is wanted

    void readOperand()
    {
        switch (token().kind) {
        case TokenKind::Number:
            return putLeaf(m_builder.number(token().number, token().where));
        case TokenKind::Variable:
            return putLeaf(m_builder.leaf(NodeKind::Variable, token().where));
        case TokenKind::Pi:
            return putLeaf(m_builder.leaf(NodeKind::Pi, token().where));
        case TokenKind::Euler:
            return putLeaf(m_builder.leaf(NodeKind::Euler, token().where));
        case TokenKind::Parameter:
            return putLeaf(m_builder.parameter(token().text, token().where));
        case TokenKind::Plus: // A sign that changes nothing.
            ++m_at;
            return;
        case TokenKind::Minus:
            return pushPrefix(Level::Negation, NodeKind::Negate, nullptr);
        case TokenKind::Root:
            return pushRoot("sqrt");
        case TokenKind::CubeRoot:
            return pushRoot("cbrt");
        case TokenKind::Function:
            return openCall();
        case TokenKind::Open:
            return open(PendingKind::Bracket);
        case TokenKind::RaisedOpen:
            return open(PendingKind::Raised);
        case TokenKind::Bar:
            return open(PendingKind::Bar);
        case TokenKind::Close:
            if (m_brackets.empty())
                return fail(ParseErrorKind::MissingOpening, token().where);
            [[fallthrough]];
        default:
            return fail(ParseErrorKind::MissingOperand, token().where);
        }
    }

    void putLeaf(NodeIndex node)
    {
        m_operands.push_back({node, token().where});
        m_wantsOperand = false;
        ++m_at;
    }

    void push(Pending pending)
    {
        if (countsAsNesting(pending) && ++m_depth > kMaxFormulaDepth) {
            fail(ParseErrorKind::TooDeep, token().where);
            m_error->expected = kMaxFormulaDepth;
            return;
        }
        if (pending.level == Level::None)
            m_brackets.push_back(m_pending.size());
        m_pending.push_back(pending);
        m_wantsOperand = true;
        ++m_at;
    }

    /// What nests in what was typed; x + x + … does not, and a superscript cannot hold another.
    static bool countsAsNesting(const Pending& pending)
    {
        return pending.kind != PendingKind::Raised &&
               (pending.kind != PendingKind::Binary || pending.level == Level::Power);
    }

    Pending popPending()
    {
        const Pending pending = m_pending.back();
        m_pending.pop_back();
        if (countsAsNesting(pending))
            --m_depth;
        return pending;
    }

    void pushPrefix(Level own, NodeKind node, const Primitive* callee)
    {
        const Level left = m_pending.empty() ? Level::None : m_pending.back().level;
        push({.kind = PendingKind::Prefix,
              .level = std::max(own, left),
              .node = node,
              .callee = callee,
              .token = &token()});
    }

    void pushRoot(std::string_view name)
    {
        const Primitive* const callee = m_vocabulary.find(name);
        if (!callee)
            return fail(ParseErrorKind::UnknownFunction, token().where);
        pushPrefix(Level::Root, NodeKind::Call, callee);
    }

    void open(PendingKind kind) { push({.kind = kind, .token = &token()}); }

    void openCall()
    {
        const Token* const function = &token();
        ++m_at;
        push({.kind = PendingKind::Call, .token = &token(), .function = function, .firstArgument = m_operands.size()});
    }

    // ---- behind an operand

    void readAfterOperand()
    {
        switch (token().kind) {
        case TokenKind::Plus:
        case TokenKind::Minus:
        case TokenKind::Times:
        case TokenKind::Divide:
        case TokenKind::Power:
            return pushBinary();
        case TokenKind::Raise:
            if (m_at > 0 && m_list.tokens[m_at - 1].kind == TokenKind::RaisedClose)
                return fail(ParseErrorKind::UnexpectedCharacter, token().where); // x² ³
            return pushBinary();
        case TokenKind::Close:
            return close();
        case TokenKind::RaisedClose:
            return closeRaised();
        case TokenKind::Bar:
            return readBar();
        case TokenKind::Comma:
            return readComma();
        case TokenKind::Equals:
            return fail(ParseErrorKind::UnexpectedCharacter, token().where);
        default:
            return multiplyImplicitly();
        }
    }

    void pushBinary()
    {
        const BinaryOperator sign = *binaryOperator(token().kind);
        reduce(sign.level, sign.level == Level::Power);
        push({.level = sign.level, .node = sign.node, .token = &token()});
    }

    /// 2x, x sin(x), (x+1)(x-1). The token is read again as the operand that it is.
    void multiplyImplicitly()
    {
        const Token& previous = m_list.tokens[m_at - 1];
        const bool isAfterBracket = previous.kind == TokenKind::Close || previous.kind == TokenKind::Bar ||
                                    previous.kind == TokenKind::RaisedClose;
        if (token().kind == TokenKind::Number && !isAfterBracket) {
            return fail(ParseErrorKind::UnexpectedCharacter, token().where,
                        quote(m_symbols, previous.where) + "*" + quote(m_symbols, token().where));
        }
        if (token().startsLine)
            return fail(ParseErrorKind::UnexpectedCharacter, token().where);
        reduce(Level::Product, false);
        m_pending.push_back({.level = Level::Product, .node = NodeKind::Multiply, .token = &token()});
        m_wantsOperand = true;
    }

    /// Finishes the operators that bind tighter than one of this level that comes next.
    void reduce(Level level, bool isRightAssociative)
    {
        while (!m_pending.empty() && m_pending.back().level != Level::None) {
            const Level waiting = m_pending.back().level;
            if (waiting < level || (waiting == level && isRightAssociative))
                return;
            apply(popPending());
        }
    }

    void apply(const Pending& pending)
    {
        const Operand right = popOperand();
        if (pending.kind == PendingKind::Prefix) {
            const SourceRange where{pending.token->where.begin, right.where.end};
            const NodeIndex node = pending.callee ? m_builder.call(*pending.callee, right.node, {}, where)
                                                  : m_builder.negate(right.node, where);
            m_operands.push_back({node, where});
            return;
        }
        const Operand left = popOperand();
        const SourceRange where{left.where.begin, right.where.end};
        m_operands.push_back({m_builder.binary(pending.node, left.node, right.node, where), where});
    }

    Operand popOperand()
    {
        const Operand operand = m_operands.back();
        m_operands.pop_back();
        return operand;
    }

    /// Finishes everything up to the innermost open bracket; null if there is none.
    const Pending* reduceToBracket()
    {
        reduce(Level::Sum, false);
        return m_pending.empty() ? nullptr : &m_pending.back();
    }

    Pending popBracket()
    {
        m_brackets.pop_back();
        return popPending();
    }

    void close()
    {
        const Pending* const bracket = reduceToBracket();
        if (!bracket || bracket->kind == PendingKind::Raised)
            return fail(ParseErrorKind::MissingOpening, token().where);
        if (bracket->kind == PendingKind::Bar)
            return fail(ParseErrorKind::MissingClosing, bracket->token->where);
        if (bracket->kind == PendingKind::Call)
            return closeCall();
        m_operands.back().where = {popBracket().token->where.begin, token().where.end};
        ++m_at;
    }

    void closeRaised()
    {
        const Pending* const bracket = reduceToBracket();
        if (bracket->kind != PendingKind::Raised)
            return fail(ParseErrorKind::MissingClosing, bracket->token->where);
        popBracket();
        ++m_at;
        reduce(Level::Raise, false);
    }

    /// A bar behind an operand closes the innermost open bracket if that is a bar, else it opens a factor: 2|x|.
    void readBar()
    {
        if (m_brackets.empty() || m_pending[m_brackets.back()].kind != PendingKind::Bar)
            return multiplyImplicitly();
        const Primitive* const absolute = m_vocabulary.find("abs");
        if (!absolute)
            return fail(ParseErrorKind::UnknownFunction, token().where);
        reduceToBracket();
        const SourceRange where{popBracket().token->where.begin, token().where.end};
        const Operand inner = popOperand();
        m_operands.push_back({m_builder.call(*absolute, inner.node, {}, where), where});
        ++m_at;
    }

    void readComma()
    {
        const Pending* const bracket = reduceToBracket();
        if (bracket && (bracket->kind == PendingKind::Bar || bracket->kind == PendingKind::Raised))
            return fail(ParseErrorKind::MissingClosing, bracket->token->where);
        if (!bracket || bracket->kind != PendingKind::Call)
            return failComma();
        const std::size_t finished = m_operands.size() - bracket->firstArgument;
        const std::size_t most = mostArguments(*bracket->function);
        if (finished >= most)
            return failCount(*bracket->function, token().where, most, finished + countArgumentsFrom(m_at));
        m_wantsOperand = true;
        ++m_at;
    }

    static std::size_t mostArguments(const Token& function)
    {
        return function.callee ? 1 + function.callee->parameters.size() : describe(function.form).mostArguments;
    }

    /// How many arguments follow a comma up to the end of its call. Used once, for a message.
    [[nodiscard]] std::size_t countArgumentsFrom(std::size_t comma) const
    {
        std::size_t count = 0;
        std::size_t depth = 0;
        for (std::size_t i = comma; i < m_list.tokens.size(); ++i) {
            const TokenKind kind = m_list.tokens[i].kind;
            if (kind == TokenKind::Open)
                ++depth;
            else if (kind == TokenKind::Close && depth-- == 0)
                break;
            else if (kind == TokenKind::Comma && depth == 0)
                ++count;
        }
        return count;
    }

    /// Outside calls a comma between two digits was meant as a decimal point.
    void failComma()
    {
        const Token& left = m_list.tokens[m_at - 1];
        const Token& right = m_list.tokens[m_at + 1];
        const bool isBetweenNumbers = left.kind == TokenKind::Number && right.kind == TokenKind::Number &&
                                      left.where.end == token().where.begin && token().where.end == right.where.begin;
        if (!isBetweenNumbers)
            return fail(ParseErrorKind::UnexpectedCharacter, token().where);
        fail(ParseErrorKind::DecimalComma, token().where,
             quote(m_symbols, left.where) + "." + quote(m_symbols, right.where));
        m_error->quoted = quote(m_symbols, {left.where.begin, right.where.end});
    }

    void closeCall()
    {
        const Pending call = popBracket();
        const Token& function = *call.function;
        const std::vector<Operand> arguments(m_operands.begin() + static_cast<std::ptrdiff_t>(call.firstArgument),
                                             m_operands.end());
        m_operands.resize(call.firstArgument);
        const SourceRange where{function.where.begin, token().where.end};
        NodeIndex node = function.callee ? makeCall(function, arguments, where) : makeForm(function, arguments, where);
        if (m_error)
            return;
        if (function.number > 0.0) // sin^2(x)
            node = m_builder.binary(NodeKind::Power, node, m_builder.number(function.number, function.where), where);
        m_operands.push_back({node, where});
        ++m_at;
    }

    NodeIndex makeCall(const Token& function, std::span<const Operand> arguments, SourceRange where)
    {
        std::vector<NodeIndex> values;
        for (const Operand& value : arguments.subspan(1)) {
            if (m_builder.dependsOnX(value.node)) {
                fail(ParseErrorKind::ParameterDependsOnX, value.where);
                m_error->quoted = quote(m_symbols, function.where);
                return kNoNode;
            }
            values.push_back(value.node);
        }
        return m_builder.call(*function.callee, arguments.front().node, std::move(values), where);
    }

    NodeIndex makeForm(const Token& function, std::span<const Operand> arguments, SourceRange where)
    {
        const SpecialForm& form = describe(function.form);
        if (arguments.size() < form.leastArguments) {
            failCount(function, function.where, form.leastArguments, arguments.size());
            return kNoNode;
        }
        const NodeKind kind = function.form == Form::Minimum   ? NodeKind::Minimum
                              : function.form == Form::Maximum ? NodeKind::Maximum
                                                               : NodeKind::Power;
        NodeIndex folded = arguments.front().node;
        for (const Operand& argument : arguments.subspan(1))
            folded = m_builder.binary(kind, folded, argument.node, where);
        return folded;
    }

    void finish()
    {
        if (m_wantsOperand) {
            const bool isEmpty = token().where.begin == 0;
            return fail(isEmpty ? ParseErrorKind::Empty : ParseErrorKind::MissingOperand, token().where);
        }
        if (const Pending* const bracket = reduceToBracket())
            fail(ParseErrorKind::MissingClosing, bracket->token->where);
    }

    const TokenList& m_list;
    std::span<const Symbol> m_symbols;
    const Vocabulary& m_vocabulary;
    std::size_t m_at = 0;
    bool m_wantsOperand = true;
    std::size_t m_depth = 0;
    std::vector<Operand> m_operands;
    std::vector<Pending> m_pending;
    std::vector<std::size_t> m_brackets; ///< Where the open brackets stand in m_pending.
    TreeBuilder m_builder;
    std::optional<ParseError> m_error;
};

ParseError tooLong(std::string_view text)
{
    ParseError error;
    error.kind = ParseErrorKind::TooLong;
    const std::size_t length = readSymbols(text.substr(0, kMaxFormulaBytes)).size();
    error.where = {length, length};
    error.expected = kMaxFormulaBytes;
    error.given = text.size();
    return error;
}

} // namespace

Result<SyntaxTree, ParseError> parse(std::string_view text, const Vocabulary& vocabulary)
{
    if (text.size() > kMaxFormulaBytes)
        return tooLong(text);
    const std::vector<Symbol> symbols = readSymbols(text);
    const TokenList tokens = resolveNames(readTokens(symbols), symbols, vocabulary);
    return Parser(tokens, symbols, vocabulary).run();
}

} // namespace secant
