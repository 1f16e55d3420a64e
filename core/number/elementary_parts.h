#pragma once

#include <array>

#include "core/number/primitive.h"

/// The elementary functions by theme. Internal to core/number.
namespace secant::elementary {

inline constexpr Jet kUndefinedJet{kNaN, kNaN, kNaN};

/// Results below the smallest normal number are wrong by a unit of the last place there, which is no ulp of theirs.
inline constexpr double kSubnormal = 0x1p-1073;

extern const std::array<const Primitive*, 9> kExponential;
extern const std::array<const Primitive*, 2> kRoots;
extern const std::array<const Primitive*, 6> kTrigonometric;
extern const std::array<const Primitive*, 6> kHyperbolic;
extern const std::array<const Primitive*, 6> kPiecewise;
extern const std::array<const Primitive*, 2> kErrorFunction;
extern const std::array<const Primitive*, 2> kSpecial;

} // namespace secant::elementary
