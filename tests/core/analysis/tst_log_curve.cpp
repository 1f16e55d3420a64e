#include <algorithm>
#include <cmath>
#include <functional>

#include <QTest>

#include "core/analysis/curve.h"
#include "core/analysis/doubles.h"
#include "tests/core/analysis/formula.h"
#include "tests/core/analysis/ink_judge.h"

using namespace secant;
using secant::test::formula;
using secant::test::InkJudge;

namespace {

using Truth = std::function<double(double)>;

constexpr auto kLinear = AxisScale::Linear;
constexpr auto kLog = AxisScale::Logarithmic;

double logOf(AxisScale scale, double number)
{
    return scale == kLinear ? number : std::log10(number);
}

/// The same curve and window in decades, which are straight where the window is.
Curve inDecades(Curve curve, const Window& window)
{
    for (CurveSegment& segment : curve.segments) {
        for (CurvePoint& point : segment.points) {
            point = {logOf(window.xScale, point.x), logOf(window.yScale, point.y)};
        }
    }
    for (CurveColumn& column : curve.columns) {
        column = {logOf(window.xScale, column.x0), logOf(window.xScale, column.x1), logOf(window.yScale, column.lo),
                  logOf(window.yScale, column.hi)};
    }
    return curve;
}

Window inDecades(Window window)
{
    window.x = {logOf(window.xScale, window.x.lo), logOf(window.xScale, window.x.hi)};
    window.y = {logOf(window.yScale, window.y.lo), logOf(window.yScale, window.y.hi)};
    return window;
}

Truth inDecades(const Truth& truth, const Window& window)
{
    return [truth, window](double place) {
        const double value = truth(window.xScale == kLinear ? place : std::pow(10.0, place));
        return window.yScale == kLinear ? value : value > 0.0 ? std::log10(value) : std::nan("");
    };
}

double sigmoidSlope(double x)
{
    const double decay = std::exp(-std::abs(x));
    return decay / ((1.0 + decay) * (1.0 + decay));
}

} // namespace

Q_DECLARE_METATYPE(Window)
Q_DECLARE_METATYPE(Truth)

/// The graph on logarithmic scales, held against the mathematical library of C++.
class TestLogCurve : public QObject {
    Q_OBJECT

private slots:
    void inkIsTheGraph_data();
    void inkIsTheGraph();
    void powerIsStraight();
    void needleIsAsHighAsItIs();
    void nothingPositiveLeavesNoInk();
    void edgeThatStartsAtZeroReachesTheFloor();
    void breaksKeepTheirExactPlaces();
    void linearScalesIgnoreTheOther();
    void windowWithZeroIsNotDrawn();
};

void TestLogCurve::inkIsTheGraph_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("order");
    QTest::addColumn<Window>("window");
    QTest::addColumn<Truth>("truth");
    const auto row = [](const char* name, const char* text, Order order, Window window, Truth truth) {
        QTest::newRow(name) << QString(text) << static_cast<int>(order) << window << std::move(truth);
    };
    const auto window = [](Interval x, Interval y, AxisScale xScale, AxisScale yScale) {
        return Window{x, y, 800.0, 600.0, xScale, yScale};
    };
    row("tail of the slope of the sigmoid", "sigmoid(x)", Order::Slope, window({-700, 700}, {1e-300, 1}, kLinear, kLog),
        sigmoidSlope);
    row("near its centre", "sigmoid(x)", Order::Slope, window({-6, 6}, {1e-3, 1}, kLinear, kLog), sigmoidSlope);
    row("bell of Gauss", "exp(-x^2)", Order::Value, window({-26, 26}, {1e-290, 10}, kLinear, kLog),
        [](double x) { return std::exp(-x * x); });
    row("sine has gaps", "sin(x)", Order::Value, window({-10, 10}, {1e-4, 2}, kLinear, kLog),
        [](double x) { return std::sin(x); });
    row("slope of the sine", "sin(x)", Order::Slope, window({-10, 10}, {1e-4, 2}, kLinear, kLog),
        [](double x) { return std::cos(x); });
    row("curvature of the sine", "sin(x)", Order::Curvature, window({-10, 10}, {1e-2, 2}, kLinear, kLog),
        [](double x) { return -std::sin(x); });
    row("touches zero", "(x-1)^2", Order::Value, window({-3, 3}, {1e-8, 20}, kLinear, kLog),
        [](double x) { return (x - 1) * (x - 1); });
    row("parabola with a used twice", "x^2-x+0.25", Order::Value, window({-3, 3}, {1e-6, 20}, kLinear, kLog),
        [](double x) { return (x - 0.5) * (x - 0.5); });
    row("pole", "1/x", Order::Value, window({-5, 5}, {1e-2, 1e6}, kLinear, kLog), [](double x) { return 1 / x; });
    row("corner", "abs(x)+0.01", Order::Value, window({-5, 5}, {1e-3, 10}, kLinear, kLog),
        [](double x) { return std::abs(x) + 0.01; });
    row("steps", "floor(x)", Order::Value, window({-2.5, 7.5}, {0.1, 10}, kLinear, kLog),
        [](double x) { return std::floor(x); });
    row("square root over many decades", "sqrt(x)", Order::Value, window({1e-12, 1e12}, {0, 10}, kLog, kLinear),
        [](double x) { return std::sqrt(x); });
    row("logarithm is straight", "log(x)", Order::Value, window({1e-300, 1e12}, {-700, 30}, kLog, kLinear),
        [](double x) { return std::log(x); });
    row("sine of a logarithm", "sin(10*log(x))", Order::Value, window({1e-3, 1e3}, {-1.5, 1.5}, kLog, kLinear),
        [](double x) { return std::sin(10 * std::log(x)); });
    row("hyperbola", "1/x", Order::Value, window({1e-6, 1e6}, {1e-6, 1e6}, kLog, kLog), [](double x) { return 1 / x; });
    row("sum of powers", "x^3+1/x", Order::Value, window({1e-6, 1e6}, {1e-2, 1e12}, kLog, kLog),
        [](double x) { return x * x * x + 1 / x; });
    row("softplus meets a line", "log(1+exp(x))", Order::Value, window({1e-3, 1e2}, {1e-1, 1e2}, kLog, kLog),
        [](double x) { return std::log1p(std::exp(x)); });
    row("peak", "1/(1e-2+(x-3)^2)", Order::Value, window({1e-2, 1e2}, {1e-4, 1e3}, kLog, kLog),
        [](double x) { return 1 / (1e-2 + (x - 3) * (x - 3)); });
}

void TestLogCurve::inkIsTheGraph()
{
    QFETCH(QString, text);
    QFETCH(int, order);
    QFETCH(Window, window);
    QFETCH(Truth, truth);
    const Function function = formula(text.toStdString());
    const Curve curve = sampleCurve(function, static_cast<Order>(order), window);
    const InkJudge judge(inDecades(curve, window), inDecades(window), inDecades(truth, window));
    QVERIFY2(!curve.segments.empty(), "nothing is drawn");
    QVERIFY2(judge.falseInk(1.0).empty(), judge.falseInk(1.0).c_str());
    QVERIFY2(judge.missingInk(1.0).empty(), judge.missingInk(1.0).c_str());
    QVERIFY2(curve.statistics.sampledPx < 0.1, qPrintable(QString::number(curve.statistics.sampledPx)));
    for (const CurveSegment& segment : curve.segments) {
        for (const CurvePoint& point : segment.points) {
            QVERIFY(std::isfinite(point.y) && (window.yScale == kLinear || point.y > 0.0));
        }
    }
}

void TestLogCurve::powerIsStraight()
{
    const Window window{{1e-3, 1e3}, {1e-9, 1e9}, 800.0, 600.0, kLog, kLog};
    const Curve curve = sampleCurve(formula("x^3"), Order::Value, window);
    QCOMPARE(curve.segments.size(), 1U);
    const std::vector<CurvePoint>& points = curve.segments.front().points;
    QCOMPARE(points.front().x, 1e-3);
    QCOMPARE(points.back().x, 1e3);
    double last = -10.0;
    for (const CurvePoint& point : points) {
        QVERIFY(std::abs(std::log10(point.y) - 3.0 * std::log10(point.x)) < 1e-12);
        QVERIFY(std::log10(point.x) > last);
        last = std::log10(point.x);
    }
}

/// A peak of 1e8 whose width at half its height is a three hundredth of a pixel.
void TestLogCurve::needleIsAsHighAsItIs()
{
    const Window window{{1e-2, 1e2}, {1e-4, 1e9}, 800.0, 600.0, kLog, kLog};
    const Curve curve = sampleCurve(formula("1/(1e-8+(x-3)^2)"), Order::Value, window);
    double highest = 0.0;
    for (const CurveSegment& segment : curve.segments) {
        for (const CurvePoint& point : segment.points) {
            highest = std::max(highest, point.y);
        }
    }
    const double pixel = 13.0 / 600.0; // Decades.
    QVERIFY2(std::abs(std::log10(highest) - 8.0) < 0.5 * pixel, qPrintable(QString::number(highest)));
}

void TestLogCurve::nothingPositiveLeavesNoInk()
{
    const Window window{{-5.0, 5.0}, {1e-6, 1e3}, 800.0, 600.0, kLinear, kLog};
    const Curve curve = sampleCurve(formula("-1-x^2"), Order::Value, window);
    QVERIFY(curve.segments.empty() && curve.columns.empty());
}

/// √x falls to 0 within less than a pixel of a linear x axis: that is a riser over the whole height.
void TestLogCurve::edgeThatStartsAtZeroReachesTheFloor()
{
    const Window window{{-1.0, 9.0}, {1e-9, 10.0}, 800.0, 600.0, kLinear, kLog};
    const Curve curve = sampleCurve(formula("sqrt(x)"), Order::Value, window);
    QCOMPARE(curve.segments.size(), 1U);
    QCOMPARE(curve.segments.front().points.front().x, 0.0);
    QVERIFY(curve.segments.front().points.front().y < 1e-9);
    QCOMPARE(curve.breaks.size(), 1U);
    QVERIFY(curve.breaks.front().kind == BreakKind::DomainEdge);
}

/// Where a scale is logarithmic breaks are still solved for in x, not in its logarithm.
void TestLogCurve::breaksKeepTheirExactPlaces()
{
    const Window window{{0.5, 1000.0}, {1e-3, 1e3}, 800.0, 600.0, kLog, kLog};
    const Curve curve = sampleCurve(formula("floor(x/100)+0.5"), Order::Value, window);
    QCOMPARE(curve.breaks.size(), 10U);
    for (std::size_t i = 0; i < curve.breaks.size(); ++i) {
        QCOMPARE(curve.breaks[i].x, 100.0 * static_cast<double>(i + 1));
        QVERIFY(curve.breaks[i].kind == BreakKind::Jump);
    }
    // Below the window they are known as well.
    const Curve hidden = sampleCurve(formula("floor(x/100)-30"), Order::Value, window);
    QVERIFY(hidden.segments.empty());
}

void TestLogCurve::linearScalesIgnoreTheOther()
{
    const Window log{{1.0, 2.0}, {1.0, 2.0}, 800.0, 600.0, kLog, kLog};
    const Window linear{{1.0, 2.0}, {1.0, 2.0}, 800.0, 600.0, kLinear, kLinear};
    const Curve bent = sampleCurve(formula("x"), Order::Value, linear);
    const Curve straight = sampleCurve(formula("x"), Order::Value, log);
    QVERIFY(!(log == linear));
    for (const Curve* curve : {&bent, &straight}) {
        for (const CurvePoint& point : curve->segments.front().points) {
            QCOMPARE(point.y, point.x);
        }
    }
}

void TestLogCurve::windowWithZeroIsNotDrawn()
{
    for (const Interval& range : {Interval{0.0, 1.0}, Interval{-1.0, 1.0}}) {
        QVERIFY(sampleCurve(formula("x"), Order::Value, {range, {1, 2}, 800.0, 600.0, kLog, kLinear}).segments.empty());
        QVERIFY(sampleCurve(formula("x"), Order::Value, {{1, 2}, range, 800.0, 600.0, kLinear, kLog}).segments.empty());
    }
}

QTEST_GUILESS_MAIN(TestLogCurve)
#include "tst_log_curve.moc"
