#pragma once

#include <optional>
#include <vector>

#include "core/scene/scene.h"

namespace secant {

/// What automatic differentiation gives where a curve from the catalogue has a kink or a jump.
struct FrameworkSlopes {
    double at = 0.0;
    double left = 0.0; ///< One-sided slopes.
    double right = 0.0;
    std::optional<double> torch; ///< Nothing where PyTorch does not ship it.
    std::optional<double> jax;
};

/// One for each kink and jump, ascending; empty for a typed formula.
[[nodiscard]] std::vector<FrameworkSlopes> frameworkSlopes(const CurveSpec& curve);

/// What torch.nn.init.calculate_gain returns for the curve, if it knows it. Source: PyTorch 2 documentation.
[[nodiscard]] std::optional<double> torchGain(const CurveSpec& curve);

} // namespace secant
