#include "core/expression/condition.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace secant {

namespace {

const Node& nodeAt(const SyntaxTree& tree, NodeIndex node)
{
    return tree.nodes[static_cast<std::size_t>(node)];
}

/// 1 for < and <=, −1 for > and >=, 0 for ==. A chain of != says less than it seems to.
int direction(NodeKind kind)
{
    return kind == NodeKind::Equal ? 0 : kind == NodeKind::Less || kind == NodeKind::LessEqual ? 1 : -1;
}

/// Copies a tree and writes its choices anew.
class PlainConditions {
public:
    explicit PlainConditions(const SyntaxTree& tree) : m_from(tree) {}

    SyntaxTree run()
    {
        m_places.reserve(m_from.nodes.size());
        for (const Node& node : m_from.nodes) {
            m_places.push_back(isJunction(node.kind)       ? kNoNode
                               : node.kind == NodeKind::If ? choice(node)
                                                           : add(moved(node)));
        }
        m_to.parameters = m_from.parameters;
        m_to.readings = m_from.readings;
        return std::move(m_to);
    }

private:
    /// A choice still to be written; kDone as a branch stands for the choice that was written last.
    struct Task {
        NodeIndex condition; ///< In m_from.
        NodeIndex then;      ///< In m_to, as all branches.
        NodeIndex otherwise;
    };
    static constexpr NodeIndex kDone = -2;

    [[nodiscard]] NodeIndex place(NodeIndex node) const
    {
        return node == kNoNode ? kNoNode : m_places[static_cast<std::size_t>(node)];
    }

    NodeIndex add(Node node)
    {
        m_to.nodes.push_back(std::move(node));
        return static_cast<NodeIndex>(m_to.nodes.size() - 1);
    }

    [[nodiscard]] Node moved(const Node& node) const
    {
        Node copy = node;
        copy.first = place(node.first);
        copy.second = place(node.second);
        for (NodeIndex& value : copy.values)
            value = place(value);
        return copy;
    }

    NodeIndex choice(const Node& node)
    {
        std::vector<Task> tasks{{node.values.front(), place(node.first), place(node.second)}};
        NodeIndex done = kNoNode;
        while (!tasks.empty()) {
            Task task = tasks.back();
            tasks.pop_back();
            task.then = task.then == kDone ? done : task.then;
            task.otherwise = task.otherwise == kDone ? done : task.otherwise;
            const Node& condition = nodeAt(m_from, task.condition);
            if (isJunction(condition.kind)) {
                const bool isAnd = condition.kind == NodeKind::And;
                tasks.push_back({condition.first, isAnd ? kDone : task.then, isAnd ? task.otherwise : kDone});
                tasks.push_back({condition.second, task.then, task.otherwise});
                continue;
            }
            Node plain = node;
            plain.first = task.then;
            plain.second = task.otherwise;
            plain.values = {place(task.condition)};
            done = add(std::move(plain));
        }
        return done;
    }

    const SyntaxTree& m_from;
    std::vector<NodeIndex> m_places; ///< Of every node of m_from, in m_to.
    SyntaxTree m_to;
};

} // namespace

bool canFollow(NodeKind left, NodeKind right)
{
    const bool isUnequal = left == NodeKind::NotEqual || right == NodeKind::NotEqual;
    return !isUnequal && direction(left) * direction(right) >= 0;
}

std::vector<bool> chainsIn(const SyntaxTree& tree)
{
    std::vector<bool> chains(tree.nodes.size());
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        if (tree.nodes[i].kind != NodeKind::And)
            continue;
        const Node* left = &nodeAt(tree, tree.nodes[i].first);
        if (chains[static_cast<std::size_t>(tree.nodes[i].first)])
            left = &nodeAt(tree, left->second);
        const Node& right = nodeAt(tree, tree.nodes[i].second);
        chains[i] = isComparison(left->kind) && isComparison(right.kind) && left->second == right.first &&
                    canFollow(left->kind, right.kind);
    }
    return chains;
}

bool isUndefined(const SyntaxTree& tree, NodeIndex node)
{
    const auto isZero = [&tree](NodeIndex i) {
        return nodeAt(tree, i).kind == NodeKind::Number && nodeAt(tree, i).number == 0.0;
    };
    const Node& quotient = nodeAt(tree, node);
    return quotient.kind == NodeKind::Divide && isZero(quotient.first) && isZero(quotient.second);
}

SyntaxTree withPlainConditions(const SyntaxTree& tree)
{
    return std::ranges::any_of(tree.nodes, isJunction, &Node::kind) ? PlainConditions(tree).run() : tree;
}

} // namespace secant
