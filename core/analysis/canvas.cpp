#include "core/analysis/canvas.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace secant {
namespace {

/// No screen or picture is wider; beyond it the time would be without bound.
constexpr double kMostPixels = 131072.0;
constexpr double kMost = std::numeric_limits<double>::max();
constexpr double kLeast = std::numeric_limits<double>::denorm_min();

double pixelOf(const Interval& range, double pixels)
{
    return std::max(range.hi / pixels - range.lo / pixels, kLeast);
}

bool isRange(const Interval& range)
{
    return std::isfinite(range.lo) && std::isfinite(range.hi) && range.lo < range.hi;
}

bool isCount(double pixels)
{
    return pixels >= 1.0 && pixels <= kMostPixels;
}

} // namespace

bool isDrawable(const Window& window)
{
    return isRange(window.x) && isRange(window.y) && isCount(window.widthPx) && isCount(window.heightPx);
}

Canvas::Canvas(const Window& window)
    : x(window.x),
      y(window.y),
      pixelX(pixelOf(window.x, window.widthPx)),
      pixelY(pixelOf(window.y, window.heightPx)),
      widthPx(window.widthPx)
{
    const double height = y.hi - y.lo; // May overflow: then there is no limit but that of doubles.
    ink = {std::max(y.lo - height, -kMost), std::min(y.hi + height, kMost)};
}

double Canvas::clamped(double value) const
{
    return std::clamp(value, ink.lo, ink.hi);
}

Bounds boundsOf(const Enclosure& e, Order order)
{
    switch (order) {
    case Order::Value: {
        const bool smooth = e.slopeGrade == Grade::Continuous;
        return {e.value, e.slope, smooth ? e.curvature : Interval::whole(), e.valueGrade, !smooth};
    }
    case Order::Slope:
        // Where f″ only jumps, the hull of its sides still bounds every chord slope of f′.
        return {e.slope, e.curvature, Interval::whole(), e.slopeGrade, e.curvatureGrade != Grade::Continuous};
    case Order::Curvature:
        return {e.curvature, Interval::whole(), Interval::whole(), e.curvatureGrade, false};
    }
    return {};
}

} // namespace secant
