#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalogue/activation.h"
#include "core/number/primitive.h"

namespace secant {

/// All activations, by family and within one from the plain to the elaborate. The order is that of registry.cpp.
[[nodiscard]] std::span<const Activation* const> activations();

/// Null if there is none of that id.
[[nodiscard]] const Activation* findActivation(std::string_view id);

/// The elementary functions and every activation: what a formula may call.
[[nodiscard]] const Vocabulary& vocabulary();

/// The formula that stands for an activation in a scene: "leaky_relu(x, alpha)".
[[nodiscard]] std::string callText(const Activation& activation);

/// Activations whose id, names or aliases contain every word of the query (ASCII case ignored; empty: all), best first:
/// a name that starts with the query before one that has it inside.
[[nodiscard]] std::vector<const Activation*> searchActivations(std::string_view query);

} // namespace secant
