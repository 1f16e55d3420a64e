#include <algorithm>
#include <limits>
#include <optional>

#include <QFontMetricsF>
#include <QPainter>

#include "widgets/plot/fact_painter.h"
#include "widgets/plot/pane_painter.h"

namespace secant {
namespace {

QRectF chordTextRect(const ChordInk& chord, const PlotMap& map, const QFont& font)
{
    const QFontMetricsF metrics(font);
    const QSizeF size(metrics.horizontalAdvance(QString::fromStdString(chord.text)) + 8.0, metrics.height() + 2.0);
    const QPointF at = map.toPixel(chord.onChord.x, chord.onChord.y);
    const QRectF room = interior(map.rect).adjusted(4.0, 4.0, -4.0, -4.0);
    // Beside the gap, on the side where the curve is not: a chord that lies above its curve has its text above.
    const bool above = !(chord.gap < 0.0);
    QRectF box(QPointF(at.x() + 10.0, above ? at.y() - size.height() - 10.0 : at.y() + 10.0), size);
    box.moveLeft(std::clamp(box.left(), room.left(), std::max(room.left(), room.right() - size.width())));
    box.moveTop(std::clamp(box.top(), room.top(), std::max(room.top(), room.bottom() - size.height())));
    return box;
}

/// Where a curve leaves the pane, or ends, at the right.
std::optional<QPointF> rightEnd(const Ink& ink, const PlotMap& map)
{
    std::optional<QPointF> end;
    for (const auto& run : ink.runs) {
        for (const Polyline& piece : clipped(inPixels(run, map), interior(map.rect))) {
            for (const QPointF& point : piece) {
                end = !end || point.x() >= end->x() ? point : end;
            }
        }
    }
    return end;
}

void paintInkLabels(QPainter& painter, const Pane& pane, const PlotMap& map, const PaneStyle& style,
                    std::vector<QRectF>& taken)
{
    const QFontMetricsF metrics(style.fonts.ticks);
    const QRectF room = interior(map.rect).adjusted(4.0, 4.0, -4.0, -4.0);
    painter.setFont(style.fonts.ticks);
    for (const Ink& ink : pane.inks) {
        const std::optional<QPointF> end = ink.label.empty() ? std::nullopt : rightEnd(ink, map);
        if (!end) {
            continue;
        }
        const QString text = QString::fromStdString(ink.label);
        QRectF box(QPointF(), QSizeF(metrics.horizontalAdvance(text) + 8.0, metrics.height() + 2.0));
        box.moveRight(std::min(end->x() - 2.0, room.right()));
        const auto isTaken = [&](const QRectF& other) { return other.intersects(box); };
        // Above the line if there is room, otherwise below it; where neither is free, none is better than two at once.
        for (const double top : {end->y() - box.height() - 5.0, end->y() + 5.0}) {
            box.moveTop(top);
            if (room.contains(box) && std::none_of(taken.begin(), taken.end(), isTaken)) {
                paintBackedText(painter, box, text, style.palette.curve(ink.style).color, style.palette.labelBacking);
                taken.push_back(box);
                break;
            }
        }
    }
}

/// Beside their points, where it is free and hides least; a note that finds no room is left out.
void paintNotes(QPainter& painter, const Pane& pane, const DrawnLines& lines, const PlotMap& map,
                const PaneStyle& style, std::vector<QRectF>& taken)
{
    const QFontMetricsF metrics(style.fonts.text);
    const QRectF room = interior(map.rect).adjusted(4.0, 4.0, -4.0, -4.0);
    painter.setFont(style.fonts.text);
    for (const Note& note : pane.notes) {
        const QPointF at = map.toPixel(note.at.x, note.at.y);
        if (!room.contains(at)) {
            continue;
        }
        const QString text = QString::fromStdString(note.text);
        const QSizeF size(metrics.horizontalAdvance(text) + 8.0, metrics.height() + 2.0);
        const double left = -size.width() - 10.0;
        const double above = -size.height() - 8.0;
        QRectF best;
        double least = std::numeric_limits<double>::infinity();
        for (const QPointF& away : {QPointF(10.0, 8.0), QPointF(10.0, above), QPointF(left, 8.0), QPointF(left, above),
                                    QPointF(-size.width() / 2.0, 24.0), QPointF(-size.width() / 2.0, above - 16.0)}) {
            const QRectF box(at + away, size);
            const auto isTaken = [&box](const QRectF& other) { return other.intersects(box); };
            if (room.contains(box) && std::none_of(taken.begin(), taken.end(), isTaken)) {
                const double hidden = lines.hiddenBy(box);
                best = hidden < least ? box : best;
                least = std::min(hidden, least);
            }
        }
        if (!best.isNull()) {
            paintBackedText(painter, best, text, toneColor(style.palette, note.tone), style.palette.labelBacking);
            taken.push_back(best);
        }
    }
}

/// Beside the point where there is room: above, below, then farther off to either side.
void paintPointLabels(QPainter& painter, const Pane& pane, const PlotMap& map, const PaneStyle& style,
                      std::vector<QRectF>& taken)
{
    constexpr double kAway = 9.0;
    const QFontMetricsF metrics(style.fonts.ticks);
    const QRectF room = interior(map.rect).adjusted(4.0, 4.0, -4.0, -4.0);
    painter.setFont(style.fonts.ticks);
    for (const PointLabel& label : pane.pointLabels) {
        const QPointF at = map.toPixel(label.at.x, label.at.y);
        const QString text = QString::fromStdString(label.text);
        const QSizeF size(metrics.horizontalAdvance(text) + 8.0, metrics.height() + 2.0);
        if (!room.contains(at)) {
            continue;
        }
        const QPointF places[] = {{-size.width() / 2.0, -kAway - size.height()},
                                  {-size.width() / 2.0, kAway},
                                  {kAway, -size.height() / 2.0},
                                  {-kAway - size.width(), -size.height() / 2.0},
                                  {-size.width() / 2.0, -3.0 * kAway - size.height()},
                                  {-size.width() / 2.0, 3.0 * kAway}};
        for (const QPointF& offset : places) {
            QRectF box(at + offset, size);
            box.moveLeft(std::clamp(box.left(), room.left(), std::max(room.left(), room.right() - size.width())));
            const bool free = room.contains(box) && std::none_of(taken.begin(), taken.end(), [&](const QRectF& other) {
                                  return other.adjusted(-3.0, -1.0, 3.0, 1.0).intersects(box);
                              });
            if (free) {
                paintBackedText(painter, box, text, style.palette.text, style.palette.labelBacking);
                taken.push_back(box);
                break;
            }
        }
    }
}

void paintEdgeLabels(QPainter& painter, const Pane& pane, const PlotMap& map, const PaneStyle& style,
                     std::vector<QRectF> taken)
{
    constexpr int kRows = 3;
    const QFontMetricsF metrics(style.fonts.ticks);
    const QRectF room = interior(map.rect).adjusted(4.0, 4.0, -4.0, -4.0);
    painter.setFont(style.fonts.ticks);
    for (const EdgeLabel& label : pane.edgeLabels) {
        const double x = map.toPixel(label.x, 0.0).x();
        const QString text = QString::fromStdString(label.text);
        QRectF box(0.0, room.top(), metrics.horizontalAdvance(text) + 8.0, metrics.height() + 2.0);
        if (!(x >= room.left() && x <= room.right()) || box.width() > room.width()) {
            continue;
        }
        box.moveLeft(std::clamp(x - box.width() / 2.0, room.left(), room.right() - box.width()));
        const auto isTaken = [&](const QRectF& other) { return other.adjusted(-3, -1, 3, 1).intersects(box); };
        for (int row = 0; row < kRows; ++row, box.translate(0.0, box.height() + 2.0)) {
            if (std::none_of(taken.begin(), taken.end(), isTaken)) {
                paintBackedText(painter, box, text, style.palette.text, style.palette.labelBacking);
                taken.push_back(box);
                break;
            }
        }
    }
}

} // namespace

QRectF paneTitleRect(const Pane& pane, const PlotMap& map, const PlotFonts& fonts)
{
    const QFontMetricsF metrics(fonts.title);
    const QString title = QString::fromStdString(pane.y.title);
    return {interior(map.rect).topLeft() + QPointF(6.0, 5.0),
            title.isEmpty() ? QSizeF() : QSizeF(metrics.horizontalAdvance(title) + 10.0, metrics.height() + 2.0)};
}

void paintPaneTexts(QPainter& painter, const Pane& pane, const DrawnLines& lines, const PlotMap& map,
                    const PaneStyle& style, std::vector<QRectF> taken)
{
    const QRectF title = paneTitleRect(pane, map, style.fonts);
    if (!title.isEmpty()) {
        painter.setFont(style.fonts.title);
        paintBackedText(painter, title, QString::fromStdString(pane.y.title), style.palette.text,
                        style.palette.labelBacking);
    }
    taken.push_back(title);
    painter.setFont(style.fonts.text);
    for (const ChordInk& chord : pane.chords) {
        if (chord.defined && !chord.text.empty()) {
            taken.push_back(chordTextRect(chord, map, style.fonts.text));
            paintBackedText(painter, taken.back(), QString::fromStdString(chord.text), style.palette.text,
                            style.palette.labelBacking);
        }
    }
    paintFactTexts(painter, pane, map, style, taken);
    paintNotes(painter, pane, lines, map, style, taken);
    paintPointLabels(painter, pane, map, style, taken);
    paintInkLabels(painter, pane, map, style, taken);
    paintEdgeLabels(painter, pane, map, style, std::move(taken));
}

void paintBackedText(QPainter& painter, const QRectF& box, const QString& text, const QColor& color,
                     const QColor& backing)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(backing);
    painter.drawRoundedRect(box, 3.0, 3.0);
    painter.setPen(color);
    // By base line: a text in a rectangle is laid out anew by some paint engines.
    const QFontMetricsF metrics(painter.font());
    const double left = box.left() + (box.width() - metrics.horizontalAdvance(text)) / 2.0;
    painter.drawText(QPointF(left, box.center().y() + (metrics.ascent() - metrics.descent()) / 2.0), text);
}

} // namespace secant
