#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <QTest>

#include "core/analysis/regions.h"
#include "tests/core/analysis/formula.h"
#include "tests/support/close.h"

using namespace secant;
using secant::test::formula;

namespace {

constexpr Interval kWindow{-40.0, 40.0};

QString listed(const std::vector<Region>& regions)
{
    QString text;
    for (const Region& region : regions) {
        text += QString("[%1%2, %3%4] ")
                    .arg(region.reachesLow ? "…" : "")
                    .arg(region.from, 0, 'g', 17)
                    .arg(region.to, 0, 'g', 17)
                    .arg(region.reachesHigh ? "…" : "");
    }
    return text;
}

/// Whether a region reaches beyond the window counts; its end at the window is the window's.
bool operator==(const Region& a, const Region& b)
{
    return a.from == b.from && a.to == b.to && a.reachesLow == b.reachesLow && a.reachesHigh == b.reachesHigh;
}

} // namespace

class TestRegions : public QObject {
    Q_OBJECT

private slots:
    void saturationBegins_data();
    void saturationBegins();
    void saturated_data();
    void saturated();
    void dead_data();
    void dead();
    void relativeThreshold();
    void supremum_data();
    void supremum();
    void refusesNoInterval();
    void shapes_data();
    void shapes();
    void shareOfNormalInputs();
    void endWithTheirEffort();
};

void TestRegions::saturationBegins_data()
{
    // |f′(x)| = ε solved by hand; the ten digits were computed with mpmath, the closed form stands beside them.
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("epsilon");
    QTest::addColumn<double>("printed"); ///< To ten digits, computed with mpmath.
    QTest::addColumn<double>("exact");   ///< The closed form in double.
    QTest::addColumn<bool>("onTheRight");
    const auto rows = [](const char* name, const char* text, const std::array<double, 4>& printed, auto exact,
                         bool right) {
        const std::array<double, 4> epsilons = {0.1, 0.05, 0.01, 0.001};
        for (std::size_t i = 0; i < epsilons.size(); ++i) {
            QTest::addRow("%s at %g", name, epsilons[i])
                << text << epsilons[i] << printed[i] << exact(epsilons[i]) << right;
        }
    };
    rows(
        "sigmoid", "sigmoid(x)", {2.063437069, 2.887270950, 4.584863339, 6.905752272},
        [](double e) { return 2.0 * std::acosh(1.0 / (2.0 * std::sqrt(e))); }, true);
    rows(
        "sigmoid, left", "sigmoid(x)", {-2.063437069, -2.887270950, -4.584863339, -6.905752272},
        [](double e) { return -2.0 * std::acosh(1.0 / (2.0 * std::sqrt(e))); }, false);
    rows(
        "typed sigmoid", "1/(1 + exp(-x))", {2.063437069, 2.887270950, 4.584863339, 6.905752272},
        [](double e) { return 2.0 * std::acosh(1.0 / (2.0 * std::sqrt(e))); }, true);
    rows(
        "tanh", "tanh(x)", {1.818446459, 2.178272210, 2.993222846, 4.146774726},
        [](double e) { return std::acosh(1.0 / std::sqrt(e)); }, true);
    rows(
        "softsign", "softsign(x)", {2.162277660, 3.472135955, 9.0, 30.62277660},
        [](double e) { return 1.0 / std::sqrt(e) - 1.0; }, true);
    rows(
        "arctan", "atan(x)", {3.0, 4.358898944, 9.949874371, 31.60696126},
        [](double e) { return std::sqrt(1.0 / e - 1.0); }, true);
    rows(
        "ELU, left", "elu(x, 1)", {-2.302585093, -2.995732274, -4.605170186, -6.907755279},
        [](double e) { return std::log(e); }, false);
    rows(
        "softplus, left", "softplus(x, 1)", {-2.197224577, -2.944438979, -4.595119850, -6.906754779},
        [](double e) { return std::log(e / (1.0 - e)); }, false);
}

void TestRegions::saturationBegins()
{
    QFETCH(QString, text);
    QFETCH(double, epsilon);
    QFETCH(double, printed);
    QFETCH(double, exact);
    QFETCH(bool, onTheRight);
    const auto regions = saturatedRegions(formula(text.toStdString()), epsilon, kWindow);
    QVERIFY(!regions.empty());
    const Region& region = onTheRight ? regions.back() : regions.front();
    QVERIFY(onTheRight ? region.reachesHigh : region.reachesLow);
    const double edge = onTheRight ? region.from : region.to;
    QVERIFY2(std::abs(edge - printed) <= 5.1e-10 * std::abs(printed), qPrintable(QString::number(edge, 'g', 12)));
    // f′ is good to a few ulp and |x f″ / f′| is at least 0.4 at these places: a few ulp of f′ are at most ten of x.
    VERIFY_ULP(edge, exact, 16);
}

Q_DECLARE_METATYPE(std::vector<secant::Region>)

void TestRegions::saturated_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("epsilon");
    QTest::addColumn<std::vector<Region>>("expected");
    using Regions = std::vector<Region>;
    const double lo = kWindow.lo;
    const double hi = kWindow.hi;
    QTest::addRow("ReLU ends at exactly 0") << "relu(x)" << 0.1 << Regions{{lo, 0.0, true, false}};
    QTest::addRow("typed ReLU") << "max(0, x)" << 0.1 << Regions{{lo, 0.0, true, false}};
    QTest::addRow("leaky slope above the threshold") << "leaky_relu(x, 0.11)" << 0.1 << Regions{};
    QTest::addRow("leaky slope at the threshold") << "leaky_relu(x, 0.1)" << 0.1 << Regions{{lo, 0.0, true, false}};
    QTest::addRow("negative leak") << "leaky_relu(x, -0.05)" << 0.1 << Regions{{lo, 0.0, true, false}};
    QTest::addRow("hard tanh") << "hard_tanh(x, -1, 1)" << 0.1
                               << Regions{{lo, -1.0, true, false}, {1.0, hi, false, true}};
    QTest::addRow("square") << "x^2" << 0.5 << Regions{{-0.25, 0.25, false, false}};
    QTest::addRow("never") << "3*x" << 0.5 << Regions{};
    QTest::addRow("always") << "0.25*x" << 0.5 << Regions{{lo, hi, true, true}};
    QTest::addRow("a kink with both sides flat enough") << "0.1*abs(x)" << 0.5 << Regions{{lo, hi, true, true}};
    QTest::addRow("threshold touched at the crest") << "sigmoid(x)" << 0.25 << Regions{{lo, hi, true, true}};
    QTest::addRow("only a point qualifies") << "x^3" << 0.0 << Regions{};
    QTest::addRow("split at a jump") << "binary_step(x)" << 0.1
                                     << Regions{{lo, 0.0, true, false}, {0.0, hi, false, true}};
    QTest::addRow("undefined stretches never belong")
        << "0.001*sqrt(x - 1)*sqrt(x - 1)" << 0.1 << Regions{{1.0, hi, false, true}};
    QTest::addRow("a threshold below 0 holds nowhere") << "relu(x)" << -1.0 << Regions{};
    QTest::addRow("no number, no region") << "relu(x)" << kNaN << Regions{};
}

void TestRegions::saturated()
{
    QFETCH(QString, text);
    QFETCH(double, epsilon);
    QFETCH(std::vector<Region>, expected);
    const auto regions = saturatedRegions(formula(text.toStdString()), epsilon, kWindow);
    QVERIFY2(std::ranges::equal(regions, expected, [](const Region& a, const Region& b) { return a == b; }),
             qPrintable(listed(regions)));
}

void TestRegions::dead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("reach");
    QTest::addColumn<std::vector<Region>>("expected");
    using Regions = std::vector<Region>;
    QTest::addRow("ReLU") << "relu(x)" << 10.0 << Regions{{-10.0, 0.0, true, false}};
    QTest::addRow("typed ReLU") << "max(0, x)" << 10.0 << Regions{{-10.0, 0.0, true, false}};
    QTest::addRow("typed ReLU off 0") << "max(1.3, x)" << 10.0 << Regions{{-10.0, 1.3, true, false}};
    QTest::addRow("ReLU6 on both sides") << "relu6(x)" << 10.0
                                         << Regions{{-10.0, 0.0, true, false}, {6.0, 10.0, false, true}};
    QTest::addRow("hard tanh on both sides")
        << "hard_tanh(x, -1, 1)" << 10.0 << Regions{{-10.0, -1.0, true, false}, {1.0, 10.0, false, true}};
    QTest::addRow("hard sigmoid on both sides")
        << "hard_sigmoid(x)" << 10.0 << Regions{{-10.0, -3.0, true, false}, {3.0, 10.0, false, true}};
    QTest::addRow("clipped square, in the middle") << "max(1, x^2)" << 10.0 << Regions{{-1.0, 1.0, false, false}};
    QTest::addRow("leaky ReLU without a leak") << "leaky_relu(x, 0)" << 10.0 << Regions{{-10.0, 0.0, true, false}};
    QTest::addRow("leaky ReLU") << "leaky_relu(x, 1e-300)" << 10.0 << Regions{};
    QTest::addRow("both sides of a step")
        << "binary_step(x)" << 10.0 << Regions{{-10.0, 0.0, true, false}, {0.0, 10.0, false, true}};
    QTest::addRow("constant") << "3" << 10.0 << Regions{{-10.0, 10.0, true, true}};
    QTest::addRow("window inside the zone") << "relu(x + 100)" << 10.0 << Regions{};
    QTest::addRow("window wholly dead") << "relu(x - 100)" << 10.0 << Regions{{-10.0, 10.0, true, true}};
    QTest::addRow("sigmoid is not dead where its slope underflows") << "sigmoid(x)" << 1000.0 << Regions{};
    QTest::addRow("nor a typed one") << "1/(1 + exp(-x))" << 1000.0 << Regions{};
    QTest::addRow("nor tanh where it rounds to 1") << "tanh(x)" << 1000.0 << Regions{};
    QTest::addRow("nor GELU's left tail") << "gelu(x)" << 1000.0 << Regions{};
    QTest::addRow("a flat point is no zone") << "x^5" << 10.0 << Regions{};
}

void TestRegions::dead()
{
    QFETCH(QString, text);
    QFETCH(double, reach);
    QFETCH(std::vector<Region>, expected);
    const auto regions = deadRegions(formula(text.toStdString()), {-reach, reach});
    QVERIFY2(std::ranges::equal(regions, expected, [](const Region& a, const Region& b) { return a == b; }),
             qPrintable(listed(regions)));
}

void TestRegions::relativeThreshold()
{
    // |f′| ≤ ε max |f′| of the sigmoid begins at 2 acosh(1/√ε): 3.636892918 for ε = 0.1 (mpmath).
    const Function sigmoid = formula("sigmoid(x)");
    const auto supremum = slopeSupremum(sigmoid, {-10.0, 10.0});
    QVERIFY(supremum.has_value());
    const auto regions = saturatedRegions(sigmoid, 0.1 * supremum->value, {-10.0, 10.0});
    QCOMPARE(regions.size(), std::size_t{2});
    // The supremum is good to 1e-9, so the edge is too.
    QVERIFY(std::abs(regions[1].from - 2.0 * std::acosh(1.0 / std::sqrt(0.1))) <= 4e-9);
}

void TestRegions::supremum_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("expected"); ///< NaN: there is none.
    QTest::addColumn<bool>("global");
    // Exact, or to the digits printed, from the derivative's root by mpmath.
    QTest::addRow("sigmoid") << "sigmoid(x)" << 0.25 << true;
    QTest::addRow("typed sigmoid: no bound where exp overflows") << "1/(1 + exp(-x))" << 0.25 << false;
    QTest::addRow("tanh") << "tanh(x)" << 1.0 << true;
    QTest::addRow("GELU overshoots") << "gelu(x)" << 1.1289041452 << true;
    QTest::addRow("SiLU overshoots") << "silu(x)" << 1.0998393201 << true;
    QTest::addRow("ReLU") << "relu(x)" << 1.0 << true;
    QTest::addRow("a steep leak") << "leaky_relu(x, -3)" << 3.0 << true;
    QTest::addRow("approached, never reached") << "softplus(x, 1)" << 1.0 << true;
    QTest::addRow("a jump has no slope") << "binary_step(x)" << 0.0 << true;
    QTest::addRow("beyond the window") << "sigmoid(x - 500)" << 0.25 << true;
    QTest::addRow("wave") << "sin(3*x)" << 3.0 << true;
    QTest::addRow("unbounded beyond the window") << "x^2" << 20.0 << false;
    QTest::addRow("unbounded at a pole") << "1/x" << kNaN << false;
    QTest::addRow("unbounded at a vertical tangent") << "cbrt(x)" << kNaN << false;
    QTest::addRow("unbounded at the edge of the domain") << "sqrt(x)" << kNaN << false;
}

void TestRegions::supremum()
{
    QFETCH(QString, text);
    QFETCH(double, expected);
    QFETCH(bool, global);
    const auto found = slopeSupremum(formula(text.toStdString()), {-10.0, 10.0});
    QCOMPARE(found.has_value(), !std::isnan(expected));
    if (found) {
        QVERIFY2(std::abs(found->value - expected) <= 1.1e-9 * expected,
                 qPrintable(QString::number(found->value, 'g', 15)));
        QCOMPARE(found->global, global);
    }
}

void TestRegions::refusesNoInterval()
{
    const Function relu = formula("relu(x)");
    for (const Interval& interval : {Interval{1.0, 1.0}, Interval{1.0, -1.0}, Interval{kNaN, 1.0}, Interval::whole()}) {
        QVERIFY(saturatedRegions(relu, 0.1, interval).empty());
        QVERIFY(deadRegions(relu, interval).empty());
        QVERIFY(!slopeSupremum(relu, interval).has_value());
    }
}

void TestRegions::shapes_data()
{
    // Ends by hand: where |f′| = 1, f′ = 0, f″ = 0 or |f(x) − x| = δ.
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("what");
    QTest::addColumn<std::vector<double>>("ends"); ///< From, to, from, to…; ±40 are the window's.
    const double pi = std::acos(-1.0);
    const double root2 = std::sqrt(2.0);
    const auto row = [](const char* text, const char* what, std::vector<double> ends) {
        QTest::addRow("%s %s", text, what) << text << what << std::move(ends);
    };
    row("x^2", "expanding", {-40.0, -0.5, 0.5, 40.0});
    row("tanh(2x)", "expanding", {-0.5 * std::acosh(root2), 0.5 * std::acosh(root2)}); // cosh²(2x) < 2
    row("relu(x)", "expanding", {});
    row("x^3-3x", "rising", {-40.0, -1.0, 1.0, 40.0});
    row("x^3-3x", "falling", {-1.0, 1.0});
    row("x^3", "rising", {-40.0, 40.0});
    row("relu(x)", "rising", {0.0, 40.0});
    row("relu(x)", "falling", {});
    row("abs(x)", "falling", {-40.0, 0.0});
    row("1/x", "falling", {-40.0, 0.0, 0.0, 40.0});
    row("x^3-3x", "convex", {0.0, 40.0});
    row("x^3-3x", "concave", {-40.0, 0.0});
    row("x^4", "convex", {-40.0, 40.0});
    row("gelu(x)", "convex", {-root2, root2});
    row("relu(x)", "convex", {});
    row("max(x^2, 2x)", "convex", {-40.0, 0.0, 2.0, 40.0}); // Affine between the kinks at 0 and 2.
    row("max(x^2, exp(x)-1)", "convex", {-40.0, 40.0});
    row("1/x^2", "convex", {-40.0, 0.0, 0.0, 40.0});
    row("x/2", "identity", {-0.1, 0.1}); // δ = 0.05
    row("relu(x)", "identity", {-0.05, 40.0});
    row("x+sin(x)/20", "identity", {-40.0, 40.0});
    row("x+1", "identity", {});
    row("sin(x)*x/x", "rising", {-pi / 2, 0.0, 0.0, pi / 2});
}

void TestRegions::shapes()
{
    QFETCH(QString, text);
    QFETCH(QString, what);
    QFETCH(std::vector<double>, ends);
    const Function function = formula(text.toStdString());
    const Interval window = text.startsWith("sin(x)*x") ? Interval{-2.0, 2.0} : kWindow;
    const std::vector<Region> regions = what == "expanding" ? expandingRegions(function, window)
                                        : what == "rising"  ? monotoneRegions(function, 1, window)
                                        : what == "falling" ? monotoneRegions(function, -1, window)
                                        : what == "convex"  ? curvedRegions(function, 1, window)
                                        : what == "concave" ? curvedRegions(function, -1, window)
                                                            : nearIdentityRegions(function, 0.05, window);
    QVERIFY2(2 * regions.size() == ends.size(), qPrintable(listed(regions)));
    for (std::size_t i = 0; i < regions.size(); ++i) {
        // A root of doubles lies within a few last places of the exact one, and near 0 within those of the terms.
        QVERIFY2(std::abs(regions[i].from - ends[2 * i]) <= 1e-12, qPrintable(listed(regions)));
        QVERIFY2(std::abs(regions[i].to - ends[2 * i + 1]) <= 1e-12, qPrintable(listed(regions)));
        QCOMPARE(regions[i].reachesLow, ends[2 * i] == kWindow.lo);
        QCOMPARE(regions[i].reachesHigh, ends[2 * i + 1] == kWindow.hi);
    }
}

void TestRegions::shareOfNormalInputs()
{
    // Φ from mpmath: Φ(1) − Φ(−1), Φ(−2) and Φ(7) − Φ(6), which differences of numbers near 1 would lose.
    QVERIFY(std::abs(shareOfInputs({{-1.0, 1.0}}, 0.0, 1.0) - 0.68268949213708590) < 1e-15);
    QVERIFY(std::abs(shareOfInputs({{-9.0, -3.0, true, false}}, 1.0, 2.0) / 0.022750131948179207 - 1.0) < 1e-15);
    QVERIFY(std::abs(shareOfInputs({{6.0, 7.0}}, 0.0, 1.0) / 9.8530783249381e-10 - 1.0) < 1e-9);
    QCOMPARE(shareOfInputs({{-1.0, 0.0, true, false}, {0.0, 1.0, false, true}}, 0.3, 0.7), 1.0);
    QCOMPARE(shareOfInputs({}, 0.0, 1.0), 0.0);
}

void TestRegions::endWithTheirEffort()
{
    const Function waves = formula("sin(3x)");
    const std::vector<Region> all = curvedRegions(waves, 1, {-6.0, 6.0});
    QVERIFY(all.size() > 3);
    RegionEffort ample(100000);
    QCOMPARE(curvedRegions(waves, 1, {-6.0, 6.0}, &ample).size(), all.size());
    QVERIFY(!ample.isShort());
    const int used = 100000 - ample.left();
    QVERIFY(used > 16); // The boxes it begins with.
    RegionEffort enough(used);
    QCOMPARE(curvedRegions(waves, 1, {-6.0, 6.0}, &enough).size(), all.size());
    QVERIFY(!enough.isShort());
    for (const int looks : {0, 1, 20, used - 1}) {
        RegionEffort little(looks);
        QVERIFY(curvedRegions(waves, 1, {-6.0, 6.0}, &little).empty());
        QVERIFY(little.isShort());
        QCOMPARE(little.left(), 0);
    }
    std::stop_source source;
    source.request_stop();
    RegionEffort stopped(100000, source.get_token());
    QVERIFY(curvedRegions(waves, 1, {-6.0, 6.0}, &stopped).empty());
    QVERIFY(stopped.isShort());
}

QTEST_GUILESS_MAIN(TestRegions)
#include "tst_regions.moc"
