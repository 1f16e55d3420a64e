#include <cmath>

#include <QTest>

#include "core/analysis/envelope.h"
#include "core/figure/compose.h"
#include "core/figure/operation.h"
#include "tests/support/close.h"

using namespace secant;

namespace {

CurveSpec formula(const char* text, const std::map<std::string, double, std::less<>>& parameters = {})
{
    CurveSpec curve;
    curve.id = 1;
    curve.formula = text;
    curve.parameters = parameters;
    return curve;
}

CurveSpec activation(const char* id)
{
    Scene scene;
    return *scene.find(addActivation(scene, id));
}

double valueAt(const CurveSpec& curve, double x)
{
    return functionOf(curve)->value(x);
}

} // namespace

class TestOperation : public QObject {
    Q_OBJECT

private slots:
    void computes_data();
    void computes();
    void worksOnActivations();
    void keepsParametersApart();
    void givesThePerspectiveItsOwnName();
    void refusesWhatCannotBe();
    void findsTheLowerHull();
    void findsTheConjugate();
    void drawsEnvelopeAndConjugate();
};

void TestOperation::computes_data()
{
    // f(x) = x² − 1 and g(x) = 2x at x = 3: by hand.
    QTest::addColumn<int>("operation");
    QTest::addColumn<double>("value");
    QTest::addRow("negation") << static_cast<int>(Operation::Negation) << -8.0;
    QTest::addRow("perspective, t = 2") << static_cast<int>(Operation::Perspective) << 2.5;
    QTest::addRow("sum") << static_cast<int>(Operation::Sum) << 14.0;
    QTest::addRow("maximum") << static_cast<int>(Operation::Maximum) << 8.0;
    QTest::addRow("composition") << static_cast<int>(Operation::Composition) << 16.0;
}

void TestOperation::computes()
{
    QFETCH(int, operation);
    QFETCH(double, value);
    const CurveSpec g = formula("2x");
    const auto result = operated(static_cast<Operation>(operation), formula("x^2 - 1"), &g);
    QVERIFY(result);
    QCOMPARE(valueAt(*result, 3.0), value);
}

void TestOperation::worksOnActivations()
{
    const CurveSpec relu = activation("relu");
    const auto sum = operated(Operation::Sum, activation("leaky_relu"), &relu);
    QVERIFY(sum);
    QCOMPARE(valueAt(*sum, 2.0), 4.0);
    VERIFY_ULP(valueAt(*sum, -2.0), -0.02, 1);
    const CurveSpec identity = formula("x");
    const auto same = operated(Operation::Composition, relu, &identity);
    QVERIFY(same);
    QCOMPARE(valueAt(*same, -1.0), 0.0);
    QCOMPARE(valueAt(*same, 1.0), 1.0);
}

void TestOperation::keepsParametersApart()
{
    const CurveSpec g = formula("a*x + b", {{"a", 5.0}, {"b", 1.0}});
    const auto sum = operated(Operation::Sum, formula("a*x^2 + b", {{"a", 2.0}, {"b", 1.0}}), &g);
    QVERIFY(sum);
    // 2·9 + 1 + 5·3 + 1.
    QCOMPARE(valueAt(*sum, 3.0), 35.0);
    QCOMPARE(sum->parameters.size(), std::size_t(3));
    QVERIFY2(sum->parameters.contains("a_2"), "b has one value and stays one");
}

void TestOperation::givesThePerspectiveItsOwnName()
{
    const auto result = operated(Operation::Perspective, formula("t*x^2", {{"t", 3.0}}), nullptr);
    QVERIFY(result);
    // 2·3·(x/2)² at 4.
    QCOMPARE(valueAt(*result, 4.0), 24.0);
}

void TestOperation::refusesWhatCannotBe()
{
    QVERIFY(!operated(Operation::Negation, formula("x +"), nullptr));
    QVERIFY(!operated(Operation::Sum, formula("x"), nullptr));
    const CurveSpec wrong = formula("(");
    QVERIFY(!operated(Operation::Maximum, formula("x"), &wrong));
}

void TestOperation::findsTheLowerHull()
{
    const std::vector<CurvePoint> hull =
        lowerHull({{0.0, 0.0}, {1.0, 3.0}, {2.0, 1.0}, {2.0, 0.5}, {3.0, kInfinity}, {3.0, 0.75}, {4.0, 1.0}});
    const std::vector<std::pair<double, double>> corners{{0.0, 0.0}, {2.0, 0.5}, {4.0, 1.0}};
    // (2, 0.5) lies on the line from (0, 0) to (4, 1), so that it is no corner.
    QCOMPARE(hull.size(), std::size_t(2));
    QCOMPARE(hull.front().x, corners.front().first);
    QCOMPARE(hull.back().y, corners.back().second);
    QVERIFY(lowerHull({}).empty());
}

void TestOperation::findsTheConjugate()
{
    std::vector<CurvePoint> points;
    for (int i = -200; i <= 200; ++i) {
        points.push_back({i / 100.0, i / 100.0 * i / 100.0 / 2.0});
    }
    const std::vector<CurvePoint> hull = lowerHull(points);
    // x²/2 is its own conjugate; 0.75 is one of the points.
    const auto found = conjugateAt(hull, 0.75);
    QVERIFY(found);
    VERIFY_ULP(found->value, 0.75 * 0.75 / 2.0, 4);
    VERIFY_ULP(found->touch.x, 0.75, 1);
    QVERIFY(!conjugateAt({}, 1.0));
}

void TestOperation::drawsEnvelopeAndConjugate()
{
    Scene scene;
    addFormula(scene, "(x^2 - 1)^2");
    scene.view.x = {-2.0, 2.0};
    scene.workbench.envelope = true;
    scene.workbench.conjugate = true;
    scene.workbench.conjugateSlope = 0.0;
    const Figure figure = compose(scene, {});
    // Between −1 and 1 the envelope is 0; f*(0) = −min f = 0. The points drawn are half a pixel of 600 near.
    const double pixel = (scene.view.yOf(PaneKind::Value).max - scene.view.yOf(PaneKind::Value).min) / 600.0;
    for (const FigurePoint& point : figure.panes.front().lines.at(0).points) {
        QVERIFY(std::abs(point.x) > 0.9 && point.y >= 0.0);
        QVERIFY(std::abs(point.x) > 1.1 || point.y < 0.05);
    }
    QVERIFY(QString::fromStdString(figure.workbench.conjugate).startsWith(QStringLiteral("f*(0) = ")));
    QCOMPARE(figure.insets.size(), std::size_t(1));
    QVERIFY(std::abs(figure.insets.front().mark.y) < pixel);
}

QTEST_GUILESS_MAIN(TestOperation)
#include "tst_operation.moc"
