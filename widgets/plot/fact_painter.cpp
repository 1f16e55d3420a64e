#include "widgets/plot/fact_painter.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <QFontMetricsF>
#include <QPainter>

#include "core/figure/straight_line.h"

namespace secant {
namespace {

constexpr double kBandAlpha = 0.13;
constexpr double kRingRadius = 7.0;
constexpr double kEndTick = 8.0;

QColor faded(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

double clampedTo(double value, double least, double most)
{
    return std::isnan(value) ? least : std::clamp(value, least, most);
}

/// The rectangle of a band inside the pane; infinite ends reach its edge. A span of one value is as high as a pixel.
QRectF groundRect(const FactMark& mark, const PlotMap& map, const QRectF& inside)
{
    if (mark.shape == MarkShape::Band) {
        const double top = std::isfinite(mark.to.y) ? map.toPixel(0.0, mark.to.y).y() : inside.top();
        const double bottom = std::isfinite(mark.from.y) ? map.toPixel(0.0, mark.from.y).y() : inside.bottom();
        const double low = clampedTo(bottom, inside.top(), inside.bottom());
        const double high = clampedTo(top, inside.top(), inside.bottom());
        return {inside.left(), high, inside.width(), low - high};
    }
    const double left = std::isfinite(mark.from.x) ? map.toPixel(mark.from.x, 0.0).x() : inside.left();
    const double right = std::isfinite(mark.to.x) ? map.toPixel(mark.to.x, 0.0).x() : inside.right();
    const double from = clampedTo(left, inside.left(), inside.right());
    return {from, inside.top(), clampedTo(right, inside.left(), inside.right()) - from, inside.height()};
}

/// The part of the line inside the pane, in pixels; bent where a scale is logarithmic. Empty if there is none.
Polyline lineInside(const FactMark& mark, const PlotMap& map, const QRectF& inside)
{
    if (map.xScale == AxisScale::Logarithmic || map.yScale == AxisScale::Logarithmic) {
        const double slope = (mark.to.y - mark.from.y) / (mark.to.x - mark.from.x);
        const auto on = [&](double x) { return FigurePoint{x, mark.from.y + slope * (x - mark.from.x)}; };
        const std::vector<FigurePoint> line = straightLine({on(map.x.min), on(map.x.max)}, map.window());
        const std::vector<Polyline> pieces = clipped(inPixels(line, map), inside);
        return pieces.empty() ? Polyline() : pieces.front();
    }
    const QPointF a = map.toPixel(mark.from.x, mark.from.y);
    const QPointF b = map.toPixel(mark.to.x, mark.to.y);
    const double rise = (b.y() - a.y()) / (b.x() - a.x());
    if (!std::isfinite(rise) || !std::isfinite(a.y())) {
        return {};
    }
    const auto at = [&](double x) { return QPointF(x, a.y() + rise * (x - a.x())); };
    for (const Polyline& piece : clipped({at(inside.left()), at(inside.right())}, inside)) {
        if (piece.size() > 1) {
            return piece;
        }
    }
    return {};
}

/// The point at a part of a polyline's way from left to right.
QPointF pointAt(const Polyline& line, double share)
{
    const double x = line.front().x() + share * (line.back().x() - line.front().x());
    std::size_t i = 1;
    while (i + 1 < line.size() && line[i].x() < x) {
        ++i;
    }
    const QPointF along = line[i] - line[i - 1];
    return along.x() > 0.0 ? line[i - 1] + along * ((x - line[i - 1].x()) / along.x()) : line[i];
}

void paintRing(QPainter& painter, QPointF at, const QColor& color, const QColor& ground)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ground, 4.0));
    painter.drawEllipse(at, kRingRadius, kRingRadius);
    painter.setPen(QPen(color, 2.0));
    painter.drawEllipse(at, kRingRadius, kRingRadius);
}

void paintSegment(QPainter& painter, const QLineF& line, const QColor& color)
{
    painter.setPen(QPen(color, 2.0, Qt::DotLine, Qt::FlatCap));
    painter.drawLine(line);
    painter.setPen(QPen(color, 2.0, Qt::SolidLine, Qt::FlatCap));
    for (const QPointF& end : {line.p1(), line.p2()}) {
        painter.drawLine(QLineF(end.x() - kEndTick / 2.0, end.y(), end.x() + kEndTick / 2.0, end.y()));
    }
}

/// Where the text of a mark would stand first: beside the point, or at the end of the line that has more room.
std::optional<QPointF> anchorOf(const FactMark& mark, const PlotMap& map, const QRectF& inside)
{
    if (mark.shape == MarkShape::Line) {
        const Polyline line = lineInside(mark, map, inside);
        return line.size() > 1 ? std::optional(pointAt(line, 0.86)) : std::nullopt;
    }
    if (mark.shape == MarkShape::Column) {
        const QRectF rect = groundRect(mark, map, inside);
        return rect.width() > 0.0 ? std::optional(QPointF(rect.center().x(), rect.bottom() - 24.0)) : std::nullopt;
    }
    const QPointF at = (map.toPixel(mark.from.x, mark.from.y) + map.toPixel(mark.to.x, mark.to.y)) / 2.0;
    return inside.contains(at) ? std::optional(at) : std::nullopt;
}

} // namespace

void paintFactGrounds(QPainter& painter, const Pane& pane, const PlotMap& map, const PaneStyle& style)
{
    const QRectF inside = interior(map.rect);
    for (const FactMark& mark : pane.factMarks) {
        if (mark.shape == MarkShape::Band || mark.shape == MarkShape::Column) {
            painter.fillRect(groundRect(mark, map, inside), faded(style.palette.curve(mark.style).color, kBandAlpha));
        }
    }
}

void paintFactMarks(QPainter& painter, const Pane& pane, const PlotMap& map, const PaneStyle& style)
{
    const QRectF inside = interior(map.rect);
    for (const FactMark& mark : pane.factMarks) {
        const QColor& color = style.palette.text;
        const QPointF from = map.toPixel(mark.from.x, mark.from.y);
        if (mark.shape == MarkShape::Line) {
            if (const Polyline line = lineInside(mark, map, inside); line.size() > 1) {
                painter.setPen(QPen(faded(color, 0.8), 1.5, Qt::DashLine, Qt::FlatCap));
                painter.drawPolyline(line.data(), static_cast<int>(line.size()));
            }
        } else if (mark.shape == MarkShape::Segment) {
            const QLineF line(from, map.toPixel(mark.to.x, mark.to.y));
            if (inside.contains(line.p1()) && inside.contains(line.p2())) {
                paintSegment(painter, line, color);
            }
        } else if (mark.shape == MarkShape::Point && inside.contains(from)) {
            paintRing(painter, from, color, style.palette.background);
        }
    }
}

void paintFactTexts(QPainter& painter, const Pane& pane, const PlotMap& map, const PaneStyle& style,
                    std::vector<QRectF>& taken)
{
    constexpr double kDistance = 12.0;
    const QFontMetricsF metrics(style.fonts.text);
    const QRectF room = interior(map.rect).adjusted(4.0, 4.0, -4.0, -4.0);
    painter.setFont(style.fonts.text);
    for (const FactMark& mark : pane.factMarks) {
        const auto anchor = mark.text.empty() ? std::nullopt : anchorOf(mark, map, interior(map.rect));
        if (!anchor) {
            continue;
        }
        const QString text = QString::fromStdString(mark.text);
        const QSizeF size(metrics.horizontalAdvance(text) + 8.0, metrics.height() + 2.0);
        const auto isTaken = [&](const QRectF& box) {
            return std::any_of(taken.begin(), taken.end(),
                               [&box](const QRectF& other) { return other.adjusted(-2, -1, 2, 1).intersects(box); });
        };
        // Rows above and below in turn, ever farther; where none is free the text is left out rather than laid over.
        for (int row = 0; row < 10; ++row) {
            const double away = kDistance + (row / 2) * (size.height() + 3.0);
            QRectF box(QPointF(anchor->x() - size.width() / 2.0,
                               row % 2 == 0 ? anchor->y() - away - size.height() : anchor->y() + away),
                       size);
            box.moveLeft(std::clamp(box.left(), room.left(), std::max(room.left(), room.right() - size.width())));
            if (box.top() >= room.top() && box.bottom() <= room.bottom() && !isTaken(box)) {
                paintBackedText(painter, box, text, style.palette.text, style.palette.labelBacking);
                taken.push_back(box);
                break;
            }
        }
    }
}

} // namespace secant
