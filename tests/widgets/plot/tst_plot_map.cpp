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

QTEST_MAIN(TestPlotMap)
#include "tst_plot_map.moc"
