#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include <QTest>

#include "core/figure/compose.h"
#include "core/scene/examples.h"
#include "tests/support/close.h"

using namespace secant;
using convexity::Standing;
using convexity::VerdictKind;

namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

Scene sceneWith(const char* formula)
{
    Scene scene;
    addFormula(scene, formula);
    scene.judgement.shown = true;
    scene.panes = {true, true, false, false};
    return scene;
}

Figure composed(const Scene& scene)
{
    return compose(scene, {}, findingsOf(scene));
}

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace

class TestWorkbench : public QObject {
    Q_OBJECT

private slots:
    void provesOnWhichSideAChordLies_data();
    void provesOnWhichSideAChordLies();
    void shadesTheGap();
    void countsRandomChords_data();
    void countsRandomChords();
    void throwsTheSameChordsForTheSameSeed();
    void tellsWhenAChordBreaks();
    void comparesMeans();
    void drawsATangent();
    void drawsEverySupportingLineOfAKink();
    void seesATangentCrossed();
    void lookAtTheEpigraph();
    void examplesAnswerTheirQuestions_data();
    void examplesAnswerTheirQuestions();
};

void TestWorkbench::provesOnWhichSideAChordLies_data()
{
    // Gap of x² over a chord from a to b at λ: λ(1 − λ)(a − b)² > 0; of a straight line: 0.
    QTest::addColumn<QString>("formula");
    QTest::addColumn<double>("x1");
    QTest::addColumn<double>("x2");
    QTest::addColumn<int>("sense");
    QTest::addRow("square") << "x^2" << -1.0 << 2.0 << 1;
    QTest::addRow("square, ends exchanged") << "x^2" << 2.0 << -1.0 << 1;
    QTest::addRow("minus the square") << "-x^2" << -1.0 << 2.0 << -1;
    QTest::addRow("a straight line") << "3x - 1" << -1.0 << 2.0 << 0;
    QTest::addRow("nearly no chord") << "x^2" << 1.0 << 1.0 + 1e-9 << 0;
    QTest::addRow("undefined between") << "1/x^2" << -1.0 << 1.0 << 0;
    QTest::addRow("undefined at an end") << "log(x)" << -1.0 << 2.0 << 0;
}

void TestWorkbench::provesOnWhichSideAChordLies()
{
    QFETCH(QString, formula);
    QFETCH(double, x1);
    QFETCH(double, x2);
    QFETCH(int, sense);
    Scene scene = sceneWith(formula.toUtf8().constData());
    scene.chords.push_back({scene.activeCurve, x1, x2, 0.5});
    QCOMPARE(composed(scene).panes.front().chords.at(0).sense, sense);
}

void TestWorkbench::shadesTheGap()
{
    Scene scene = sceneWith("x^2");
    scene.chords.push_back({scene.activeCurve, -1.0, 2.0, 0.5});
    const Figure figure = composed(scene);
    QCOMPARE(figure.panes.front().fills.size(), std::size_t(1));
    double twice = 0.0;
    const auto& outline = figure.panes.front().fills[0].outline;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const FigurePoint& a = outline[i];
        const FigurePoint& b = outline[(i + 1) % outline.size()];
        twice += a.x * b.y - a.y * b.x;
    }
    // Archimedes: (b − a)³ / 6 = 4.5. The polyline keeps within half a pixel of the curve.
    QVERIFY2(std::abs(std::abs(twice) / 2.0 - 4.5) < 0.02, qPrintable(QString::number(twice / 2.0)));
    scene.workbench.gaps = false;
    QVERIFY(composed(scene).panes.front().fills.empty());
}

void TestWorkbench::countsRandomChords_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("tally");
    QTest::addRow("convex") << "x^2"
                            << "above the curve: 50, below: 0, on it: 0";
    QTest::addRow("concave") << "-x^2"
                             << "above the curve: 0, below: 50, on it: 0";
    QTest::addRow("straight") << "x"
                              << "above the curve: 0, below: 0, on it: 50";
}

void TestWorkbench::countsRandomChords()
{
    QFETCH(QString, formula);
    QFETCH(QString, tally);
    Scene scene = sceneWith(formula.toUtf8().constData());
    scene.workbench.randomChords = 50;
    const Figure figure = composed(scene);
    QCOMPARE(text(figure.workbench.tally), tally);
    QCOMPARE(figure.panes.front().lines.size(), std::size_t(50));
}

void TestWorkbench::throwsTheSameChordsForTheSameSeed()
{
    Scene scene = sceneWith("sin(x)");
    scene.judgement.lo = 1.0;
    scene.judgement.hi = 2.0;
    scene.workbench.randomChords = 10;
    const auto lines = [&] { return composed(scene).panes.front().lines; };
    const auto first = lines();
    for (const LineInk& line : first) {
        for (const FigurePoint& point : line.points) {
            QVERIFY(point.x >= 1.0 && point.x <= 2.0);
        }
    }
    QVERIFY(lines().front().points == first.front().points);
    scene.workbench.seed = 2;
    QVERIFY(!(lines().front().points == first.front().points));
}

void TestWorkbench::tellsWhenAChordBreaks()
{
    Scene scene = sceneWith("x^3");
    scene.workbench.hunt = true;
    QCOMPARE(text(composed(scene).workbench.hunt), QStringLiteral("Draw a chord first."));
    scene.chords.push_back({scene.activeCurve, -2.0, -1.0, 0.5});
    QCOMPARE(text(composed(scene).workbench.hunt), QStringLiteral("Found! This chord proves: f is not convex ∪"));
    scene.chords.push_back({scene.activeCurve, 1.0, 2.0, 0.5});
    QCOMPARE(text(composed(scene).workbench.hunt),
             QStringLiteral("Found! This chord proves: f is not convex ∪, nor concave ∩"));
    scene.naming = Naming::OlderChinese;
    QCOMPARE(text(composed(scene).workbench.hunt),
             QStringLiteral("Found! This chord proves: f is not concave ∪, nor convex ∩"));
}

void TestWorkbench::comparesMeans()
{
    Scene scene = sceneWith("x^2");
    // (0² + 3·2²) / 4 = 3 against ((0 + 3·2) / 4)² = 2.25.
    scene.workbench.jensen = {{0.0, 0.25}, {2.0, 0.75}};
    const Figure figure = composed(scene);
    QCOMPARE(text(figure.workbench.jensen), QStringLiteral("Σ wᵢ f(xᵢ) = 3 > f(Σ wᵢ xᵢ) = 2.25"));
    const auto points = std::count_if(figure.handles.begin(), figure.handles.end(),
                                      [](const Handle& handle) { return handle.kind == HandleKind::Jensen; });
    QCOMPARE(points, 2);
    scene.workbench.jensen = {{0.0, 0.0}, {2.0, 0.0}};
    QVERIFY2(composed(scene).workbench.jensen.empty(), "weights of 0 have no mean");
    scene = sceneWith("2x");
    scene.workbench.jensen = {{0.0, 1.0}, {1.0, 1.0}, {5.0, 1.0}};
    QCOMPARE(text(composed(scene).workbench.jensen), QStringLiteral("Σ wᵢ f(xᵢ) = 4 ≈ f(Σ wᵢ xᵢ) = 4"));
}

void TestWorkbench::drawsATangent()
{
    Scene scene = sceneWith("x^2");
    scene.workbench.tangent = true;
    scene.workbench.tangentX = 1.0;
    const Figure figure = composed(scene);
    const LineInk& line = figure.panes.front().lines.at(0);
    // 2x − 1.
    for (const FigurePoint& point : line.points) {
        VERIFY_ULP(point.y, 2.0 * point.x - 1.0, 2);
    }
    QCOMPARE(text(figure.workbench.tangent), QStringLiteral("proved: the curve is nowhere below its tangents"));
}

void TestWorkbench::drawsEverySupportingLineOfAKink()
{
    Scene scene = sceneWith("max(x, 0)");
    scene.workbench.tangent = true;
    scene.workbench.tangentX = 0.0;
    const Figure figure = composed(scene);
    QCOMPARE(text(figure.workbench.tangent), QStringLiteral("slopes of supporting lines: [0, 1]"));
    QVERIFY(!figure.panes.front().fills.empty());
    const Pane& slope = figure.panes.back();
    QCOMPARE(slope.kind, PaneKind::Slope);
    QVERIFY(slope.lines.at(0).points == (std::vector<FigurePoint>{{0.0, 0.0}, {0.0, 1.0}}));
}

void TestWorkbench::seesATangentCrossed()
{
    Scene scene = sceneWith("x^3");
    scene.workbench.tangent = true;
    scene.workbench.tangentX = 1.0;
    // x³ − (3x − 2) = (x − 1)² (x + 2) changes sign at −2.
    QCOMPARE(text(composed(scene).workbench.tangent), QStringLiteral("the curve is on both sides of this tangent"));
}

void TestWorkbench::lookAtTheEpigraph()
{
    Scene scene = sceneWith("x^2");
    scene.workbench.epigraph = true;
    scene.workbench.segmentFirst = {-2.0, -10.0};
    scene.workbench.segmentSecond = {1.0, 5.0};
    Figure figure = composed(scene);
    QCOMPARE(text(figure.workbench.epigraph), QStringLiteral("proved: every segment stays above the curve"));
    const auto first = std::find_if(figure.handles.begin(), figure.handles.end(),
                                    [](const Handle& handle) { return handle.kind == HandleKind::SegmentFirst; });
    QVERIFY2(first != figure.handles.end() && first->at.y == 4.0, "lifted onto the curve");
    scene = sceneWith("cos(x)");
    scene.workbench.epigraph = true;
    scene.workbench.segmentFirst = {-1.0, 0.0};
    scene.workbench.segmentSecond = {1.0, 0.0};
    QVERIFY(text(composed(scene).workbench.epigraph).startsWith(QStringLiteral("the segment leaves the epigraph")));
}

void TestWorkbench::examplesAnswerTheirQuestions_data()
{
    // What is right, from the table of the text that the program is for and from Boyd and Vandenberghe, 3.1.
    QTest::addColumn<int>("kind");
    const std::map<std::string, VerdictKind> truth{{"affine", VerdictKind::Affine},
                                                   {"norm", VerdictKind::Convex},
                                                   {"smooth-norm", VerdictKind::StrictlyConvex},
                                                   {"p-norm", VerdictKind::StrictlyConvex},
                                                   {"perspective", VerdictKind::StrictlyConvex},
                                                   {"increasing", VerdictKind::StrictlyConcave},
                                                   {"decreasing", VerdictKind::StrictlyConvex},
                                                   {"pole", VerdictKind::Neither},
                                                   {"half-pole", VerdictKind::StrictlyConvex},
                                                   {"decimal-logarithm", VerdictKind::StrictlyConcave},
                                                   {"ripple", VerdictKind::Neither},
                                                   {"flat", VerdictKind::StrictlyConvex},
                                                   {"cube", VerdictKind::Neither},
                                                   {"softplus", VerdictKind::StrictlyConvex},
                                                   {"logistic-loss", VerdictKind::StrictlyConvex}};
    QCOMPARE(truth.size(), examples().size());
    for (const Example& example : examples()) {
        QTest::addRow("%s", std::string(example.id).c_str()) << static_cast<int>(truth.at(std::string(example.id)));
    }
}

void TestWorkbench::examplesAnswerTheirQuestions()
{
    QFETCH(int, kind);
    const Example* example = findExample(QTest::currentDataTag());
    QVERIFY(example);
    const Scene scene = sceneOf(*example);
    const Findings findings = findingsOf(scene, {}, kLongPatience);
    QVERIFY(findings.judgedFor(scene));
    QCOMPARE(static_cast<int>(findings.judged->verdict.kind), kind);
    QVERIFY(composed(scene).problems.empty());
    QVERIFY(!example->question.english.empty() && !example->question.chinese.empty());
}

QTEST_GUILESS_MAIN(TestWorkbench)
#include "tst_workbench.moc"
