#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include "widgets/plot/pane_painter.h"

namespace secant {
namespace {

constexpr double kBarHeight = 3.0;
constexpr double kEndHeight = 15.0;
constexpr double kEndDepth = 4.0;

/// A bracket, a parenthesis or, where the interval goes on for ever, an arrow head. `inward` is +1 at the lower end.
QPainterPath endPath(QPointF at, bool closed, bool endless, double inward)
{
    const double half = kEndHeight / 2.0;
    const QPointF depth(inward * kEndDepth, 0.0);
    QPainterPath path;
    if (endless) {
        path.moveTo(at + depth * 2.0 + QPointF(0.0, -half * 0.7));
        path.lineTo(at);
        path.lineTo(at + depth * 2.0 + QPointF(0.0, half * 0.7));
        return path;
    }
    path.moveTo(at + depth + QPointF(0.0, -half));
    if (closed) {
        path.lineTo(at + QPointF(0.0, -half));
        path.lineTo(at + QPointF(0.0, half));
        path.lineTo(at + depth + QPointF(0.0, half));
    } else {
        path.quadTo(at - depth * 0.6, at + depth + QPointF(0.0, half));
    }
    return path;
}

/// Whether a curve or a chord goes through the box.
bool isCrossed(const QRectF& box, const Pane& pane, const PlotMap& map)
{
    const auto goesThrough = [&](const Polyline& line) { return !clipped(line, box).empty(); };
    const bool byCurve = std::ranges::any_of(pane.inks, [&](const Ink& ink) {
        return std::ranges::any_of(ink.runs, [&](const auto& run) { return goesThrough(inPixels(run, map)); });
    });
    return byCurve || std::ranges::any_of(pane.chords, [&](const ChordInk& chord) {
               return chord.defined && goesThrough({map.toPixel(chord.first.x, chord.first.y),
                                                    map.toPixel(chord.second.x, chord.second.y)});
           });
}

} // namespace

QPointF judgementEnd(const JudgementInk& judgement, bool lower, const PlotMap& map)
{
    const QRectF room = interior(map.rect);
    const double end = lower ? judgement.on.lo : judgement.on.hi;
    const double x = std::isfinite(end) ? map.toPixel(end, 0.0).x() : lower ? room.left() + 2.0 : room.right() - 2.0;
    return {x, room.bottom() - kEndHeight / 2.0 - 2.0};
}

void paintJudgement(QPainter& painter, const JudgementInk& judgement, const Pane& pane, const PlotMap& map,
                    const PaneStyle& style)
{
    const QRectF room = interior(map.rect);
    const QPointF lo = judgementEnd(judgement, true, map);
    const QPointF hi = judgementEnd(judgement, false, map);
    const double left = std::clamp(lo.x(), room.left(), room.right());
    const double right = std::clamp(hi.x(), room.left(), room.right());
    const QColor& color = style.palette.curve(judgement.style).color;
    if (left < right) {
        painter.fillRect(QRectF(left, lo.y() - kBarHeight / 2.0, right - left, kBarHeight), color);
    }
    painter.setBrush(Qt::NoBrush);
    const JudgementSpec& on = judgement.on;
    for (const auto& [at, closed, endless, inward] :
         {std::tuple{lo, on.loClosed, std::isinf(on.lo), 1.0}, std::tuple{hi, on.hiClosed, std::isinf(on.hi), -1.0}}) {
        if (at.x() >= room.left() && at.x() <= room.right()) {
            const QPainterPath path = endPath(at, closed, endless, inward);
            painter.setPen(QPen(style.palette.background, 5.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawPath(path);
            painter.setPen(QPen(color, 2.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawPath(path);
        }
    }
    if (!judgement.text.empty()) {
        painter.setFont(style.fonts.text);
        paintBackedText(painter, judgementTextRect(judgement, pane, map, style.fonts),
                        QString::fromStdString(judgement.text), style.palette.text, style.palette.labelBacking);
    }
}

QRectF judgementTextRect(const JudgementInk& judgement, const Pane& pane, const PlotMap& map, const PlotFonts& fonts)
{
    if (judgement.text.empty()) {
        return {};
    }
    const QRectF room = interior(map.rect);
    const QPointF lo = judgementEnd(judgement, true, map);
    const QPointF hi = judgementEnd(judgement, false, map);
    const QFontMetricsF metrics(fonts.text);
    QRectF box(0.0, 0.0, metrics.horizontalAdvance(QString::fromStdString(judgement.text)) + 8.0,
               metrics.height() + 2.0);
    box.moveBottom(lo.y() - kEndHeight / 2.0 - 3.0);
    const double from = std::clamp(lo.x(), room.left(), room.right());
    const double to = std::clamp(hi.x(), room.left(), room.right());
    const auto placed = [&](double share) {
        QRectF at = box;
        at.moveCenter({from + share * (to - from), box.center().y()});
        at.moveLeft(
            std::clamp(at.left(), room.left() + 4.0, std::max(room.left() + 4.0, room.right() - box.width() - 4.0)));
        return at;
    };
    // In the middle of the bar, or where it hides no curve.
    for (const double share : {0.5, 0.75, 0.25, 1.0, 0.0}) {
        if (!isCrossed(placed(share).adjusted(-2.0, -2.0, 2.0, 2.0), pane, map)) {
            return placed(share);
        }
    }
    return placed(0.5);
}

} // namespace secant
