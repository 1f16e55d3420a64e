#pragma once

#include "core/number/primitive.h"

namespace secant {

/// The hyperbolic tangent, which the catalogue describes as an activation too.
[[nodiscard]] const Primitive& tanhPrimitive();

/// So are |x|, the sign and eˣ.
[[nodiscard]] const Primitive& absPrimitive();
[[nodiscard]] const Primitive& signPrimitive();
[[nodiscard]] const Primitive& expPrimitive();

} // namespace secant
