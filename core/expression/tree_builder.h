#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/expression/syntax_tree.h"
#include "core/number/primitive.h"

namespace secant {

/// Writes a SyntaxTree from its leaves to its root. The last node added is the root.
class TreeBuilder {
public:
    void reserve(std::size_t nodes);

    NodeIndex number(double value, SourceRange source);
    /// Pi, Euler or Variable.
    NodeIndex leaf(NodeKind kind, SourceRange source);
    /// The parameter of that name, the same for every use of the name.
    NodeIndex parameter(const std::string& name, SourceRange source);
    NodeIndex negate(NodeIndex operand, SourceRange source);
    NodeIndex binary(NodeKind kind, NodeIndex left, NodeIndex right, SourceRange source);
    /// `then` where `condition` holds, else `otherwise`.
    NodeIndex choice(NodeIndex condition, NodeIndex then, NodeIndex otherwise, SourceRange source);
    /// A call whose trailing parameters may be missing: they get their standard values, a negative one as a negation
    /// like any negative number in a formula.
    /// Precondition: values.size() <= callee.parameters.size(), and no value depends on x.
    NodeIndex call(const Primitive& callee, NodeIndex argument, std::vector<NodeIndex> values, SourceRange source);

    [[nodiscard]] bool dependsOnX(NodeIndex node) const { return m_dependsOnX[static_cast<std::size_t>(node)]; }

    /// Says that `node` is written with its first operand twice. Nested, that doubles what is written each time.
    void markDoubling(NodeIndex node);
    /// How many doublings stand inside one another at and below a node.
    [[nodiscard]] std::size_t doublings(NodeIndex node) const { return m_doublings[static_cast<std::size_t>(node)]; }

    [[nodiscard]] std::span<const Node> nodes() const { return m_tree.nodes; }

    [[nodiscard]] const Node& at(NodeIndex node) const { return m_tree.nodes[static_cast<std::size_t>(node)]; }

    [[nodiscard]] NodeKind kind(NodeIndex node) const { return m_tree.nodes[static_cast<std::size_t>(node)].kind; }

    [[nodiscard]] NodeIndex first(NodeIndex node) const { return m_tree.nodes[static_cast<std::size_t>(node)].first; }

    [[nodiscard]] SyntaxTree take() { return std::move(m_tree); }

private:
    NodeIndex add(Node node, bool dependsOnX);

    SyntaxTree m_tree;
    std::vector<bool> m_dependsOnX;
    std::vector<std::uint16_t> m_doublings;
    std::unordered_map<std::string, std::size_t> m_parameterIndex;
};

} // namespace secant
