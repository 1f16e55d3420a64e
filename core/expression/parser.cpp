#include "core/expression/parser.h"

#include <algorithm>
#include <utility>

namespace secant {

namespace {

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

} // namespace

Parser::Parser(const TokenList& list, std::span<const Symbol> symbols, const Vocabulary& vocabulary)
    : m_list(list), m_symbols(symbols), m_vocabulary(vocabulary)
{
    m_builder.reserve(list.tokens.size());
}

Result<SyntaxTree, ParseError> Parser::run()
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
    SyntaxTree tree = m_builder.take();
    tree.readings = std::move(m_readings);
    return tree;
}

void Parser::fail(ParseErrorKind kind, SourceRange where, std::string suggestion)
{
    m_error = makeError(kind, where, m_symbols, std::move(suggestion));
}

void Parser::failCount(const Token& function, SourceRange where, std::size_t expected, std::size_t given)
{
    fail(ParseErrorKind::WrongArgumentCount, where);
    m_error->quoted = quote(m_symbols, function.where);
    m_error->expected = expected;
    m_error->given = given;
}

void Parser::readOperand()
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
        noteName();
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

void Parser::putLeaf(NodeIndex node)
{
    m_operands.push_back({node, token().where, nullptr});
    m_wantsOperand = false;
    ++m_at;
}

void Parser::push(Pending pending)
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

bool Parser::countsAsNesting(const Pending& pending)
{
    return pending.kind != PendingKind::Raised &&
           (pending.kind != PendingKind::Binary || pending.level == Level::Power);
}

Parser::Pending Parser::popPending()
{
    const Pending pending = m_pending.back();
    m_pending.pop_back();
    if (countsAsNesting(pending))
        --m_depth;
    return pending;
}

void Parser::pushPrefix(Level own, NodeKind node, const Primitive* callee)
{
    const Level left = m_pending.empty() ? Level::None : m_pending.back().level;
    push(
        {.kind = PendingKind::Prefix, .level = std::max(own, left), .node = node, .callee = callee, .token = &token()});
}

void Parser::pushRoot(std::string_view name)
{
    const Primitive* const callee = m_vocabulary.find(name);
    if (!callee)
        return fail(ParseErrorKind::UnknownFunction, token().where);
    pushPrefix(Level::Root, NodeKind::Call, callee);
}

void Parser::openCall()
{
    const Token* const function = &token();
    ++m_at;
    push({.kind = PendingKind::Call, .token = &token(), .function = function, .firstArgument = m_operands.size()});
}

void Parser::readAfterOperand()
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
    case TokenKind::Comparison:
        return readComparison();
    case TokenKind::And:
    case TokenKind::Or:
        return readJunction();
    case TokenKind::Factorial:
        return readFactorial();
    default:
        return multiplyImplicitly();
    }
}

void Parser::pushBinary()
{
    const BinaryOperator sign = *binaryOperator(token().kind);
    reduce(sign.level, sign.level == Level::Power);
    push({.level = sign.level, .node = sign.node, .token = &token()});
}

void Parser::multiplyImplicitly()
{
    const Token& previous = m_list.tokens[m_at - 1];
    const bool isAfterBracket =
        previous.kind == TokenKind::Close || previous.kind == TokenKind::Bar || previous.kind == TokenKind::RaisedClose;
    if (token().kind == TokenKind::Number && !isAfterBracket) {
        const SourceRange left = previous.kind == TokenKind::Factorial ? m_operands.back().where : previous.where;
        return fail(ParseErrorKind::UnexpectedCharacter, token().where,
                    quote(m_symbols, left) + "*" + quote(m_symbols, token().where));
    }
    if (token().startsLine)
        return fail(ParseErrorKind::UnexpectedCharacter, token().where);
    reduce(Level::Product, false);
    const bool isCallOfLetter = previous.kind == TokenKind::Parameter && token().kind == TokenKind::Open &&
                                previous.where.end == token().where.begin;
    if (isCallOfLetter)
        note(ReadingKind::LetterCall, previous.where, quoted(previous.where), {});
    m_pending.push_back({.level = Level::Product, .node = NodeKind::Multiply, .token = &token(), .isImplicit = true});
    m_wantsOperand = true;
}

void Parser::readFactorial()
{
    const Operand operand = m_operands.back();
    const Primitive* const gamma = m_vocabulary.find("gamma");
    const bool isDouble = operand.sign && operand.sign->kind == TokenKind::Factorial;
    if (!gamma || isDouble || isConditionAt(operand))
        return fail(ParseErrorKind::UnexpectedCharacter, token().where,
                    isDouble ? "(" + quoted(operand.where) + ")!" : std::string());
    const SourceRange where{operand.where.begin, token().where.end};
    if (m_builder.kind(operand.node) != NodeKind::Number) {
        const std::string inside = quoted(operand.where);
        note(ReadingKind::Factorial, where, "gamma(" + inside + " + 1)", inside + "!");
    }
    const NodeIndex next = m_builder.binary(NodeKind::Add, operand.node, m_builder.number(1.0, token().where), where);
    m_operands.back() = {m_builder.call(*gamma, next, {}, where), where, &token()};
    ++m_at;
}

void Parser::reduce(Level level, bool isRightAssociative)
{
    while (!m_error && !m_pending.empty() && m_pending.back().level != Level::None) {
        const Level waiting = m_pending.back().level;
        if (waiting < level || (waiting == level && isRightAssociative))
            return;
        apply(popPending());
    }
}

void Parser::apply(const Pending& pending)
{
    const Operand right = popOperand();
    if (pending.kind == PendingKind::Prefix) {
        if (!checkOperands(pending, nullptr, right))
            return;
        const SourceRange where{pending.token->where.begin, right.where.end};
        if (!pending.callee)
            noteNegation(right, where);
        const NodeIndex node = pending.callee ? m_builder.call(*pending.callee, right.node, {}, where)
                                              : m_builder.negate(right.node, where);
        m_operands.push_back({node, where, pending.token});
        return;
    }
    const Operand left = popOperand();
    if (!checkOperands(pending, &left, right))
        return;
    noteBinary(pending, left, right);
    const SourceRange where{left.where.begin, right.where.end};
    const NodeIndex node = isComparison(pending.node) ? makeComparison(pending.node, left, right, where)
                                                      : m_builder.binary(pending.node, left.node, right.node, where);
    m_operands.push_back({node, where, pending.isImplicit ? nullptr : pending.token});
}

Parser::Operand Parser::popOperand()
{
    const Operand operand = m_operands.back();
    m_operands.pop_back();
    return operand;
}

void Parser::finish()
{
    if (m_wantsOperand) {
        const bool isEmpty = token().where.begin == 0;
        return fail(isEmpty ? ParseErrorKind::Empty : ParseErrorKind::MissingOperand, token().where);
    }
    if (const Pending* const bracket = reduceToBracket())
        fail(ParseErrorKind::MissingClosing, bracket->token->where);
}

} // namespace secant
