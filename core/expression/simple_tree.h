#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "core/expression/syntax_tree.h"

namespace secant {

/// Builds a tree in the form that people write: without + 0 and · 1, with numbers in front of products and minus signs
/// before them. Numbers are folded only where the result is exact.
class SimpleTree {
public:
    explicit SimpleTree(std::vector<std::string> parameters) { m_tree.parameters = std::move(parameters); }

    NodeIndex number(double value);
    NodeIndex leaf(const Node& node) { return add(node); }
    NodeIndex negate(NodeIndex a);
    /// Any kind of two operands, comparisons included.
    NodeIndex binary(NodeKind kind, NodeIndex a, NodeIndex b);
    NodeIndex choice(NodeIndex condition, NodeIndex then, NodeIndex otherwise);
    NodeIndex call(const Primitive& callee, NodeIndex argument, std::vector<NodeIndex> values);

    [[nodiscard]] bool isNumber(NodeIndex node, double value) const;
    [[nodiscard]] bool isKind(NodeIndex node, NodeKind kind) const { return at(node).kind == kind; }
    /// How many nodes stand below and at this one as it is printed; infinite where a double is too small.
    [[nodiscard]] double printedSize(NodeIndex node) const { return m_sizes[static_cast<std::size_t>(node)]; }
    /// The part of the tree that `root` needs.
    [[nodiscard]] SyntaxTree extract(NodeIndex root) const;

private:
    [[nodiscard]] const Node& at(NodeIndex node) const { return m_tree.nodes[static_cast<std::size_t>(node)]; }
    [[nodiscard]] bool isNumber(NodeIndex node) const { return at(node).kind == NodeKind::Number; }
    [[nodiscard]] bool isNegation(NodeIndex node) const { return at(node).kind == NodeKind::Negate; }
    [[nodiscard]] bool startsWithNumber(NodeIndex node) const;
    NodeIndex add(Node node);
    NodeIndex plain(NodeKind kind, NodeIndex a, NodeIndex b);
    NodeIndex sum(NodeIndex a, NodeIndex b);
    NodeIndex difference(NodeIndex a, NodeIndex b);
    NodeIndex product(NodeIndex a, NodeIndex b);
    NodeIndex quotient(NodeIndex a, NodeIndex b);
    NodeIndex power(NodeIndex a, NodeIndex b);

    SyntaxTree m_tree;
    std::vector<double> m_sizes;
};

} // namespace secant
