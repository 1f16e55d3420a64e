#include "widgets/plot/legend.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include "widgets/plot/region_pattern.h"

namespace secant {
namespace {

constexpr double kSample = 34.0;
constexpr double kPadding = 7.0;
constexpr double kInset = 8.0;

double rowHeight(const PlotFonts& fonts)
{
    return QFontMetricsF(fonts.text).height() + 3.0;
}

/// Entries that fit into two thirds of the pane's height; the last of them may be "+ n more".
QStringList rowTexts(const Figure& figure, const PlotMap& map, const PlotFonts& fonts)
{
    QStringList texts;
    for (const LegendEntry& entry : figure.legend) {
        texts.append(QString::fromStdString(entry.text));
    }
    const double room = map.rect.height() * 2.0 / 3.0 - 2.0 * kPadding;
    const auto most = std::max<qsizetype>(2, static_cast<qsizetype>(room / rowHeight(fonts)));
    if (texts.size() > most) {
        const qsizetype hidden = texts.size() - most + 1;
        texts.resize(most - 1);
        texts.append(QCoreApplication::translate("secant::FigureView", "+ %n more", nullptr, static_cast<int>(hidden)));
    }
    const QFontMetricsF metrics(fonts.text);
    for (QString& text : texts) {
        text = metrics.elidedText(text, Qt::ElideRight, map.rect.width() * 0.45);
    }
    return texts;
}

void paintUnproved(QPainter& painter, const QRectF& box, const PaneStyle& style)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(linePen(style, Tone::Plain, LineLook::Underlay));
    painter.drawLine(QPointF(box.left() + 4.0, box.center().y()), QPointF(box.right() - 4.0, box.center().y()));
}

void paintSample(QPainter& painter, const LegendEntry& entry, const QRectF& box, const PaneStyle& style)
{
    const CurveStyle& curve = style.palette.curve(entry.style);
    if (entry.kind == LegendKind::Curve) {
        QPainterPath path;
        const Polyline line{{box.left() + 1.0, box.center().y()}, {box.right() - 1.0, box.center().y()}};
        for (const Polyline& dash : dashed(line, curve.dashes, 2.2)) {
            path.moveTo(dash.front());
            path.lineTo(dash.back());
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(curve.color, 2.2, Qt::SolidLine, Qt::RoundCap));
        painter.drawPath(path);
        return;
    }
    if (entry.kind == LegendKind::Framework) {
        paintDot(painter, box.center(), DotKind::Framework, style.palette.text, style.palette.background);
        return;
    }
    if (entry.kind == LegendKind::Mark) {
        paintDot(painter, box.center(), DotKind::Closed, curve.color, style.palette.background);
        return;
    }
    if (entry.kind == LegendKind::Guide) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(curve.color, 1.2, Qt::DashLine));
        painter.drawLine(QPointF(box.left() + 4.0, box.center().y()), QPointF(box.right() - 4.0, box.center().y()));
        return;
    }
    if (entry.kind == LegendKind::Unproved) {
        paintUnproved(painter, box, style);
        return;
    }
    if (entry.kind == LegendKind::Density) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(style.palette.mutedText, 1.2));
        painter.drawLine(QPointF(box.left() + 4.0, box.center().y()), QPointF(box.right() - 4.0, box.center().y()));
        return;
    }
    const double height = std::min(box.height() - 3.0, 14.0);
    const QRectF swatch(std::round(box.left() + 4.0), std::round(box.center().y() - height / 2.0), kSample - 8.0,
                        std::round(height));
    paintRegion(painter, swatch, swatch.topLeft() + QPointF(5.0, 3.0), entry.region, curve.color);
    QColor edge = curve.color;
    edge.setAlphaF(0.75F);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(edge, 1.0));
    painter.drawRect(swatch.adjusted(0.5, 0.5, -0.5, -0.5));
}

/// Null where there is nothing to tell.
QSizeF legendSize(const Figure& figure, const PlotMap& map, const PlotFonts& fonts)
{
    const QStringList texts = rowTexts(figure, map, fonts);
    if (texts.isEmpty() || figure.panes.empty()) {
        return {};
    }
    const QFontMetricsF metrics(fonts.text);
    double widest = 0.0;
    for (const QString& text : texts) {
        widest = std::max(widest, metrics.horizontalAdvance(text));
    }
    return {std::ceil(widest + kSample + 8.0 + 2.0 * kPadding),
            std::ceil(static_cast<double>(texts.size()) * rowHeight(fonts) + 2.0 * kPadding - 2.0)};
}

QRectF boxIn(LegendCorner corner, const QSizeF& size, const Figure& figure, const PlotMap& map, const PlotFonts& fonts)
{
    if (size.isEmpty()) {
        return {};
    }
    QRectF box(QPointF(), size);
    const QRectF room = interior(map.rect).adjusted(kInset, kInset, -kInset, -kInset);
    const bool left = corner == LegendCorner::TopLeft || corner == LegendCorner::BottomLeft;
    const bool top = corner == LegendCorner::TopLeft || corner == LegendCorner::TopRight;
    box.moveLeft(left ? room.left() : room.right() - box.width());
    // Below the title of the pane; above the strips of the other curves' regions.
    int lanes = 0;
    for (const RegionBand& band : figure.panes.front().regions) {
        lanes = std::max(lanes, band.lane + 1);
    }
    box.moveTop(top ? room.top() : room.bottom() - box.height() - 7.0 * lanes);
    if (corner == LegendCorner::TopLeft) {
        box.moveTop(std::max(box.top(), paneTitleRect(figure.panes.front(), map, fonts).bottom() + 4.0));
    }
    return QRectF(std::round(box.left()), std::round(box.top()), box.width(), box.height());
}

} // namespace

QRectF legendRect(const Figure& figure, const PlotMap& map, const PlotFonts& fonts, LegendCorner corner)
{
    return boxIn(corner, legendSize(figure, map, fonts), figure, map, fonts);
}

LegendCorner quietCorner(const Figure& figure, const DrawnLines& lines, const QRectF& verdict, const PlotMap& map,
                         const PlotFonts& fonts, LegendCorner now)
{
    constexpr double kClearlyBetter = 60.0; // Pixels of curve.
    if (figure.legend.empty()) {
        return now;
    }
    constexpr double kHidden = 1e6; // Worse than any curve: what lies there cannot be read.
    const QSizeF size = legendSize(figure, map, fonts);
    std::vector<QRectF> taken = insetRects(figure.insets, map);
    if (figure.judgement) {
        QRectF foot = verdict;
        foot.setLeft(map.rect.left());
        foot.setBottomRight(map.rect.bottomRight());
        taken.push_back(foot);
    }
    const auto inkAt = [&](LegendCorner corner) {
        const QRectF box = boxIn(corner, size, figure, map, fonts);
        const auto isHit = [&box](const QRectF& other) { return other.intersects(box); };
        return lines.hiddenBy(box) + (std::ranges::any_of(taken, isHit) ? kHidden : 0.0);
    };
    LegendCorner best = now;
    double least = std::max(0.0, inkAt(now) - kClearlyBetter);
    for (const LegendCorner corner :
         {LegendCorner::TopLeft, LegendCorner::TopRight, LegendCorner::BottomRight, LegendCorner::BottomLeft}) {
        if (least > 0.0 && corner != now) {
            const double ink = inkAt(corner);
            if (ink < least) {
                least = ink;
                best = corner;
            }
        }
    }
    return best;
}

void paintLegend(QPainter& painter, const Figure& figure, const PlotMap& map, const QRectF& box, const PaneStyle& style)
{
    if (box.isEmpty()) {
        return;
    }
    const QStringList texts = rowTexts(figure, map, style.fonts);
    QColor edge = style.palette.frame;
    edge.setAlphaF(0.5F);
    painter.setPen(QPen(edge, 1.0));
    painter.setBrush(style.palette.labelBacking);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5.0, 5.0);
    const QFontMetricsF metrics(style.fonts.text);
    const double height = rowHeight(style.fonts);
    painter.setFont(style.fonts.text);
    for (qsizetype row = 0; row < texts.size(); ++row) {
        const QRectF line(box.left() + kPadding, box.top() + kPadding - 1.0 + static_cast<double>(row) * height,
                          box.width() - 2.0 * kPadding, height);
        const bool entry = row + 1 < texts.size() || texts.size() == static_cast<qsizetype>(figure.legend.size());
        if (entry) {
            paintSample(painter, figure.legend[static_cast<std::size_t>(row)],
                        QRectF(line.left(), line.top(), kSample, height), style);
        }
        painter.setPen(entry ? style.palette.text : style.palette.mutedText);
        painter.drawText(
            QPointF(line.left() + kSample + 8.0, line.center().y() + (metrics.ascent() - metrics.descent()) / 2.0),
            texts[row]);
    }
}

} // namespace secant
