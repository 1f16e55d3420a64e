#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/expression/syntax_tree.h"
#include "core/number/primitive.h"

namespace secant {

/// height · g(rate·x + start) + lift with a primitive g.
struct ScaledCall {
    const Primitive* primitive = nullptr;
    std::vector<double> values; ///< Of its parameters.
    double height = 1.0;
    double lift = 0.0;
    double rate = 1.0;
    double start = 0.0;

    /// Nothing is scaled or shifted.
    [[nodiscard]] bool isPlain() const { return height == 1.0 && lift == 0.0 && rate == 1.0 && start == 0.0; }
};

/// The formula as such a call; nothing if it is none. Factors are multiplied in double.
/// Precondition: values.size() == tree.parameters.size().
[[nodiscard]] std::optional<ScaledCall> scaledCall(const SyntaxTree& tree, std::span<const double> values);

/// The Shape of the whole formula; its `range` is left open. Precondition: the primitive states its Shape.
[[nodiscard]] Shape outlineOf(const ScaledCall& call);

/// Where two formulas of the primitive meet with equal f, f′ and f″ and a higher derivative jumps, which a Shape does
/// not say: ISRLU at 0, xIELU at 0 for αₙ = 2αₚ.
[[nodiscard]] std::vector<double> seamsOf(const ScaledCall& call);

} // namespace secant
