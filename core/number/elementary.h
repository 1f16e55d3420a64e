#pragma once

#include "core/number/primitive.h"

namespace secant {

/// The hyperbolic tangent, which the catalogue describes as an activation too.
[[nodiscard]] const Primitive& tanhPrimitive();

/// Activations are made of these.
[[nodiscard]] const Primitive& sinPrimitive();
[[nodiscard]] const Primitive& cosPrimitive();

/// The error function is an activation too.
[[nodiscard]] const Primitive& erfPrimitive();

/// So are |x|, the sign and eˣ.
[[nodiscard]] const Primitive& absPrimitive();
[[nodiscard]] const Primitive& signPrimitive();
[[nodiscard]] const Primitive& expPrimitive();

} // namespace secant
