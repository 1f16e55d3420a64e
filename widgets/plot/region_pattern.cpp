#include "widgets/plot/region_pattern.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QPainterPath>
#include <QPen>

namespace secant {
namespace {

constexpr int kPeriod = 9; // Logical pixels between hatch lines, measured along x, and between dots.
constexpr double kDotDiameter = 1.6;
constexpr double kHatchWidth = 1.0;

struct Strength {
    double tint;
    double mark;
};

Strength strength(RegionKind kind)
{
    return kind == RegionKind::Dead ? Strength{.tint = 0.12, .mark = 0.32} : Strength{.tint = 0.09, .mark = 0.38};
}

QColor withAlpha(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

/// Coverage of a mark whose distance from its middle line or point is `distance` device pixels.
double covered(double distance, double halfWidth)
{
    return std::clamp(halfWidth + 0.5 - distance, 0.0, 1.0) - std::clamp(0.5 - distance - halfWidth, 0.0, 1.0);
}

double toLattice(double offset, double period)
{
    return offset - period * std::round(offset / period);
}

/// Lines x + y = k · period.
double hatchAt(double x, double y, double period, double scale)
{
    return covered(std::abs(toLattice(x + y, period)) / std::sqrt(2.0), kHatchWidth * scale / 2.0);
}

/// Dots at the corners and the middle of a square of two periods.
double dotAt(double x, double y, double period, double scale)
{
    const double corner = std::hypot(toLattice(x, 2.0 * period), toLattice(y, 2.0 * period));
    const double middle = std::hypot(toLattice(x - period, 2.0 * period), toLattice(y - period, 2.0 * period));
    return covered(std::min(corner, middle), kDotDiameter * scale / 2.0);
}

void paintHatch(QPainter& painter, const QRectF& rect, QPointF origin)
{
    const double low = rect.left() + rect.top() - origin.x() - origin.y();
    const double high = rect.right() + rect.bottom() - origin.x() - origin.y();
    QList<QLineF> lines;
    for (double k = std::ceil(low / kPeriod); k * kPeriod < high; k += 1.0) {
        const double sum = k * kPeriod + origin.x() + origin.y();
        const double x0 = std::max(rect.left(), sum - rect.bottom());
        const double x1 = std::min(rect.right(), sum - rect.top());
        if (x1 > x0) {
            lines.append(QLineF(x0, sum - x0, x1, sum - x1));
        }
    }
    painter.drawLines(lines);
}

void paintDots(QPainter& painter, const QRectF& rect, QPointF origin)
{
    // One path of short strokes with round ends: an element in the file, not thousands.
    QPainterPath dots;
    const QRectF room = rect.adjusted(kDotDiameter / 2, kDotDiameter / 2, -kDotDiameter / 2, -kDotDiameter / 2);
    const double firstRow = std::ceil((room.top() - origin.y()) / kPeriod);
    for (double row = firstRow; origin.y() + row * kPeriod < room.bottom(); row += 1.0) {
        const double y = origin.y() + row * kPeriod;
        const double shift = std::fmod(std::abs(row), 2.0) * kPeriod;
        const double start = origin.x() + shift;
        const double first = std::ceil((room.left() - start) / (2.0 * kPeriod));
        for (double column = first; start + column * 2.0 * kPeriod < room.right(); column += 1.0) {
            dots.moveTo(start + column * 2.0 * kPeriod, y);
            dots.lineTo(start + column * 2.0 * kPeriod + 0.01, y);
        }
    }
    if (!dots.isEmpty()) {
        painter.drawPath(dots);
    }
}

} // namespace

QImage regionTile(RegionKind kind, const QColor& color, double scale)
{
    const int period = std::max(4, qRound(kPeriod * scale));
    const int side = kind == RegionKind::Dead ? period : 2 * period;
    const Strength amount = strength(kind);
    QImage tile(side, side, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < side; ++y) {
        auto* const line = reinterpret_cast<QRgb*>(tile.scanLine(y));
        for (int x = 0; x < side; ++x) {
            const double mark = kind == RegionKind::Dead ? hatchAt(x + 0.5, y + 0.5, period, scale)
                                                         : dotAt(x + 0.5, y + 0.5, period, scale);
            // The mark lies over the tint.
            const double over = amount.mark * mark;
            line[x] = qPremultiply(withAlpha(color, over + amount.tint * (1.0 - over)).rgba());
        }
    }
    return tile;
}

void paintRegion(QPainter& painter, const QRectF& rect, QPointF origin, RegionKind kind, const QColor& color)
{
    const Strength amount = strength(kind);
    painter.save();
    painter.fillRect(rect, withAlpha(color, amount.tint));
    painter.setBrush(Qt::NoBrush);
    if (kind == RegionKind::Dead) {
        painter.setPen(QPen(withAlpha(color, amount.mark), kHatchWidth, Qt::SolidLine, Qt::FlatCap));
        paintHatch(painter, rect, origin);
    } else {
        painter.setPen(QPen(withAlpha(color, amount.mark), kDotDiameter, Qt::SolidLine, Qt::RoundCap));
        paintDots(painter, rect, origin);
    }
    painter.restore();
}

} // namespace secant
