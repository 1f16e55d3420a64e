#pragma once

#include <optional>

#include "core/analysis/facts.h"
#include "core/analysis/scaled_call.h"
#include "core/function/function.h"

namespace secant {

/// The facts of a scaled and shifted call of a function with infinitely many turns, which has no Shape: sin, cos, their
/// activations, snake, GCU and sinc. Nothing for any other. All but `normal`.
[[nodiscard]] std::optional<Facts> waveFacts(const ScaledCall& call, const Function& function);

} // namespace secant
