#pragma once

#include <string_view>

namespace secant {

/// A function of the catalogue, or an elementary one that some language lacks, as a formula of more usual functions:
/// "if(x >= 0, x, alpha*x)" for leaky_relu, its parameters under their names. Empty for every other name.
[[nodiscard]] std::string_view definitionOf(std::string_view primitive);

} // namespace secant
