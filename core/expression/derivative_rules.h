#pragma once

#include <string_view>

namespace secant {

/// f′ of a primitive as a formula of x and of the primitive's parameters. Empty if there is no rule.
[[nodiscard]] std::string_view derivativeRule(std::string_view primitive);

} // namespace secant
