#pragma once

#include <span>

#include "core/catalogue/activation.h"

namespace secant {

/// The list that activations() shows, in registry.cpp: a new activation is added there.
[[nodiscard]] std::span<const Activation* const> registeredActivations();

} // namespace secant
