#include "widgets/plot/pane_painter.h"

#include <algorithm>
#include <cmath>

#include <QPainter>
#include <QPainterPath>

#include "core/figure/straight_line.h"
#include "widgets/plot/fact_painter.h"
#include "widgets/plot/region_pattern.h"

namespace secant {
namespace {

constexpr double kGuard = 24.0; // Logical pixels of curve kept around the pane, for ends and widths.
constexpr double kLaneHeight = 6.0;
constexpr double kDotRadius = 3.6;

QColor withAlpha(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

QRect deviceRect(const QRectF& rect, double scale)
{
    const QRectF scaled(rect.topLeft() * scale, rect.size() * scale);
    return {QPoint(qRound(scaled.left()), qRound(scaled.top())),
            QPoint(qRound(scaled.right()) - 1, qRound(scaled.bottom()) - 1)};
}

/// Paints the parts of one pane; holds what they share.
class PaneScope {
public:
    PaneScope(const PaneCanvas& canvas, const PlotMap& map, const PaneStyle& style)
        : m_canvas(canvas), m_map(map), m_style(style), m_inside(interior(map.rect))
    {
        if (canvas.image != nullptr) {
            m_device = deviceRect(m_inside, canvas.scale) & canvas.image->rect();
            canvas.mask.reset(m_device);
        }
    }

    void paintBand(const RegionBand& band) const;
    void paintZeroLines() const;
    void paintGuides(const std::vector<Guide>& guides) const;
    void paintDensity(const std::vector<FigurePoint>& density) const;
    void paintInk(const Ink& ink) const;
    void paintChord(const ChordInk& chord) const;
    void paintDots(const std::vector<Dot>& dots) const;
    void paintFill(const FillInk& fill) const;
    void paintLines(const std::vector<LineInk>& lines, bool underlay) const;
    void stroke(const Polyline& line, const QColor& color, double width, const QList<qreal>& dashes) const;

private:
    [[nodiscard]] const QColor& colorOf(int style) const { return m_style.palette.curve(style).color; }
    void addToMask(const Polyline& line, double width, const QList<qreal>& dashes) const;
    void paintVector(const std::vector<Polyline>& lines, const QColor& color, double width,
                     const QList<qreal>& dashes) const;
    void paintColumns(const std::vector<QRectF>& columns, const QColor& color) const;
    void paintEdge(double x, const QColor& color, double top) const;
    [[nodiscard]] std::vector<QRectF> columnRects(const Ink& ink, double width) const;

    const PaneCanvas& m_canvas;
    const PlotMap& m_map;
    const PaneStyle& m_style;
    QRectF m_inside;
    QRect m_device;
};

void PaneScope::paintBand(const RegionBand& band) const
{
    const double from = m_map.toPixel(band.from, 0.0).x();
    const double to = m_map.toPixel(band.to, 0.0).x();
    if (!(from <= to) || to < m_inside.left() || from > m_inside.right()) {
        return;
    }
    const double left = std::clamp(from, m_inside.left(), m_inside.right());
    const double right = std::clamp(to, m_inside.left(), m_inside.right());
    QRectF box(left, m_inside.top(), right - left, m_inside.height());
    if (band.lane >= 0) {
        box.setTop(m_inside.bottom() - (kLaneHeight + 1.0) * (band.lane + 1) + 1.0);
        box.setHeight(kLaneHeight);
        if (box.top() < m_inside.top()) {
            return;
        }
    }
    const QColor& color = colorOf(band.style);
    if (m_canvas.image != nullptr) {
        const QRect pixels = deviceRect(box, m_canvas.scale) & m_device;
        blendTiled(*m_canvas.image, pixels, regionTile(band.kind, color, m_canvas.scale), m_device.bottomLeft());
    } else {
        paintRegion(m_canvas.painter, box, m_inside.bottomLeft(), band.kind, color);
    }
    for (const auto& [isEdge, x] : {std::pair{band.fromIsEdge, from}, std::pair{band.toIsEdge, to}}) {
        if (isEdge && x >= m_inside.left() && x <= m_inside.right()) {
            paintEdge(x, color, box.top());
        }
    }
    if (band.lane >= 0) {
        m_canvas.painter.fillRect(QRectF(left, box.top() - 1.0, right - left, 1.0), withAlpha(color, 0.55));
    }
}

void PaneScope::paintEdge(double x, const QColor& color, double top) const
{
    const QColor pale = withAlpha(color, 0.75);
    m_canvas.painter.setPen(QPen(pale, 1.0, Qt::SolidLine, Qt::FlatCap));
    const double snapped = std::floor(x) + 0.5;
    const double bottom = top > m_inside.top() ? top + kLaneHeight : m_inside.bottom();
    m_canvas.painter.drawLine(QLineF(snapped, top, snapped, bottom));
}

void PaneScope::paintZeroLines() const
{
    const QPointF zero = m_map.toPixel(0.0, 0.0);
    m_canvas.painter.setPen(QPen(m_style.palette.zeroLine, 1.0, Qt::SolidLine, Qt::FlatCap));
    // On the pixel that QCustomPlot's grid line has.
    const auto snapped = [](double at) { return std::round(at - 0.5) + 0.5; };
    if (zero.x() > m_inside.left() && zero.x() < m_inside.right()) {
        m_canvas.painter.drawLine(QLineF(snapped(zero.x()), m_inside.top(), snapped(zero.x()), m_inside.bottom()));
    }
    if (zero.y() > m_inside.top() && zero.y() < m_inside.bottom()) {
        m_canvas.painter.drawLine(QLineF(m_inside.left(), snapped(zero.y()), m_inside.right(), snapped(zero.y())));
    }
}

void PaneScope::paintGuides(const std::vector<Guide>& guides) const
{
    constexpr double kGuideWidth = 1.2;
    for (const Guide& guide : guides) {
        stroke(inPixels(straightLine({guide.from, guide.to}, m_map.window()), m_map),
               withAlpha(colorOf(guide.style), 0.8), kGuideWidth, {5.0, 4.0});
    }
}

void PaneScope::paintDensity(const std::vector<FigurePoint>& density) const
{
    if (!density.empty()) {
        stroke(inPixels(density, m_map), withAlpha(m_style.palette.mutedText, 0.7), 1.2, {});
    }
}

void PaneScope::addToMask(const Polyline& line, double width, const QList<qreal>& dashes) const
{
    const double scale = m_canvas.scale;
    Polyline device;
    device.reserve(line.size());
    for (const QPointF& point : line) {
        device.push_back(point * scale);
    }
    for (const Polyline& dash : dashed(device, dashes, width * scale)) {
        m_canvas.mask.addPolyline(dash, width * scale / 2.0);
    }
}

void PaneScope::paintVector(const std::vector<Polyline>& lines, const QColor& color, double width,
                            const QList<qreal>& dashes) const
{
    QPainterPath path;
    for (const Polyline& line : lines) {
        path.moveTo(line.front());
        for (std::size_t i = 1; i < line.size(); ++i) {
            path.lineTo(line[i]);
        }
        if (line.size() == 1) {
            path.lineTo(line.front() + QPointF(0.01, 0.0));
        }
    }
    if (path.isEmpty()) {
        return;
    }
    QPen pen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (!dashes.isEmpty()) {
        // The round ends add half a width on either side of a dash; a dot is one that is nothing else.
        QList<qreal> cores;
        for (qsizetype i = 0; i < dashes.size(); ++i) {
            cores << (i % 2 == 0 ? std::max(0.01, dashes[i] - 1.0) : dashes[i] + 1.0);
        }
        pen.setDashPattern(cores);
    }
    m_canvas.painter.setBrush(Qt::NoBrush);
    m_canvas.painter.setPen(pen);
    m_canvas.painter.drawPath(path);
}

void PaneScope::stroke(const Polyline& line, const QColor& color, double width, const QList<qreal>& dashes) const
{
    if (m_canvas.image == nullptr) {
        paintVector(clipped(line, m_inside), color, width, dashes);
        return;
    }
    for (const Polyline& piece : clipped(line, m_inside.adjusted(-kGuard, -kGuard, kGuard, kGuard))) {
        addToMask(piece, width, dashes);
    }
    m_canvas.mask.blendInto(*m_canvas.image, color);
}

std::vector<QRectF> PaneScope::columnRects(const Ink& ink, double width) const
{
    std::vector<QRectF> rects;
    for (const InkColumn& column : ink.columns) {
        const QPointF low = m_map.toPixel(column.x0, column.lo);
        const QPointF high = m_map.toPixel(column.x1, column.hi);
        QRectF rect = QRectF(QPointF(low.x(), high.y()), QPointF(high.x(), low.y())).normalized();
        rect.adjust(0.0, -width / 2.0, 0.0, width / 2.0);
        rect &= m_inside;
        if (!rect.isEmpty()) {
            rects.push_back(rect);
        }
    }
    return rects;
}

void PaneScope::paintColumns(const std::vector<QRectF>& columns, const QColor& color) const
{
    for (const QRectF& column : columns) {
        m_canvas.painter.fillRect(column, color);
    }
}

void PaneScope::paintInk(const Ink& ink) const
{
    const CurveStyle& curve = m_style.palette.curve(ink.style);
    const bool fan = ink.role == InkRole::Fan;
    const QColor color = fan ? withAlpha(curve.color, 0.35) : curve.color;
    const QList<qreal> dashes = fan ? QList<qreal>() : curve.dashes;
    const double width = penWidth(ink) * m_style.lineScale;
    const std::vector<QRectF> columns = columnRects(ink, width);
    if (m_canvas.image == nullptr) {
        std::vector<Polyline> lines;
        for (const auto& run : ink.runs) {
            for (Polyline& piece : clipped(inPixels(run, m_map), m_inside)) {
                lines.push_back(std::move(piece));
            }
        }
        paintColumns(columns, color);
        paintVector(lines, color, width, dashes);
        return;
    }
    const QRectF around = m_inside.adjusted(-kGuard, -kGuard, kGuard, kGuard);
    for (const auto& run : ink.runs) {
        for (const Polyline& piece : clipped(inPixels(run, m_map), around)) {
            addToMask(piece, width, dashes);
        }
    }
    for (const QRectF& column : columns) {
        m_canvas.mask.addRect({column.topLeft() * m_canvas.scale, column.size() * m_canvas.scale});
    }
    m_canvas.mask.blendInto(*m_canvas.image, color);
}

void PaneScope::paintChord(const ChordInk& chord) const
{
    if (!chord.defined) {
        return;
    }
    const QColor& text = m_style.palette.text;
    const QPointF onChord = m_map.toPixel(chord.onChord.x, chord.onChord.y);
    const QPointF onCurve = m_map.toPixel(chord.onCurve.x, chord.onCurve.y);
    stroke(inPixels(chord.line, m_map), withAlpha(text, 0.85), 1.5, {});
    if (std::isfinite(chord.gap)) {
        stroke({onChord, onCurve}, colorOf(chord.style), 1.5, {2.0, 2.0});
    }
    QPainter& painter = m_canvas.painter;
    const QColor& ground = m_style.palette.background;
    for (const FigurePoint& end : {chord.first, chord.second}) {
        const QPointF at = m_map.toPixel(end.x, end.y);
        if (m_inside.contains(at)) {
            paintDot(painter, at, DotKind::Closed, text, ground);
        }
    }
    if (std::isfinite(chord.gap) && m_inside.contains(onCurve)) {
        paintDot(painter, onCurve, DotKind::Closed, colorOf(chord.style), ground);
    }
    if (m_inside.contains(onChord)) {
        paintDot(painter, onChord, DotKind::Open, text, ground);
    }
}

void PaneScope::paintDots(const std::vector<Dot>& dots) const
{
    for (const Dot& dot : dots) {
        const QPointF at = m_map.toPixel(dot.at.x, dot.at.y);
        if (m_inside.contains(at)) {
            paintDot(m_canvas.painter, at, dot.kind, colorOf(dot.style), m_style.palette.background);
        }
    }
}

void PaneScope::paintFill(const FillInk& fill) const
{
    const Polyline outline = clippedPolygon(inPixels(fill.outline, m_map), m_inside);
    if (outline.size() < 3) {
        return;
    }
    m_canvas.painter.setPen(Qt::NoPen);
    m_canvas.painter.setBrush(withAlpha(toneColor(m_style.palette, fill.tone), 0.22));
    m_canvas.painter.drawPolygon(outline.data(), static_cast<int>(outline.size()));
}

void PaneScope::paintLines(const std::vector<LineInk>& lines, bool underlay) const
{
    for (const LineInk& line : lines) {
        if ((line.look == LineLook::Underlay) == underlay) {
            const QPen pen = linePen(m_style, line.tone, line.look);
            stroke(inPixels(line.points, m_map), pen.color(), pen.widthF(), {});
        }
    }
}

} // namespace

double penWidth(const Ink& ink)
{
    if (ink.role == InkRole::Fan) {
        return 1.0;
    }
    return ink.active ? 2.6 : 2.0;
}

QPen linePen(const PaneStyle& style, Tone tone, LineLook look)
{
    const bool isUnderlay = look == LineLook::Underlay;
    const double width = isUnderlay ? 9.0 : look == LineLook::Bold ? 2.4 : 1.1;
    const double alpha = isUnderlay ? 0.38 : look == LineLook::Bold ? 0.95 : 0.6;
    return {withAlpha(toneColor(style.palette, tone), alpha), width, Qt::SolidLine, Qt::FlatCap};
}

QRectF interior(const QRectF& paneRect)
{
    return paneRect.adjusted(1.0, 1.0, -1.0, -1.0);
}

void paintPane(const PaneCanvas& canvas, const Pane& pane, const PlotMap& map, const PaneStyle& style)
{
    const PaneScope scope(canvas, map, style);
    paintFactGrounds(canvas.painter, pane, map, style);
    for (const RegionBand& band : pane.regions) {
        scope.paintBand(band);
    }
    for (const FillInk& fill : pane.fills) {
        scope.paintFill(fill);
    }
    scope.paintLines(pane.lines, true);
    scope.paintZeroLines();
    scope.paintDensity(pane.density);
    scope.paintGuides(pane.guides);
    for (const Ink& ink : pane.inks) {
        scope.paintInk(ink);
    }
    scope.paintLines(pane.lines, false);
    for (const ChordInk& chord : pane.chords) {
        scope.paintChord(chord);
    }
    scope.paintDots(pane.dots);
    paintFactMarks(canvas.painter, pane, map, style);
}

void paintDot(QPainter& painter, QPointF at, DotKind kind, const QColor& color, const QColor& ground)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    if (kind == DotKind::Framework) {
        const auto diamond = [&](double r) {
            return QPolygonF{at + QPointF(0, -r), at + QPointF(r, 0), at + QPointF(0, r), at + QPointF(-r, 0)};
        };
        painter.drawPolygon(diamond(kDotRadius + 3.4));
        painter.setBrush(color);
        painter.drawPolygon(diamond(kDotRadius + 1.4));
        return;
    }
    painter.drawEllipse(at, kDotRadius + 1.6, kDotRadius + 1.6);
    if (kind == DotKind::Open) {
        painter.setPen(QPen(color, 1.8));
        painter.drawEllipse(at, kDotRadius - 0.4, kDotRadius - 0.4);
    } else {
        painter.setBrush(color);
        painter.drawEllipse(at, kDotRadius, kDotRadius);
    }
}

} // namespace secant
