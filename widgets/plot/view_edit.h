#pragma once

#include <QPointF>
#include <QRectF>

#include "core/scene/scene.h"

namespace secant {

/// Arithmetic of moving about. Fractions run from 0 at a range's minimum to 1 at its maximum; sizes are those that are
/// seen, ratios on a logarithmic scale.

/// The range moved by a fraction of its size.
[[nodiscard]] Range panned(const Range& range, double fraction, AxisScale scale = AxisScale::Linear);
/// The range made `factor` times as wide; the point at `at` keeps its place.
[[nodiscard]] Range zoomed(const Range& range, double at, double factor, AxisScale scale = AxisScale::Linear);
/// The part of the range between two fractions, in either order.
[[nodiscard]] Range part(const Range& range, double from, double to, AxisScale scale = AxisScale::Linear);
/// Every end a finite number (a positive one on a logarithmic scale) and every range of positive size: fit to be
/// emitted.
[[nodiscard]] bool isUsable(const View& view);

/// Where along a rectangle a pixel lies, x to the right and y upwards.
[[nodiscard]] QPointF fractionIn(const QRectF& rect, QPointF pixel);

} // namespace secant
