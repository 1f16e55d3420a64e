#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/number/primitive.h"

namespace secant {

enum class NodeKind : std::uint8_t {
    Number, ///< `number`
    Pi,
    Euler,
    Variable,  ///< x
    Parameter, ///< parameters[index]
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Minimum,
    Maximum,
    Modulo,     ///< first − second ⌊first/second⌋: has the sign of second.
    Hypotenuse, ///< √(first² + second²)
    Less,       ///< Comparisons stand only as the condition of an If.
    LessEqual,
    Greater,
    GreaterEqual,
    Equal,
    NotEqual,
    If,   ///< first where the comparison values[0] is true, else second; the other one may be undefined there.
    Call, ///< callee(first, then the callee's parameters)
};

[[nodiscard]] constexpr bool isComparison(NodeKind kind)
{
    return kind >= NodeKind::Less && kind <= NodeKind::NotEqual;
}

/// Where a piece of text lies, in code points of what was typed, counted from 0.
struct SourceRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

using NodeIndex = std::int32_t;
inline constexpr NodeIndex kNoNode = -1;

struct Node {
    NodeKind kind = NodeKind::Number;
    double number = 0.0;
    std::size_t index = 0;             ///< Of a Parameter.
    const Primitive* callee = nullptr; ///< Of a Call.
    NodeIndex first = kNoNode;         ///< Operand, or argument of a Call.
    NodeIndex second = kNoNode;        ///< Right operand.
    std::vector<NodeIndex> values;     ///< A Call's parameter values, one for each of callee->parameters; or the
                                       ///< condition of an If.
    SourceRange source;
};

/// A formula of x as it was understood. Flat: children stand before their parents and the root is last, so that no
/// pass over it recurses. A node may have several parents.
struct SyntaxTree {
    std::vector<Node> nodes;
    std::vector<std::string> parameters; ///< Free names, in order of first use.
};

} // namespace secant
