#include <QTest>

#include "core/figure/compose.h"
#include "core/figure/findings.h"

using namespace secant;
using convexity::Standing;
using convexity::VerdictKind;

Q_DECLARE_METATYPE(std::string)

namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

Scene sceneOf(const char* formula, const JudgementSpec& on)
{
    Scene scene;
    addFormula(scene, formula);
    scene.judgement = on;
    scene.judgement.shown = true;
    return scene;
}

} // namespace

class TestFindings : public QObject {
    Q_OBJECT

private slots:
    void judgesTheActiveCurveOnTheInterval_data();
    void judgesTheActiveCurveOnTheInterval();
    void takesAnEndAsItIsWritten();
    void judgesWithTheChosenParameters();
    void belongToOneFunctionAndOneInterval();
    void areNotWantedOfNothing();
    void areDrawnInTheWordsOfTheScene_data();
    void areDrawnInTheWordsOfTheScene();
    void drawNothingThatBelongsToAnotherScene();
};

void TestFindings::judgesTheActiveCurveOnTheInterval_data()
{
    // Textbook facts (Boyd and Vandenberghe, Convex Optimization, 3.1.5), and rows of the text that the program is for:
    // √x and log x increase without being convex, 1/x² is convex on each half-line and not across 0.
    QTest::addColumn<QString>("formula");
    QTest::addColumn<double>("lo");
    QTest::addColumn<double>("hi");
    QTest::addColumn<bool>("closed");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* name, const char* formula, double lo, double hi, bool closed, VerdictKind kind) {
        QTest::addRow("%s", name) << formula << lo << hi << closed << static_cast<int>(kind);
    };
    row("square on the line", "x^2", -kInfinite, kInfinite, false, VerdictKind::StrictlyConvex);
    row("line", "2x + 1", -kInfinite, kInfinite, false, VerdictKind::Affine);
    row("cube on the line", "x^3", -kInfinite, kInfinite, false, VerdictKind::Neither);
    row("cube right of 0", "x^3", 0.0, kInfinite, true, VerdictKind::StrictlyConvex);
    row("cube left of 0", "x^3", -2.0, 0.0, true, VerdictKind::StrictlyConcave);
    row("root", "sqrt(x)", -kInfinite, kInfinite, false, VerdictKind::StrictlyConcave);
    row("pole on the line", "1/x^2", -kInfinite, kInfinite, false, VerdictKind::Neither);
    row("pole, right branch", "1/x^2", 0.0, kInfinite, false, VerdictKind::StrictlyConvex);
}

void TestFindings::judgesTheActiveCurveOnTheInterval()
{
    QFETCH(QString, formula);
    QFETCH(double, lo);
    QFETCH(double, hi);
    QFETCH(bool, closed);
    QFETCH(int, kind);
    const JudgementSpec on = clamped(JudgementSpec{lo, hi, closed, closed, true}, {});
    const Scene scene = sceneOf(formula.toUtf8().constData(), on);
    const Findings findings = findingsOf(scene);
    QVERIFY(findings.judgedFor(scene));
    QCOMPARE(static_cast<int>(findings.judged->verdict.kind), kind);
    QVERIFY(findings.judged->verdict.standing != Standing::Undecided);
}

void TestFindings::takesAnEndAsItIsWritten()
{
    // The double 0.1 is above one tenth, so the kink would lie inside the interval if that number were meant.
    const Scene scene = sceneOf("abs(x - 0.1)", {-1.0, 0.1, true, true, true});
    QCOMPARE(findingsOf(scene).judged->verdict.kind, VerdictKind::Affine);
}

void TestFindings::judgesWithTheChosenParameters()
{
    Scene scene;
    const int id = addActivation(scene, "leaky_relu");
    QCOMPARE(findingsOf(scene).judged->verdict.kind, VerdictKind::Convex);
    scene.find(id)->parameters["alpha"] = 2.0;
    QCOMPARE(findingsOf(scene).judged->verdict.kind, VerdictKind::Concave);
}

void TestFindings::belongToOneFunctionAndOneInterval()
{
    const Scene scene = sceneOf("a*x^2", {});
    const Findings findings = findingsOf(scene);
    QVERIFY(areComplete(findings, scene));
    Scene other = scene;
    other.curves.front().style = 3;
    other.view.x = {0.0, 1.0};
    other.judgement.shown = false;
    QVERIFY2(areComplete(findings, other), "neither colour nor view nor what is shown matters");
    other.judgement.hi = 5.0;
    QVERIFY(!areComplete(findings, other));
    other = scene;
    other.curves.front().parameters["a"] = -1.0;
    QVERIFY(!areComplete(findings, other));
    other = scene;
    addFormula(other, "x");
    QVERIFY(!areComplete(findings, other));
}

void TestFindings::areNotWantedOfNothing()
{
    QVERIFY(areComplete({}, Scene{}));
    QVERIFY2(areComplete({}, sceneOf("x +", {})), "a formula that cannot be read");
}

void TestFindings::areDrawnInTheWordsOfTheScene_data()
{
    QTest::addColumn<int>("naming");
    QTest::addColumn<int>("language");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, Naming naming, Language language, const char* text) {
        QTest::addRow("%s", name) << static_cast<int>(naming) << static_cast<int>(language) << QString::fromUtf8(text);
    };
    row("international", Naming::International, Language::English, "strictly convex ∪ on [0, ∞): proved");
    row("older", Naming::OlderChinese, Language::English, "strictly concave ∪ on [0, ∞): proved");
    row("up and down", Naming::UpDown, Language::English, "strictly convex down ∪ on [0, ∞): proved");
    row("international, Chinese", Naming::International, Language::Chinese, "在 [0, ∞) 上严格凸 ∪：已证明");
    row("older, Chinese", Naming::OlderChinese, Language::Chinese, "在 [0, ∞) 上严格凹 ∪：已证明");
    row("up and down, Chinese", Naming::UpDown, Language::Chinese, "在 [0, ∞) 上严格下凸 ∪：已证明");
}

void TestFindings::areDrawnInTheWordsOfTheScene()
{
    QFETCH(int, naming);
    QFETCH(int, language);
    QFETCH(QString, text);
    Scene scene = sceneOf("x^3", {0.0, kInfinite, true, false, true});
    scene.naming = static_cast<Naming>(naming);
    scene.language = static_cast<Language>(language);
    const Figure figure = compose(scene, {}, findingsOf(scene));
    QVERIFY(figure.judgement);
    QCOMPARE(QString::fromStdString(figure.judgement->text), text);
}

void TestFindings::drawNothingThatBelongsToAnotherScene()
{
    Scene scene = sceneOf("x^3", {});
    const Findings findings = findingsOf(scene);
    scene.judgement.lo = 0.0;
    const Figure figure = compose(scene, {}, findings);
    QVERIFY(figure.judgement && figure.judgement->text.empty());
    scene.judgement.shown = false;
    QVERIFY(!compose(scene, {}, findings).judgement);
}

QTEST_GUILESS_MAIN(TestFindings)
#include "tst_findings.moc"
