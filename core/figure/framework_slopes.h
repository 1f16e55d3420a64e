#pragma once

#include <optional>
#include <vector>

#include "core/catalogue/frameworks.h"
#include "core/scene/scene.h"

namespace secant {

/// kinkSlopes() of the curve's activation at the curve's parameters; empty for a typed formula.
[[nodiscard]] std::vector<KinkSlopes> frameworkSlopes(const CurveSpec& curve);

/// What torch.nn.init.calculate_gain returns for the curve, if it knows it. Source: PyTorch 2 documentation.
[[nodiscard]] std::optional<double> torchGain(const CurveSpec& curve);

} // namespace secant
