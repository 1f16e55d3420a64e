#pragma once

#include <algorithm>

#include "core/analysis/curve.h"
#include "core/number/enclosure.h"
#include "core/number/interval.h"

namespace secant {

/// Finite ranges with lo < hi and a number of pixels that exists.
[[nodiscard]] bool isDrawable(const Window& window);

/// A window measured in pixels. Wherever a pixel would be narrower than the least double, that double stands for it.
struct Canvas {
    explicit Canvas(const Window& window);

    Interval x;
    Interval y;
    Interval ink;  ///< y with one window height more on both sides: what drawn points are clamped to.
    double pixelX; ///< Width of a pixel.
    double pixelY;
    double widthPx;

    [[nodiscard]] double across(double x0, double x1) const { return (x1 - x0) / pixelX; }
    [[nodiscard]] double tall(const Interval& values) const { return (values.hi - values.lo) / pixelY; }
    /// Reaches so far out that an activation may need hundreds of bits for a value, and fifty times as long.
    [[nodiscard]] bool isFar() const { return std::max(-x.lo, x.hi) > 0x1p40; }
    /// Wholly above or wholly below what is seen, by a pixel at least.
    [[nodiscard]] bool hides(const Interval& values) const
    {
        return values.lo > y.hi + pixelY || values.hi < y.lo - pixelY;
    }
    [[nodiscard]] bool apart(double y0, double y1, double pixels) const
    {
        return !(y0 - y1 <= pixels * pixelY && y1 - y0 <= pixels * pixelY);
    }
    [[nodiscard]] double clamped(double value) const;
};

/// What enclosures tell about the one function that is drawn, be it f, f′ or f″, over a box.
struct Bounds {
    Interval value;
    Interval slope;     ///< Bounds its chord slopes wherever `grade` is Continuous.
    Interval curvature; ///< Its second derivative; whole() where it has a kink or nothing is known.
    Grade grade = Grade::Empty;
    bool kinked = false; ///< Continuous, but its slope may jump.
};

[[nodiscard]] Bounds boundsOf(const Enclosure& enclosure, Order order);

} // namespace secant
