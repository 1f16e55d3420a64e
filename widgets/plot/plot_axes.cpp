#include "widgets/plot/plot_axes.h"

#include <algorithm>
#include <cmath>

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPicture>

#include <qcustomplot.h>

#include "widgets/plot/plot_map.h"

namespace secant {
namespace {

constexpr int kTickLength = 4;
constexpr int kLabelPadding = 4;
constexpr int kOuterMargin = 12;
constexpr int kGap = 16;
constexpr int kMarginStep = 8;

/// Ticks that the figure has computed. The axis runs from 0 to 1, so that no range, however wide or narrow, leaves what
/// QCustomPlot accepts.
class FigureTicker : public QCPAxisTicker {
public:
    void setAxis(const FigureAxis& axis, bool labelled)
    {
        const auto fraction = [&](double at) { return fractionOf(at, axis.range, axis.scale); };
        const auto visible = [](double f) { return f >= -1e-9 && f <= 1.0 + 1e-9; };
        m_ticks.clear();
        m_labels.clear();
        m_minor.clear();
        for (const AxisTick& tick : axis.ticks) {
            if (visible(fraction(tick.at))) {
                m_ticks.append(fraction(tick.at));
                m_labels.append(labelled ? QString::fromStdString(tick.label) : QString());
            }
        }
        for (const double at : axis.minorTicks) {
            if (visible(fraction(at))) {
                m_minor.append(fraction(at));
            }
        }
    }

    void generate(const QCPRange& /*range*/, const QLocale& /*locale*/, QChar /*format*/, int /*precision*/,
                  QVector<double>& ticks, QVector<double>* subTicks, QVector<QString>* labels) override
    {
        ticks = m_ticks;
        if (subTicks != nullptr) {
            *subTicks = m_minor;
        }
        if (labels != nullptr) {
            *labels = m_labels;
        }
    }

private:
    QVector<double> m_ticks;
    QVector<double> m_minor;
    QVector<QString> m_labels;
};

bool sameAxis(const FigureAxis& a, const FigureAxis& b)
{
    const auto sameTick = [](const AxisTick& s, const AxisTick& t) { return s.at == t.at && s.label == t.label; };
    return a.range == b.range && a.scale == b.scale && a.title == b.title && a.minorTicks == b.minorTicks &&
           std::equal(a.ticks.begin(), a.ticks.end(), b.ticks.begin(), b.ticks.end(), sameTick);
}

double widestLabel(const FigureAxis& axis, const QFontMetricsF& metrics)
{
    double widest = 0.0;
    for (const AxisTick& tick : axis.ticks) {
        widest = std::max(widest, metrics.horizontalAdvance(QString::fromStdString(tick.label)));
    }
    return widest;
}

double paneShare(PaneKind kind)
{
    return kind == PaneKind::Value ? 3.0 : 2.0;
}

} // namespace

PlotFonts plotFonts(const QFont& base, double scale)
{
    const double pixels = QFontInfo(base).pixelSize() * scale;
    const auto sized = [&](double factor) {
        QFont font = base;
        font.setPixelSize(std::max(1, qRound(pixels * factor)));
        return font;
    };
    PlotFonts fonts{.text = sized(1.0), .ticks = sized(0.92), .title = sized(1.1)};
    fonts.title.setWeight(QFont::DemiBold);
    return fonts;
}

/// QCustomPlot as an engine behind the view: never shown, never replotting by itself.
class PlotAxes::Plot : public QCustomPlot {
public:
    Plot()
    {
        mReplotting = true; // replot() returns at once: the view decides when to draw, and into what.
        setInteractions(QCP::iNone);
        setPlottingHint(QCP::phCacheLabels, false);
        plotLayout()->clear();
    }

    bool setFigure(const Figure& figure, const FigurePalette& colors, const PlotFonts& plotFonts);
    bool layOut(QSize size);
    void paint(QCPPainter& painter) { draw(&painter); }

    [[nodiscard]] QRect rectOf(std::size_t pane) const { return pane < rects.size() ? rects[pane]->rect() : QRect(); }

private:
    struct Content {
        FigureAxis x;
        std::vector<FigureAxis> y;
        std::vector<PaneKind> kinds;
        bool grid = true;
        const FigurePalette* palette = nullptr;
        PlotFonts fonts;
    };

    [[nodiscard]] bool shows(const Content& other) const;
    void createRects(std::size_t count);
    void styleAxis(QCPAxis& axis, const FigureAxis& source, bool labelled);
    void updateMargins();

    Content content;
    std::vector<QCPAxisRect*> rects;
    int leftMargin = 0;
    int bottomMargin = 0;
};

bool PlotAxes::Plot::shows(const Content& other) const
{
    return content.palette == other.palette && content.grid == other.grid && content.kinds == other.kinds &&
           content.fonts.ticks == other.fonts.ticks && content.fonts.text == other.fonts.text &&
           sameAxis(content.x, other.x) &&
           std::equal(content.y.begin(), content.y.end(), other.y.begin(), other.y.end(), sameAxis);
}

bool PlotAxes::Plot::setFigure(const Figure& figure, const FigurePalette& colors, const PlotFonts& plotFonts)
{
    Content next{.x = figure.x, .y = {}, .kinds = {}, .grid = figure.grid, .palette = &colors, .fonts = plotFonts};
    for (const Pane& pane : figure.panes) {
        next.y.push_back(pane.y);
        next.kinds.push_back(pane.kind);
    }
    if (shows(next)) {
        return false;
    }
    content = std::move(next);
    if (rects.size() != figure.panes.size()) {
        createRects(figure.panes.size());
    }
    for (std::size_t i = 0; i < rects.size(); ++i) {
        const bool lowest = i + 1 == rects.size();
        styleAxis(*rects[i]->axis(QCPAxis::atBottom), content.x, lowest);
        styleAxis(*rects[i]->axis(QCPAxis::atLeft), content.y[i], true);
        rects[i]->axis(QCPAxis::atBottom)->setLabel(lowest ? QString::fromStdString(content.x.title) : QString());
        for (const QCPAxis::AxisType side : {QCPAxis::atTop, QCPAxis::atRight}) {
            rects[i]->axis(side)->setBasePen(QPen(colors.frame, 1.0));
        }
    }
    updateMargins();
    return true;
}

void PlotAxes::Plot::createRects(std::size_t count)
{
    plotLayout()->clear();
    rects.clear();
    for (std::size_t i = 0; i < count; ++i) {
        auto* const rect = new QCPAxisRect(this); // Owned by the layout.
        rect->setupFullAxesBox();
        rect->setAutoMargins(QCP::msNone);
        rect->setMinimumMargins(QMargins());
        rect->setRangeDrag({});
        rect->setRangeZoom({});
        for (QCPAxis* const axis : rect->axes()) {
            axis->setRange(0.0, 1.0);
            axis->setTicker(QSharedPointer<FigureTicker>::create());
            axis->setNumberFormat("g");
        }
        for (const QCPAxis::AxisType side : {QCPAxis::atTop, QCPAxis::atRight}) {
            rect->axis(side)->setTicks(false);
            rect->axis(side)->setSubTicks(false);
            rect->axis(side)->setTickLabels(false);
        }
        plotLayout()->addElement(static_cast<int>(i), 0, rect);
        rects.push_back(rect);
    }
    plotLayout()->setRowSpacing(kGap);
}

void PlotAxes::Plot::styleAxis(QCPAxis& axis, const FigureAxis& source, bool labelled)
{
    const FigurePalette& colors = *content.palette;
    static_cast<FigureTicker*>(axis.ticker().data())->setAxis(source, labelled);
    axis.setBasePen(QPen(colors.frame, 1.0));
    axis.setTickPen(QPen(colors.frame, 1.0));
    axis.setTickLength(0, kTickLength);
    axis.setSubTickLength(0, 0);
    // A tick of no length is still a dot; in a drawing that is recorded it is one even without a pen.
    axis.setSubTickPen(QPen(Qt::transparent));
    axis.setTickLabelFont(content.fonts.ticks);
    axis.setTickLabelColor(colors.mutedText);
    axis.setTickLabelPadding(kLabelPadding);
    axis.setTickLabels(labelled);
    axis.setLabelFont(content.fonts.text);
    axis.setLabelColor(colors.text);
    axis.setLabelPadding(1);
    const bool visibleGrid = content.grid && colors.grid.alpha() > 0;
    axis.grid()->setVisible(visibleGrid);
    axis.grid()->setPen(QPen(colors.grid, 1.0));
    axis.grid()->setSubGridVisible(visibleGrid && !source.minorTicks.empty());
    axis.grid()->setSubGridPen(QPen(colors.minorGrid, 1.0));
    axis.grid()->setZeroLinePen(Qt::NoPen);
}

void PlotAxes::Plot::updateMargins()
{
    const QFontMetricsF ticks(content.fonts.ticks);
    double widest = ticks.horizontalAdvance(QStringLiteral("\u22120.25"));
    for (const FigureAxis& axis : content.y) {
        widest = std::max(widest, widestLabel(axis, ticks));
    }
    // In steps, and slow to shrink: while a person pans, the panes stay where they are.
    const int wanted = kOuterMargin + kTickLength + kLabelPadding + static_cast<int>(std::ceil(widest));
    const int stepped = (wanted + kMarginStep - 1) / kMarginStep * kMarginStep;
    if (stepped > leftMargin || stepped < leftMargin - 2 * kMarginStep) {
        leftMargin = stepped;
    }
    const double title = content.x.title.empty() ? 0.0 : QFontMetricsF(content.fonts.text).height() + 1.0;
    bottomMargin = kTickLength + kLabelPadding + static_cast<int>(std::ceil(ticks.height() + title)) + 4;
}

bool PlotAxes::Plot::layOut(QSize size)
{
    if (rects.empty()) {
        return false;
    }
    std::vector<QRect> before;
    for (const QCPAxisRect* rect : rects) {
        before.push_back(rect->rect());
    }
    setViewport(QRect(QPoint(), size));
    const int gaps = kGap * (static_cast<int>(rects.size()) - 1);
    const double room = std::max(1.0, static_cast<double>(size.height() - kOuterMargin - bottomMargin - gaps));
    double shares = 0.0;
    for (const PaneKind kind : content.kinds) {
        shares += paneShare(kind);
    }
    for (std::size_t i = 0; i < rects.size(); ++i) {
        const int top = i == 0 ? kOuterMargin : 0;
        const int bottom = i + 1 == rects.size() ? bottomMargin : 0;
        rects[i]->setMargins(QMargins(leftMargin, top, kOuterMargin + 4, bottom));
        // The layout stretches panes with their margins; the plotting areas are what is to have the shares.
        const double height = room * paneShare(content.kinds[i]) / shares + top + bottom;
        plotLayout()->setRowStretchFactor(static_cast<int>(i), height);
    }
    updateLayout();
    bool moved = false;
    for (std::size_t i = 0; i < rects.size(); ++i) {
        moved = moved || rects[i]->rect() != before[i];
    }
    return moved;
}

PlotAxes::PlotAxes() : m_plot(std::make_unique<Plot>()) {}
PlotAxes::~PlotAxes() = default;

bool PlotAxes::setFigure(const Figure& figure, const FigurePalette& palette, const PlotFonts& fonts)
{
    return m_plot->setFigure(figure, palette, fonts);
}

bool PlotAxes::layOut(QSize size)
{
    return m_plot->layOut(size);
}

QRect PlotAxes::paneRect(std::size_t pane) const
{
    return m_plot->rectOf(pane);
}

void PlotAxes::paint(QImage& image, double scale) const
{
    QCPPainter painter(&image);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.scale(scale, scale);
    // A line of one device pixel fills pixel c; a wider one is centred on c and needs the half pixel.
    if (scale > 1.0) {
        painter.translate(0.5, 0.5);
    }
    m_plot->paint(painter);
}

void PlotAxes::paint(QPainter& painter) const
{
    // QCustomPlot needs a painter of its own class; a picture carries what it draws over to any other.
    QPicture picture;
    QCPPainter recorder(&picture);
    recorder.setMode(QCPPainter::pmVectorized);
    recorder.setMode(QCPPainter::pmNoCaching);
    m_plot->paint(recorder);
    recorder.end();
    painter.save();
    painter.translate(0.5, 0.5);
    // A picture is replayed at the size that it has in inches; pixels are meant.
    const QPaintDevice* const device = painter.device();
    painter.scale(static_cast<double>(picture.logicalDpiX()) / device->logicalDpiX(),
                  static_cast<double>(picture.logicalDpiY()) / device->logicalDpiY());
    painter.drawPicture(0, 0, picture);
    painter.restore();
}

} // namespace secant
