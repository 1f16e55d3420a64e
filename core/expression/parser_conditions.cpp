#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/expression/condition.h"
#include "core/expression/coverage.h"
#include "core/expression/parser.h"
#include "core/expression/special_form.h"

/// Conditions, and what is chosen by them.
namespace secant {

namespace {

/// What is written twice in one form would be written 2ⁿ times in n of them, one inside the other.
constexpr std::size_t kMostDoublings = 4;

} // namespace

bool Parser::mayHoldCondition() const
{
    if (m_brackets.empty())
        return false;
    const Pending& bracket = m_pending[m_brackets.back()];
    if (bracket.kind != PendingKind::Call)
        return bracket.kind == PendingKind::Bracket && bracket.takesCondition;
    switch (bracket.function->form) {
    case Form::If:
        return bracket.commas == 0;
    case Form::Piecewise:
        return bracket.commas % 2 == 0;
    case Form::Cases:
        return bracket.commas % 2 == 1;
    default:
        return false;
    }
}

bool Parser::canBeDoubled(NodeIndex node, SourceRange where)
{
    if (m_builder.doublings(node) < kMostDoublings)
        return true;
    fail(ParseErrorKind::TooDeep, where);
    m_error->expected = kMostDoublings;
    return false;
}

void Parser::readComparison()
{
    reduce(Level::Comparison, false);
    if (m_error)
        return;
    if (!mayHoldCondition())
        return fail(ParseErrorKind::UnexpectedCharacter, token().where);
    checkChain(m_operands.back());
    if (!m_error)
        push({.level = Level::Comparison, .node = token().relation, .token = &token()});
}

void Parser::checkChain(const Operand& left)
{
    if (!isConditionAt(left))
        return;
    if (!left.sign || left.sign->kind == TokenKind::And || left.sign->kind == TokenKind::Or)
        return fail(ParseErrorKind::UnexpectedCharacter, token().where);
    const Node& chain = m_builder.at(left.node);
    const Node& last = isComparison(chain.kind) ? chain : m_builder.at(chain.second);
    const SourceRange middle{left.sign->where.end, left.where.end};
    if (!canFollow(last.kind, token().relation))
        return fail(ParseErrorKind::UnexpectedCharacter, token().where,
                    "and " + quoted(middle) + " " + quoted(token().where));
    (void)canBeDoubled(last.second, middle);
}

void Parser::readJunction()
{
    const bool isAnd = token().kind == TokenKind::And;
    reduce(isAnd ? Level::And : Level::Or, false);
    if (m_error)
        return;
    if (!mayHoldCondition())
        return fail(ParseErrorKind::UnexpectedCharacter, token().where);
    if (!isConditionAt(m_operands.back()))
        return failWithoutCondition(m_operands.back());
    const Token* const sign = &token();
    if (sign->kind == TokenKind::Bar)
        ++m_at;
    push({.level = isAnd ? Level::And : Level::Or, .node = isAnd ? NodeKind::And : NodeKind::Or, .token = sign});
}

bool Parser::isDoubleBar() const
{
    const Token& next = m_list.tokens[m_at + 1];
    if (!mayHoldCondition() || next.kind != TokenKind::Bar || next.where.begin != token().where.end)
        return false;
    for (std::size_t i = m_pending.size(); i > 0 && m_pending[i - 1].level != Level::None; --i) {
        if (m_pending[i - 1].level == Level::Comparison)
            return true;
    }
    return isConditionAt(m_operands.back());
}

bool Parser::checkOperands(const Pending& pending, const Operand* left, const Operand& right)
{
    const bool wantsConditions = pending.kind == PendingKind::Binary && isJunction(pending.node);
    const bool mayBeChain = pending.kind == PendingKind::Binary && isComparison(pending.node);
    const auto check = [&](const Operand& operand, bool isLeft) {
        const bool isFitting = isConditionAt(operand) == wantsConditions || (isLeft && mayBeChain);
        if (!isFitting && wantsConditions)
            failWithoutCondition(operand);
        else if (!isFitting)
            fail(ParseErrorKind::UnexpectedCharacter, operand.where);
        return isFitting;
    };
    const bool isFitting = (!left || check(*left, true)) && check(right, false);
    if (!isFitting) // The stack stays as high as it was.
        m_operands.push_back(right);
    return isFitting;
}

void Parser::failWithoutCondition(const Operand& operand)
{
    fail(ParseErrorKind::UnexpectedCharacter, operand.where, quote(m_symbols, operand.where) + " > 0");
}

NodeIndex Parser::makeComparison(NodeKind relation, const Operand& left, const Operand& right, SourceRange where)
{
    if (!isConditionAt(left))
        return m_builder.binary(relation, left.node, right.node, where);
    const Node& chain = m_builder.at(left.node);
    const NodeIndex middle = isComparison(chain.kind) ? chain.second : m_builder.at(chain.second).second;
    const NodeIndex link = m_builder.binary(relation, middle, right.node, {left.sign->where.end, where.end});
    const NodeIndex node = m_builder.binary(NodeKind::And, left.node, link, where);
    m_builder.markDoubling(node);
    return node;
}

NodeIndex Parser::makePiecewise(const Token& function, std::span<const Operand> arguments, SourceRange where)
{
    const bool isCases = function.form == Form::Cases;
    const bool hasOtherwise = arguments.size() % 2 == 1;
    const Operand& last = arguments.back();
    if (!isCases && hasOtherwise && isConditionAt(last)) {
        fail(ParseErrorKind::MissingOperand, token().where);
        return kNoNode;
    }
    if (isCases && !hasOtherwise && !isConditionAt(last)) {
        failWithoutCondition(last);
        return kNoNode;
    }
    std::vector<NodeIndex> conditions;
    std::vector<NodeIndex> values;
    for (std::size_t i = 0; i + 1 < arguments.size(); i += 2) {
        conditions.push_back(arguments[i + (isCases ? 1 : 0)].node);
        values.push_back(arguments[i + (isCases ? 0 : 1)].node);
    }
    NodeIndex node = last.node;
    if (!hasOtherwise && coverEverything(m_builder.nodes(), conditions)) {
        node = values.back();
        conditions.pop_back();
        values.pop_back();
    } else if (!hasOtherwise) {
        const SourceRange end{where.end, where.end};
        const NodeIndex above = m_builder.number(0.0, end);
        node = m_builder.binary(NodeKind::Divide, above, m_builder.number(0.0, end), end);
    }
    for (std::size_t i = conditions.size(); i-- > 0;)
        node = m_builder.choice(conditions[i], values[i], node, where);
    return node;
}

} // namespace secant
