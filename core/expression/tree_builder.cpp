#include "core/expression/tree_builder.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace secant {

void TreeBuilder::reserve(std::size_t nodes)
{
    m_tree.nodes.reserve(nodes);
    m_dependsOnX.reserve(nodes);
    m_doublings.reserve(nodes);
}

NodeIndex TreeBuilder::add(Node node, bool dependsOnX)
{
    std::uint16_t most = 0;
    for (const NodeIndex child : {node.first, node.second})
        most = std::max(most, child == kNoNode ? std::uint16_t{0} : m_doublings[static_cast<std::size_t>(child)]);
    for (const NodeIndex child : node.values)
        most = std::max(most, m_doublings[static_cast<std::size_t>(child)]);
    m_tree.nodes.push_back(std::move(node));
    m_dependsOnX.push_back(dependsOnX);
    m_doublings.push_back(most);
    return static_cast<NodeIndex>(m_tree.nodes.size() - 1);
}

void TreeBuilder::markDoubling(NodeIndex node)
{
    ++m_doublings[static_cast<std::size_t>(node)];
}

NodeIndex TreeBuilder::number(double value, SourceRange source)
{
    Node node;
    node.number = value;
    node.source = source;
    return add(std::move(node), false);
}

NodeIndex TreeBuilder::leaf(NodeKind kind, SourceRange source)
{
    Node node;
    node.kind = kind;
    node.source = source;
    return add(std::move(node), kind == NodeKind::Variable);
}

NodeIndex TreeBuilder::parameter(const std::string& name, SourceRange source)
{
    const auto [entry, isNew] = m_parameterIndex.try_emplace(name, m_tree.parameters.size());
    if (isNew)
        m_tree.parameters.push_back(name);
    Node node;
    node.kind = NodeKind::Parameter;
    node.index = entry->second;
    node.source = source;
    return add(std::move(node), false);
}

NodeIndex TreeBuilder::negate(NodeIndex operand, SourceRange source)
{
    Node node;
    node.kind = NodeKind::Negate;
    node.first = operand;
    node.source = source;
    return add(std::move(node), dependsOnX(operand));
}

NodeIndex TreeBuilder::binary(NodeKind kind, NodeIndex left, NodeIndex right, SourceRange source)
{
    Node node;
    node.kind = kind;
    node.first = left;
    node.second = right;
    node.source = source;
    return add(std::move(node), dependsOnX(left) || dependsOnX(right));
}

NodeIndex TreeBuilder::choice(NodeIndex condition, NodeIndex then, NodeIndex otherwise, SourceRange source)
{
    Node node;
    node.kind = NodeKind::If;
    node.first = then;
    node.second = otherwise;
    node.values = {condition};
    node.source = source;
    return add(std::move(node), dependsOnX(condition) || dependsOnX(then) || dependsOnX(otherwise));
}

NodeIndex TreeBuilder::call(const Primitive& callee, NodeIndex argument, std::vector<NodeIndex> values,
                            SourceRange source)
{
    for (std::size_t i = values.size(); i < callee.parameters.size(); ++i) {
        const double standard = callee.parameters[i].standard;
        const NodeIndex magnitude = number(std::abs(standard), source);
        values.push_back(std::signbit(standard) ? negate(magnitude, source) : magnitude);
    }
    Node node;
    node.kind = NodeKind::Call;
    node.callee = &callee;
    node.first = argument;
    node.values = std::move(values);
    node.source = source;
    return add(std::move(node), dependsOnX(argument));
}

} // namespace secant
