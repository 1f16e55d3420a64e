#pragma once

#include <optional>
#include <stop_token>
#include <string>

#include "core/analysis/largest_gap.h"
#include "core/figure/likeness.h"
#include "core/scene/scene.h"

namespace secant {

/// Where the gap of two functions is sought: beyond it every activation is within rounding of its asymptotes, or the
/// gap grows without bound.
inline constexpr Interval kGapWindow{-32.0, 32.0};

/// What a typed formula is, and how far the two sides of a difference are apart.
struct CurveNotes {
    std::optional<Likeness> likeness;
    std::optional<LargestValue> gap; ///< Of "f − g" over kGapWindow.
};

[[nodiscard]] CurveNotes notesOf(const CurveSpec& curve, const std::stop_token& stop = {});

/// The curve as a formula without parameters, their values in their places: "leaky_relu(x, 0.1)". Empty where it is
/// none.
[[nodiscard]] std::string boundFormula(const CurveSpec& curve);

/// "first − second" as it is typed.
[[nodiscard]] std::string differenceFormula(const CurveSpec& first, const CurveSpec& second);

} // namespace secant
