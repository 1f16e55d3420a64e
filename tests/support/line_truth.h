#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include <QLineF>

#include "widgets/plot/plot_map.h"

namespace secant {

/// Coverage by brute force: the share of 16 × 16 sample points of a pixel that lie within the half width of the line.
class LineTruth {
public:
    LineTruth(const std::vector<Polyline>& lines, double halfWidth) : m_lines(lines), m_halfWidth(halfWidth) {}

    [[nodiscard]] double at(int x, int y) const
    {
        // Only segments within half a pixel's diagonal of the pen can hold a sample.
        std::vector<QLineF> near;
        for (const Polyline& line : m_lines) {
            for (std::size_t i = 1; i < line.size(); ++i) {
                if (toSegment(line[i - 1], line[i], {x + 0.5, y + 0.5}) <= m_halfWidth + 0.75) {
                    near.emplace_back(line[i - 1], line[i]);
                }
            }
        }
        int hits = 0;
        for (int i = 0; i < 256; ++i) {
            const QPointF sample(x + (i % 16 + 0.5) / 16.0, y + (i / 16 + 0.5) / 16.0);
            const auto holds = [&](const QLineF& s) { return toSegment(s.p1(), s.p2(), sample) <= m_halfWidth; };
            hits += std::any_of(near.begin(), near.end(), holds) ? 1 : 0;
        }
        return hits * 255.0 / 256.0;
    }

    /// Within two pixels of an end of the line.
    [[nodiscard]] bool atEnd(int x, int y) const
    {
        const auto isNear = [&](QPointF p) { return std::hypot(p.x() - x - 0.5, p.y() - y - 0.5) < m_halfWidth + 2.0; };
        return std::any_of(m_lines.begin(), m_lines.end(),
                           [&](const Polyline& line) { return isNear(line.front()) || isNear(line.back()); });
    }

private:
    static double toSegment(QPointF a, QPointF b, QPointF p)
    {
        const QPointF ab = b - a;
        const double square = QPointF::dotProduct(ab, ab);
        const double t = square > 0.0 ? std::clamp(QPointF::dotProduct(p - a, ab) / square, 0.0, 1.0) : 0.0;
        const QPointF rest = p - a - t * ab;
        return std::hypot(rest.x(), rest.y());
    }

    const std::vector<Polyline>& m_lines;
    double m_halfWidth;
};

/// Lines whose pixels are compared with the truth, in an image of this size.
inline constexpr int kLineWidth = 160;
inline constexpr int kLineHeight = 120;

template<typename Function>
Polyline sampled(Function f, double from, double to, int count)
{
    Polyline line;
    for (int i = 0; i <= count; ++i) {
        const double x = from + (to - from) * i / count;
        line.emplace_back(x, f(x));
    }
    return line;
}

inline Polyline smoothSine()
{
    return sampled([](double x) { return 60.0 + 40.0 * std::sin(x / 25.0); }, 5.0, 155.0, 300);
}

/// Peaks narrower than the pen is wide.
inline Polyline steepSine()
{
    return sampled([](double x) { return 60.0 + 50.0 * std::sin(x / 6.0); }, 5.0, 155.0, 600);
}

/// sin t² for t from 0 to 16: peaks of every width.
inline Polyline chirp()
{
    return sampled([](double x) { return 60.0 + 45.0 * std::sin((x - 5.0) * (x - 5.0) * 256.0 / 22500.0); }, 5.0, 155.0,
                   3000);
}

inline Polyline halfCircle()
{
    Polyline line;
    for (int i = 0; i <= 120; ++i) {
        const double angle = std::numbers::pi * i / 120.0;
        line.emplace_back(80.0 - 45.3 * std::cos(angle), 90.2 - 45.3 * std::sin(angle));
    }
    return line;
}

/// Off 45 degrees and on sixteenths: there the samples of the truth fall unevenly.
inline Polyline corner()
{
    return {{5.0, 20.0}, {80.0, 91.3}, {155.0, 16.0}};
}

inline Polyline verticalStep()
{
    return {{5.25, 80.375}, {80.625, 80.375}, {80.625, 30.25}, {154.0, 30.25}};
}

} // namespace secant
