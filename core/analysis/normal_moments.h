#pragma once

#include <span>
#include <stop_token>

#include "core/analysis/facts.h"
#include "core/function/function.h"

namespace secant {

/// E f, E f² and E f′² under N(0, 1) by Gauss–Legendre panels that are halved until two rules agree; `cuts` are places
/// where f or f′ is not smooth, `jumps` says that f′ is no function there. Unknown where f is undefined or grows so
/// fast that the integrals do not converge within |x| ≤ 38, beyond which e^(−x²/2) is 0 in double.
[[nodiscard]] Fact<NormalMoments> normalMoments(const Function& function, std::span<const double> cuts, bool jumps,
                                                std::stop_token stop = {});

} // namespace secant
