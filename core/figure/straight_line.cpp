#include "core/figure/straight_line.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace secant {
namespace {

constexpr double kTolerance = 1.0 / 5000.0;
constexpr int kMostHalvings = 12;

/// One axis of a window, with places from 0 to 1 in it.
struct Span {
    Range range;
    AxisScale scale;

    [[nodiscard]] double placeOf(double number) const
    {
        const double lo = placeOn(scale, range.min);
        return (placeOn(scale, number) - lo) / (placeOn(scale, range.max) - lo);
    }

    /// A window below the window; −∞ on a linear scale.
    [[nodiscard]] double floor() const
    {
        return scale == AxisScale::Linear
                   ? -HUGE_VAL
                   : std::max(range.min / (range.max / range.min), std::numeric_limits<double>::min());
    }
};

class Bender {
public:
    explicit Bender(const PaneWindow& window)
        : m_x{window.x, window.xScale}, m_y{window.y, window.yScale}, m_lowX(m_x.floor()), m_lowY(m_y.floor())
    {
    }

    void add(FigurePoint from, FigurePoint to)
    {
        m_from = from;
        m_to = to;
        append(lifted(from));
        // Where the line passes a floor it turns.
        std::vector<double> shares;
        for (const double share : {(m_lowX - from.x) / (to.x - from.x), (m_lowY - from.y) / (to.y - from.y)}) {
            if (share > 0.0 && share < 1.0) {
                shares.push_back(share);
            }
        }
        std::sort(shares.begin(), shares.end());
        for (const double share : shares) {
            bend(m_points.back(), lifted({from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)}), 0);
        }
        bend(m_points.back(), lifted(to), 0);
    }

    [[nodiscard]] std::vector<FigurePoint> take() { return std::move(m_points); }

private:
    [[nodiscard]] FigurePoint lifted(FigurePoint point) const
    {
        return {std::max(point.x, m_lowX), std::max(point.y, m_lowY)};
    }

    void append(FigurePoint point)
    {
        if (m_points.empty() || !(m_points.back() == point)) {
            m_points.push_back(point);
        }
    }

    /// The point of the line between two of its points that is halfway along the axis on which they are farther apart.
    [[nodiscard]] FigurePoint middle(FigurePoint a, FigurePoint b) const
    {
        const double wide = std::abs(m_x.placeOf(b.x) - m_x.placeOf(a.x));
        const double tall = std::abs(m_y.placeOf(b.y) - m_y.placeOf(a.y));
        if (wide >= tall) {
            const double x = between(m_x.scale, a.x, b.x, 0.5);
            return {x, m_from.y + (m_to.y - m_from.y) * ((x - m_from.x) / (m_to.x - m_from.x))};
        }
        const double y = between(m_y.scale, a.y, b.y, 0.5);
        return {m_from.x + (m_to.x - m_from.x) * ((y - m_from.y) / (m_to.y - m_from.y)), y};
    }

    void bend(FigurePoint a, FigurePoint b, int depth)
    {
        const bool isOnFloor = (a.x == m_lowX && b.x == m_lowX) || (a.y == m_lowY && b.y == m_lowY);
        if (isOnFloor || a.x == b.x || a.y == b.y || depth == kMostHalvings) {
            append(b);
            return;
        }
        const FigurePoint point = lifted(middle(a, b));
        const double offX = m_x.placeOf(point.x) - (m_x.placeOf(a.x) + m_x.placeOf(b.x)) / 2.0;
        const double offY = m_y.placeOf(point.y) - (m_y.placeOf(a.y) + m_y.placeOf(b.y)) / 2.0;
        if (std::abs(offX) <= kTolerance && std::abs(offY) <= kTolerance) {
            append(b);
            return;
        }
        bend(a, point, depth + 1);
        bend(point, b, depth + 1);
    }

    Span m_x;
    Span m_y;
    double m_lowX;
    double m_lowY;
    FigurePoint m_from;
    FigurePoint m_to;
    std::vector<FigurePoint> m_points;
};

} // namespace

std::vector<FigurePoint> straightLine(const std::vector<FigurePoint>& corners, const PaneWindow& window)
{
    if (window.xScale == AxisScale::Linear && window.yScale == AxisScale::Linear) {
        return corners;
    }
    Bender bender(window);
    for (std::size_t i = 1; i < corners.size(); ++i) {
        bender.add(corners[i - 1], corners[i]);
    }
    return bender.take();
}

} // namespace secant
