#include <cmath>

#include <QPolygonF>
#include <QTest>

#include "widgets/plot/plot_map.h"

using namespace secant;

class TestPlotMap : public QObject {
    Q_OBJECT

private slots:
    void cutsPolygons_data();
    void cutsPolygons();
    void mapsLogarithms();
};

void TestPlotMap::cutsPolygons_data()
{
    // The clip is the square from 0 to 10; areas by hand.
    QTest::addColumn<QPolygonF>("outline");
    QTest::addColumn<double>("area");
    QTest::addRow("inside") << QPolygonF{{1, 1}, {3, 1}, {3, 4}} << 3.0;
    QTest::addRow("outside") << QPolygonF{{11, 1}, {13, 1}, {13, 4}} << 0.0;
    QTest::addRow("over all of it") << QPolygonF{{-1e9, -1e9}, {1e9, -1e9}, {1e9, 1e9}, {-1e9, 1e9}} << 100.0;
    QTest::addRow("over one edge") << QPolygonF{{8, 2}, {12, 2}, {12, 6}, {8, 6}} << 8.0;
    QTest::addRow("over a corner") << QPolygonF{{8, 12}, {12, 8}, {8, 8}} << 4.0;
    QTest::addRow("nothing") << QPolygonF() << 0.0;
}

void TestPlotMap::cutsPolygons()
{
    QFETCH(QPolygonF, outline);
    QFETCH(double, area);
    const Polyline cut = clippedPolygon(Polyline(outline.begin(), outline.end()), QRectF(0, 0, 10, 10));
    double twice = 0.0;
    for (std::size_t i = 0; i < cut.size(); ++i) {
        const QPointF& a = cut[i];
        const QPointF& b = cut[(i + 1) % cut.size()];
        twice += a.x() * b.y() - a.y() * b.x();
        QVERIFY(a.x() >= 0.0 && a.x() <= 10.0 && a.y() >= 0.0 && a.y() <= 10.0);
    }
    // 1e9 · 2⁻⁵² is what cutting the far corners may lose.
    QVERIFY2(std::abs(std::abs(twice) / 2.0 - area) <= 1e-5, qPrintable(QString::number(twice / 2.0)));
}

void TestPlotMap::mapsLogarithms()
{
    const PlotMap map{.rect = QRectF(0, 0, 601, 301),
                      .x = {1e-3, 1e3},
                      .y = {1e-300, 1.0},
                      .xScale = AxisScale::Logarithmic,
                      .yScale = AxisScale::Logarithmic};
    // Six decades in 601 pixels, three hundred in 301; the first is named by its middle.
    const QPointF at = map.toPixel(1.0, 1e-150);
    QVERIFY(std::abs(at.x() - (0.5 + 300.5)) < 1e-9 && std::abs(at.y() - (300.5 - 150.5)) < 1e-9);
    const QPointF back = map.toData(at);
    QVERIFY(std::abs(back.x() - 1.0) < 1e-12 && std::abs(back.y() / 1e-150 - 1.0) < 1e-12);
    // What is not positive is far below, not on the pane.
    for (const double low : {0.0, -1.0}) {
        QCOMPARE(map.toPixel(1.0, low).y(), kFarAway);
        QCOMPARE(map.toPixel(low, 1.0).x(), -kFarAway);
    }
}

QTEST_MAIN(TestPlotMap)
#include "tst_plot_map.moc"
