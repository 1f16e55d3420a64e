#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>

#include "core/catalogue/activation.h"

namespace secant {

/// What a list of activations can be narrowed by: facts at the standard parameters, and who ships it.
enum class Property : std::uint8_t {
    Differentiable, ///< C¹ at least.
    Smooth,         ///< C^∞
    Monotone,       ///< Nowhere falling.
    Convex,
    BoundedBelow,
    Bounded,
    NoDeadZone,
    NoKink,       ///< Neither kinks nor jumps: every framework returns the same slope.
    LikeIdentity, ///< f(x) ≈ x near 0.
    Lipschitz,    ///< Bounded slope, no jumps.
    InPyTorch,
    InKeras,
    InJax,
    InOnnx,
};
inline constexpr std::size_t kProperties = 14;
using PropertySet = std::bitset<kProperties>;

[[nodiscard]] inline bool has(const PropertySet& set, Property property)
{
    return set[static_cast<std::size_t>(property)];
}

/// All properties of one activation, from its contract; those of the few that state no Shape stand in a table, which is
/// verified by tst_catalogue_filter. Found once for the whole catalogue, in about a millisecond. Any thread.
[[nodiscard]] PropertySet propertiesOf(const Activation& activation);

} // namespace secant
