#include "widgets/plot/plot_overlay.h"

#include <cmath>

#include <QPainter>

#include "core/figure/straight_line.h"
#include "widgets/plot/readout_table.h"

namespace secant {
namespace {

/// What a row has in a pane of this kind; NaN if nothing.
double valueIn(PaneKind kind, const ReadoutRow& row)
{
    switch (kind) {
    case PaneKind::Value:
        return row.value;
    case PaneKind::Slope:
        return row.slope;
    case PaneKind::Curvature:
        return row.curvature;
    case PaneKind::ParameterSlope:
        break;
    }
    return std::nan("");
}

bool isJudgementEnd(const Figure& figure, const ChordHandle& handle)
{
    const HandleKind kind = figure.handles[static_cast<std::size_t>(handle.chord)].kind;
    return kind == HandleKind::JudgementLow || kind == HandleKind::JudgementHigh;
}

} // namespace

PlotOverlay::PlotOverlay(QWidget* parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
}

void PlotOverlay::setStyle(const Figure* figure, const FigurePalette* palette, const PlotFonts& fonts)
{
    m_figure = figure;
    m_palette = palette;
    m_fonts = fonts;
}

void PlotOverlay::paintEvent(QPaintEvent* /*event*/)
{
    if (m_figure == nullptr || state.maps.size() != m_figure->panes.size() || state.maps.empty()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool reading = state.readout.has_value() && std::isfinite(state.readout->x);
    if (reading && state.tangent) {
        paintTangent(painter);
    }
    if (reading && state.crosshair) {
        paintCrosshair(painter);
    }
    paintHandles(painter);
    paintRubberBand(painter);
    if (reading && state.crosshair) {
        paintReadout(painter);
    }
}

void PlotOverlay::paintCrosshair(QPainter& painter) const
{
    for (std::size_t i = 0; i < state.maps.size(); ++i) {
        const QRectF inside = interior(state.maps[i].rect);
        const double x = state.maps[i].toPixel(state.readout->x, 0.0).x();
        if (x < inside.left() || x > inside.right()) {
            continue;
        }
        QColor line = m_palette->text;
        line.setAlphaF(0.45F);
        painter.setPen(QPen(line, 1.0));
        const double snapped = std::floor(x) + 0.5;
        painter.drawLine(QLineF(snapped, inside.top(), snapped, inside.bottom()));
        for (const ReadoutRow& row : state.readout->rows) {
            const double value = valueIn(m_figure->panes[i].kind, row);
            const QPointF at = state.maps[i].toPixel(state.readout->x, value);
            if (std::isfinite(value) && inside.contains(at)) {
                painter.setPen(QPen(m_palette->background, 1.5));
                painter.setBrush(m_palette->curve(row.style).color);
                painter.drawEllipse(at, 4.0, 4.0);
            }
        }
    }
}

void PlotOverlay::paintTangent(QPainter& painter) const
{
    const PlotMap& map = state.maps.front();
    for (const ReadoutRow& row : state.readout->rows) {
        if (!row.active || !std::isfinite(row.value) || !std::isfinite(row.slope)) {
            continue;
        }
        const FigurePoint at{state.readout->x, row.value};
        const auto on = [&](double x) { return FigurePoint{x, at.y + row.slope * (x - at.x)}; };
        // From the point outwards, so that a steep line keeps going through it.
        const std::vector<FigurePoint> line = straightLine({on(map.x.min), at, on(map.x.max)}, map.window());
        // Paler than the curve, which shows through where it is straight.
        QColor color = m_palette->text;
        color.setAlphaF(0.7F);
        painter.setPen(QPen(color, 1.2));
        for (const Polyline& piece : clipped(inPixels(line, map), interior(map.rect))) {
            painter.drawPolyline(piece.data(), static_cast<int>(piece.size()));
        }
    }
}

void PlotOverlay::paintHandles(QPainter& painter) const
{
    for (const ChordHandle& handle : state.handles) {
        const bool hovered = state.hovered == handle;
        const bool isEnd = handle.part == ChordPart::Handle && isJudgementEnd(*m_figure, handle);
        if (isEnd && !hovered) {
            continue; // Its bracket is drawn already.
        }
        const double radius = hovered ? 8.0 : 6.0;
        QColor fill = hovered ? m_palette->curve(0).color : m_palette->background;
        fill.setAlphaF(hovered ? 0.35F : 0.0F);
        painter.setBrush(fill);
        painter.setPen(QPen(m_palette->background, 3.2));
        const auto outline = [&] {
            if (isEnd) {
                painter.drawRoundedRect(QRectF(handle.at - QPointF(radius, 10.0), QSizeF(2 * radius, 20.0)), 4, 4);
            } else if (handle.part == ChordPart::Lambda) {
                painter.drawRoundedRect(QRectF(handle.at - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)), 3,
                                        3);
            } else {
                painter.drawEllipse(handle.at, radius, radius);
            }
        };
        outline();
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_palette->text, hovered ? 2.0 : 1.4));
        outline();
    }
}

void PlotOverlay::paintRubberBand(QPainter& painter) const
{
    if (state.rubberBand.isEmpty()) {
        return;
    }
    QColor color = m_palette->curve(0).color;
    painter.setPen(QPen(color, 1.0, Qt::DashLine));
    color.setAlphaF(0.12F);
    painter.setBrush(color);
    painter.drawRect(state.rubberBand);
}

void PlotOverlay::paintReadout(QPainter& painter) const
{
    const PlotMap& top = state.maps.front();
    const QPointF atCurve(top.toPixel(state.readout->x, 0.0).x(), top.rect.top() + 20.0);
    const QRectF room = QRectF(rect()).adjusted(4.0, 4.0, -4.0, -4.0);
    const ReadoutTable table(*state.readout, m_fonts);
    table.paint(painter, table.placed(state.pointer.value_or(atCurve), room), *m_palette);
}

} // namespace secant
