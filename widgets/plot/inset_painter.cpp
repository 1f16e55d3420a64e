#include <algorithm>

#include <QFontMetricsF>
#include <QPainter>

#include "widgets/plot/pane_painter.h"

namespace secant {
namespace {

constexpr double kMargin = 8.0;
constexpr double kFoot = 26.0; ///< Keeps clear of the interval of judgement.

void drawLine(QPainter& painter, const Polyline& line, const QRectF& clip)
{
    for (const Polyline& piece : clipped(line, clip)) {
        painter.drawPolyline(piece.data(), static_cast<int>(piece.size()));
    }
}

void paintInset(QPainter& painter, const Inset& inset, const QRectF& box, const PaneStyle& style)
{
    const FigurePalette& palette = style.palette;
    const QColor tone = toneColor(palette, inset.tone);
    painter.setPen(QPen(tone, 1.0));
    painter.setBrush(palette.background);
    painter.drawRoundedRect(box, 4.0, 4.0);
    painter.setFont(style.fonts.ticks);
    const QFontMetricsF metrics(style.fonts.ticks);
    const QString title = QString::fromStdString(inset.title);
    const QRectF head(box.left() + 4.0, box.top() + 3.0, metrics.horizontalAdvance(title) + 8.0,
                      metrics.height() + 2.0);
    paintBackedText(painter, head, title, tone, palette.labelBacking);
    const PlotMap map{.rect = box.adjusted(6.0, head.height() + 6.0, -6.0, -6.0), .x = inset.x, .y = inset.y};
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette.text, 1.5));
    drawLine(painter, {map.toPixel(inset.x.min, 0.0), map.toPixel(inset.x.max, 0.0)}, map.rect);
    painter.setPen(QPen(palette.curve(inset.style).color, 2.0));
    for (const auto& run : inset.runs) {
        drawLine(painter, inPixels(run, map), map.rect);
    }
    painter.setPen(QPen(tone, 2.0));
    drawLine(painter, {map.toPixel(inset.mark.x, 0.0), map.toPixel(inset.mark.x, inset.mark.y)}, map.rect);
}

} // namespace

std::vector<QRectF> insetRects(const std::vector<Inset>& insets, const PlotMap& map)
{
    const QRectF room = interior(map.rect);
    const QSizeF size(std::min(190.0, room.width() * 0.4), std::min(120.0, room.height() * 0.4));
    QRectF box(QPointF(room.right() - size.width() - kMargin, room.bottom() - size.height() - kFoot), size);
    std::vector<QRectF> rects;
    for (std::size_t i = 0; i < insets.size() && box.top() >= room.top(); ++i) {
        rects.push_back(box);
        box.translate(0.0, -size.height() - kMargin);
    }
    return rects;
}

void paintInsets(QPainter& painter, const std::vector<Inset>& insets, const PlotMap& map, const PaneStyle& style)
{
    const std::vector<QRectF> rects = insetRects(insets, map);
    for (std::size_t i = 0; i < rects.size(); ++i) {
        paintInset(painter, insets[i], rects[i], style);
    }
}

} // namespace secant
