#pragma once

#include <string>
#include <string_view>

#include "core/number/primitive.h"

namespace secant {

/// Fewest single-character insertions, deletions, replacements and swaps of neighbours that make b of a, no place
/// being edited twice; ASCII case ignored. O(|a|·|b|).
[[nodiscard]] std::size_t editDistance(std::string_view a, std::string_view b);

/// What was probably meant by the unknown function `name`: its usual name here if it is known by another (arctan, tg),
/// else the name in `vocabulary` within two edits (one for names of up to three characters), else one that begins
/// with `name`, or with which it begins. Empty if there is none.
[[nodiscard]] std::string nearestFunction(std::string_view name, const Vocabulary& vocabulary);

} // namespace secant
