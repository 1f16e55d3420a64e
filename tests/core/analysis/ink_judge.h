#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/analysis/curve.h"

namespace secant::test {

/// Holds a drawn curve against the function it claims to be, both ways, by brute force in double: is all ink near the
/// graph, and all of the graph near ink? Knows nothing of enclosures.
class InkJudge {
public:
    InkJudge(Curve curve, const Window& window, std::function<double(double)> truth)
        : m_curve(std::move(curve)), m_window(window), m_truth(std::move(truth))
    {
        m_pixelX = (window.x.hi - window.x.lo) / window.widthPx;
        m_pixelY = (window.y.hi - window.y.lo) / window.heightPx;
        for (const CurveSegment& segment : m_curve.segments) {
            for (std::size_t i = 0; i < segment.points.size(); ++i) {
                m_edges.push_back({segment.points[i], segment.points[std::min(i + 1, segment.points.size() - 1)]});
            }
        }
        std::sort(m_edges.begin(), m_edges.end(), [](const Edge& a, const Edge& b) { return a.from.x < b.from.x; });
    }

    /// The first piece of ink that is more than `tolerance` pixels off the graph; empty if there is none.
    [[nodiscard]] std::string falseInk(double tolerance) const
    {
        for (const Edge& edge : m_edges) {
            const double width = (edge.to.x - edge.from.x) / m_pixelX;
            const int steps = std::max(1, static_cast<int>(std::ceil(width * 2.0)));
            for (int i = 0; i <= steps; ++i) {
                const double part = static_cast<double>(i) / steps;
                const double x = edge.from.x + part * (edge.to.x - edge.from.x);
                const double y = edge.from.y + part * (edge.to.y - edge.from.y);
                if (inWindow(y) && !nearGraph(x, y, tolerance)) {
                    return describe("ink", x, y);
                }
            }
        }
        return {};
    }

    /// The first point of the graph that is more than `tolerance` pixels from all ink; empty if there is none.
    [[nodiscard]] std::string missingInk(double tolerance, int samplesPerPixel = 8) const
    {
        const int count = static_cast<int>(m_window.widthPx) * samplesPerPixel;
        for (int i = 0; i <= count; ++i) {
            // Off the grid that the sampler could have used.
            const double x = m_window.x.lo + (i + 0.382) / (count + 1.0) * (m_window.x.hi - m_window.x.lo);
            const double y = m_truth(x);
            if (std::isfinite(y) && inWindow(y) && !nearInk(x, y, tolerance)) {
                return describe("graph", x, y);
            }
        }
        return {};
    }

private:
    struct Edge {
        CurvePoint from;
        CurvePoint to;
    };

    [[nodiscard]] bool inWindow(double y) const { return m_window.y.contains(y); }

    [[nodiscard]] std::string describe(const char* what, double x, double y) const
    {
        return std::string(what) + " at x = " + std::to_string(x) + ", y = " + std::to_string(y) +
               ", f(x) = " + std::to_string(m_truth(x));
    }

    /// Within a box of `tolerance` around (x, y) the graph passes, or jumps across y.
    [[nodiscard]] bool nearGraph(double x, double y, double tolerance) const
    {
        constexpr int kLooks = 32;
        double lo = kInfinity;
        double hi = -kInfinity;
        const auto look = [&](double offset) {
            const double value = m_truth(x + tolerance * m_pixelX * offset);
            if (!std::isnan(value)) {
                lo = std::min(lo, value);
                hi = std::max(hi, value);
            }
        };
        for (int i = -kLooks; i <= kLooks; ++i) {
            look(static_cast<double>(i) / kLooks);
        }
        // Cusps and holes are narrower than that.
        for (double offset = 1.0 / kLooks; offset > 1e-9; offset /= 2.0) {
            look(-offset);
            look(offset);
        }
        return lo - tolerance * m_pixelY <= y && y <= hi + tolerance * m_pixelY;
    }

    [[nodiscard]] bool nearInk(double x, double y, double tolerance) const
    {
        const double reach = tolerance * m_pixelX;
        const double rise = tolerance * m_pixelY;
        for (const CurveColumn& column : m_curve.columns) {
            if (column.x0 - reach <= x && x <= column.x1 + reach && column.lo - rise <= y && y <= column.hi + rise) {
                return true;
            }
        }
        const auto last = std::partition_point(m_edges.begin(), m_edges.end(),
                                               [&](const Edge& edge) { return edge.from.x <= x + reach; });
        // No start box is wider than 50 px, so no edge begins further to the left.
        for (auto edge = last; edge != m_edges.begin();) {
            --edge;
            if (edge->from.x < x - reach - 60.0 * m_pixelX) {
                break;
            }
            if (edge->to.x >= x - reach && crossesBox(*edge, {x - reach, x + reach}, {y - rise, y + rise})) {
                return true;
            }
        }
        return false;
    }

    static bool crossesBox(const Edge& edge, const Interval& xs, const Interval& ys)
    {
        const double width = edge.to.x - edge.from.x;
        const auto at = [&](double x) {
            return width > 0.0 ? edge.from.y + (edge.to.y - edge.from.y) * ((x - edge.from.x) / width) : edge.to.y;
        };
        const double left = xs.lo <= edge.from.x ? edge.from.y : at(xs.lo);
        const double right = xs.hi >= edge.to.x ? edge.to.y : at(xs.hi);
        return std::max(left, right) >= ys.lo && std::min(left, right) <= ys.hi;
    }

    Curve m_curve;
    Window m_window;
    std::function<double(double)> m_truth;
    double m_pixelX = 1.0;
    double m_pixelY = 1.0;
    std::vector<Edge> m_edges;
};

} // namespace secant::test
