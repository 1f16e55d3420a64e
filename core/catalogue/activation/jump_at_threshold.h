#pragma once

#include <cmath>

#include "core/catalogue/activation/numerics.h"

/// f = x if x > θ, v if x ≤ θ: what the two thresholds have in common.
namespace secant::activation {

[[nodiscard]] inline bool isThresholdValid(double theta, double below)
{
    return std::isfinite(theta) && std::isfinite(below);
}

/// Exact. At θ the value v and the slope 0, as PyTorch returns them.
[[nodiscard]] inline Jet thresholdJet(double x, double theta, double below)
{
    if (std::isnan(x) || !isThresholdValid(theta, below)) {
        return kUndefined;
    }
    return x > theta ? Jet{x, 1.0, 0.0} : Jet{below, 0.0, 0.0};
}

/// A jump of θ − v, or a kink where they are equal.
[[nodiscard]] inline Shape thresholdShape(double theta, double below)
{
    if (!isThresholdValid(theta, below)) {
        return emptyShape();
    }
    const Jet left{below, 0.0, 0.0};
    return {.breaks = {{theta, left, below, {theta, 1.0, 0.0}}}, .atLow = left, .atHigh = {kInfinity, 1.0, 0.0}};
}

} // namespace secant::activation
