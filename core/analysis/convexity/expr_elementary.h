#pragma once

#include <string_view>

#include "core/analysis/convexity/expr.h"

namespace secant::convexity {

[[nodiscard]] ExprPtr add(ExprPtr a, ExprPtr b);
[[nodiscard]] ExprPtr subtract(ExprPtr a, ExprPtr b);
[[nodiscard]] ExprPtr multiply(ExprPtr a, ExprPtr b);
[[nodiscard]] ExprPtr divide(ExprPtr a, ExprPtr b);
[[nodiscard]] ExprPtr negate(ExprPtr a);
[[nodiscard]] ExprPtr raise(ExprPtr a, const Rational& p);

/// An elementary function of the formula language in the operations of Expr; null if `name` is none of them.
[[nodiscard]] ExprPtr elementary(std::string_view name, const ExprPtr& u);

/// A formula for an activation without switches where its definition has some for the sake of rounding, or empty.
[[nodiscard]] std::string_view smoothDefinition(std::string_view name);

} // namespace secant::convexity
