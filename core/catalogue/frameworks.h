#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalogue/activation.h"

namespace secant {

/// "PyTorch, Keras, JAX, ONNX"; empty if nobody ships it.
[[nodiscard]] std::string frameworkList(const Activation& activation);

/// Whether `framework` ("PyTorch") ships it, under whatever name.
[[nodiscard]] bool isShippedBy(const Activation& activation, std::string_view framework);

/// f′ where a function has a kink or jumps: from both sides, and what automatic differentiation returns there.
struct KinkSlopes {
    double at = 0.0;
    double left = 0.0;
    double right = 0.0;
    std::optional<double> pyTorch; ///< Nothing if PyTorch does not ship the function.
    std::optional<double> jax;
};

/// Every kink and jump for these parameter values, ascending; places where only f″ jumps are none.
/// Errors: empty for parameter values that name no function, and for functions without a Shape, which have no kinks.
/// Source: torch 1.13 run at these places (tests/data/torch_kinks.csv); jax/_src/nn/functions.py read.
[[nodiscard]] std::vector<KinkSlopes> kinkSlopes(const Activation& activation, ParameterValues values);

} // namespace secant
