#pragma once

#include "core/number/primitive.h"

/// x·σ(βx), which SiLU (β = 1), QuickGELU, Swish and E-Swish share.
namespace secant::activation {

/// β is 0, or neither subnormal nor above 2^1000: the turns ±3.44/β and βz are finite.
[[nodiscard]] bool isGateValid(double beta);

/// f = xσ(z) with z = βx; f′ = σ(z) + zσ(z)(1 − σ(z)); f″ = βσ(z)(1 − σ(z))(2 − z(1 − e^−z)/(1 + e^−z)).
/// All three keep their digits in both tails and next to the roots of f′ and f″. ±∞ gives the limits. Times `scale`,
/// which is finite.
[[nodiscard]] Jet logisticGate(double beta, double x, double scale = 1.0);

/// ∂f/∂β = x²σ(z)(1 − σ(z)).
[[nodiscard]] double logisticGateSlope(double beta, double x);

/// The extremum at −1.278…/β, the two inflections, the three extrema of f″. None for β = 0, where f = x/2.
[[nodiscard]] Shape logisticGateShape(double beta);

} // namespace secant::activation
