#pragma once

#include <vector>

#include "core/figure/figure.h"

namespace secant {

/// Lines of the plane that are straight from corner to corner, as they are to be drawn: on logarithmic scales they
/// bend, and points are put in between until no piece is off by more than a five thousandth of the window. What is not
/// positive, or more than a window below it, runs along there, out of sight. On linear scales the corners themselves.
[[nodiscard]] std::vector<FigurePoint> straightLine(const std::vector<FigurePoint>& corners, const PaneWindow& window);

} // namespace secant
