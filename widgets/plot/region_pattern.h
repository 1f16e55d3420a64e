#pragma once

#include <QColor>
#include <QImage>
#include <QPoint>
#include <QRectF>

#include "core/figure/figure.h"

class QPainter;

namespace secant {

/// How shaded regions look. They differ without colour, by what lies on the tint: sparse dots (saturated), diagonals
/// one way (dead) or both (expanding), wide diagonals the way of f (rising, falling), level lines (convex), upright
/// lines (concave), nothing (f ≈ x).

/// One period of the pattern for blendTiled(), tint included, at `scale` device pixels a logical one.
[[nodiscard]] QImage regionTile(RegionKind kind, const QColor& color, double scale);

/// The same as vectors, cut to `rect` by arithmetic and anchored to `origin`, logical pixels.
void paintRegion(QPainter& painter, const QRectF& rect, QPointF origin, RegionKind kind, const QColor& color);

} // namespace secant
