#include <algorithm>
#include <cmath>
#include <limits>

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

} // namespace

QPointF judgementEnd(const JudgementInk& judgement, bool lower, const PlotMap& map)
{
    const QRectF room = interior(map.rect);
    const double end = lower ? judgement.on.lo : judgement.on.hi;
    const double x = std::isfinite(end) ? map.toPixel(end, 0.0).x() : lower ? room.left() + 2.0 : room.right() - 2.0;
    return {x, room.bottom() - kEndHeight / 2.0 - 2.0};
}

void paintJudgement(QPainter& painter, const JudgementInk& judgement, const QRectF& text, const PlotMap& map,
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
        paintBackedText(painter, text, QString::fromStdString(judgement.text), style.palette.text,
                        style.palette.labelBacking);
    }
}

QRectF judgementTextRect(const Figure& figure, const DrawnLines& lines, const PlotMap& map, const PlotFonts& fonts)
{
    if (!figure.judgement || figure.judgement->text.empty()) {
        return {};
    }
    const JudgementInk& judgement = *figure.judgement;
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
    const std::vector<QRectF> insets = insetRects(figure.insets, map);
    // What would be hidden; without end where an inset would hide the box itself.
    const auto cost = [&](const QRectF& at) {
        if (std::ranges::any_of(insets, [&at](const QRectF& inset) { return inset.intersects(at); })) {
            return std::numeric_limits<double>::infinity();
        }
        return lines.hiddenBy(at);
    };
    // In the middle of the bar, or where it hides less.
    QRectF best = placed(0.5);
    double least = cost(best);
    for (const double share : {0.75, 0.25, 1.0, 0.0}) {
        const double length = least > 0.0 ? cost(placed(share)) : least;
        if (length < least) {
            least = length;
            best = placed(share);
        }
    }
    return best;
}

} // namespace secant
