#pragma once

#include <span>

#include "core/analysis/facts.h"
#include "core/function/function.h"
#include "core/number/primitive.h"

namespace secant {

/// The facts that follow from the outline of a function: its domain, breaks, turns and limits. All but `normal`, each
/// with the assurance that the outline has. An intercept of an asymptote that is not plain from a straight piece is
/// found from values far out, and that end is then Numerical.
/// `seams` are places where f, f′ and f″ are continuous and a higher derivative jumps.
/// Precondition: `outline` lists every break and turn of `function`.
[[nodiscard]] Facts outlineFacts(const Shape& outline, const Function& function, Assurance assurance,
                                 std::span<const double> seams = {});

} // namespace secant
