#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/expression/parser.h"
#include "core/expression/special_form.h"

namespace secant {

namespace {

/// What a special form of two operands becomes.
NodeKind nodeKind(Form form)
{
    switch (form) {
    case Form::Minimum:
        return NodeKind::Minimum;
    case Form::Maximum:
        return NodeKind::Maximum;
    case Form::Modulo:
        return NodeKind::Modulo;
    case Form::Hypotenuse:
        return NodeKind::Hypotenuse;
    default:
        return NodeKind::Power;
    }
}

} // namespace

const Parser::Pending* Parser::reduceToBracket()
{
    reduce(Level::Or, false);
    return m_pending.empty() ? nullptr : &m_pending.back();
}

Parser::Pending Parser::popBracket()
{
    m_brackets.pop_back();
    return popPending();
}

void Parser::close()
{
    const Pending* const bracket = reduceToBracket();
    if (m_error)
        return;
    if (!bracket || bracket->kind == PendingKind::Raised)
        return fail(ParseErrorKind::MissingOpening, token().where);
    if (bracket->kind == PendingKind::Bar)
        return fail(ParseErrorKind::MissingClosing, bracket->token->where);
    if (bracket->kind == PendingKind::Call)
        return closeCall();
    m_operands.back().where = {popBracket().token->where.begin, token().where.end};
    m_operands.back().sign = nullptr;
    ++m_at;
}

void Parser::closeRaised()
{
    const Pending* const bracket = reduceToBracket();
    if (m_error)
        return;
    if (bracket->kind != PendingKind::Raised)
        return fail(ParseErrorKind::MissingClosing, bracket->token->where);
    popBracket();
    m_operands.back().sign = nullptr;
    ++m_at;
    reduce(Level::Raise, false);
}

void Parser::readBar()
{
    if (m_brackets.empty() || m_pending[m_brackets.back()].kind != PendingKind::Bar)
        return isDoubleBar() ? readJunction() : multiplyImplicitly();
    const Primitive* const absolute = m_vocabulary.find("abs");
    if (!absolute)
        return fail(ParseErrorKind::UnknownFunction, token().where);
    reduceToBracket();
    if (m_error)
        return;
    const SourceRange where{popBracket().token->where.begin, token().where.end};
    const Operand inner = popOperand();
    m_operands.push_back({m_builder.call(*absolute, inner.node, {}, where), where, nullptr});
    ++m_at;
}

void Parser::readComma()
{
    const Pending* const bracket = reduceToBracket();
    if (m_error)
        return;
    if (bracket && (bracket->kind == PendingKind::Bar || bracket->kind == PendingKind::Raised))
        return fail(ParseErrorKind::MissingClosing, bracket->token->where);
    if (!bracket || bracket->kind != PendingKind::Call)
        return failComma();
    const std::size_t finished = m_operands.size() - bracket->firstArgument;
    const std::size_t most = mostArguments(*bracket->function);
    if (finished >= most)
        return failCount(*bracket->function, token().where, most, finished + countArgumentsFrom(m_at));
    if (mayHoldCondition() && !isConditionAt(m_operands.back()))
        return failWithoutCondition(m_operands.back());
    ++m_pending.back().commas;
    m_wantsOperand = true;
    ++m_at;
}

std::size_t Parser::mostArguments(const Token& function)
{
    return function.form == Form::Primitive ? 1 + function.callee->parameters.size()
                                            : describe(function.form).mostArguments;
}

std::size_t Parser::countArgumentsFrom(std::size_t comma) const
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

void Parser::failComma()
{
    const Token& left = m_list.tokens[m_at - 1];
    const Token& right = m_list.tokens[m_at + 1];
    const bool isBetweenNumbers = left.kind == TokenKind::Number && right.kind == TokenKind::Number &&
                                  left.where.end == token().where.begin && token().where.end == right.where.begin;
    const auto has = [&](const Token& number, std::string_view characters) {
        return quote(m_symbols, number.where).find_first_of(characters) != std::string::npos;
    };
    if (!isBetweenNumbers || has(left, ".eE") || has(right, "."))
        return fail(ParseErrorKind::UnexpectedCharacter, token().where);
    fail(ParseErrorKind::DecimalComma, token().where,
         quote(m_symbols, left.where) + "." + quote(m_symbols, right.where));
    m_error->quoted = quote(m_symbols, {left.where.begin, right.where.end});
}

void Parser::closeCall()
{
    const Pending call = popBracket();
    const Token& function = *call.function;
    const std::vector<Operand> arguments(m_operands.begin() + static_cast<std::ptrdiff_t>(call.firstArgument),
                                         m_operands.end());
    m_operands.resize(call.firstArgument);
    const SourceRange where{function.where.begin, token().where.end};
    NodeIndex node =
        function.form == Form::Primitive ? makeCall(function, arguments, where) : makeForm(function, arguments, where);
    if (m_error)
        return;
    noteCall(function, arguments.front().where, where);
    if (function.number > 0.0) // sin^2(x)
        node = m_builder.binary(NodeKind::Power, node, m_builder.number(function.number, function.where), where);
    m_operands.push_back({node, where, nullptr});
    ++m_at;
}

NodeIndex Parser::makeCall(const Token& function, std::span<const Operand> arguments, SourceRange where)
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

NodeIndex Parser::makeForm(const Token& function, std::span<const Operand> arguments, SourceRange where)
{
    const SpecialForm& form = describe(function.form);
    if (arguments.size() < form.leastArguments) {
        failCount(function, function.where, form.leastArguments, arguments.size());
        return kNoNode;
    }
    switch (function.form) {
    case Form::If:
        return m_builder.choice(arguments[0].node, arguments[1].node, arguments[2].node, where);
    case Form::Piecewise:
    case Form::Cases:
        return makePiecewise(function, arguments, where);
    case Form::Reciprocal:
    case Form::OfReciprocal:
    case Form::Cotangent:
    case Form::ArcCotangent:
        return makeReciprocal(function, arguments.front(), where);
    default:
        break;
    }
    const NodeKind kind = nodeKind(function.form);
    NodeIndex folded = arguments.front().node;
    for (const Operand& argument : arguments.subspan(1))
        folded = m_builder.binary(kind, folded, argument.node, where);
    return folded;
}

NodeIndex Parser::makeReciprocal(const Token& function, const Operand& argument, SourceRange where)
{
    const auto called = [&](std::string_view name, NodeIndex inside) {
        const Primitive* const callee = m_vocabulary.find(name);
        if (!callee)
            fail(ParseErrorKind::UnknownFunction, function.where);
        return callee ? m_builder.call(*callee, inside, {}, where) : inside;
    };
    const auto over = [&](NodeIndex above, NodeIndex below) {
        return m_builder.binary(NodeKind::Divide, above, below, where);
    };
    const NodeIndex u = argument.node;
    switch (function.form) {
    case Form::Reciprocal:
        return over(m_builder.number(1.0, function.where), called(findSpecialForm(function.text)->callee, u));
    case Form::OfReciprocal:
        return called(findSpecialForm(function.text)->callee, over(m_builder.number(1.0, function.where), u));
    case Form::ArcCotangent: {
        const NodeIndex quarter =
            over(m_builder.leaf(NodeKind::Pi, function.where), m_builder.number(2.0, function.where));
        return m_builder.binary(NodeKind::Subtract, quarter, called("atan", u), where);
    }
    default: {
        if (!canBeDoubled(u, function.where))
            return kNoNode;
        const NodeIndex node = over(called("cos", u), called("sin", u));
        m_builder.markDoubling(node);
        return node;
    }
    }
}

} // namespace secant
