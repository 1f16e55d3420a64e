#pragma once

#include <vector>

#include "core/expression/syntax_tree.h"

namespace secant {

/// For each node whether it is an And that is written as a chain, a < b < c: what is on its left is a comparison or
/// such a chain, what is on its right begins with the very node that the left one ends with, and canFollow() them.
[[nodiscard]] std::vector<bool> chainsIn(const SyntaxTree& tree);

/// Whether two comparisons may be written in one chain: a < b <= c and a == b < c, but not a < b > c or a != b != c.
[[nodiscard]] bool canFollow(NodeKind left, NodeKind right);

/// Whether a comparison of two numbers is true.
[[nodiscard]] inline bool holds(NodeKind relation, double left, double right)
{
    switch (relation) {
    case NodeKind::Less:
        return left < right;
    case NodeKind::LessEqual:
        return left <= right;
    case NodeKind::Greater:
        return left > right;
    case NodeKind::GreaterEqual:
        return left >= right;
    case NodeKind::Equal:
        return left == right;
    default:
        return left != right;
    }
}

/// 0/0, which stands where a definition by cases says nothing.
[[nodiscard]] bool isUndefined(const SyntaxTree& tree, NodeIndex node);

/// The same formula with a single comparison in every choice: if(a and b, c, d) as if(a, if(b, c, d), d), where the
/// condition read second is not asked for where the first one decides. Linear, without recursion.
[[nodiscard]] SyntaxTree withPlainConditions(const SyntaxTree& tree);

} // namespace secant
