#pragma once

#include "core/number/primitive.h"

namespace secant {

/// The hyperbolic tangent, which the catalogue describes as an activation too.
[[nodiscard]] const Primitive& tanhPrimitive();

} // namespace secant
