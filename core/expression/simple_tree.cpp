#include "core/expression/simple_tree.h"

#include <cmath>
#include <utility>

namespace secant {

namespace {

/// Sums and products of such numbers are exact.
bool isPlain(double number)
{
    constexpr double kFraction = 1024.0;
    constexpr double kMost = 1e6;
    return std::abs(number) < kMost && number * kFraction == std::trunc(number * kFraction);
}

} // namespace

NodeIndex SimpleTree::add(Node node)
{
    double size = 1.0;
    for (const NodeIndex child : {node.first, node.second})
        size += child == kNoNode ? 0.0 : printedSize(child);
    for (const NodeIndex child : node.values)
        size += printedSize(child);
    m_sizes.push_back(size);
    m_tree.nodes.push_back(std::move(node));
    return static_cast<NodeIndex>(m_tree.nodes.size() - 1);
}

NodeIndex SimpleTree::plain(NodeKind kind, NodeIndex a, NodeIndex b)
{
    Node node;
    node.kind = kind;
    node.first = a;
    node.second = b;
    return add(std::move(node));
}

bool SimpleTree::isNumber(NodeIndex node, double value) const
{
    return isNumber(node) && at(node).number == value;
}

bool SimpleTree::startsWithNumber(NodeIndex node) const
{
    return at(node).kind == NodeKind::Multiply && isNumber(at(node).first) && isPlain(at(at(node).first).number);
}

NodeIndex SimpleTree::number(double value)
{
    Node node;
    node.number = std::abs(value);
    const NodeIndex magnitude = add(std::move(node));
    return value < 0.0 ? negate(magnitude) : magnitude;
}

NodeIndex SimpleTree::negate(NodeIndex a)
{
    if (isNegation(a))
        return at(a).first;
    return isNumber(a, 0.0) ? a : plain(NodeKind::Negate, a, kNoNode);
}

NodeIndex SimpleTree::binary(NodeKind kind, NodeIndex a, NodeIndex b)
{
    switch (kind) {
    case NodeKind::Add:
        return sum(a, b);
    case NodeKind::Subtract:
        return difference(a, b);
    case NodeKind::Multiply:
        return product(a, b);
    case NodeKind::Divide:
        return quotient(a, b);
    case NodeKind::Power:
        return power(a, b);
    default:
        return plain(kind, a, b);
    }
}

NodeIndex SimpleTree::sum(NodeIndex a, NodeIndex b)
{
    if (isNumber(a, 0.0))
        return b;
    if (isNumber(b, 0.0))
        return a;
    if (isNumber(a) && isNumber(b) && isPlain(at(a).number) && isPlain(at(b).number))
        return number(at(a).number + at(b).number);
    if (isNegation(b))
        return difference(a, at(b).first);
    return isNegation(a) ? difference(b, at(a).first) : plain(NodeKind::Add, a, b);
}

NodeIndex SimpleTree::difference(NodeIndex a, NodeIndex b)
{
    if (isNumber(a, 0.0))
        return negate(b);
    if (isNumber(b, 0.0))
        return a;
    if (isNumber(a) && isNumber(b) && isPlain(at(a).number) && isPlain(at(b).number))
        return number(at(a).number - at(b).number);
    return plain(isNegation(b) ? NodeKind::Add : NodeKind::Subtract, a, isNegation(b) ? at(b).first : b);
}

NodeIndex SimpleTree::product(NodeIndex a, NodeIndex b)
{
    if (isNumber(a, 0.0) || isNumber(b, 1.0))
        return a;
    if (isNumber(b, 0.0) || isNumber(a, 1.0))
        return b;
    if (isNegation(a))
        return negate(product(at(a).first, b));
    if (isNegation(b))
        return negate(product(a, at(b).first));
    if (isNumber(a) && isNumber(b) && isPlain(at(a).number) && isPlain(at(b).number))
        return number(at(a).number * at(b).number);
    if (isNumber(b))
        std::swap(a, b);
    // A chain of divisions is left as it is, which spares going down it.
    if (at(b).kind == NodeKind::Divide && !isNumber(a) && at(at(b).first).kind != NodeKind::Divide)
        return quotient(product(a, at(b).first), at(b).second);
    if (startsWithNumber(b)) {
        const NodeIndex factor = at(b).first;
        const NodeIndex rest = at(b).second;
        if (isNumber(a) && isPlain(at(a).number))
            return product(number(at(a).number * at(factor).number), rest);
        if (!startsWithNumber(a))
            return plain(NodeKind::Multiply, factor, plain(NodeKind::Multiply, a, rest));
    }
    return plain(NodeKind::Multiply, a, b);
}

NodeIndex SimpleTree::quotient(NodeIndex a, NodeIndex b)
{
    if (isNumber(a, 0.0) || isNumber(b, 1.0))
        return a;
    if (isNegation(a))
        return negate(quotient(at(a).first, b));
    return plain(NodeKind::Divide, a, b);
}

NodeIndex SimpleTree::power(NodeIndex a, NodeIndex b)
{
    if (isNumber(b, 1.0))
        return a;
    return isNumber(b, 0.0) ? number(1.0) : plain(NodeKind::Power, a, b);
}

NodeIndex SimpleTree::choice(NodeIndex condition, NodeIndex then, NodeIndex otherwise)
{
    Node node;
    node.kind = NodeKind::If;
    node.first = then;
    node.second = otherwise;
    node.values = {condition};
    return add(std::move(node));
}

NodeIndex SimpleTree::call(const Primitive& callee, NodeIndex argument, std::vector<NodeIndex> values)
{
    Node node;
    node.kind = NodeKind::Call;
    node.callee = &callee;
    node.first = argument;
    node.values = std::move(values);
    return add(std::move(node));
}

SyntaxTree SimpleTree::extract(NodeIndex root) const
{
    const std::size_t count = static_cast<std::size_t>(root) + 1;
    std::vector<bool> isNeeded(count);
    isNeeded.back() = true;
    for (std::size_t i = count; i-- > 0;) {
        if (!isNeeded[i])
            continue;
        const Node& node = m_tree.nodes[i];
        for (const NodeIndex child : {node.first, node.second}) {
            if (child != kNoNode)
                isNeeded[static_cast<std::size_t>(child)] = true;
        }
        for (const NodeIndex child : node.values)
            isNeeded[static_cast<std::size_t>(child)] = true;
    }
    SyntaxTree result;
    result.parameters = m_tree.parameters;
    std::vector<NodeIndex> place(count, kNoNode);
    const auto moved = [&place](NodeIndex child) {
        return child == kNoNode ? kNoNode : place[static_cast<std::size_t>(child)];
    };
    for (std::size_t i = 0; i < count; ++i) {
        if (!isNeeded[i])
            continue;
        Node node = m_tree.nodes[i];
        node.first = moved(node.first);
        node.second = moved(node.second);
        for (NodeIndex& child : node.values)
            child = moved(child);
        place[i] = static_cast<NodeIndex>(result.nodes.size());
        result.nodes.push_back(std::move(node));
    }
    return result;
}

} // namespace secant
