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

QTEST_GUILESS_MAIN(TestFit)
#include "tst_fit.moc"
