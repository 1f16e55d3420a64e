#pragma once

#include <string>
#include <string_view>

#include "core/number/primitive.h"

namespace secant {

/// The functions that a formula may call: those of the vocabulary and the special forms.
[[nodiscard]] bool isFunctionName(std::string_view name, const Vocabulary& vocabulary);

/// The function that `typed` means where its argument follows: itself; its other usual name (arcsin, sgn); log_2 and
/// log_10 without the line. Where a bracket follows also a name that differs in capitals and underscores only, as
/// frameworks write it (ReLU, LeakyReLU, Sin), and Γ. Empty if there is none, or more than one.
[[nodiscard]] std::string functionNamed(std::string_view typed, bool isCall, const Vocabulary& vocabulary);

/// asin for sin and the like; empty if the language has no name for the inverse.
[[nodiscard]] std::string inverseOf(std::string_view function, const Vocabulary& vocabulary);

} // namespace secant
