#pragma once

#include "core/analysis/canvas.h"
#include "core/analysis/curve.h"

namespace secant {

/// Of points so dense that several lie in one sixteenth of a pixel, keeps there the first, the least, the greatest and
/// the last: what is seen stays. Does nothing to a curve of fewer than 16 points a pixel of width.
void thin(Curve& curve, const Canvas& canvas);

/// Builds the segments of a curve from pieces that come left to right, joining each to the one before if it begins
/// exactly where that ended. Nothing that is not finite, or far outside the window, is ever written.
class CurveWriter {
public:
    CurveWriter(const Canvas& canvas, Curve& curve) : m_canvas(canvas), m_curve(curve) {}

    /// What comes next is not joined to what is there.
    void penUp() { m_penDown = false; }
    /// A straight line from left to right. A narrow one is clamped to the ink range, a wide one cut where it leaves it.
    void line(CurvePoint from, CurvePoint to, bool sampled = false);
    /// A single point.
    void dot(CurvePoint at);
    void column(double x0, double x1, const Interval& values);

private:
    void append(CurvePoint from, CurvePoint to, bool sampled);

    const Canvas& m_canvas;
    Curve& m_curve;
    bool m_penDown = false;
};

} // namespace secant
