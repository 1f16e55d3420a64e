#pragma once

#include <vector>

#include <QRect>

#include "widgets/plot/plot_map.h"

namespace secant {

/// Where a line turns back up or down so sharply that both arms of the turn share pixels: the coverage of these is not
/// that of their nearest segment. Each rectangle holds the pixels of one such turn until its arms are apart, or of
/// neighbouring ones. Ascending by columns, and no two in the same columns. In pixels; `halfWidth` of the pen.
[[nodiscard]] std::vector<QRect> tightTurns(const Polyline& line, double halfWidth);

} // namespace secant
