#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "core/analysis/convexity/expr_elementary.h"
#include "core/expression/condition.h"
#include "core/expression/definition.h"
#include "core/expression/parse.h"
#include "core/expression/symbols.h"

namespace secant::convexity {

namespace {

constexpr std::size_t kMaxNodes = 4000;
constexpr std::size_t kMaxDepth = 300;

Rational shortest(double value)
{
    std::array<char, 40> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value);
    const auto exact = exactNumber({text.data(), end});
    return exact ? *exact : Rational(value);
}

/// The number as it stands in the text if that is the number of the node, else the shortest decimal of its double.
Rational exactLiteral(const Node& node, std::span<const Symbol> symbols)
{
    std::string text;
    for (std::size_t i = node.source.begin; i < std::min(node.source.end, symbols.size()); ++i)
        text += symbols[i].folded < 0x80 ? static_cast<char>(symbols[i].folded) : '?';
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isIt = (error == std::errc() || node.number == 0.0) && end == text.data() + text.size() &&
                      (value == node.number || node.number == 0.0);
    const auto exact = isIt ? exactNumber(text) : std::nullopt;
    return exact ? *exact : shortest(node.number);
}

/// What the names in a formula stand for.
struct Meaning {
    ExprPtr variable;
    std::vector<ExprPtr> parameters; ///< As in SyntaxTree::parameters.
};

ExprPtr translated(const SyntaxTree& tree, std::string_view formula, const Meaning& meaning);

/// An activation, or an elementary function with branches, through its definition.
ExprPtr defined(const Primitive& callee, const ExprPtr& u, std::span<const ExprPtr> values)
{
    static const Vocabulary kElementary({elementaryPrimitives().begin(), elementaryPrimitives().end()});
    const std::string_view smooth = smoothDefinition(callee.name);
    const std::string_view text = smooth.empty() ? definitionOf(callee.name) : smooth;
    const auto tree = parse(text, kElementary);
    if (!tree)
        return nullptr;
    Meaning meaning{u, {}};
    for (const std::string& name : tree->parameters) {
        const auto spec = std::ranges::find(callee.parameters, name, &ParameterSpec::name);
        const auto index = static_cast<std::size_t>(spec - callee.parameters.begin());
        if (index >= values.size())
            return nullptr;
        meaning.parameters.push_back(values[index]);
    }
    return translated(*tree, text, meaning);
}

class Translation {
public:
    Translation(const SyntaxTree& tree, std::string_view formula, const Meaning& meaning)
        : m_tree(tree), m_meaning(meaning), m_symbols(readSymbols(formula))
    {
    }

    ExprPtr run()
    {
        if (m_tree.nodes.size() > kMaxNodes)
            return nullptr;
        for (const Node& node : m_tree.nodes) {
            const std::size_t depth = depthOf(node);
            if (depth > kMaxDepth)
                return nullptr;
            m_depths.push_back(depth);
            m_done.push_back(isComparison(node.kind) ? nullptr : translate(node));
            if (!m_done.back() && !isComparison(node.kind))
                return nullptr;
        }
        return m_done.empty() ? nullptr : m_done.back();
    }

private:
    const ExprPtr& at(NodeIndex i) const { return m_done[static_cast<std::size_t>(i)]; }

    std::size_t depthOf(const Node& node) const
    {
        std::size_t depth = 0;
        const auto see = [&](NodeIndex i) {
            if (i >= 0)
                depth = std::max(depth, m_depths[static_cast<std::size_t>(i)] + 1);
        };
        see(node.first);
        see(node.second);
        for (const NodeIndex i : node.values)
            see(i);
        return depth;
    }

    ExprPtr translate(const Node& node) const
    {
        switch (node.kind) {
        case NodeKind::Number:
            return std::isfinite(node.number) ? number(exactLiteral(node, m_symbols)) : nullptr;
        case NodeKind::Pi:
            return make(Op::Pi, {});
        case NodeKind::Euler:
            return make(Op::Exp, {number(1)});
        case NodeKind::Variable:
            return m_meaning.variable;
        case NodeKind::Parameter:
            return m_meaning.parameters[node.index];
        case NodeKind::Negate:
            return negate(at(node.first));
        case NodeKind::Add:
            return add(at(node.first), at(node.second));
        case NodeKind::Subtract:
            return subtract(at(node.first), at(node.second));
        case NodeKind::Multiply:
            return multiply(at(node.first), at(node.second));
        case NodeKind::Divide:
            return divide(at(node.first), at(node.second));
        case NodeKind::Power:
            return make(Op::Power, {at(node.first), at(node.second)});
        case NodeKind::Minimum:
            return make(Op::Minimum, {at(node.first), at(node.second)});
        case NodeKind::Maximum:
            return make(Op::Maximum, {at(node.first), at(node.second)});
        case NodeKind::Modulo:
            return subtract(at(node.first),
                            multiply(at(node.second), make(Op::Floor, {divide(at(node.first), at(node.second))})));
        case NodeKind::Hypotenuse:
            return raise(add(raise(at(node.first), 2), raise(at(node.second), 2)), Rational(1, 2));
        case NodeKind::If:
            return chosen(node);
        case NodeKind::Call:
            return called(node);
        default:
            return nullptr;
        }
    }

    ExprPtr chosen(const Node& node) const
    {
        const Node& condition = m_tree.nodes[static_cast<std::size_t>(node.values.front())];
        return choice(condition.kind, at(condition.first), at(condition.second), at(node.first), at(node.second));
    }

    ExprPtr called(const Node& node) const
    {
        const ExprPtr& u = at(node.first);
        if (const ExprPtr direct = elementary(node.callee->name, u))
            return direct;
        std::vector<ExprPtr> values;
        for (const NodeIndex i : node.values)
            values.push_back(at(i));
        return defined(*node.callee, u, values);
    }

    const SyntaxTree& m_tree;
    const Meaning& m_meaning;
    std::vector<Symbol> m_symbols;
    std::vector<ExprPtr> m_done;
    std::vector<std::size_t> m_depths;
};

ExprPtr translated(const SyntaxTree& tree, std::string_view formula, const Meaning& meaning)
{
    return Translation(tree, formula, meaning).run();
}

} // namespace

ExprPtr exactFormula(const SyntaxTree& tree, std::string_view formula, std::span<const double> values)
{
    Meaning meaning{make(Op::Variable, {}), {}};
    for (const double value : values) {
        if (!std::isfinite(value))
            return nullptr;
        meaning.parameters.push_back(number(shortest(value)));
    }
    return translated(withPlainConditions(tree), formula, meaning);
}

} // namespace secant::convexity
