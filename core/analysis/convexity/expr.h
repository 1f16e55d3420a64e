#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/analysis/convexity/ball.h"
#include "core/expression/syntax_tree.h"

namespace secant::convexity {

enum class Op : std::uint8_t {
    Number,
    Pi,
    Variable,
    Add,
    Multiply,
    Divide,
    Power, ///< Integer constant exponents anywhere they are defined, others for a base > 0, or = 0 with exponent > 0.
    Minimum,
    Maximum,
    If, ///< args: left, right, then, otherwise; `relation` of left and right chooses.
    Cbrt,
    Floor,
    Exp,
    Log,
    Sin,
    Cos,
    Asin,
    Atan,
    Asinh,
    Erf,
    Gamma,
};

struct Expr;
using ExprPtr = std::shared_ptr<const Expr>;

/// A formula in few operations with exact numbers; the other functions of the language are written in these.
struct Expr {
    Op op = Op::Number;
    Rational number;
    NodeKind relation = NodeKind::Equal;
    std::vector<ExprPtr> args;
    bool hasX = false;
};

[[nodiscard]] ExprPtr number(const Rational& value);
[[nodiscard]] ExprPtr make(Op op, std::vector<ExprPtr> args);
[[nodiscard]] ExprPtr choice(NodeKind relation, ExprPtr left, ExprPtr right, ExprPtr then, ExprPtr otherwise);

/// The formula with its decimals read exactly: 0.1 is one tenth. Nothing if it is too large or uses what is not known
/// here (modulo, activations without a closed form).
/// Precondition: `formula` is the text that `tree` was parsed from, and values.size() == tree.parameters.size().
[[nodiscard]] ExprPtr exactFormula(const SyntaxTree& tree, std::string_view formula, std::span<const double> values);

/// The exact value of "-2", "0.1", "1e-3", "2/3"; nothing if that is not all of the text or it is too long.
[[nodiscard]] std::optional<Rational> exactNumber(std::string_view text);

} // namespace secant::convexity
