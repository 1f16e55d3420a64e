#include <algorithm>
#include <cmath>
#include <random>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "core/analysis/curve.h"
#include "tests/core/analysis/formula.h"
#include "tests/core/analysis/ink_judge.h"
#include "tests/core/analysis/random_formulas.h"

using namespace secant;
using secant::test::formula;
using secant::test::InkJudge;
using secant::test::RandomFormulas;

namespace {

constexpr double kSeenPx = 3.0; // Pixels of height from which a line across a break is seen.

Window windowOf(const QJsonArray& range)
{
    return {{range[0].toDouble(), range[1].toDouble()}, {range[2].toDouble(), range[3].toDouble()}, 800.0, 600.0};
}

std::vector<QJsonObject> objects(const QJsonValue& array)
{
    std::vector<QJsonObject> all;
    for (const QJsonValue& value : array.toArray()) {
        all.push_back(value.toObject());
    }
    return all;
}

double visibleHeightPx(const CurvePoint& a, const CurvePoint& b, const Window& window)
{
    const auto [lo, hi] = std::minmax(a.y, b.y);
    const double seen = std::min(hi, window.y.hi) - std::max(lo, window.y.lo);
    return std::max(0.0, seen) / (window.y.hi - window.y.lo) * window.heightPx;
}

/// The greatest and least ink over a stretch of x.
Interval inkOver(const Curve& curve, double x0, double x1)
{
    Interval ink = Interval::empty();
    for (const CurveSegment& segment : curve.segments) {
        for (const CurvePoint& point : segment.points) {
            if (x0 <= point.x && point.x <= x1) {
                ink = hull(ink, Interval::point(point.y));
            }
        }
    }
    for (const CurveColumn& column : curve.columns) {
        if (column.x1 >= x0 && column.x0 <= x1) {
            ink = hull(ink, {column.lo, column.hi});
        }
    }
    return ink;
}

bool sameInk(const Curve& a, const Curve& b)
{
    const auto samePoint = [](const CurvePoint& p, const CurvePoint& q) { return p.x == q.x && p.y == q.y; };
    const auto sameSegment = [&](const CurveSegment& s, const CurveSegment& t) {
        return s.sampled == t.sampled && std::ranges::equal(s.points, t.points, samePoint);
    };
    const auto sameColumn = [](const CurveColumn& c, const CurveColumn& d) {
        return c.x0 == d.x0 && c.x1 == d.x1 && c.lo == d.lo && c.hi == d.hi;
    };
    return std::ranges::equal(a.segments, b.segments, sameSegment) &&
           std::ranges::equal(a.columns, b.columns, sameColumn) && a.breaks.size() == b.breaks.size();
}

} // namespace

class TestCurve : public QObject {
    Q_OBJECT

private slots:
    void drawsTheReference_data();
    void drawsTheReference();
    void fillsSubPixelOscillation_data();
    void fillsSubPixelOscillation();
    void showsNothingThatIsNotThere_data();
    void showsNothingThatIsNotThere();
    void cornersAreSharp();
    void survivesAnyWindow_data();
    void survivesAnyWindow();
    void refusesNoWindow_data();
    void refusesNoWindow();
    void staysWithinItsBudget_data();
    void staysWithinItsBudget();
    void longFormulasTakeNoLonger();
    void marksWhatIsNotProved();
    void provesMoreWithMoreTime_data();
    void provesMoreWithMoreTime();
    void keepsWhatOneFrameProves();
    void endsWhenItIsStopped();
    void isDeterministic();
    void parameterSlopeIsDrawn_data();
    void parameterSlopeIsDrawn();
    void parameterSlopeJumps_data();
    void parameterSlopeJumps();
};

void TestCurve::drawsTheReference_data()
{
    // tests/data/curves.json: breaks, gaps and crests made and checked with 60-digit arithmetic (mpmath).
    QTest::addColumn<QJsonObject>("truth");
    QFile file(QStringLiteral(SECANT_TEST_DATA) + "/curves.json");
    QVERIFY2(file.open(QIODevice::ReadOnly), "tests/data/curves.json is missing");
    const auto functions = objects(QJsonDocument::fromJson(file.readAll()).object()["functions"]);
    QCOMPARE(functions.size(), std::size_t{14});
    for (const QJsonObject& function : functions) {
        QTest::newRow(qPrintable(function["id"].toString())) << function;
    }
}

void TestCurve::drawsTheReference()
{
    QFETCH(QJsonObject, truth);
    const Window window = windowOf(truth["window"].toArray());
    const double pixel = (window.x.hi - window.x.lo) / window.widthPx;
    const Function function = formula(truth["expr"].toString().toStdString());
    const Curve curve = sampleCurve(function, Order::Value, window);
    QCOMPARE(curve.statistics.sampledPx, 0.0);

    std::size_t found = 0;
    for (const QJsonObject& expected : objects(truth["breaks"])) {
        const double x = expected["x"].toDouble();
        const BreakKind kind = expected["kind"] == "pole" ? BreakKind::Pole : BreakKind::Jump;
        // Solved to the double next to the real place; the file holds the nearest one.
        const auto at = std::ranges::find_if(curve.breaks, [&](const CurveBreak& b) {
            return std::abs(b.x - x) <= 2e-16 * std::max(1.0, std::abs(x)) * 4.0 && b.kind == kind;
        });
        QVERIFY2(at != curve.breaks.end(), qPrintable(QString("no break at %1").arg(x)));
        ++found;
        for (const CurveSegment& segment : curve.segments) {
            for (std::size_t i = 1; i < segment.points.size(); ++i) {
                const CurvePoint& from = segment.points[i - 1];
                const CurvePoint& to = segment.points[i];
                QVERIFY2(!(from.x < x && to.x > x) || visibleHeightPx(from, to, window) <= kSeenPx,
                         qPrintable(QString("a line crosses x = %1").arg(x)));
            }
        }
    }
    const auto invented = std::ranges::count_if(curve.breaks, [&](const CurveBreak& b) {
        return (b.kind == BreakKind::Jump || b.kind == BreakKind::Pole) && b.x > window.x.lo && b.x < window.x.hi;
    });
    QCOMPARE(static_cast<std::size_t>(invented), found);

    for (const QJsonValue& gap : truth["gaps"].toArray()) {
        // 1.25 px of ink may lap over the edge of an undefined stretch.
        const Interval ink = inkOver(curve, gap[0].toDouble() + 1.25 * pixel, gap[1].toDouble() - 1.25 * pixel);
        QVERIFY2(ink.isEmpty(), "ink where f is undefined");
    }
    for (const QJsonObject& crest : objects(truth["must_hit"])) {
        const Interval ink = inkOver(curve, crest["x0"].toDouble(), crest["x1"].toDouble());
        const double reached = crest["kind"] == "max" ? ink.hi : ink.lo;
        QVERIFY2(std::abs(reached - crest["y"].toDouble()) <= crest["tol"].toDouble(),
                 qPrintable(QString("crest at %1 reaches %2").arg(crest["x0"].toDouble()).arg(reached)));
    }
    const InkJudge judge(curve, window, [&](double x) { return function.value(x); });
    const std::string falseInk = judge.falseInk(0.5);
    QVERIFY2(falseInk.empty(), falseInk.c_str());
    const std::string missing = judge.missingInk(0.75);
    QVERIFY2(missing.empty(), missing.c_str());
}

void TestCurve::fillsSubPixelOscillation_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addRow("once in the formula, so that enclosures are exact") << "sin(2000*x)" << -4.9 << 4.9;
    QTest::addRow("twice in the formula") << "sin(2000*x + 0.001*x)" << -4.9 << 4.9;
    QTest::addRow("essential singularity") << "sin(1/x)" << -0.03 << 0.03;
    QTest::addRow("jumps in every column") << "cos(3*floor(1000*x))" << -4.9 << 4.9;
}

void TestCurve::fillsSubPixelOscillation()
{
    QFETCH(QString, text);
    QFETCH(double, from);
    QFETCH(double, to);
    const Window window{{-5.0, 5.0}, {-1.5, 1.5}, 800.0, 600.0};
    const Curve curve = sampleCurve(formula(text.toStdString()), Order::Value, window);
    // Each of these swings between −1 and 1 within half a pixel column; 4 % of the height may be lost.
    const double column = (window.x.hi - window.x.lo) / window.widthPx;
    for (double x = from; x < to; x += column) {
        const Interval ink = inkOver(curve, x, x + column);
        QVERIFY2(ink.hi >= 0.92 && ink.lo <= -0.92, qPrintable(QString("column at %1 is not full").arg(x)));
        QVERIFY(ink.hi <= 1.08 && ink.lo >= -1.08);
    }
}

void TestCurve::showsNothingThatIsNotThere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("order");
    for (const Activation* activation : activations()) {
        for (int order = 0; order < 3; ++order) {
            QTest::addRow("%s, derivative %d", std::string(activation->id()).c_str(), order)
                << QString::fromStdString(std::string(activation->id()) + "(x)") << order;
        }
    }
    RandomFormulas formulas(20261124);
    for (int i = 0; i < 120; ++i) {
        const std::string text = formulas.next(3);
        QTest::addRow("random %d: %s", i, text.c_str()) << QString::fromStdString(text) << i % 2;
    }
    for (int i = 0; i < 24; ++i) { // Long enough for their time to be up before all is proved.
        QTest::addRow("long random %d", i) << QString::fromStdString(formulas.next(7)) << i % 3;
    }
}

void TestCurve::showsNothingThatIsNotThere()
{
    QFETCH(QString, text);
    QFETCH(int, order);
    const Window window{{-6.0, 6.0}, {-3.0, 3.0}, 800.0, 600.0};
    const Function function = formula(text.toStdString());
    const auto meant = static_cast<Order>(order);
    const Curve curve = sampleCurve(function, meant, window);
    const InkJudge judge(curve, window, [&](double x) { return function.at(meant, x); });
    const std::string falseInk = judge.falseInk(0.5);
    QVERIFY2(falseInk.empty(), falseInk.c_str());
    if (curve.statistics.sampledPx < 1.0) {
        const std::string missing = judge.missingInk(0.75);
        QVERIFY2(missing.empty(), missing.c_str());
    }
}

void TestCurve::cornersAreSharp()
{
    const Curve curve =
        sampleCurve(formula("leaky_relu(x, a)", {0.2}), Order::Value, {{-10.0, 10.0}, {-1.0, 10.0}, 800.0, 600.0});
    QCOMPARE(curve.segments.size(), std::size_t{1});
    const auto& points = curve.segments.front().points;
    QVERIFY(std::ranges::any_of(points, [](const CurvePoint& p) { return p.x == 0.0 && p.y == 0.0; }));
    QVERIFY(curve.breaks.empty()); // f is continuous at its corner.
}

void TestCurve::survivesAnyWindow_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("x0");
    QTest::addColumn<double>("x1");
    QTest::addColumn<double>("y0");
    QTest::addColumn<double>("y1");
    const double most = std::numeric_limits<double>::max();
    const double least = std::numeric_limits<double>::denorm_min();
    for (const char* text : {"1e300*x", "exp(x)", "1/x", "tan(x)", "log(x)", "x^3", "sin(1/x)", "floor(x)", "max(0,x)",
                             "exp(exp(x))", "gelu(x)", "x^x", "sqrt(x)/x"}) {
        QTest::addRow("%s, huge", text) << text << -1e300 << 1e300 << -1e300 << 1e300;
        QTest::addRow("%s, all doubles", text) << text << -most << most << -most << most;
        QTest::addRow("%s, the least doubles", text) << text << -least << least << -least << least;
        QTest::addRow("%s, one double wide", text) << text << 1.0 << std::nextafter(1.0, 2.0) << -1.0 << 3.0;
        QTest::addRow("%s, beyond 2^53", text) << text << 1e16 << 1e16 + 8.0 << -1e17 << 1e17;
        QTest::addRow("%s, tall and narrow", text) << text << -1e-290 << 1e-290 << -1e290 << 1e290;
        QTest::addRow("%s, wide and flat", text) << text << -1e290 << 1e290 << -1e-290 << 1e-290;
    }
}

void TestCurve::survivesAnyWindow()
{
    QFETCH(QString, text);
    QFETCH(double, x0);
    QFETCH(double, x1);
    QFETCH(double, y0);
    QFETCH(double, y1);
    const Window window{{x0, x1}, {y0, y1}, 800.0, 600.0};
    const double height = y1 - y0;
    for (const Order order : {Order::Value, Order::Slope, Order::Curvature}) {
        const Curve curve = sampleCurve(formula(text.toStdString()), order, window);
        double last = x0;
        for (const CurveSegment& segment : curve.segments) {
            QVERIFY(!segment.points.empty());
            for (const CurvePoint& point : segment.points) {
                QVERIFY(std::isfinite(point.x) && std::isfinite(point.y));
                QVERIFY2(last <= point.x && point.x <= x1, "points run left to right within the window");
                // A window height beyond each edge, and a hair for rounding.
                QVERIFY(point.y >= y0 - 1.01 * height && point.y <= y1 + 1.01 * height);
                last = point.x;
            }
        }
        for (const CurveColumn& column : curve.columns) {
            QVERIFY(column.x0 < column.x1 && column.lo <= column.hi);
            QVERIFY(std::isfinite(column.lo) && std::isfinite(column.hi));
        }
        QVERIFY(std::ranges::is_sorted(curve.breaks, {}, &CurveBreak::x));
        QVERIFY(curve.statistics.enclosures <= 16u * 800u);
    }
}

void TestCurve::refusesNoWindow_data()
{
    QTest::addColumn<double>("x0");
    QTest::addColumn<double>("x1");
    QTest::addColumn<double>("widthPx");
    QTest::addRow("empty range") << 1.0 << 1.0 << 800.0;
    QTest::addRow("turned round") << 1.0 << -1.0 << 800.0;
    QTest::addRow("not a number") << kNaN << 1.0 << 800.0;
    QTest::addRow("without end") << 0.0 << kInfinity << 800.0;
    QTest::addRow("no pixels") << -1.0 << 1.0 << 0.0;
    QTest::addRow("a number of pixels nobody has") << -1.0 << 1.0 << 1e9;
}

void TestCurve::refusesNoWindow()
{
    QFETCH(double, x0);
    QFETCH(double, x1);
    QFETCH(double, widthPx);
    const Window window{{x0, x1}, {-1.0, 1.0}, widthPx, 600.0};
    const Function function = formula("leaky_relu(x, a)");
    QVERIFY(sampleCurve(function, Order::Value, window).segments.empty());
    QVERIFY(sampleParameterSlope(function, 0, {}, window).segments.empty());
}

void TestCurve::staysWithinItsBudget_data()
{
    QTest::addColumn<QString>("text");
    QTest::addRow("smooth") << "gelu(x)";
    QTest::addRow("two fast waves") << "sin(1e5*x) + sin(1.1e5*x)";
    QTest::addRow("poles in every column") << "tan(1e4*x)";
    QTest::addRow("undefined everywhere, not provably") << "(x + 1)/(x - x)";
    QTest::addRow("cancelling quotient") << "(sin(x) - x)/x^3";
    QTest::addRow("defined only in the limit") << "sqrt(x - x)";
}

void TestCurve::staysWithinItsBudget()
{
    QFETCH(QString, text);
    const Function function = formula(text.toStdString());
    for (const double width : {400.0, 1600.0}) {
        for (const Order order : {Order::Value, Order::Slope, Order::Curvature}) {
            const Curve curve = sampleCurve(function, order, {{-6.0, 6.0}, {-2.0, 2.0}, width, 600.0});
            // 6 + 4 enclosures a pixel from the pools, as many again above one pixel and for breaks.
            QVERIFY(static_cast<double>(curve.statistics.enclosures) <= 20.0 * width);
            QVERIFY(static_cast<double>(curve.statistics.evaluations) <= 120.0 * width);
        }
    }
}

void TestCurve::longFormulasTakeNoLonger()
{
    // An addition takes about 4 ns and an enclosure of one twelve times as long: 4 ms are 1250 additions a pixel.
    // Counted rather than measured, so that a busy machine proves nothing.
    constexpr double kMostAdditions = 1250.0;
    RandomFormulas formulas(7);
    const Window window{{-6.0, 6.0}, {-4.0, 4.0}, 800.0, 600.0};
    int counted = 0;
    int late = 0;
    for (int i = 0; i < 300; ++i) {
        const Function function = formula(formulas.next(3 + i % 6));
        for (const Order order : {Order::Value, Order::Slope, Order::Curvature}) {
            const CurveStatistics spent = sampleCurve(function, order, window).statistics;
            const auto values = static_cast<double>(spent.evaluations + spent.residuals);
            const double additions = function.cost() * (12.0 * static_cast<double>(spent.enclosures) + values);
            ++counted;
            late += additions > kMostAdditions * window.widthPx;
            QVERIFY2(additions <= 2.0 * kMostAdditions * window.widthPx, qPrintable(QString::number(i)));
        }
    }
    QVERIFY2(late * 100 <= counted, qPrintable(QString("%1 of %2").arg(late).arg(counted)));
}

void TestCurve::marksWhatIsNotProved()
{
    const Window window{{-6.0, 6.0}, {-2.0, 2.0}, 800.0, 600.0};
    const Curve curve = sampleCurve(formula("(sin(x) - x)/x^3"), Order::Value, window);
    double sampled = 0.0;
    for (const CurveSegment& segment : curve.segments) {
        if (segment.sampled) {
            sampled += segment.points.back().x - segment.points.front().x;
        }
    }
    // Near 0 the quotient cancels: enclosures cannot follow, and the curve has to say so.
    QVERIFY(sampled > 0.0);
    QVERIFY(curve.statistics.sampledPx >= sampled / (12.0 / 800.0) - 1e-9);
    QVERIFY(curve.statistics.sampledPx < 60.0);
}

void TestCurve::provesMoreWithMoreTime_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("order");
    QTest::newRow("long and fast") << "sin(exp(x))*cos(7x^2)/(x-1)" << 2;
    QTest::newRow("many factors") << "exp(-x^2)*sin(40x)+atan(3x)^3-log(abs(x+1))" << 2;
    QTest::newRow("vertical at its end") << "x^x" << 2;
    QTest::newRow("cancels near 0") << "(sin(x) - x)/x^3" << 1;
}

void TestCurve::provesMoreWithMoreTime()
{
    QFETCH(QString, text);
    QFETCH(int, order);
    const Window window{{-6.0, 6.0}, {-3.0, 3.0}, 800.0, 600.0};
    const Function function = formula(text.toStdString());
    const auto meant = static_cast<Order>(order);
    const Curve first = sampleCurve(function, meant, window);
    const Curve late = sampleCurve(function, meant, window, {32.0});
    QVERIFY(first.statistics.sampledPx > 1.0);
    QVERIFY(!first.unproved.empty());
    QVERIFY(late.statistics.sampledPx < 0.25 * first.statistics.sampledPx);
    double unproved = 0.0;
    for (const Interval& piece : late.unproved) {
        unproved += piece.hi - piece.lo;
    }
    QVERIFY(std::abs(unproved / (12.0 / 800.0) - late.statistics.sampledPx) < 1e-6);
    std::size_t points = 0;
    for (const CurveSegment& segment : late.segments) {
        points += segment.points.size();
    }
    QVERIFY2(points < 70 * 800, "more than a picture can show");
    const InkJudge judge(late, window, [&](double x) { return function.at(meant, x); });
    const std::string falseInk = judge.falseInk(0.5);
    QVERIFY2(falseInk.empty(), falseInk.c_str());
}

void TestCurve::keepsWhatOneFrameProves()
{
    const Window window{{-6.0, 6.0}, {-3.0, 3.0}, 800.0, 600.0};
    for (const char* text : {"tan(x)", "gamma(x)", "mish(x)", "sin(30x)"}) {
        const Curve first = sampleCurve(formula(text), Order::Value, window);
        const Curve late = sampleCurve(formula(text), Order::Value, window, {32.0});
        QCOMPARE(first.statistics.sampledPx, 0.0);
        QCOMPARE(late.statistics.enclosures, first.statistics.enclosures);
        QCOMPARE(late.segments.size(), first.segments.size());
        for (std::size_t i = 0; i < first.segments.size(); ++i) {
            QCOMPARE(late.segments[i].points.size(), first.segments[i].points.size());
        }
    }
}

void TestCurve::endsWhenItIsStopped()
{
    std::stop_source source;
    source.request_stop();
    const Window window{{-6.0, 6.0}, {-3.0, 3.0}, 800.0, 600.0};
    const Curve curve = sampleCurve(formula("(sin(x) - x)/x^3"), Order::Slope, window, {1000.0, source.get_token()});
    QVERIFY(curve.statistics.enclosures < 50);
    QVERIFY(curve.statistics.evaluations < 50);
}

void TestCurve::isDeterministic()
{
    const Window window{{-3.0, 7.0}, {-2.0, 2.0}, 800.0, 600.0};
    for (const char* text : {"tan(x)*floor(x)", "sin(1/x)", "(sin(x) - x)/x^3"}) {
        const Function function = formula(text);
        QVERIFY(sameInk(sampleCurve(function, Order::Value, window), sampleCurve(function, Order::Value, window)));
    }
}

void TestCurve::parameterSlopeIsDrawn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::function<double(double)>>("truth");
    using Truth = std::function<double(double)>;
    // ∂/∂p by hand.
    QTest::addRow("leaky ReLU") << "leaky_relu(x, a)" << Truth([](double x) { return std::min(x, 0.0); });
    QTest::addRow("slope parameter of a wave")
        << "sin(8*p*x)" << Truth([](double x) { return 8 * x * std::cos(8 * x); });
    QTest::addRow("pole") << "p/x" << Truth([](double x) { return 1.0 / x; });
    QTest::addRow("edge of the domain") << "p*sqrt(x)" << Truth([](double x) { return std::sqrt(x); });
}

void TestCurve::parameterSlopeIsDrawn()
{
    QFETCH(QString, text);
    QFETCH(std::function<double(double)>, truth);
    const Window window{{-4.0, 4.0}, {-3.0, 3.0}, 800.0, 600.0};
    const Function function = formula(text.toStdString());
    const auto breaks = sampleCurve(function, Order::Value, window).breaks;
    const Curve curve = sampleParameterSlope(function, 0, breaks, window);
    const InkJudge judge(curve, window, truth);
    const std::string falseInk = judge.falseInk(0.5);
    QVERIFY2(falseInk.empty(), falseInk.c_str());
    const std::string missing = judge.missingInk(0.75);
    QVERIFY2(missing.empty(), missing.c_str());
    QVERIFY(std::ranges::all_of(curve.segments, &CurveSegment::sampled));
}

void TestCurve::parameterSlopeJumps_data()
{
    QTest::addColumn<bool>("announced");
    QTest::addRow("where a break of f′ is known") << true;
    QTest::addRow("where nothing was said") << false;
}

void TestCurve::parameterSlopeJumps()
{
    QFETCH(bool, announced);
    // max(c, x): its derivative in c is 1 where c is the greater, 0 where x is.
    const Function function = formula("max(c, x)", {1.0});
    const Window window{{-4.0, 4.0}, {-3.0, 3.0}, 800.0, 600.0};
    std::vector<CurveBreak> breaks;
    if (announced) {
        breaks = sampleCurve(function, Order::Slope, window).breaks;
        QCOMPARE(breaks.size(), std::size_t{1});
        QCOMPARE(breaks.front().x, 1.0);
    }
    const Curve curve = sampleParameterSlope(function, 0, breaks, window);
    QCOMPARE(curve.breaks.size(), std::size_t{announced ? 0U : 1U});
    QCOMPARE(curve.segments.size(), std::size_t{2});
    QVERIFY(std::abs(curve.segments[0].points.back().x - 1.0) <= 1e-15);
    QVERIFY(std::abs(curve.segments[1].points.front().x - 1.0) <= 1e-15);
    for (const CurvePoint& point : curve.segments[0].points) {
        QCOMPARE(point.y, 1.0);
    }
    QCOMPARE(curve.segments[1].points.back().y, 0.0);
}

QTEST_GUILESS_MAIN(TestCurve)
#include "tst_curve.moc"
