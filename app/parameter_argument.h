#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/scene/scene.h"

namespace secant {

/// Sets a parameter of a curve from "name=value". Returns what is wrong, naming the bad value, or nothing.
[[nodiscard]] std::optional<std::string> setParameter(CurveSpec& curve, std::string_view assignment);

} // namespace secant
