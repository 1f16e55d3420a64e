#include "widgets/plot/region_pattern.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include <QPainter>
#include <QPainterPath>
#include <QPen>

namespace secant {
namespace {

constexpr int kPeriod = 9; // Logical pixels between hatch lines, measured along x, and between dots.
constexpr double kDotDiameter = 1.6;
constexpr double kHatchWidth = 1.0;

/// Lines a·x + b·y = k · period, at unit distance where a and b are 1 or 0.
struct Lines {
    int a;
    int b;
};

struct Look {
    double tint;
    double mark;
    int spacing;              ///< Of lines in periods.
    std::vector<Lines> lines; ///< None, and no dots: the tint alone.
    bool dots = false;
};

const Look& lookOf(RegionKind kind)
{
    static const std::array<Look, kRegionKinds> kLooks{{
        {0.09, 0.38, 1, {}, true},          // Saturated
        {0.12, 0.32, 1, {{1, 1}}},          // Dead
        {0.10, 0.26, 1, {{1, 1}, {1, -1}}}, // Expanding
        {0.05, 0.22, 2, {{1, 1}}},          // Rising: ink runs up to the right where y points down.
        {0.05, 0.22, 2, {{1, -1}}},         // Falling
        {0.06, 0.26, 1, {{0, 1}}},          // Convex
        {0.06, 0.26, 1, {{1, 0}}},          // Concave
        {0.16, 0.0, 1, {}},                 // Identity
    }};
    return kLooks[static_cast<std::size_t>(kind)];
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

double lineAt(const Lines& lines, double x, double y, double period, double scale)
{
    const double length = std::hypot(lines.a, lines.b);
    return covered(std::abs(toLattice(lines.a * x + lines.b * y, period)) / length, kHatchWidth * scale / 2.0);
}

/// Dots at the corners and the middle of a square of two periods.
double dotAt(double x, double y, double period, double scale)
{
    const double corner = std::hypot(toLattice(x, 2.0 * period), toLattice(y, 2.0 * period));
    const double middle = std::hypot(toLattice(x - period, 2.0 * period), toLattice(y - period, 2.0 * period));
    return covered(std::min(corner, middle), kDotDiameter * scale / 2.0);
}

/// Where the line a·x + b·y = sum runs within the rectangle; nothing where it misses it.
std::optional<QLineF> lineWithin(const QRectF& rect, const Lines& lines, double sum)
{
    if (lines.b == 0) {
        return QLineF(sum, rect.top(), sum, rect.bottom());
    }
    if (lines.a == 0) {
        return QLineF(rect.left(), sum, rect.right(), sum);
    }
    const double atTop = sum - lines.b * rect.top(); // x where y is the top; a is 1.
    const double atBottom = sum - lines.b * rect.bottom();
    const double x0 = std::max(rect.left(), std::min(atTop, atBottom));
    const double x1 = std::min(rect.right(), std::max(atTop, atBottom));
    return x1 > x0 ? std::optional(QLineF(x0, (sum - x0) / lines.b, x1, (sum - x1) / lines.b)) : std::nullopt;
}

void paintLines(QPainter& painter, const QRectF& rect, QPointF origin, const Lines& direction, double period)
{
    const auto along = [&](QPointF point) { return direction.a * point.x() + direction.b * point.y(); };
    const double anchor = along(origin);
    double low = along(rect.topLeft());
    double high = low;
    for (const QPointF corner : {rect.topRight(), rect.bottomLeft(), rect.bottomRight()}) {
        low = std::min(low, along(corner));
        high = std::max(high, along(corner));
    }
    QList<QLineF> lines;
    for (double k = std::ceil((low - anchor) / period); k * period + anchor < high; k += 1.0) {
        if (const auto line = lineWithin(rect, direction, k * period + anchor)) {
            lines.append(*line);
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

namespace {

QImage paintedTile(RegionKind kind, const QColor& color, double scale)
{
    const int period = std::max(4, qRound(kPeriod * scale));
    const Look& look = lookOf(kind);
    const int side = look.dots ? 2 * period : look.spacing * period;
    QImage tile(side, side, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < side; ++y) {
        auto* const line = reinterpret_cast<QRgb*>(tile.scanLine(y));
        for (int x = 0; x < side; ++x) {
            double mark = look.dots ? dotAt(x + 0.5, y + 0.5, period, scale) : 0.0;
            for (const Lines& lines : look.lines) {
                mark = std::max(mark, lineAt(lines, x + 0.5, y + 0.5, side, scale));
            }
            // The mark lies over the tint.
            const double over = look.mark * mark;
            line[x] = qPremultiply(withAlpha(color, over + look.tint * (1.0 - over)).rgba());
        }
    }
    return tile;
}

} // namespace

QImage regionTile(RegionKind kind, const QColor& color, double scale)
{
    struct Kept {
        RegionKind kind;
        QRgb color;
        double scale;
        QImage tile;
    };
    // A figure has few looks, and wants the same ones in its next frame.
    constexpr std::size_t kMostKept = 32;
    thread_local std::vector<Kept> kept;
    const auto found = std::find_if(kept.begin(), kept.end(), [&](const Kept& one) {
        return one.kind == kind && one.color == color.rgba() && one.scale == scale;
    });
    if (found != kept.end()) {
        return found->tile;
    }
    if (kept.size() == kMostKept) {
        kept.clear();
    }
    kept.push_back({kind, color.rgba(), scale, paintedTile(kind, color, scale)});
    return kept.back().tile;
}

void paintRegion(QPainter& painter, const QRectF& rect, QPointF origin, RegionKind kind, const QColor& color)
{
    const Look& look = lookOf(kind);
    painter.save();
    painter.fillRect(rect, withAlpha(color, look.tint));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(withAlpha(color, look.mark), kHatchWidth, Qt::SolidLine, Qt::FlatCap));
    for (const Lines& lines : look.lines) {
        paintLines(painter, rect, origin, lines, look.spacing * kPeriod);
    }
    if (look.dots) {
        painter.setPen(QPen(withAlpha(color, look.mark), kDotDiameter, Qt::SolidLine, Qt::RoundCap));
        paintDots(painter, rect, origin);
    }
    painter.restore();
}

} // namespace secant
