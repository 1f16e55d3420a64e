#include <cmath>
#include <numbers>

#include <QTest>

#include "core/analysis/curve.h"
#include "core/analysis/doubles.h"
#include "tests/core/analysis/formula.h"

using namespace secant;
using secant::test::formula;

Q_DECLARE_METATYPE(secant::BreakKind)

/// The one break of each formula in −3…3 by −5…5, with what calculus says about it.
class TestCurveBreaks : public QObject {
    Q_OBJECT

private slots:
    void namesTheBreak_data();
    void namesTheBreak();
    void endsAtTheBreak();
    void findsNoBreak_data();
    void findsNoBreak();
    void drawsAnIsolatedPoint();
    void countsDoubles();
};

namespace {

constexpr Window kWindow{{-3.0, 3.0}, {-5.0, 5.0}, 800.0, 600.0};

bool same(double actual, double expected)
{
    if (std::isnan(expected) || std::isinf(expected)) {
        return std::isnan(expected) ? std::isnan(actual) : actual == expected;
    }
    // Limits are taken one double away from the place.
    return std::abs(actual - expected) <= 1e-14;
}

} // namespace

void TestCurveBreaks::namesTheBreak_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("order");
    QTest::addColumn<BreakKind>("kind");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("left");
    QTest::addColumn<double>("right");
    QTest::addColumn<double>("value");
    const double half = std::numbers::pi / 2.0;
    const auto row = [](const char* name, const char* text, int order, BreakKind kind, double x, double left,
                        double right, double value) {
        QTest::addRow("%s", name) << text << order << kind << x << left << right << value;
    };
    using enum BreakKind;
    row("simple pole", "1/x", 0, Pole, 0.0, -kInfinity, kInfinity, kNaN);
    row("double pole, whose box is out of sight", "1/x^2", 0, Pole, 0.0, kInfinity, kInfinity, kNaN);
    row("pole narrower than any pixel", "1e-14/x^2", 0, Pole, 0.0, kInfinity, kInfinity, kNaN);
    row("pole at no nice number", "1/(x - 0.7312)", 0, Pole, 0.7312, -kInfinity, kInfinity, kNaN);
    row("logarithm", "log(x)", 0, Pole, 0.0, kNaN, -kInfinity, kNaN);
    row("logarithm from both sides", "log(abs(x))", 0, Pole, 0.0, -kInfinity, -kInfinity, kNaN);
    row("step, value of the right side", "binary_step(x)", 0, Jump, 0.0, 0.0, 1.0, 1.0);
    row("step away from 0", "floor(x/8 + 0.75)", 0, Jump, 2.0, 0.0, 1.0, 1.0);
    row("undefined at the jump", "atan(1/x)", 0, Jump, 0.0, -half, half, kNaN);
    row("quotient that is a sign", "x/abs(x)", 0, Jump, 0.0, -1.0, 1.0, kNaN);
    row("hole of a cancelling quotient", "(x^2 - 1)/(x - 1)", 0, Hole, 1.0, 2.0, 2.0, kNaN);
    row("hole at 0", "x/x", 0, Hole, 0.0, 1.0, 1.0, kNaN);
    row("hole of sin(x)/x", "sin(x)/x", 0, Hole, 0.0, 1.0, 1.0, kNaN);
    row("edge with its point", "sqrt(x)", 0, DomainEdge, 0.0, kNaN, 0.0, 0.0);
    row("edge from the left", "sqrt(1 - x)", 0, DomainEdge, 1.0, 0.0, kNaN, 0.0);
    row("edge without its point", "exp(log(x))", 0, DomainEdge, 0.0, kNaN, 0.0, kNaN);
    row("kink of ReLU", "relu(x)", 1, Jump, 0.0, 0.0, 1.0, 0.0);
    row("kink of a typed ReLU", "max(0, x)", 1, Jump, 0.0, 0.0, 1.0, 0.5);
    row("kink of leaky ReLU", "leaky_relu(x, 0.2)", 1, Jump, 0.0, 0.2, 1.0, 0.2);
    row("kink of |x|", "abs(x)", 1, Jump, 0.0, -1.0, 1.0, 0.0);
    row("kink off 0", "abs(x - 1.3)", 1, Jump, 1.3, -1.0, 1.0, 0.0);
    row("kink with an invisible side", "max(0, 9*x)", 1, Jump, 0.0, 0.0, 9.0, 4.5);
    row("kink with both sides invisible", "max(7*x, 9*x)", 1, Jump, 0.0, 7.0, 9.0, 8.0);
    row("vertical tangent", "cbrt(x)", 1, Pole, 0.0, kInfinity, kInfinity, kInfinity);
    row("no slope at a step", "binary_step(x)", 1, Hole, 0.0, 0.0, 0.0, kNaN);
    row("jump of the curvature", "elu(x, 1)", 2, Jump, 0.0, 1.0, 0.0, 1.0);
    row("no curvature at a kink", "relu(x)", 2, Hole, 0.0, 0.0, 0.0, kNaN);
}

void TestCurveBreaks::namesTheBreak()
{
    QFETCH(QString, text);
    QFETCH(int, order);
    QFETCH(BreakKind, kind);
    QFETCH(double, x);
    QFETCH(double, left);
    QFETCH(double, right);
    QFETCH(double, value);
    const Curve curve = sampleCurve(formula(text.toStdString()), static_cast<Order>(order), kWindow);
    QCOMPARE(curve.breaks.size(), std::size_t{1});
    const CurveBreak& found = curve.breaks.front();
    QCOMPARE(static_cast<int>(found.kind), static_cast<int>(kind));
    QCOMPARE(found.x, x);
    QVERIFY2(same(found.left, left), qPrintable(QString::number(found.left, 'g', 17)));
    QVERIFY2(same(found.right, right), qPrintable(QString::number(found.right, 'g', 17)));
    QVERIFY2(same(found.value, value), qPrintable(QString::number(found.value, 'g', 17)));
}

void TestCurveBreaks::endsAtTheBreak()
{
    const Curve curve = sampleCurve(formula("floor(x/8 + 0.75)"), Order::Value, kWindow);
    // Steps at −6 and 2.
    QCOMPARE(curve.segments.size(), std::size_t{2});
    QCOMPARE(curve.segments[0].points.back().x, 2.0);
    QCOMPARE(curve.segments[0].points.back().y, 0.0);
    QCOMPARE(curve.segments[1].points.front().x, 2.0);
    QCOMPARE(curve.segments[1].points.front().y, 1.0);
}

void TestCurveBreaks::findsNoBreak_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("order");
    QTest::addRow("a kink is continuous") << "relu(x)" << 0;
    QTest::addRow("steep, not broken") << "tanh(1e6*x)" << 0;
    QTest::addRow("essential singularity") << "sin(1/x)" << 0;
    QTest::addRow("denominator without a zero") << "1/(x^2 + 1)" << 0;
    QTest::addRow("root of a square") << "sqrt(x^2)" << 0;
    QTest::addRow("branches that touch") << "max(x, x + 1)" << 1;
    QTest::addRow("smooth activation") << "gelu(x)" << 2;
}

void TestCurveBreaks::findsNoBreak()
{
    QFETCH(QString, text);
    QFETCH(int, order);
    const Curve curve = sampleCurve(formula(text.toStdString()), static_cast<Order>(order), kWindow);
    QCOMPARE(curve.breaks.size(), std::size_t{0});
}

void TestCurveBreaks::drawsAnIsolatedPoint()
{
    const Curve curve = sampleCurve(formula("sqrt(-x^2) + 1"), Order::Value, kWindow);
    QCOMPARE(curve.segments.size(), std::size_t{1});
    QCOMPARE(curve.segments.front().points.size(), std::size_t{1});
    QCOMPARE(curve.segments.front().points.front().x, 0.0);
    QCOMPARE(curve.segments.front().points.front().y, 1.0);
}

void TestCurveBreaks::countsDoubles()
{
    const double least = std::numeric_limits<double>::denorm_min();
    QCOMPARE(ordinal(0.0), std::int64_t{0});
    QCOMPARE(ordinal(-0.0), std::int64_t{0});
    QCOMPARE(stepped(0.0, 1), least);
    QCOMPARE(stepped(0.0, -1), -least);
    QCOMPARE(stepped(1.0, 1), std::nextafter(1.0, 2.0));
    QCOMPARE(stepped(-1.0, 1), std::nextafter(-1.0, 0.0));
    QCOMPARE(middleDouble(-1.0, 1.0), 0.0);
    // Bisection among doubles closes in on 0 in 64 steps, however wide the start.
    int steps = 0;
    const Switch found = bisect(-1e300, 1e300, [&](double x) {
        ++steps;
        return x < 0.0;
    });
    QCOMPARE(found.yes, -least);
    QCOMPARE(found.no, 0.0);
    QVERIFY(steps <= 64);
}

QTEST_GUILESS_MAIN(TestCurveBreaks)
#include "tst_curve_breaks.moc"
