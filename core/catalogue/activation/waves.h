#pragma once

#include <optional>

#include "core/number/elementary.h"
#include "core/number/primitive.h"

/// What activations made of sines need in place of a Shape, having infinitely many turns.
namespace secant::activation {

[[nodiscard]] inline Enclosure sineOf(const Enclosure& u)
{
    return compose(sinPrimitive().enclose(u.value, {}), u);
}

[[nodiscard]] inline Enclosure cosineOf(const Enclosure& u)
{
    return compose(cosPrimitive().enclose(u.value, {}), u);
}

/// They are smooth everywhere.
[[nodiscard]] inline std::optional<double> noBreak(const Interval&, ParameterValues)
{
    return std::nullopt;
}

} // namespace secant::activation
