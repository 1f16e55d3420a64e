#include <cmath>
#include <limits>
#include <random>

#include <QtTest>

#include "core/scene/scene.h"

using namespace secant;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();

/// Spacing of doubles at |x|, from the exponent and not by stepping, so that it is not the way of scene.cpp.
double spacing(double x)
{
    if (x == 0.0)
        return 0x1p-1074;
    int exponent = 0;
    std::frexp(x, &exponent);
    return std::ldexp(1.0, std::max(exponent - 53, -1074));
}

bool drawable(const Range& range)
{
    const double centre = range.min / 2.0 + range.max / 2.0;
    const double width = range.max - range.min;
    return std::abs(range.min) <= 1e300 && std::abs(range.max) <= 1e300 && width >= 1e-290 &&
           width >= 64.0 * spacing(centre);
}

Scene threeCurves()
{
    Scene scene;
    addFormula(scene, "x");
    addFormula(scene, "x^2");
    addFormula(scene, "x^3");
    scene.chords = {{1, -1.0, 1.0, 0.5}, {2, -2.0, 2.0, 0.25}, {2, 0.0, 1.0, 0.5}};
    return scene;
}

} // namespace

class TestScene : public QObject {
    Q_OBJECT

private slots:
    void firstStartShowsReluAgainstLeakyRelu();
    void anAddedCurveIsActiveAndUnlikeTheOthers();
    void stylesRepeatEvenlyWhenAllAreUsed();
    void anUnknownActivationChangesNothing();
    void aFullSceneTakesNoMore();
    void removing_data();
    void removing();
    void removedIdsDoNotComeBack();
    void clampsRanges_data();
    void clampsRanges();
    void clampedRangesAreDrawable();
    void clampsEveryRangeOfAView();
    void clampsLogarithmicRanges_data();
    void clampsLogarithmicRanges();
};

void TestScene::firstStartShowsReluAgainstLeakyRelu()
{
    const Scene scene = defaultScene();
    QCOMPARE(scene.curves.size(), std::size_t{2});
    const CurveSpec& relu = scene.curves[0];
    const CurveSpec& leaky = scene.curves[1];
    QCOMPARE(relu.activation, std::string("relu"));
    QCOMPARE(leaky.activation, std::string("leaky_relu"));
    QCOMPARE(leaky.parameters.at("alpha"), 0.1);
    QCOMPARE(scene.activeCurve, relu.id); // The dead half of ReLU is what leaky ReLU was made for.
    QVERIFY(relu.style != leaky.style);
    QVERIFY(scene.shading.dead && scene.shading.saturated);
    QVERIFY(scene.shading.epsilon < 0.1); // Or the leaky half would count as saturated.
    QVERIFY(scene.shows(PaneKind::Value) && scene.shows(PaneKind::Slope));
    QVERIFY(!scene.shows(PaneKind::Curvature) && !scene.shows(PaneKind::ParameterSlope));
    QCOMPARE(scene.view.x, (Range{-6.0, 6.0}));
    // Both slopes, 0 and 1, and both values at the ends, −0.6 and 6, are inside.
    QVERIFY(scene.view.yOf(PaneKind::Slope).min < 0.0 && scene.view.yOf(PaneKind::Slope).max > 1.0);
    QVERIFY(scene.view.yOf(PaneKind::Value).min < -0.6 && scene.view.yOf(PaneKind::Value).max > 6.0);
}

void TestScene::anAddedCurveIsActiveAndUnlikeTheOthers()
{
    Scene scene = defaultScene();
    const int id = addActivation(scene, "relu");
    QVERIFY(id > 0);
    QCOMPARE(scene.activeCurve, id);
    const CurveSpec* added = scene.find(id);
    QVERIFY(added);
    QCOMPARE(added->formula, std::string("relu(x)"));
    QVERIFY(added->parameters.empty());
    QVERIFY(added->style != scene.curves[0].style && added->style != scene.curves[1].style);
}

void TestScene::stylesRepeatEvenlyWhenAllAreUsed()
{
    Scene scene;
    for (int i = 0; i < 3 * kStyleSlots; ++i)
        addFormula(scene, "x");
    std::array<int, kStyleSlots> uses{};
    for (const CurveSpec& curve : scene.curves)
        ++uses.at(static_cast<std::size_t>(curve.style));
    for (int count : uses)
        QCOMPARE(count, 3);
}

void TestScene::anUnknownActivationChangesNothing()
{
    Scene scene = defaultScene();
    const Scene before = scene;
    QCOMPARE(addActivation(scene, "no_such_activation"), 0);
    QCOMPARE(addActivation(scene, ""), 0);
    QVERIFY(scene == before);
}

void TestScene::aFullSceneTakesNoMore()
{
    Scene scene;
    for (std::size_t i = 0; i < kMaxCurves; ++i)
        QVERIFY(addFormula(scene, "x") != 0);
    const Scene before = scene;
    QCOMPARE(addFormula(scene, "x"), 0);
    QCOMPARE(addActivation(scene, "relu"), 0);
    QVERIFY(scene == before);
}

void TestScene::removing_data()
{
    QTest::addColumn<int>("active");
    QTest::addColumn<int>("removed");
    QTest::addColumn<int>("activeAfter");
    QTest::addColumn<int>("curvesAfter");
    QTest::addColumn<int>("chordsAfter");
    QTest::addRow("the active one in the middle: the next takes over") << 2 << 2 << 3 << 2 << 1;
    QTest::addRow("the active one at the end: the one before takes over") << 3 << 3 << 2 << 2 << 3;
    QTest::addRow("another than the active one") << 3 << 1 << 3 << 2 << 2;
    QTest::addRow("one that is not there") << 3 << 7 << 3 << 3 << 3;
}

void TestScene::removing()
{
    QFETCH(int, active);
    QFETCH(int, removed);
    QFETCH(int, activeAfter);
    QFETCH(int, curvesAfter);
    QFETCH(int, chordsAfter);
    Scene scene = threeCurves();
    scene.activeCurve = active;
    removeCurve(scene, removed);
    QVERIFY(!scene.find(removed));
    QCOMPARE(scene.activeCurve, activeAfter);
    QCOMPARE(static_cast<int>(scene.curves.size()), curvesAfter);
    QCOMPARE(static_cast<int>(scene.chords.size()), chordsAfter);
}

void TestScene::removedIdsDoNotComeBack()
{
    Scene scene = threeCurves();
    for (int id : {1, 2, 3})
        removeCurve(scene, id);
    QVERIFY(scene.curves.empty());
    QCOMPARE(scene.activeCurve, 0);
    QCOMPARE(addFormula(scene, "x"), 4);
}

void TestScene::clampsRanges_data()
{
    QTest::addColumn<double>("min");
    QTest::addColumn<double>("max");
    QTest::addColumn<double>("wantedMin");
    QTest::addColumn<double>("wantedMax");
    QTest::addRow("a good one stays") << -6.0 << 6.0 << -6.0 << 6.0;
    QTest::addRow("the widest stays") << -1e300 << 1e300 << -1e300 << 1e300;
    QTest::addRow("beyond the limit is cut") << -1e308 << 5.0 << -1e300 << 5.0;
    QTest::addRow("infinite is cut") << -kInf << kInf << -1e300 << 1e300;
    QTest::addRow("NaN below") << kNan << 1.0 << 0.0 << 1.0;
    QTest::addRow("NaN above") << 0.0 << kNan << 0.0 << 1.0;
    QTest::addRow("equal ends") << 2.0 << 2.0 << 0.0 << 1.0;
    QTest::addRow("exchanged ends") << 2.0 << -2.0 << 0.0 << 1.0;
    QTest::addRow("wholly beyond the limit") << 1e301 << 1e302 << 0.0 << 1.0;
    QTest::addRow("both infinite alike") << kInf << kInf << 0.0 << 1.0;
    // 2⁻⁵² is the spacing of doubles from 1 to 2.
    QTest::addRow("64 units in the last place stay") << 1.25 << 1.25 + 64 * 0x1p-52 << 1.25 << 1.25 + 64 * 0x1p-52;
    QTest::addRow("one unit is widened about its centre")
        << 1.25 << 1.25 + 0x1p-52 << 1.25 - 72 * 0x1p-52 << 1.25 + 72 * 0x1p-52;
}

void TestScene::clampsRanges()
{
    QFETCH(double, min);
    QFETCH(double, max);
    QFETCH(double, wantedMin);
    QFETCH(double, wantedMax);
    const Range result = clamped(Range{min, max}, Range{0.0, 1.0});
    QVERIFY2(result == (Range{wantedMin, wantedMax}), qPrintable(QString("%1 … %2").arg(result.min).arg(result.max)));
}

void TestScene::clampedRangesAreDrawable()
{
    const std::array<double, 14> ends{0.0,  5e-324,   1e-310, 1e-290, 1e-300, 1.0,  0x1p52,
                                      1e15, 9.99e299, 1e300,  1e301,  1e308,  kInf, kNan};
    std::mt19937_64 random(20260101);
    const auto end = [&] {
        double value = ends[random() % ends.size()] * ((random() % 2) != 0 ? 1.0 : -1.0);
        for (std::uint64_t steps = random() % 100; steps > 0; --steps)
            value = std::nextafter(value, kInf);
        return value;
    };
    for (int i = 0; i < 100000; ++i) {
        const Range given{end(), end()};
        const Range result = clamped(given, Range{0.0, 1.0});
        const QString shown = QString("%1 … %2").arg(given.min, 0, 'g', 17).arg(given.max, 0, 'g', 17);
        QVERIFY2(drawable(result), qPrintable(shown));
        QVERIFY2(clamped(result, Range{5.0, 6.0}) == result, qPrintable(shown + " changes twice"));
        if (drawable(given))
            QVERIFY2(result == given, qPrintable(shown + " was good"));
    }
}

void TestScene::clampsEveryRangeOfAView()
{
    View broken;
    broken.x = {kNan, kNan};
    broken.y.fill(Range{1.0, -1.0});
    View fallback;
    fallback.x = {1.0, 2.0};
    fallback.y = {Range{1.0, 3.0}, Range{1.0, 4.0}, Range{1.0, 5.0}, Range{1.0, 6.0}};
    QVERIFY(clamped(broken, fallback) == fallback);
    broken.y[2] = {-7.0, 7.0};
    QCOMPARE(clamped(broken, fallback).yOf(PaneKind::Curvature), (Range{-7.0, 7.0}));
}

void TestScene::clampsLogarithmicRanges_data()
{
    QTest::addColumn<double>("min");
    QTest::addColumn<double>("max");
    QTest::addColumn<double>("wantedMin");
    QTest::addColumn<double>("wantedMax");
    QTest::newRow("good") << 1e-300 << 1e-299 << 1e-300 << 1e-299;
    QTest::newRow("beyond both limits") << 5e-324 << 1e308 << 1e-300 << 1e300;
    QTest::newRow("from zero") << 0.0 << 1.0 << 1.0 << 2.0;
    QTest::newRow("negative") << -1.0 << 1.0 << 1.0 << 2.0;
    QTest::newRow("exchanged") << 2.0 << 1.0 << 1.0 << 2.0;
    QTest::newRow("nothing") << kNan << kNan << 1.0 << 2.0;
}

void TestScene::clampsLogarithmicRanges()
{
    QFETCH(double, min);
    QFETCH(double, max);
    const Range result = clamped(Range{min, max}, Range{1.0, 2.0}, AxisScale::Logarithmic);
    QTEST(result.min, "wantedMin");
    QTEST(result.max, "wantedMax");
    // Too narrow to be told apart: widened about its middle, once and for all.
    const Range narrow = clamped(Range{3.0, std::nextafter(3.0, 4.0)}, {}, AxisScale::Logarithmic);
    QVERIFY(narrow.min < 3.0 && narrow.max > 3.0 && std::log(narrow.max / narrow.min) >= kMinLogWidth);
    QVERIFY(clamped(narrow, {}, AxisScale::Logarithmic) == narrow);
    // ∂f/∂p stays on a linear scale.
    View view;
    view.yScale = AxisScale::Logarithmic;
    const View mended = clamped(view, view);
    QVERIFY(mended.yOf(PaneKind::Value).min > 0.0 && mended.yOf(PaneKind::Curvature).min > 0.0);
    QCOMPARE(mended.yOf(PaneKind::ParameterSlope), view.yOf(PaneKind::ParameterSlope));
    QCOMPARE(mended.x, view.x);
}

QTEST_GUILESS_MAIN(TestScene)
#include "tst_scene.moc"
