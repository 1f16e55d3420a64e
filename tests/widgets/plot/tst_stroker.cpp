#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include <QtTest>

#include "tests/support/line_truth.h"
#include "widgets/plot/stroker.h"
#include "widgets/plot/tight_turns.h"

using namespace secant;

namespace {

constexpr int kWidth = kLineWidth;
constexpr int kHeight = kLineHeight;

CoverageMask stroked(const std::vector<Polyline>& lines, double width)
{
    CoverageMask mask;
    mask.reset({0, 0, kWidth, kHeight});
    for (const Polyline& line : lines) {
        mask.addPolyline(line, width / 2.0);
    }
    return mask;
}

} // namespace

Q_DECLARE_METATYPE(secant::Polyline)
Q_DECLARE_METATYPE(std::vector<secant::Polyline>)

class TestStroker : public QObject {
    Q_OBJECT

private slots:
    void agreesWithSupersampling_data();
    void agreesWithSupersampling();
    void inkOfASlantedHairlineIsItsLength();
    void translucentPenBlendsOnce();
    void opaquePenKeepsAlpha();
    void maskIsEmptyAfterBlending();
    void turnsAreTightWhereArmsShareAPixel();
    void offsetMaskHitsTheSamePixels_data();
    void offsetMaskHitsTheSamePixels();
    void farAwayEndsLeaveTheRestAlone();
    void dashesHaveTheirVisibleLength();
    void dotsAreRound();
    void tilesRepeatFromOrigin();
    void rectanglesCoverInProportion();
    void clippingCutsAtTheEdge();
    void clippingLiftsThePenAtNaN();
};

void TestStroker::agreesWithSupersampling_data()
{
    QTest::addColumn<std::vector<Polyline>>("lines");
    QTest::addColumn<double>("pen");
    QTest::addColumn<double>("worst");
    const std::vector<std::pair<const char*, std::vector<Polyline>>> shapes{
        {"smooth sine", {smoothSine()}}, {"corner of |x|", {corner()}}, {"half circle", {halfCircle()}}};
    for (const double pen : {1.0, 1.5, 2.0, 2.5}) {
        for (const auto& [name, lines] : shapes) {
            // A plain shape: rounding to 8 bits, the truth's own ±2, and the half plane in place of a bend.
            QTest::addRow("%s, pen %g", name, pen) << lines << pen << 16.0;
        }
        // At a right angle the pixel in the corner belongs to both arms, in halves that the larger one cannot tell.
        QTest::addRow("vertical step, pen %g", pen) << std::vector<Polyline>{verticalStep()} << pen << 45.0;
        // Notches between the arms of a peak, down to where the arms fill every pixel: samples of the union.
        QTest::addRow("steep peaks, pen %g", pen) << std::vector<Polyline>{steepSine()} << pen << 20.0;
        QTest::addRow("chirp, pen %g", pen) << std::vector<Polyline>{chirp()} << pen << 20.0;
        const Polyline forwards = chirp();
        const Polyline backwards(forwards.rbegin(), forwards.rend());
        QTest::addRow("chirp from the right, pen %g", pen) << std::vector<Polyline>{backwards} << pen << 20.0;
        // Its feet are right angles.
        const Polyline spike{{20.0, 100.25}, {80.0, 99.5}, {80.7, 12.0}, {81.9, 99.0}, {140.0, 100.0}};
        QTest::addRow("spike, pen %g", pen) << std::vector<Polyline>{spike} << pen << 45.0;
    }
}

void TestStroker::agreesWithSupersampling()
{
    QFETCH(std::vector<Polyline>, lines);
    QFETCH(double, pen);
    QFETCH(double, worst);
    const CoverageMask mask = stroked(lines, pen);
    const LineTruth truth(lines, pen / 2.0);
    // A half disc of half a pixel's radius is no half plane: its pixels may be off two and a half times as much.
    constexpr double kEndSlack = 0.4;
    double sum = 0.0;
    double largest = 0.0;
    int inked = 0;
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            const double expected = truth.at(x, y);
            const double error = std::abs(mask.at(x, y) - expected);
            if (expected > 0.0 || mask.at(x, y) > 0) {
                ++inked;
                sum += error;
            }
            largest = std::max(largest, truth.atEnd(x, y) ? error * kEndSlack : error);
        }
    }
    QVERIFY(inked > 100);
    QVERIFY2(sum / inked < 2.0, qPrintable(QString::number(sum / inked)));
    QVERIFY2(largest <= worst, qPrintable(QString::number(largest)));
}

void TestStroker::inkOfASlantedHairlineIsItsLength()
{
    // The area of a line of width 1 is its length, plus the two half discs; QPainter's own pen of width 1 falls short
    // by 44 % at 45 degrees.
    const CoverageMask mask = stroked({{{20.0, 15.0}, {110.0, 105.0}}}, 1.0);
    double ink = 0.0;
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            ink += mask.at(x, y) / 255.0;
        }
    }
    const double expected = std::hypot(90.0, 90.0) + std::numbers::pi / 4.0;
    QVERIFY2(std::abs(ink / expected - 1.0) < 0.01, qPrintable(QString::number(ink / expected)));
}

void TestStroker::translucentPenBlendsOnce()
{
    QImage image(kWidth, kHeight, QImage::Format_RGB32);
    image.fill(Qt::white);
    CoverageMask mask = stroked({{{10.0, 10.0}, {150.0, 110.0}, {10.0, 110.0}, {150.0, 10.0}}}, 5.0);
    mask.blendInto(image, QColor(0, 0, 0, 128));
    int darkest = 255;
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            darkest = std::min(darkest, qRed(image.pixel(x, y)));
        }
    }
    // 255 · (1 − 128/255) = 127: where the line crosses itself too.
    QCOMPARE(darkest, 127);
}

void TestStroker::opaquePenKeepsAlpha()
{
    QImage image(kWidth, kHeight, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    CoverageMask mask = stroked({{{10.0, 60.5}, {150.0, 60.5}}}, 3.0);
    mask.blendInto(image, QColor(200, 100, 50));
    QCOMPARE(image.pixel(80, 60), qRgba(200, 100, 50, 255));
    QCOMPARE(qAlpha(image.pixel(80, 10)), 0);
    image.fill(QColor(1, 2, 3));
    mask.addSegment({10.0, 60.2}, {150.0, 70.9}, 1.0);
    mask.blendInto(image, QColor(200, 100, 50, 99));
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            QCOMPARE(qAlpha(image.pixel(x, y)), 255);
        }
    }
}

void TestStroker::maskIsEmptyAfterBlending()
{
    QImage image(kWidth, kHeight, QImage::Format_RGB32);
    CoverageMask mask = stroked({halfCircle()}, 2.0);
    mask.blendInto(image, Qt::black);
    image.fill(Qt::white);
    const QImage blank = image.copy();
    mask.blendInto(image, Qt::black);
    QCOMPARE(image, blank);
}

/// A wide peak has none; of a steep one, its tip as far as the arms are nearer than the pen; of an oscillation narrower
/// than the pen, all.
void TestStroker::turnsAreTightWhereArmsShareAPixel()
{
    QVERIFY(tightTurns(smoothSine(), 1.0).empty());
    QVERIFY(tightTurns(halfCircle(), 1.0).empty());
    QVERIFY(tightTurns(verticalStep(), 1.0).empty());
    QVERIFY(tightTurns({{5.0, 5.0}}, 1.0).empty());
    // Arms at slopes of 10 and −10: 3.5 pixels apart 17.5 pixels below the tip.
    const std::vector<QRect> peak = tightTurns({{70.5, 110.25}, {80.5, 10.25}, {90.5, 110.25}}, 1.0);
    QCOMPARE(peak, (std::vector<QRect>{QRect(QPoint(77, 8), QPoint(83, 28))}));
    const std::vector<QRect> trough = tightTurns({{70.5, 10.25}, {80.5, 110.25}, {90.5, 10.25}}, 1.0);
    QCOMPARE(trough, (std::vector<QRect>{QRect(QPoint(77, 91), QPoint(83, 112))}));
    Polyline saw;
    for (int i = 0; i <= 50; ++i) {
        saw.emplace_back(20.0 + i, i % 2 == 0 ? 100.0 : 20.0);
    }
    const std::vector<QRect> all = tightTurns(saw, 1.0);
    QCOMPARE(all.size(), 1U);
    QVERIFY(all.front().contains(QRect(QPoint(20, 20), QPoint(69, 99))));
}

void TestStroker::offsetMaskHitsTheSamePixels_data()
{
    QTest::addColumn<Polyline>("line");
    QTest::addRow("half circle") << halfCircle();
    QTest::addRow("steep peaks") << steepSine();
    QTest::addRow("chirp") << chirp();
}

void TestStroker::offsetMaskHitsTheSamePixels()
{
    QFETCH(Polyline, line);
    // A pane does not begin at a multiple of anything.
    QImage whole(kWidth, kHeight, QImage::Format_RGB32);
    whole.fill(Qt::white);
    QImage cut = whole.copy();
    CoverageMask mask = stroked({line}, 2.0);
    mask.blendInto(whole, Qt::black);
    const QRect area(37, 21, 101, 83);
    CoverageMask part;
    part.reset(area);
    part.addPolyline(line, 1.0);
    part.blendInto(cut, Qt::black);
    int different = 0;
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            const QRgb expected = area.contains(x, y) ? whole.pixel(x, y) : qRgb(255, 255, 255);
            // Rounding may put a sample on the other side of an edge.
            different += std::abs(qRed(cut.pixel(x, y)) - qRed(expected)) > 2 ? 1 : 0;
        }
    }
    QCOMPARE(different, 0);
}

void TestStroker::farAwayEndsLeaveTheRestAlone()
{
    const CoverageMask mask = stroked({{{80.5, -5000.0}, {80.5, 5000.0}}}, 1.0);
    QVERIFY(mask.at(80, 0) >= 254);
    QVERIFY(mask.at(80, kHeight - 1) >= 254);
    QCOMPARE(mask.at(78, 60), 0);
    const CoverageMask outside = stroked({{{-500.0, -300.0}, {-400.0, 900.0}}}, 2.0);
    for (int y = 0; y < kHeight; ++y) {
        QCOMPARE(outside.at(0, y), 0);
    }
}

void TestStroker::dashesHaveTheirVisibleLength()
{
    // Pattern 5 on, 3 off at width 2: ink over 10 pixels, none over 6.
    std::vector<Polyline> dashes = dashed({{10.0, 60.5}, {150.0, 60.5}}, {5.0, 3.0}, 2.0);
    const CoverageMask mask = stroked(dashes, 2.0);
    QCOMPARE(dashes.size(), 9U);
    // The round end of the first dash reaches half a width before its start.
    QCOMPARE(mask.at(8, 60), 0);
    QVERIFY(mask.at(12, 60) > 250);
    QVERIFY(mask.at(17, 60) > 250);
    QCOMPARE(mask.at(20, 60), 0);
    QCOMPARE(mask.at(23, 60), 0);
    QVERIFY(mask.at(27, 60) > 250);
    // Cutting along a bent line gives the same total as along a straight one.
    const Polyline bent = halfCircle();
    double length = 0.0;
    for (const Polyline& dash : dashed(bent, {5.0, 3.0}, 2.0)) {
        for (std::size_t i = 1; i < dash.size(); ++i) {
            length += std::hypot(dash[i].x() - dash[i - 1].x(), dash[i].y() - dash[i - 1].y());
        }
    }
    // 142.3 pixels are 8 whole periods of 16 and 14.3 more: 9 dashes of 8 pixels between the middles of their ends.
    QVERIFY2(std::abs(length - 72.0) < 0.01, qPrintable(QString::number(length)));
}

void TestStroker::dotsAreRound()
{
    const std::vector<Polyline> dots = dashed({{10.5, 60.5}, {150.0, 60.5}}, {1.0, 3.0}, 3.0);
    const CoverageMask mask = stroked(dots, 3.0);
    QCOMPARE(mask.at(10, 60), 255);
    QCOMPARE(mask.at(10, 59), mask.at(9, 60));
    QVERIFY(std::abs(mask.at(9, 59) - mask.at(11, 61)) <= 1);
    QVERIFY(mask.at(9, 59) < mask.at(10, 59));
    QCOMPARE(mask.at(16, 60), 0);
}

void TestStroker::tilesRepeatFromOrigin()
{
    QImage tile(2, 2, QImage::Format_ARGB32_Premultiplied);
    tile.fill(Qt::transparent);
    tile.setPixel(0, 0, qRgb(255, 0, 0));
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::white);
    blendTiled(image, QRect(1, 1, 6, 6), tile, QPoint(3, 2));
    QCOMPARE(image.pixel(3, 2), qRgb(255, 0, 0));
    QCOMPARE(image.pixel(1, 6), qRgb(255, 0, 0));
    QCOMPARE(image.pixel(4, 2), qRgb(255, 255, 255));
    QCOMPARE(image.pixel(7, 2), qRgb(255, 255, 255));
}

void TestStroker::rectanglesCoverInProportion()
{
    CoverageMask mask;
    mask.reset({0, 0, kWidth, kHeight});
    mask.addRect({10.25, 20.0, 2.5, 1.5});
    QCOMPARE(mask.at(10, 20), qRound(0.75 * 255));
    QCOMPARE(mask.at(11, 20), 255);
    QCOMPARE(mask.at(11, 21), 128);
    QCOMPARE(mask.at(13, 20), 0);
}

void TestStroker::clippingCutsAtTheEdge()
{
    const QRectF box(0.0, 0.0, 10.0, 10.0);
    const std::vector<Polyline> pieces = clipped({{-10.0, 5.0}, {5.0, 5.0}, {5.0, 1e9}, {9.0, 2.0}}, box);
    QCOMPARE(pieces.size(), 2U);
    QCOMPARE(pieces[0].front(), QPointF(0.0, 5.0));
    QCOMPARE(pieces[0].back(), QPointF(5.0, 10.0));
    QCOMPARE(pieces[1].front().y(), 10.0);
    QCOMPARE(pieces[1].back(), QPointF(9.0, 2.0));
    // Through two edges with no vertex inside.
    const std::vector<Polyline> across = clipped({{-5.0, -5.0}, {15.0, 15.0}}, box);
    QCOMPARE(across.size(), 1U);
    QCOMPARE(across[0].front(), QPointF(0.0, 0.0));
    QCOMPARE(across[0].back(), QPointF(10.0, 10.0));
    QVERIFY(clipped({{-5.0, 20.0}, {20.0, 20.0}}, box).empty());
}

void TestStroker::clippingLiftsThePenAtNaN()
{
    const QRectF box(0.0, 0.0, 10.0, 10.0);
    const double nan = std::nan("");
    const std::vector<Polyline> pieces = clipped({{1.0, 1.0}, {2.0, 2.0}, {3.0, nan}, {4.0, 4.0}, {5.0, 5.0}}, box);
    QCOMPARE(pieces.size(), 2U);
    QCOMPARE(pieces[0].back(), QPointF(2.0, 2.0));
    QCOMPARE(pieces[1].front(), QPointF(4.0, 4.0));
    QCOMPARE(clipped({{3.0, 3.0}}, box).size(), 1U);
}

QTEST_GUILESS_MAIN(TestStroker)
#include "tst_stroker.moc"
