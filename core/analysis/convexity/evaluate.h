#pragma once

#include <array>

#include "core/analysis/convexity/budget.h"
#include "core/analysis/convexity/expr.h"
#include "core/analysis/convexity/real.h"

namespace secant::convexity {

enum class Known : std::uint8_t {
    Defined,   ///< At every point of the box.
    Undefined, ///< At no point of the box.
    Unknown,
};

/// f, f′, f″ over a box (or at a rational point).
struct Local {
    Known known = Known::Unknown;
    int order = -1;          ///< Up to which derivative f is continuous on the box and d bounds it; 0 for f alone.
    std::array<Real, 3> d{}; ///< Valid up to `order`; d[0] is valid wherever `known` is Defined.
};

/// Bounds by interval jets, exact where all operations are rational. `wanted` is the highest derivative needed.
[[nodiscard]] Local evaluate(const Expr& f, const Real& x, int wanted, Budget& budget);

/// The truth of `left relation right`, if it is known.
[[nodiscard]] std::optional<bool> compare(NodeKind relation, const Real& left, const Real& right);

} // namespace secant::convexity
