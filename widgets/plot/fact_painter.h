#pragma once

#include <vector>

#include <QRectF>

#include "widgets/plot/pane_painter.h"

class QPainter;

namespace secant {

/// The facts that are drawn behind the curves: bands of values and of x.
void paintFactGrounds(QPainter& painter, const Pane& pane, const PlotMap& map, const PaneStyle& style);

/// The facts that are drawn over the curves: dashed lines, segments and ringed points.
void paintFactMarks(QPainter& painter, const Pane& pane, const PlotMap& map, const PaneStyle& style);

/// Their texts, where they keep clear of `taken`, which they are added to.
void paintFactTexts(QPainter& painter, const Pane& pane, const PlotMap& map, const PaneStyle& style,
                    std::vector<QRectF>& taken);

} // namespace secant
