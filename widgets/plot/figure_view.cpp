#include "widgets/plot/figure_view.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include <QEvent>
#include <QPainter>
#include <QtMath>

#include "widgets/plot/figure_view_p.h"

namespace secant {
namespace {

constexpr double kTickSpacing = 90.0; // Logical pixels.

bool sameBudget(const Budget& a, const Budget& b)
{
    return a.paneWidthPx == b.paneWidthPx && a.paneHeightPx == b.paneHeightPx && a.tickSpacingPx == b.tickSpacingPx;
}

} // namespace

FigureView::Private::Private(FigureView* view)
    : q(view),
      palette(&figurePalette(FigureTheme::Window, false)),
      fonts(plotFonts(view->font(), 1.0)),
      overlay(new PlotOverlay(view))
{
    burst.setSingleShot(true);
    burst.setInterval(300);
    QObject::connect(&burst, &QTimer::timeout, view, [this] { finishBurst(); });
}

void FigureView::Private::setFigure(const Figure& next)
{
    const Budget before = lastBudget;
    figure = next;
    restyle();
    if (!sameBudget(before, lastBudget)) {
        // Not from within the call that brought the figure: the session is still in the middle of answering.
        QMetaObject::invokeMethod(q, &FigureView::budgetChanged, Qt::QueuedConnection);
    }
    updateDescription();
}

void FigureView::Private::restyle()
{
    palette = &figurePalette(figure.theme, windowDark);
    fonts = plotFonts(q->font(), textScale);
    baseIsOld = axes.setFigure(figure, *palette, fonts) || baseIsOld;
    laidOut = QSize();
    ensureLayout();
    imageIsOld = true;
    q->update();
}

void FigureView::Private::ensureLayout()
{
    if (laidOut == q->size()) {
        return;
    }
    baseIsOld = axes.layOut(q->size()) || baseIsOld;
    laidOut = q->size();
    imageIsOld = true;
    lastBudget = budget();
    updateOverlay();
}

Budget FigureView::Private::budget()
{
    ensureLayout();
    const double scale = q->devicePixelRatioF();
    Budget result;
    result.tickSpacingPx = kTickSpacing * textScale * scale;
    if (figure.panes.empty()) {
        result.paneWidthPx = std::max(1.0, q->width() * scale);
        result.paneHeightPx.fill(std::max(1.0, q->height() * scale));
        return result;
    }
    const QRect first = axes.paneRect(0);
    result.paneWidthPx = std::max(1.0, first.width() * scale);
    result.paneHeightPx.fill(std::max(1.0, first.height() * scale));
    for (std::size_t i = 0; i < figure.panes.size(); ++i) {
        const auto kind = static_cast<std::size_t>(figure.panes[i].kind);
        result.paneHeightPx[kind] = std::max(1.0, axes.paneRect(i).height() * scale);
    }
    return result;
}

std::optional<std::size_t> FigureView::Private::paneOf(PaneKind kind) const
{
    for (std::size_t i = 0; i < figure.panes.size(); ++i) {
        if (figure.panes[i].kind == kind) {
            return i;
        }
    }
    return std::nullopt;
}

PlotMap FigureView::Private::mapOf(std::size_t pane) const
{
    const FigureAxis& y = figure.panes[pane].y;
    return {.rect = paneRectF(pane), .x = figure.x.range, .y = y.range, .xScale = figure.x.scale, .yScale = y.scale};
}

void FigureView::Private::render()
{
    ensureLayout();
    const double scale = q->devicePixelRatioF();
    const QSize size(qCeil(q->width() * scale), qCeil(q->height() * scale));
    if (size.isEmpty() || (!imageIsOld && image.size() == size)) {
        return;
    }
    if (image.size() != size) {
        image = QImage(size, QImage::Format_RGB32);
        base = QImage(size, QImage::Format_RGB32);
        baseIsOld = true;
    }
    if (baseIsOld) {
        base.fill(palette->background);
        if (!figure.panes.empty()) {
            axes.paint(base, scale);
        }
        baseIsOld = false;
    }
    image.setDevicePixelRatio(1.0);
    std::memcpy(image.bits(), base.constBits(), static_cast<std::size_t>(base.sizeInBytes()));
    {
        QPainter painter(&image);
        painter.scale(scale, scale);
        paintPanes(painter, &image, scale);
    }
    image.setDevicePixelRatio(scale);
    imageIsOld = false;
}

void FigureView::Private::paintPanes(QPainter& painter, QImage* target, double scale)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const PaneCanvas canvas{.painter = painter, .image = target, .scale = scale, .mask = mask};
    const PaneStyle style{.palette = *palette, .fonts = fonts, .lineScale = lineScale};
    for (std::size_t i = 0; i < figure.panes.size(); ++i) {
        const PlotMap map = mapOf(i);
        const Pane& pane = figure.panes[i];
        painter.save();
        painter.setClipRect(interior(map.rect));
        paintPane(canvas, pane, map, style);
        const DrawnLines lines(pane, map);
        std::vector<QRectF> taken;
        QRectF legend;
        if (i == 0) {
            const QRectF verdict = judgementTextRect(figure, lines, map, fonts);
            if (figure.judgement) {
                paintJudgement(painter, *figure.judgement, verdict, map, style);
            }
            corner = quietCorner(figure, lines, verdict, map, fonts, corner);
            legend = legendRect(figure, map, fonts, corner);
            taken = insetRects(figure.insets, map);
            taken.push_back(legend);
            taken.push_back(verdict);
        }
        paintPaneTexts(painter, pane, lines, map, style, std::move(taken));
        paintLegend(painter, figure, map, legend, style);
        if (i == 0) {
            paintInsets(painter, figure.insets, map, style);
        }
        painter.restore();
    }
    const bool nothingDrawn =
        std::all_of(figure.panes.begin(), figure.panes.end(), [](const Pane& pane) { return pane.inks.empty(); });
    if (nothingDrawn) {
        paintHint(painter, figure.panes.empty() ? QRectF(q->rect()) : interior(paneRectF(0)), figure.emptyHint);
    }
    for (std::size_t i = 0; i < figure.panes.size(); ++i) {
        paintHint(painter, interior(paneRectF(i)), figure.panes[i].emptyHint);
    }
}

void FigureView::Private::paintHint(QPainter& painter, const QRectF& room, const std::string& text) const
{
    if (text.empty()) {
        return;
    }
    const QString hint = QString::fromStdString(text);
    QFont font = fonts.title;
    font.setWeight(QFont::Normal);
    const QRectF box = room.adjusted(24, 24, -24, -24);
    painter.save();
    painter.setFont(font);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette->labelBacking);
    const int layout = Qt::AlignCenter | Qt::TextWordWrap;
    painter.drawRoundedRect(painter.boundingRect(box, layout, hint).adjusted(-12, -8, 12, 8), 5.0, 5.0);
    painter.setPen(palette->mutedText);
    painter.drawText(box, layout, hint);
    painter.restore();
}

void FigureView::Private::updateOverlay()
{
    overlay->setGeometry(q->rect());
    overlay->setStyle(&figure, palette, fonts);
    overlay->state.maps.clear();
    for (std::size_t i = 0; i < figure.panes.size(); ++i) {
        overlay->state.maps.push_back(mapOf(i));
    }
    overlay->state.handles = hints ? chordHandles() : std::vector<ChordHandle>();
    overlay->update();
}

void FigureView::Private::updateDescription()
{
    QStringList shown;
    for (const LegendEntry& entry : figure.legend) {
        shown.append(QString::fromStdString(entry.text));
    }
    QStringList panes;
    for (const Pane& pane : figure.panes) {
        panes.append(QString::fromStdString(pane.y.title));
    }
    const QString next = shown.isEmpty() ? QString::fromStdString(figure.emptyHint)
                                         : FigureView::tr("%1, for x from %2 to %3: %4")
                                               .arg(panes.join(QStringLiteral(", ")))
                                               .arg(figure.x.range.min)
                                               .arg(figure.x.range.max)
                                               .arg(shown.join(QStringLiteral("; ")));
    if (next != description) {
        description = next;
        q->setAccessibleDescription(description);
    }
}

FigureView::FigureView(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(160, 120);
    setAccessibleName(tr("Plot"));
    grabGesture(Qt::PinchGesture);
}

FigureView::~FigureView() = default;

void FigureView::setFigure(const Figure& figure)
{
    d->setFigure(figure);
}

void FigureView::setReadout(const Readout& readout, bool crosshair, bool tangent)
{
    d->overlay->state.readout = readout;
    d->overlay->state.crosshair = crosshair;
    d->overlay->state.tangent = tangent;
    d->overlay->update();
}

void FigureView::clearReadout()
{
    d->overlay->state.readout.reset();
    d->overlay->update();
}

void FigureView::setWindowDark(bool dark)
{
    if (d->windowDark != dark) {
        d->windowDark = dark;
        d->restyle();
    }
}

void FigureView::setTextScale(double scale)
{
    if (std::isfinite(scale) && scale > 0.0 && d->textScale != scale) {
        d->textScale = scale;
        d->restyle();
        emit budgetChanged();
    }
}

void FigureView::setLineScale(double scale)
{
    if (std::isfinite(scale) && scale > 0.0 && d->lineScale != scale) {
        d->lineScale = scale;
        d->restyle();
    }
}

void FigureView::setInteractionHints(bool shown)
{
    d->hints = shown;
    d->updateOverlay();
}

Budget FigureView::budget() const
{
    return d->budget();
}

const Figure& FigureView::figure() const
{
    return d->figure;
}

QRect FigureView::paneRect(PaneKind kind) const
{
    d->ensureLayout();
    const std::optional<std::size_t> pane = d->paneOf(kind);
    return pane ? d->overlay->state.maps[*pane].rect.toRect() : QRect();
}

QPointF FigureView::toPixel(PaneKind kind, double x, double y) const
{
    d->ensureLayout();
    const std::optional<std::size_t> pane = d->paneOf(kind);
    return pane ? d->overlay->state.maps[*pane].toPixel(x, y) : QPointF();
}

QPointF FigureView::toData(PaneKind kind, QPointF pixel) const
{
    d->ensureLayout();
    const std::optional<std::size_t> pane = d->paneOf(kind);
    return pane ? d->overlay->state.maps[*pane].toData(pixel) : QPointF();
}

void FigureView::paint(QPainter& painter, bool vector, bool ground)
{
    d->paintOnto(painter, vector, ground);
}

void FigureView::Private::paintOnto(QPainter& painter, bool vector, bool ground)
{
    ensureLayout();
    painter.save();
    if (vector) {
        if (ground) {
            painter.fillRect(QRectF(q->rect()), palette->background);
        }
        if (!figure.panes.empty()) {
            axes.paint(painter);
        }
        paintPanes(painter, nullptr, 1.0);
    } else {
        // Own pixels first: the painter may stand on anything, and the stroker needs an image of a known format.
        const QTransform device = painter.deviceTransform();
        const double scale = std::max(1e-3, std::hypot(device.m11(), device.m12()));
        QImage pixels(qCeil(q->width() * scale - 1e-6), qCeil(q->height() * scale - 1e-6),
                      QImage::Format_ARGB32_Premultiplied);
        pixels.fill(ground ? palette->background : QColor(Qt::transparent));
        if (!figure.panes.empty()) {
            axes.paint(pixels, scale);
        }
        QPainter onPixels(&pixels);
        onPixels.scale(scale, scale);
        paintPanes(onPixels, &pixels, scale);
        onPixels.end();
        painter.drawImage(QRectF(0.0, 0.0, pixels.width() / scale, pixels.height() / scale), pixels);
    }
    painter.restore();
}

void FigureView::paintEvent(QPaintEvent* /*event*/)
{
    d->render();
    QPainter painter(this);
    painter.drawImage(QPoint(), d->screen());
}

void FigureView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    d->ensureLayout();
    emit budgetChanged();
}

void FigureView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        d->restyle();
        emit budgetChanged();
    }
}

} // namespace secant
