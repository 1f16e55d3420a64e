#include "tests/bench/plain_plot.h"

#include <qcustomplot.h>

#include "widgets/plot/palette.h"

namespace secant {

class PlainPlot::Private {
public:
    void addPane(const Pane& pane, const Range& x);

    QCustomPlot plot;
    std::vector<QList<QCPGraph*>> graphs;
};

void PlainPlot::Private::addPane(const Pane& pane, const Range& x)
{
    const FigurePalette& palette = figurePalette(FigureTheme::Light, false);
    auto* const rect = new QCPAxisRect(&plot); // Owned by the layout.
    plot.plotLayout()->addElement(plot.plotLayout()->rowCount(), 0, rect);
    QCPAxis* const keys = rect->axis(QCPAxis::atBottom);
    QCPAxis* const values = rect->axis(QCPAxis::atLeft);
    keys->setRange(x.min, x.max);
    values->setRange(pane.y.range.min, pane.y.range.max);
    for (const RegionBand& band : pane.regions) {
        auto* const item = new QCPItemRect(&plot); // Owned by the plot.
        item->setClipAxisRect(rect);
        for (QCPItemPosition* const corner : {item->topLeft, item->bottomRight}) {
            corner->setAxes(keys, values);
        }
        item->topLeft->setCoords(band.from, pane.y.range.max);
        item->bottomRight->setCoords(band.to, pane.y.range.min);
        QColor tint = palette.curve(band.style).color;
        tint.setAlphaF(0.12F);
        item->setBrush(tint);
        item->setPen(Qt::NoPen);
    }
    graphs.emplace_back();
    for (const Ink& ink : pane.inks) {
        QCPGraph* const graph = plot.addGraph(keys, values);
        graph->setPen(QPen(palette.curve(ink.style).color, ink.active ? 2.6 : 2.0));
        graphs.back().append(graph);
    }
}

PlainPlot::PlainPlot(const Figure& figure) : d(std::make_unique<Private>())
{
    d->plot.plotLayout()->clear();
    for (const Pane& pane : figure.panes) {
        d->addPane(pane, figure.x.range);
    }
}

PlainPlot::~PlainPlot() = default;

QWidget& PlainPlot::widget()
{
    return d->plot;
}

void PlainPlot::show(const Figure& figure)
{
    for (std::size_t i = 0; i < figure.panes.size(); ++i) {
        for (qsizetype k = 0; k < d->graphs[i].size(); ++k) {
            QVector<double> keys;
            QVector<double> values;
            for (const FigurePoint& point : figure.panes[i].inks[static_cast<std::size_t>(k)].runs.front()) {
                keys.append(point.x);
                values.append(point.y);
            }
            d->graphs[i][k]->setData(keys, values, true);
        }
    }
    d->plot.replot(QCustomPlot::rpImmediateRefresh);
}

} // namespace secant
