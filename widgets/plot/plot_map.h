#pragma once

#include <vector>

#include <QPointF>
#include <QRectF>

#include "core/figure/figure.h"

namespace secant {

using Polyline = std::vector<QPointF>;

/// The map between data and the pixels of one pane, affine along each axis in numbers or in their logarithms.
///
/// A coordinate c of QCustomPlot names the middle of pixel c, and its vertical axis starts in the last row of the axis
/// rect; this map says the same in continuous coordinates, so that curves run along the middle of the grid lines.
struct PlotMap {
    QRectF rect;
    Range x;
    Range y;
    AxisScale xScale = AxisScale::Linear;
    AxisScale yScale = AxisScale::Linear;

    [[nodiscard]] PaneWindow window() const { return {x, y, xScale, yScale}; }

    /// Pixels of a point; what lies absurdly far out is moved to ±kFarAway, NaN stays NaN. What is not positive lies
    /// there on a logarithmic scale.
    [[nodiscard]] QPointF toPixel(double atX, double atY) const;
    [[nodiscard]] QPointF toData(QPointF pixel) const;
};

inline constexpr double kFarAway = 1e9;

/// The parts of a polyline inside `clip`, cut by arithmetic (a painter's clip is lost in SVG). Points that are not
/// finite lift the pen. A run of one point inside gives a polyline of one point.
[[nodiscard]] std::vector<Polyline> clipped(const Polyline& line, const QRectF& clip);

/// The part of a polygon inside `clip`, cut by arithmetic. Edges along the clip join what is cut into several parts.
[[nodiscard]] Polyline clippedPolygon(Polyline outline, const QRectF& clip);

/// How far along an axis a number lies: 0 at the range's minimum, 1 at its maximum.
[[nodiscard]] double fractionOf(double number, const Range& range, AxisScale scale);

/// A run of a figure in pixels.
[[nodiscard]] Polyline inPixels(const std::vector<FigurePoint>& run, const PlotMap& map);

/// The dashes of a polyline: `pattern` in units of `width`, visible lengths. The pieces are to be drawn with round
/// ends, which add half a width at both ends; each piece is shorter by that.
[[nodiscard]] std::vector<Polyline> dashed(const Polyline& line, const QList<qreal>& pattern, double width);

/// Distance from a point to a polyline in pixels; infinite for an empty one.
[[nodiscard]] double distanceTo(const Polyline& line, QPointF point);

} // namespace secant
