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

double pixelOf(const Interval& range, double pixels, AxisScale scale)
{
    const double lo = placeOn(scale, range.lo);
    const double hi = placeOn(scale, range.hi);
    return std::max(hi / pixels - lo / pixels, kLeast);
}

bool isRange(const Interval& range, AxisScale scale)
{
    return std::isfinite(range.lo) && std::isfinite(range.hi) && range.lo < range.hi &&
           (scale == AxisScale::Linear || range.lo > 0.0);
}

bool isCount(double pixels)
{
    return pixels >= 1.0 && pixels <= kMostPixels;
}

Interval squared(const Interval& a)
{
    const Interval square = a * a;
    return {std::max(0.0, square.lo), square.hi};
}

} // namespace

bool isDrawable(const Window& window)
{
    return isRange(window.x, window.xScale) && isRange(window.y, window.yScale) && isCount(window.widthPx) &&
           isCount(window.heightPx);
}

Canvas::Canvas(const Window& window)
    : x(window.x),
      y(window.y),
      pixelX(pixelOf(window.x, window.widthPx, window.xScale)),
      pixelY(pixelOf(window.y, window.heightPx, window.yScale)),
      widthPx(window.widthPx),
      xScale(window.xScale),
      yScale(window.yScale),
      m_above(y.hi + pixelY),
      m_below(y.lo - pixelY)
{
    if (isLogY()) {
        const double factor = y.hi / y.lo; // May overflow: then there is no limit but that of normal doubles.
        floor = std::max(y.lo / factor, std::numeric_limits<double>::min());
        ink = {floor, std::min(y.hi * factor, kMost)};
        m_above = y.hi * std::exp(pixelY);
        m_below = y.lo * std::exp(-pixelY);
        return;
    }
    const double height = y.hi - y.lo; // May overflow: then there is no limit but that of doubles.
    ink = {std::max(y.lo - height, -kMost), std::min(y.hi + height, kMost)};
}

double Canvas::clamped(double value) const
{
    return std::clamp(value, ink.lo, ink.hi);
}

double Canvas::xAt(double pixels) const
{
    return isLogX() ? x.lo * std::exp(pixels * pixelX) : x.lo + pixels * pixelX;
}

/// The logarithm of b / a, exact where they are close.
double Canvas::ratio(double a, double b)
{
    const double part = (b - a) / a;
    return std::abs(part) <= 1.0 ? std::log1p(part) : std::log(b) - std::log(a);
}

double Canvas::heightOnLog(double value) const
{
    const double size = std::abs(value);
    return size <= floor ? value / floor : std::copysign(1.0 + std::log(size / floor), value);
}

double Canvas::riseOnLog(double y0, double y1) const
{
    if (y0 > floor && y1 > floor) {
        return ratio(y0, y1);
    }
    if (y0 < -floor && y1 < -floor) {
        return ratio(-y1, -y0);
    }
    return heightOnLog(y1) - heightOnLog(y0);
}

bool Canvas::reaches(const Interval& values, double value, double pixels) const
{
    if (isLogY()) {
        return values.contains(value) || (rise(value, values.lo) <= pixels && rise(values.hi, value) <= pixels);
    }
    const double slack = pixels * pixelY;
    return values.lo - slack <= value && value <= values.hi + slack;
}

bool Canvas::isOff(CurvePoint from, CurvePoint middle, CurvePoint to, double pixels) const
{
    const double start = height(from.y);
    const double part = length(from.x, middle.x) / length(from.x, to.x);
    const double away = height(middle.y) - (start + (height(to.y) - start) * part);
    return !(away <= pixels * pixelY && -away <= pixels * pixelY);
}

Bounds Canvas::measured(const Bounds& bounds, double x0, double x1) const
{
    Bounds result = bounds;
    if (isLogX()) {
        // With u = ln x: dy/du = x y′ and d²y/du² = x y′ + x² y″.
        const Interval at{x0, x1};
        result.slope = at * bounds.slope;
        result.curvature = result.slope + squared(at) * bounds.curvature;
    }
    if (isLogY() && !bounds.value.isEmpty()) {
        // With v = height(y): v′ = y′ m and v″ = y″ m ∓ (y′ m)², m = 1 / max(|y|, floor); the last term is 0 within
        // ±floor.
        const Interval size{std::max(bounds.value.mignitude(), floor), std::max(bounds.value.magnitude(), floor)};
        const Interval factor = Interval::point(1.0) / size;
        result.slope = result.slope * factor;
        const Interval square = squared(result.slope);
        const Interval turn = bounds.value.lo >= floor    ? -square
                              : bounds.value.hi <= -floor ? square
                                                          : Interval{-square.hi, square.hi};
        result.curvature = result.curvature * factor + turn;
    }
    return result;
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
