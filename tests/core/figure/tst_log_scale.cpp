#include <algorithm>
#include <cmath>

#include <QTest>

#include "core/figure/compose.h"
#include "core/figure/straight_line.h"
#include "core/figure/table.h"

using namespace secant;

namespace {

constexpr auto kLog = AxisScale::Logarithmic;

Scene sceneWith(const char* formula)
{
    Scene scene;
    addFormula(scene, formula);
    scene.shading.saturated = scene.shading.dead = false;
    return scene;
}

Scene onLogY(Scene scene)
{
    scene.view = withYScale(scene, kLog);
    return scene;
}

Scene onLogX(Scene scene)
{
    scene.view = withXScale(scene, kLog);
    return scene;
}

double decades(const Range& range)
{
    return std::log10(range.max / range.min);
}

double lowestInk(const Pane& pane)
{
    double lowest = HUGE_VAL;
    for (const Ink& ink : pane.inks) {
        for (const auto& run : ink.runs) {
            for (const FigurePoint& point : run) {
                lowest = std::min(lowest, point.y);
            }
        }
    }
    return lowest;
}

} // namespace

/// Logarithmic scales from the scene to the figure: windows, lines of the plane, what is left out and said.
class TestLogScale : public QObject {
    Q_OBJECT

private slots:
    void choosesAWindow_data();
    void choosesAWindow();
    void keepsAPositiveWindow();
    void comesBackToALinearWindow();
    void fitsTheTailOfASaturatedSlope();
    void followsHeightsCalmly();
    void onlyAlikeScalesCanBeSquare();
    void bendsLinesOfThePlane();
    void linesRunBelowTheWindow();
    void chordsAreBent();
    void saysWhyAPaneIsEmpty();
    void leavesOutWhatItCannotDrawRight();
    void kinksAreStillFound();
    void densityKeepsToThePane();
    void tableStepsByRatios();
};

void TestLogScale::choosesAWindow_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<double>("least"); // Of the window, in decades.
    QTest::addColumn<double>("most");
    QTest::addColumn<double>("top"); // The greatest value for |x| ≤ 6, by hand.
    QTest::newRow("sigmoid") << "sigmoid(x)" << 2.6 << 4.0 << 1.0;
    QTest::newRow("bell") << "exp(-x^2)" << 15.0 << 20.0 << 1.0;
    QTest::newRow("sine") << "sin(x)" << 1.0 << 6.0 << 1.0;
    QTest::newRow("cube") << "x^3" << 3.0 << 9.0 << 216.0;
    QTest::newRow("constant") << "5" << 1.5 << 2.5 << 5.0;
    QTest::newRow("nothing positive") << "-1-x^2" << 3.9 << 4.1 << 1.0;
}

void TestLogScale::choosesAWindow()
{
    QFETCH(QString, formula);
    QFETCH(double, least);
    QFETCH(double, most);
    QFETCH(double, top);
    const Range y = onLogY(sceneWith(qPrintable(formula))).view.yOf(PaneKind::Value);
    QVERIFY2(y.min > 0.0 && least <= decades(y) && decades(y) <= most, qPrintable(QString::number(decades(y))));
    QVERIFY2(y.min < top && top < y.max, qPrintable(QString("%1 %2").arg(y.min).arg(y.max)));
}

void TestLogScale::keepsAPositiveWindow()
{
    Scene scene = sceneWith("x");
    scene.view.yOf(PaneKind::Value) = {0.5, 2.0};
    scene.view.x = {1.0, 3.0};
    scene = onLogX(onLogY(scene));
    QCOMPARE(scene.view.yOf(PaneKind::Value), (Range{0.5, 2.0}));
    QCOMPARE(scene.view.x, (Range{1.0, 3.0}));
    QCOMPARE(scene.view.yOf(PaneKind::ParameterSlope), View{}.yOf(PaneKind::ParameterSlope));
}

void TestLogScale::comesBackToALinearWindow()
{
    Scene scene = onLogX(onLogY(sceneWith("x^3")));
    QCOMPARE(scene.view.x, (Range{0.01, 6.0}));
    scene.view = withXScale(scene, AxisScale::Linear);
    QCOMPARE(scene.view.x, (Range{-6.0, 6.0}));
    scene.view = withYScale(scene, AxisScale::Linear);
    const Range& y = scene.view.yOf(PaneKind::Value);
    QVERIFY(y.min < -216.0 && y.max > 216.0);
    QVERIFY(scene.view.xScale == AxisScale::Linear && scene.view.yScale == AxisScale::Linear);
}

void TestLogScale::fitsTheTailOfASaturatedSlope()
{
    Scene scene = sceneWith("sigmoid(x)");
    scene.view.x = {-680.0, 680.0};
    scene = onLogY(scene);
    const Range& y = scene.view.yOf(PaneKind::Slope);
    // e^−680 = 10^−295.3
    QVERIFY2(y.min < 1e-295 && y.max > 0.25 && y.max < 1e40, qPrintable(QString("%1 %2").arg(y.min).arg(y.max)));
    const Figure figure = compose(scene, {});
    QVERIFY(lowestInk(figure.panes[1]) < 1e-294);
    // The tail is straight: log f′(x) = −|x| to within e^−|x|.
    for (const FigurePoint& point : figure.panes[1].inks[0].runs[0]) {
        if (std::abs(point.x) > 40.0) {
            QVERIFY(std::abs(std::log(point.y) + std::abs(point.x)) < 1e-9);
        }
    }
}

void TestLogScale::followsHeightsCalmly()
{
    Scene scene = onLogY(sceneWith("a*exp(x)"));
    scene.curves[0].parameters["a"] = 1.0;
    scene.view = calmlyFitted(scene, Settling::Settled);
    const Range before = scene.view.yOf(PaneKind::Value);
    scene.curves[0].parameters["a"] = 1.1;
    QCOMPARE(calmlyFitted(scene, Settling::Settled).yOf(PaneKind::Value), before);
    scene.curves[0].parameters["a"] = 1e6;
    const Range after = calmlyFitted(scene, Settling::Settled).yOf(PaneKind::Value);
    QVERIFY(after.min > 0.0 && after.max > 1e6 * std::exp(6.0));
    scene.curves[0].parameters["a"] = -1.0;
    QCOMPARE(calmlyFitted(scene, Settling::Settled).yOf(PaneKind::Value), before);
}

void TestLogScale::onlyAlikeScalesCanBeSquare()
{
    Budget budget;
    budget.paneWidthPx = 800.0;
    budget.paneHeightPx.fill(400.0);
    const Scene mixed = onLogY(sceneWith("exp(x)"));
    QVERIFY(squared(mixed, budget) == mixed.view);
    const Scene both = onLogX(mixed);
    const View square = squared(both, budget);
    QVERIFY(std::abs(decades(square.yOf(PaneKind::Value)) - 0.5 * decades(square.x)) < 1e-9);
}

void TestLogScale::bendsLinesOfThePlane()
{
    const PaneWindow window{{1e-3, 1e3}, {1e-3, 1e3}, kLog, kLog};
    const auto line = straightLine({{1e-3, 2.0}, {1e3, 200.0}}, window);
    QVERIFY(line.size() > 10);
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        // Every point is on the line of the plane, and halfway between two on the screen it is within half a pixel.
        const auto on = [](double x) { return 2.0 + 198.0 * (x - 1e-3) / (1e3 - 1e-3); };
        QVERIFY(std::abs(line[i].y / on(line[i].x) - 1.0) < 1e-12);
        const double middle = std::sqrt(line[i].x * line[i + 1].x);
        const double drawn = std::sqrt(line[i].y * line[i + 1].y);
        QVERIFY(std::abs(std::log10(drawn / on(middle))) < 0.5 * 6.0 / 1000.0);
    }
    QCOMPARE(straightLine({{0.0, 1.0}, {2.0, 3.0}}, {{-1, 1}, {-1, 1}}).size(), 2U);
}

void TestLogScale::linesRunBelowTheWindow()
{
    const PaneWindow window{{-5.0, 5.0}, {1e-2, 10.0}, AxisScale::Linear, kLog};
    const auto line = straightLine({{-4.0, -4.0}, {4.0, 4.0}}, window);
    QCOMPARE(line.front().x, -4.0);
    QCOMPARE(line.back().y, 4.0);
    for (const FigurePoint& point : line) {
        QVERIFY(point.y > 0.0 && (point.y < window.y.min || std::abs(point.y - point.x) < 1e-12));
    }
}

void TestLogScale::chordsAreBent()
{
    Scene scene = sceneWith("exp(x)");
    scene.chords = {{scene.activeCurve, -5.0, 5.0, 0.5}};
    QCOMPARE(compose(scene, {}).panes[0].chords[0].line.size(), 2U);
    const ChordInk chord = compose(onLogY(scene), {}).panes[0].chords[0];
    QVERIFY(chord.line.size() > 5);
    // In the middle the chord is at cosh 5, far above the straight line of the screen, which is at 1.
    const auto right = std::find_if(chord.line.begin(), chord.line.end(), [](const FigurePoint& p) { return p.x > 0; });
    QVERIFY(right->y > 70.0 && (right - 1)->y < std::cosh(5.0) + 1.0);
    QVERIFY(chord.sense == 1);
}

void TestLogScale::saysWhyAPaneIsEmpty()
{
    Scene scene = onLogY(sceneWith("-1-x^2"));
    const Figure figure = compose(scene, {});
    QVERIFY(figure.panes[0].emptyHint.find("only y > 0") != std::string::npos);
    QVERIFY(figure.panes[1].emptyHint.empty()); // −2x is positive on the left.
    scene.language = Language::Chinese;
    QVERIFY(compose(scene, {}).panes[0].emptyHint.find("y > 0") != std::string::npos);
    QVERIFY(compose(scene, {}).panes[0].emptyHint != figure.panes[0].emptyHint);
    QVERIFY(compose(sceneWith("-1-x^2"), {}).panes[0].emptyHint.empty());
    QVERIFY(compose(onLogY(sceneWith("x")), {}).panes[0].emptyHint.empty());
}

void TestLogScale::leavesOutWhatItCannotDrawRight()
{
    Scene scene = sceneWith("x^3");
    scene.workbench.envelope = scene.workbench.conjugate = scene.workbench.epigraph = true;
    const Figure linear = compose(scene, {});
    QVERIFY(!linear.panes[0].lines.empty() && !linear.insets.empty());
    const Figure figure = compose(onLogY(scene), {});
    QVERIFY(figure.panes[0].lines.empty() && figure.panes[0].fills.empty() && figure.insets.empty());
    for (const std::string& text : {figure.workbench.conjugate, figure.workbench.epigraph}) {
        QVERIFY(text.find("linear y scale only") != std::string::npos);
    }
    // A logarithmic x hides nothing of what is drawn.
    QVERIFY(!compose(onLogX(scene), {}).panes[0].lines.empty());
}

void TestLogScale::kinksAreStillFound()
{
    Scene scene = sceneWith("abs(x-1)+1");
    const Figure figure = compose(onLogX(onLogY(scene)), {});
    QCOMPARE(figure.panes[0].dots.size(), 1U);
    QCOMPARE(figure.panes[0].dots[0].at, (FigurePoint{1.0, 1.0}));
    QCOMPARE(figure.panes[1].dots.size(), 2U); // −1, which lies below, and 1.
}

void TestLogScale::densityKeepsToThePane()
{
    Scene scene = sceneWith("exp(x)");
    scene.shading.inputs.shown = true;
    scene = onLogY(scene);
    const Figure figure = compose(scene, {});
    const Range& y = scene.view.yOf(PaneKind::Value);
    double highest = 0.0;
    for (const FigurePoint& point : figure.panes[0].density) {
        QVERIFY(point.y >= y.min * (1 - 1e-12) && point.y <= y.max);
        highest = std::max(highest, std::log(point.y / y.min) / std::log(y.max / y.min));
    }
    QVERIFY(std::abs(highest - 0.25) < 1e-3);
}

void TestLogScale::tableStepsByRatios()
{
    Scene scene = onLogX(sceneWith("x"));
    scene.view.x = {1e-3, 1e3};
    const QStringList rows = QString::fromStdString(csvOf(scene, 7, false)).split('\n');
    for (int i = 0; i < 7; ++i) {
        const double x = rows[i + 1].section(',', 0, 0).toDouble();
        QVERIFY2(std::abs(std::log10(x) - (i - 3)) < 1e-12, qPrintable(rows[i + 1]));
    }
    QVERIFY(rows[1].startsWith("0.001,") && rows[7].startsWith("1000,"));
}

QTEST_GUILESS_MAIN(TestLogScale)
#include "tst_log_scale.moc"
