#pragma once

#include <algorithm>

#include "core/analysis/curve.h"
#include "core/number/axis_scale.h"
#include "core/number/enclosure.h"
#include "core/number/interval.h"

namespace secant {

/// Finite ranges with lo < hi, positive where their scale is logarithmic, and a number of pixels that exists.
[[nodiscard]] bool isDrawable(const Window& window);

/// What enclosures tell about the one function that is drawn, be it f, f′ or f″, over a box.
struct Bounds {
    Interval value;
    Interval slope;     ///< Bounds its chord slopes wherever `grade` is Continuous.
    Interval curvature; ///< Its second derivative; whole() where it has a kink or nothing is known.
    Grade grade = Grade::Empty;
    bool kinked = false; ///< Continuous, but its slope may jump.
};

[[nodiscard]] Bounds boundsOf(const Enclosure& enclosure, Order order);

/// A window measured in pixels. Wherever a pixel would be narrower than the least double, that double stands for it.
///
/// A length along an axis is a difference on a linear scale and a difference of natural logarithms on a logarithmic
/// one. What is not positive has no logarithm, yet a curve may come from there: below `floor`, which lies a window
/// height under the window, the vertical scale goes on with the slope that it has there, and below −floor as the mirror
/// image of itself. So every number has a height, and heights are continuously differentiable.
struct Canvas {
    explicit Canvas(const Window& window);

    Interval x;
    Interval y;
    Interval ink;  ///< y with one window height more on both sides: what drawn points are clamped to.
    double pixelX; ///< Length of a pixel.
    double pixelY;
    double widthPx;
    AxisScale xScale;
    AxisScale yScale;
    double floor = 0.0; ///< Where yScale is logarithmic.

    [[nodiscard]] bool isLogX() const { return xScale == AxisScale::Logarithmic; }
    [[nodiscard]] bool isLogY() const { return yScale == AxisScale::Logarithmic; }

    /// Length of x0…x1.
    [[nodiscard]] double length(double x0, double x1) const { return isLogX() ? ratio(x0, x1) : x1 - x0; }
    [[nodiscard]] double across(double x0, double x1) const { return length(x0, x1) / pixelX; }
    /// How far x has to move for a pixel.
    [[nodiscard]] double pixelAt(double at) const { return isLogX() ? at * pixelX : pixelX; }
    /// The x so many pixels from the left.
    [[nodiscard]] double xAt(double pixels) const;
    [[nodiscard]] double between(double x0, double x1, double part) const
    {
        return secant::between(xScale, x0, x1, part);
    }

    [[nodiscard]] double height(double value) const { return isLogY() ? heightOnLog(value) : value; }
    /// In pixels, negative if y1 is below y0.
    [[nodiscard]] double rise(double y0, double y1) const { return (isLogY() ? riseOnLog(y0, y1) : y1 - y0) / pixelY; }
    [[nodiscard]] double tall(const Interval& values) const { return rise(values.lo, values.hi); }
    /// Reaches so far out that an activation may need hundreds of bits for a value, and fifty times as long.
    [[nodiscard]] bool isFar() const { return std::max(-x.lo, x.hi) > 0x1p40; }
    /// Wholly above or wholly below what is seen, by a pixel at least.
    [[nodiscard]] bool hides(const Interval& values) const { return values.lo > m_above || values.hi < m_below; }
    [[nodiscard]] bool apart(double y0, double y1, double pixels) const
    {
        if (isLogY()) {
            const double away = rise(y0, y1);
            return !(away <= pixels && -away <= pixels);
        }
        return !(y0 - y1 <= pixels * pixelY && y1 - y0 <= pixels * pixelY);
    }
    /// Whether a value is no more than so many pixels outside an interval.
    [[nodiscard]] bool reaches(const Interval& values, double value, double pixels) const;
    /// Whether a point that lies between two others in x is farther above or below their straight line.
    [[nodiscard]] bool isOff(CurvePoint from, CurvePoint middle, CurvePoint to, double pixels) const;
    [[nodiscard]] double clamped(double value) const;
    /// Slope and curvature by lengths instead of differences, over the box x0…x1.
    [[nodiscard]] Bounds measured(const Bounds& bounds, double x0, double x1) const;

private:
    [[nodiscard]] static double ratio(double a, double b);
    [[nodiscard]] double heightOnLog(double value) const;
    [[nodiscard]] double riseOnLog(double y0, double y1) const;

    double m_above;
    double m_below;
};

} // namespace secant
