#pragma once

#include <string>

#include "core/scene/scene.h"

namespace secant {

/// Numbers of every visible curve as CSV: the column x and for each curve f, f′ and f″, in `rows` even steps over the x
/// range in view. Lines end with \n, numbers are the shortest decimals that read back as the same double, or
/// hexadecimal; an undefined value is an empty cell. At a kink f′ is the convention of Primitive::evaluate.
/// The cells of the head begin with "f: ", so that no name, whatever it holds, is a formula for a spreadsheet.
/// Precondition: rows ≥ 2.
[[nodiscard]] std::string csvOf(const Scene& scene, int rows, bool hexadecimal);

inline constexpr int kCsvRows = 1001;

} // namespace secant
