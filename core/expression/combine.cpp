#include "core/expression/combine.h"

#include <algorithm>

namespace secant {
namespace {

/// Copies trees one behind the other and joins them at the end.
class Joiner {
public:
    /// Returns the copy's root. Where `variable` is given, it stands for x.
    NodeIndex append(const SyntaxTree& tree, NodeIndex variable = kNoNode)
    {
        std::vector<NodeIndex> places;
        places.reserve(tree.nodes.size());
        for (const Node& node : tree.nodes) {
            if (node.kind == NodeKind::Variable && variable != kNoNode) {
                places.push_back(variable);
                continue;
            }
            places.push_back(copy(tree, node, places));
        }
        return places.back();
    }

    /// Adds a node of the tree whose children were added before, at the places given.
    NodeIndex copy(const SyntaxTree& tree, const Node& node, const std::vector<NodeIndex>& places)
    {
        Node copied = node;
        copied.source = {};
        if (copied.kind == NodeKind::Parameter) {
            copied.index = parameter(tree.parameters[node.index]);
        }
        const auto move = [&places](NodeIndex& child) {
            child = child == kNoNode ? kNoNode : places[static_cast<std::size_t>(child)];
        };
        move(copied.first);
        move(copied.second);
        std::for_each(copied.values.begin(), copied.values.end(), move);
        return add(std::move(copied));
    }

    NodeIndex add(Node node)
    {
        m_tree.nodes.push_back(std::move(node));
        return static_cast<NodeIndex>(m_tree.nodes.size()) - 1;
    }

    NodeIndex binary(NodeKind kind, NodeIndex first, NodeIndex second)
    {
        Node node;
        node.kind = kind;
        node.first = first;
        node.second = second;
        return add(std::move(node));
    }

    NodeIndex leaf(NodeKind kind, std::size_t index = 0)
    {
        Node node;
        node.kind = kind;
        node.index = index;
        return add(std::move(node));
    }

    std::size_t parameter(const std::string& name)
    {
        const auto found = std::find(m_tree.parameters.begin(), m_tree.parameters.end(), name);
        if (found != m_tree.parameters.end()) {
            return static_cast<std::size_t>(found - m_tree.parameters.begin());
        }
        m_tree.parameters.push_back(name);
        return m_tree.parameters.size() - 1;
    }

    /// The root must be the last node.
    [[nodiscard]] SyntaxTree take() { return std::move(m_tree); }

private:
    SyntaxTree m_tree;
};

} // namespace

SyntaxTree negated(const SyntaxTree& f)
{
    Joiner joiner;
    Node minus;
    minus.kind = NodeKind::Negate;
    minus.first = joiner.append(f);
    joiner.add(std::move(minus));
    return joiner.take();
}

SyntaxTree combined(NodeKind kind, const SyntaxTree& f, const SyntaxTree& g)
{
    Joiner joiner;
    const NodeIndex first = joiner.append(f);
    const NodeIndex second = joiner.append(g);
    joiner.binary(kind, first, second);
    return joiner.take();
}

SyntaxTree substituted(const SyntaxTree& outer, const SyntaxTree& inner)
{
    if (outer.nodes.back().kind == NodeKind::Variable) {
        return inner;
    }
    Joiner joiner;
    joiner.append(outer, joiner.append(inner));
    return joiner.take();
}

SyntaxTree perspective(const SyntaxTree& f, const std::string& t)
{
    Joiner joiner;
    const std::size_t index = joiner.parameter(t);
    const NodeIndex factor = joiner.leaf(NodeKind::Parameter, index);
    const NodeIndex x = joiner.leaf(NodeKind::Variable);
    const NodeIndex quotient = joiner.binary(NodeKind::Divide, x, joiner.leaf(NodeKind::Parameter, index));
    joiner.binary(NodeKind::Multiply, factor, joiner.append(f, quotient));
    return joiner.take();
}

SyntaxTree partOf(const SyntaxTree& tree, NodeIndex root, NodeIndex hole, const std::string& name)
{
    const auto at = [](NodeIndex i) { return static_cast<std::size_t>(i); };
    std::vector<bool> isWanted(at(root) + 1, false);
    isWanted[at(root)] = true;
    const auto want = [&](NodeIndex child) {
        if (child != kNoNode) {
            isWanted[at(child)] = true;
        }
    };
    for (NodeIndex i = root; i >= 0; --i) {
        if (isWanted[at(i)] && i != hole) {
            const Node& node = tree.nodes[at(i)];
            want(node.first);
            want(node.second);
            std::for_each(node.values.begin(), node.values.end(), want);
        }
    }
    Joiner joiner;
    std::vector<NodeIndex> places(at(root) + 1, kNoNode);
    for (NodeIndex i = 0; i <= root; ++i) {
        if (!isWanted[at(i)]) {
            continue;
        }
        places[at(i)] = i == hole ? joiner.leaf(NodeKind::Parameter, joiner.parameter(name))
                                  : joiner.copy(tree, tree.nodes[at(i)], places);
    }
    return joiner.take();
}

SyntaxTree renamed(SyntaxTree tree, const std::string& from, const std::string& to)
{
    std::replace(tree.parameters.begin(), tree.parameters.end(), from, to);
    return tree;
}

} // namespace secant
