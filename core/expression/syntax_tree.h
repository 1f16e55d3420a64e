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
    Less,       ///< Comparisons and And and Or stand only in the condition of an If.
    LessEqual,
    Greater,
    GreaterEqual,
    Equal,
    NotEqual,
    And,  ///< Of two conditions: both hold. The second one may be undefined where the first one does not hold.
    Or,   ///< At least one holds. The second one may be undefined where the first one holds.
    If,   ///< first where the condition values[0] is true, else second; the other one may be undefined there.
    Call, ///< callee(first, then the callee's parameters)
};

[[nodiscard]] constexpr bool isComparison(NodeKind kind)
{
    return kind >= NodeKind::Less && kind <= NodeKind::NotEqual;
}

[[nodiscard]] constexpr bool isJunction(NodeKind kind)
{
    return kind == NodeKind::And || kind == NodeKind::Or;
}

[[nodiscard]] constexpr bool isCondition(NodeKind kind)
{
    return kind >= NodeKind::Less && kind <= NodeKind::Or;
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

enum class ReadingKind : std::uint8_t {
    OfTwo,      ///< 1/2x: `read` is how it was understood, `other` is how to type the other meaning.
    Logarithm,  ///< log without its base is `read`, ln; `other` is the decimal one.
    LongName,   ///< ab is `read` as one name; `other` is the product of its letters.
    LetterCall, ///< a(x+1) is `read` as a product, not as a function a.
    Factorial,  ///< x! is `read` gamma(x + 1), which has a value between the whole numbers too.
};

/// A place that could have been meant otherwise. Texts are quoted: safe to show, at most some 100 characters.
struct Reading {
    ReadingKind kind = ReadingKind::OfTwo;
    SourceRange where;
    std::string read;
    std::string other;
};

/// A formula of x as it was understood. Flat: children stand before their parents and the root is last, so that no
/// pass over it recurses. A node may have several parents.
struct SyntaxTree {
    std::vector<Node> nodes;
    std::vector<std::string> parameters; ///< Free names, in order of first use.
    std::vector<Reading> readings;       ///< What was debatable in the text, the first few; of a parsed text only.
};

} // namespace secant
