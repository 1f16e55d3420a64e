#pragma once

#include <optional>

#include "core/scene/scene.h"

namespace secant {

/// What makes a new function of one or two others. Convexity survives all of them under conditions that the verdict of
/// the new function shows.
enum class Operation : std::uint8_t {
    Negation,    ///< −f
    Perspective, ///< t·f(x/t), t a new parameter
    Sum,         ///< f + g
    Maximum,     ///< max(f, g)
    Composition, ///< g(f(x))
};

[[nodiscard]] constexpr bool needsOther(Operation operation)
{
    return operation >= Operation::Sum;
}

/// The new function as a typed formula with the present values of all parameters; one of g that has the name but not
/// the value of one of f is renamed. Nothing if a formula cannot be read, the result is too long, or g is missing. The
/// id and the style of the result are those of `f`.
[[nodiscard]] std::optional<CurveSpec> operated(Operation operation, const CurveSpec& f, const CurveSpec* g);

} // namespace secant
