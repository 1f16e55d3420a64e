#include <cmath>

#include <QTest>

#include "core/figure/compose.h"

using namespace secant;

class TestFit : public QObject {
    Q_OBJECT

private slots:
    void holdsEveryValueWithAMargin();
    void isNotFlattenedByAPole();
    void showsANarrowPeakWhole();
    void givesAConstantSomeHeight();
    void keepsTheRangeWhereNothingIsDefined();
    void makesUnitsEqual();
    void staysCalmWhileAParameterMoves();
    void settlesOnRoundEnds();
    void keepsACalmRangeThatServes();
};

void TestFit::holdsEveryValueWithAMargin()
{
    Scene scene;
    addFormula(scene, "x^2");
    const View view = fitted(scene);
    // On [−6, 6] x² covers [0, 36] and its derivative [−12, 12].
    QVERIFY(view.yOf(PaneKind::Value).min < 0.0 && view.yOf(PaneKind::Value).min > -6.0);
    QVERIFY(view.yOf(PaneKind::Value).max > 36.0 && view.yOf(PaneKind::Value).max < 42.0);
    QVERIFY(view.yOf(PaneKind::Slope).min < -12.0 && view.yOf(PaneKind::Slope).max > 12.0);
    QCOMPARE(view.x, scene.view.x);
}

void TestFit::isNotFlattenedByAPole()
{
    Scene scene;
    addFormula(scene, "1/(x - 0.001)");
    const Range y = fitted(scene).yOf(PaneKind::Value);
    QVERIFY(y.min < -1.0 && y.min > -100.0 && y.max > 1.0 && y.max < 100.0);
}

void TestFit::showsANarrowPeakWhole()
{
    // GELU″ is 2φ(0) = 0.7979 at 0 and dies out on most of [−6, 6]; that is no pole.
    Scene scene;
    addActivation(scene, "gelu");
    const Range y = fitted(scene).yOf(PaneKind::Curvature);
    QVERIFY(y.max > 0.7979 && y.max < 1.0);
    QVERIFY(y.min < -0.1);
}

void TestFit::givesAConstantSomeHeight()
{
    Scene scene;
    addFormula(scene, "3 + 0*x");
    const Range y = fitted(scene).yOf(PaneKind::Value);
    QVERIFY(y.min < 3.0 && y.max > 3.0);
}

void TestFit::keepsTheRangeWhereNothingIsDefined()
{
    Scene scene;
    addFormula(scene, "sqrt(-1 - x^2)");
    QCOMPARE(fitted(scene).yOf(PaneKind::Value), scene.view.yOf(PaneKind::Value));
}

void TestFit::makesUnitsEqual()
{
    Scene scene = defaultScene();
    Budget budget;
    budget.paneWidthPx = 600.0;
    budget.paneHeightPx[0] = 300.0;
    const View view = squared(scene, budget);
    const Range& y = view.yOf(PaneKind::Value);
    const double xUnit = budget.paneWidthPx / (view.x.max - view.x.min);
    const double yUnit = budget.paneHeightPx[0] / (y.max - y.min);
    QVERIFY(std::abs(xUnit - yUnit) < 1e-9 * xUnit);
}

void TestFit::staysCalmWhileAParameterMoves()
{
    // a x² reaches 36 a on [−6, 6]: a hundred steps of a slider from 1 to 10 and back.
    Scene scene;
    CurveSpec& curve = *scene.find(addFormula(scene, "a*x^2"));
    curve.parameters["a"] = 1.0;
    scene.view = calmlyFitted(scene, Settling::Settled);
    int changes = 0;
    double widest = 0.0;
    for (int i = 0; i <= 200; ++i) {
        const double a = 1.0 + 0.09 * (i <= 100 ? i : 200 - i);
        curve.parameters["a"] = a;
        const View next = calmlyFitted(scene, Settling::Moving);
        const Range& y = next.yOf(PaneKind::Value);
        QVERIFY2(y.min <= 0.0 && y.max >= 36.0 * a, "the curve is always in view");
        QVERIFY2(y.max >= widest, "a range does not shrink under the hand");
        changes += y == scene.view.yOf(PaneKind::Value) ? 0 : 1;
        widest = y.max;
        scene.view = next;
    }
    QVERIFY2(changes <= 14, qPrintable(QString::number(changes)));
    scene.view = calmlyFitted(scene, Settling::Settled);
    QVERIFY2(scene.view.yOf(PaneKind::Value).max < 60.0, "it comes back when the hand is gone");
}

void TestFit::settlesOnRoundEnds()
{
    Scene scene;
    addFormula(scene, "x^2");
    scene.view.yOf(PaneKind::Value) = {-1000.0, 1000.0};
    scene.view = calmlyFitted(scene, Settling::Settled);
    // [0, 36] with a margin of 8 % is [−2.88, 38.88]; a twentieth of that is 2.09, so the step is 5.
    QCOMPARE(scene.view.yOf(PaneKind::Value).min, -5.0);
    QCOMPARE(scene.view.yOf(PaneKind::Value).max, 40.0);
    QVERIFY(calmlyFitted(scene, Settling::Settled) == scene.view);
    QVERIFY(calmlyFitted(scene, Settling::Moving) == scene.view);
}

void TestFit::keepsACalmRangeThatServes()
{
    Scene scene;
    addFormula(scene, "x^2");
    for (const Range range : {Range{0.0, 36.0}, Range{-10.0, 60.0}}) {
        scene.view.yOf(PaneKind::Value) = range;
        QCOMPARE(calmlyFitted(scene, Settling::Settled).yOf(PaneKind::Value), range);
    }
    // A constant stays where it is seen, and is brought into view where it is not.
    scene.curves.front().formula = "3 + 0*x";
    QCOMPARE(calmlyFitted(scene, Settling::Settled).yOf(PaneKind::Value), (Range{-10.0, 60.0}));
    scene.view.yOf(PaneKind::Value) = {10.0, 60.0};
    const Range y = calmlyFitted(scene, Settling::Settled).yOf(PaneKind::Value);
    QVERIFY(y.min < 3.0 && y.max > 3.0);
}

QTEST_GUILESS_MAIN(TestFit)
#include "tst_fit.moc"
