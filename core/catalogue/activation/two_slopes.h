#pragma once

#include <cmath>

#include "core/catalogue/activation/numerics.h"

/// f(x) = x if x ≥ 0, s·x if x < 0: what ReLU and its leaky relatives have in common.
namespace secant::activation {

/// At 0 the left slope, which PyTorch returns.
[[nodiscard]] inline Jet twoSlopesJet(double x, double negativeSlope)
{
    if (std::isnan(x) || !std::isfinite(negativeSlope)) {
        return kUndefined;
    }
    if (x > 0.0) {
        return {x, 1.0, 0.0};
    }
    // 0·(−∞): the limit is 0.
    return {negativeSlope == 0.0 ? 0.0 : negativeSlope * x, negativeSlope, 0.0};
}

/// For s = 1 there is no kink, for s = 0 the left half-line is dead.
[[nodiscard]] inline Shape twoSlopesShape(double negativeSlope)
{
    if (!std::isfinite(negativeSlope)) {
        return emptyShape();
    }
    Shape shape;
    shape.atLow = {negativeSlope == 0.0 ? 0.0 : std::copysign(kInfinity, -negativeSlope), negativeSlope, 0.0};
    shape.atHigh = {kInfinity, 1.0, 0.0};
    if (negativeSlope != 1.0) {
        shape.breaks.push_back({0.0, {0.0, negativeSlope, 0.0}, 0.0, {0.0, 1.0, 0.0}});
    }
    return shape;
}

} // namespace secant::activation
