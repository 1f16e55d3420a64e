#include <limits>

#include <QtTest>

#include "core/figure/sweep.h"

using namespace secant;

class TestSweep : public QObject {
    Q_OBJECT

private slots:
    void movesTheParameterOfEveryCurveThatHasIt();
    void bothEndsAreExact();
    void refuses_data();
    void refuses();
    void findsParametersToMove();
};

namespace {

Scene testScene()
{
    Scene scene;
    addActivation(scene, "leaky_relu");
    addFormula(scene, "a*x");
    addFormula(scene, "a*x^2+b");
    return scene;
}

} // namespace

void TestSweep::movesTheParameterOfEveryCurveThatHasIt()
{
    const Scene scene = testScene();
    const Sweep sweep{"a", -2.0, 2.0, 5};
    QVERIFY(!sweepProblem(scene, sweep));
    const Scene middle = sceneAt(scene, sweep, 3);
    QVERIFY(middle.curves[0] == scene.curves[0]);
    QCOMPARE(middle.curves[1].parameters.at("a"), 1.0);
    QCOMPARE(middle.curves[2].parameters.at("a"), 1.0);
    QVERIFY(!middle.curves[2].parameters.contains("b"));
}

void TestSweep::bothEndsAreExact()
{
    // 0.1 + 6·(0.7 − 0.1)/6 is not 0.7, and the difference of the second pair is beyond double.
    for (const auto& [from, to] : {std::pair(0.1, 0.7), std::pair(-1e300, 1e300), std::pair(1.0, 1.0)}) {
        const Sweep sweep{"a", from, to, 7};
        QVERIFY(sceneAt(testScene(), sweep, 0).curves[1].parameters.at("a") == from);
        QVERIFY(sceneAt(testScene(), sweep, 6).curves[1].parameters.at("a") == to);
    }
    QVERIFY(sceneAt(testScene(), {"a", 3.0, 9.0, 1}, 0).curves[1].parameters.at("a") == 3.0);
}

void TestSweep::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<int>("frames");
    QTest::addRow("x is no parameter") << "x" << 0.0 << 1.0 << 10;
    QTest::addRow("a function") << "sin" << 0.0 << 1.0 << 10;
    QTest::addRow("no name") << "" << 0.0 << 1.0 << 10;
    QTest::addRow("NaN") << "a" << std::numeric_limits<double>::quiet_NaN() << 1.0 << 10;
    QTest::addRow("infinite") << "a" << 0.0 << std::numeric_limits<double>::infinity() << 10;
    QTest::addRow("beyond what a scene holds") << "a" << 0.0 << 1e301 << 10;
    QTest::addRow("no frames") << "a" << 0.0 << 1.0 << 0;
    QTest::addRow("too many frames") << "a" << 0.0 << 1.0 << kMaxFrames + 1;
}

void TestSweep::refuses()
{
    QFETCH(QString, name);
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(int, frames);
    QVERIFY(sweepProblem(testScene(), {name.toStdString(), from, to, frames}).has_value());
}

void TestSweep::findsParametersToMove()
{
    Scene scene = testScene();
    scene.activeCurve = scene.curves[0].id;
    const auto names = [&scene] {
        QStringList found;
        for (const Sweep& sweep : sweepsOf(scene)) {
            found << QString::fromStdString(sweep.parameter);
        }
        return found;
    };
    QCOMPARE(names(), QStringList({"alpha", "a", "b"}));
    scene.activeCurve = scene.curves[2].id;
    QCOMPARE(names(), QStringList({"a", "b", "alpha"}));
    for (const Sweep& sweep : sweepsOf(scene)) {
        QVERIFY(sweep.from < sweep.to);
        QVERIFY(!sweepProblem(scene, sweep));
    }
    Scene without;
    addFormula(without, "x");
    QVERIFY(sweepsOf(without).empty());
}

QTEST_GUILESS_MAIN(TestSweep)
#include "tst_sweep.moc"
