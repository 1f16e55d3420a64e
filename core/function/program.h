#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "core/expression/syntax_tree.h"
#include "core/function/function.h"
#include "core/number/primitive.h"

namespace secant {

class Tape;

enum class StepKind : std::uint8_t {
    Variable,
    Constant,
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    IntegerPower, ///< left^exponent
    RealPower,    ///< left^constant, the constant no integer
    Power,        ///< left^right
    Minimum,
    Maximum,
    Modulo,
    Hypotenuse,
    Compare, ///< 1 where left `relation` right holds, else 0
    If,      ///< left where the condition is 1, right where it is 0
    Call,    ///< primitives[callee](left)
};

/// One operation of a bound formula. Operands are earlier steps.
struct Step {
    StepKind kind = StepKind::Constant;
    std::int32_t left = -1;
    std::int32_t right = -1;
    double constant = 0.0;
    Interval constantEnclosure = Interval::point(0.0);
    int exponent = 0;
    std::size_t callee = 0;
    NodeKind relation = NodeKind::Equal; ///< Of a Compare.
    std::int32_t condition = -1;         ///< Of an If: an earlier step.
};

/// A formula with its parameters bound. Nodes that do not depend on x are folded to constants, in double and as an
/// enclosure; a constant that is undefined makes all that uses it undefined. Equal parts are one step. Nothing else is
/// simplified, so that x/x stays undefined at 0. The last step is the formula; each other one is used by a later one.
struct Function::Program {
    Program(const SyntaxTree& syntaxTree, std::span<const double> parameterValues);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// For many arguments at once; made when it is first asked for.
    [[nodiscard]] const Tape& tape() const;

    SyntaxTree tree;            ///< For derivatives in the parameters, which the folded form no longer sees.
    std::vector<double> values; ///< One for each of tree.parameters.
    std::vector<Step> steps;
    std::vector<BoundPrimitive> primitives;
    bool variableOnce = false;

private:
    mutable std::once_flag m_tapeMade;
    mutable std::unique_ptr<const Tape> m_tape;
};

} // namespace secant
