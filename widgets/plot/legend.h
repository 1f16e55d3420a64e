#pragma once

#include <QRectF>

#include "core/figure/figure.h"
#include "widgets/plot/pane_painter.h"

namespace secant {

enum class LegendCorner { TopLeft, TopRight, BottomLeft, BottomRight };

/// The legend's box in a corner of the value pane; empty if there is nothing to tell.
[[nodiscard]] QRectF legendRect(const Figure& figure, const PlotMap& map, const PlotFonts& fonts, LegendCorner corner);

/// The corner with the least of `lines` under the legend, off the insets and off the bar of judgement with its
/// `verdict`. Precondition: there is a pane. `now` is kept unless another one is clearly better, so that the legend
/// does not jump while a person drags.
[[nodiscard]] LegendCorner quietCorner(const Figure& figure, const DrawnLines& lines, const QRectF& verdict,
                                       const PlotMap& map, const PlotFonts& fonts, LegendCorner now);

void paintLegend(QPainter& painter, const Figure& figure, const PlotMap& map, const QRectF& box,
                 const PaneStyle& style);

} // namespace secant
