#include "plain_tree.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <utility>
#include <vector>

#include "core/number/primitive.h"

namespace secant::test {

namespace {

class PlainEvaluator {
public:
    PlainEvaluator(const SyntaxTree& tree, double x, std::span<const double> values)
        : m_tree(tree), m_x(x), m_values(values)
    {
    }

    double at(NodeIndex index) const
    {
        const Node& node = m_tree.nodes[static_cast<std::size_t>(index)];
        switch (node.kind) {
        case NodeKind::Number:
            return node.number;
        case NodeKind::Pi:
            return std::numbers::pi;
        case NodeKind::Euler:
            return std::numbers::e;
        case NodeKind::Variable:
            return m_x;
        case NodeKind::Parameter:
            return m_values[node.index];
        case NodeKind::Negate:
            return -at(node.first);
        case NodeKind::Add:
            return at(node.first) + at(node.second);
        case NodeKind::Subtract:
            return at(node.first) - at(node.second);
        case NodeKind::Multiply:
            return at(node.first) * at(node.second);
        case NodeKind::Divide:
            return at(node.first) / at(node.second);
        case NodeKind::Power:
            return std::pow(at(node.first), at(node.second));
        case NodeKind::Minimum:
            return std::fmin(at(node.first), at(node.second));
        case NodeKind::Maximum:
            return std::fmax(at(node.first), at(node.second));
        case NodeKind::Modulo:
            return at(node.first) - at(node.second) * std::floor(at(node.first) / at(node.second));
        case NodeKind::Hypotenuse:
            return std::sqrt(at(node.first) * at(node.first) + at(node.second) * at(node.second));
        case NodeKind::Less:
            return at(node.first) < at(node.second) ? 1.0 : 0.0;
        case NodeKind::LessEqual:
            return at(node.first) <= at(node.second) ? 1.0 : 0.0;
        case NodeKind::Greater:
            return at(node.first) > at(node.second) ? 1.0 : 0.0;
        case NodeKind::GreaterEqual:
            return at(node.first) >= at(node.second) ? 1.0 : 0.0;
        case NodeKind::Equal:
            return at(node.first) == at(node.second) ? 1.0 : 0.0;
        case NodeKind::NotEqual:
            return at(node.first) != at(node.second) ? 1.0 : 0.0;
        case NodeKind::And:
            return at(node.first) != 0.0 && at(node.second) != 0.0 ? 1.0 : 0.0;
        case NodeKind::Or:
            return at(node.first) != 0.0 || at(node.second) != 0.0 ? 1.0 : 0.0;
        case NodeKind::If:
            return at(at(node.values.front()) != 0.0 ? node.first : node.second);
        case NodeKind::Call:
            return call(node);
        }
        return std::nan("");
    }

private:
    double call(const Node& node) const
    {
        std::vector<double> parameters;
        for (const NodeIndex value : node.values)
            parameters.push_back(at(value));
        return node.callee->evaluate(at(node.first), parameters).value;
    }

    const SyntaxTree& m_tree;
    double m_x;
    std::span<const double> m_values;
};

bool sameNode(const SyntaxTree& a, const Node& p, const SyntaxTree& b, const Node& q)
{
    if (p.kind != q.kind)
        return false;
    switch (p.kind) {
    case NodeKind::Number:
        return std::bit_cast<std::uint64_t>(p.number) == std::bit_cast<std::uint64_t>(q.number);
    case NodeKind::Parameter:
        return a.parameters[p.index] == b.parameters[q.index];
    case NodeKind::Call:
        return p.callee == q.callee && p.values.size() == q.values.size();
    default:
        return true;
    }
}

} // namespace

double evaluatePlainly(const SyntaxTree& tree, double x, std::span<const double> values)
{
    return PlainEvaluator(tree, x, values).at(static_cast<NodeIndex>(tree.nodes.size() - 1));
}

bool sameFormula(const SyntaxTree& a, const SyntaxTree& b)
{
    if (a.nodes.empty() || b.nodes.empty())
        return a.nodes.empty() && b.nodes.empty();
    std::vector<std::pair<NodeIndex, NodeIndex>> open{
        {static_cast<NodeIndex>(a.nodes.size() - 1), static_cast<NodeIndex>(b.nodes.size() - 1)}};
    while (!open.empty()) {
        const auto [left, right] = open.back();
        open.pop_back();
        if ((left == kNoNode) != (right == kNoNode))
            return false;
        if (left == kNoNode)
            continue;
        const Node& p = a.nodes[static_cast<std::size_t>(left)];
        const Node& q = b.nodes[static_cast<std::size_t>(right)];
        if (!sameNode(a, p, b, q))
            return false;
        open.emplace_back(p.first, q.first);
        open.emplace_back(p.second, q.second);
        for (std::size_t i = 0; i < p.values.size(); ++i)
            open.emplace_back(p.values[i], q.values[i]);
    }
    return true;
}

} // namespace secant::test
