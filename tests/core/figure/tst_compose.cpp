#include <algorithm>
#include <cmath>

#include <QTest>

#include "core/figure/compose.h"
#include "tests/support/close.h"

using namespace secant;

namespace {

Scene sceneOf(const char* activation, const std::map<std::string, double, std::less<>>& parameters = {})
{
    Scene scene;
    const int id = addActivation(scene, activation);
    scene.find(id)->parameters = parameters;
    return scene;
}

const Pane& paneOf(const Figure& figure, PaneKind kind)
{
    const auto pane =
        std::find_if(figure.panes.begin(), figure.panes.end(), [&](const Pane& p) { return p.kind == kind; });
    Q_ASSERT(pane != figure.panes.end());
    return *pane;
}

std::vector<RegionBand> bandsOf(const Figure& figure, RegionKind kind)
{
    std::vector<RegionBand> bands;
    for (const RegionBand& band : figure.panes.front().regions) {
        if (band.kind == kind) {
            bands.push_back(band);
        }
    }
    return bands;
}

/// Height of the drawn polyline at x; NaN where nothing is drawn.
double inkAt(const Ink& ink, double x)
{
    for (const auto& run : ink.runs) {
        for (std::size_t i = 1; i < run.size(); ++i) {
            const FigurePoint& a = run[i - 1];
            const FigurePoint& b = run[i];
            if (a.x <= x && x <= b.x) {
                return b.x == a.x ? a.y : a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x);
            }
        }
    }
    return std::nan("");
}

bool hasDot(const Pane& pane, double x, double y, DotKind kind)
{
    return std::any_of(pane.dots.begin(), pane.dots.end(), [&](const Dot& dot) {
        return dot.kind == kind && dot.at == FigurePoint{x, y};
    });
}

} // namespace

class TestCompose : public QObject {
    Q_OBJECT

private slots:
    void firstFigureShowsADeadZoneBesideASmallSlope();
    void marksBothSlopesAtAKinkAndWhatPyTorchReturns();
    void drawsAJumpAsAJump();
    void shadesWhereSigmoidSaturates_data();
    void shadesWhereSigmoidSaturates();
    void keepsDeadAndSaturatedApart();
    void tellsTheShareOfInputs();
    void marksWhatIsFound();
    void marksPoles();
    void claimsNoMoreThanIsProved();
    void shadesEveryKind();
    void followsAParameter();
    void drawsTheFanOfRandomSlopes_data();
    void drawsTheFanOfRandomSlopes();
    void measuresTheGapOfAChord();
    void drawsTheDerivativeInAParameter();
    void hidesWhatIsHiddenAndNamesWhatIsWrong();
    void speaksTheLanguageOfTheScene();
    void isPure();
    void readsEveryCurveAtThePointer();
};

void TestCompose::firstFigureShowsADeadZoneBesideASmallSlope()
{
    const Figure figure = compose(defaultScene(), {});
    QCOMPARE(figure.panes.size(), std::size_t(2));
    QCOMPARE(figure.panes[0].inks.size(), std::size_t(2));
    const auto dead = bandsOf(figure, RegionKind::Dead);
    QCOMPARE(dead.size(), std::size_t(1));
    QCOMPARE(dead[0].to, 0.0);
    QVERIFY(dead[0].toIsEdge && !dead[0].fromIsEdge && dead[0].lane < 0);
    QCOMPARE(figure.panes[0].edgeLabels.size(), std::size_t(1));
    QCOMPARE(figure.panes[0].edgeLabels[0].text, std::string("x = 0"));
    QVERIFY(figure.problems.empty() && figure.emptyHint.empty());
}

void TestCompose::marksBothSlopesAtAKinkAndWhatPyTorchReturns()
{
    // F.leaky_relu's gradient at 0 is the negative slope.
    const Figure figure = compose(sceneOf("leaky_relu", {{"alpha", 0.25}}), {});
    const Pane& slope = paneOf(figure, PaneKind::Slope);
    QVERIFY(hasDot(slope, 0.0, 0.25, DotKind::Open));
    QVERIFY(hasDot(slope, 0.0, 1.0, DotKind::Open));
    QVERIFY(hasDot(slope, 0.0, 0.25, DotKind::Framework));
    QVERIFY(hasDot(paneOf(figure, PaneKind::Value), 0.0, 0.0, DotKind::Closed));
    QVERIFY(std::any_of(slope.dots.begin(), slope.dots.end(),
                        [](const Dot& dot) { return dot.text == "PyTorch: f′(0) = 0.25"; }));
    QVERIFY(std::any_of(figure.legend.begin(), figure.legend.end(),
                        [](const LegendEntry& entry) { return entry.kind == LegendKind::Framework; }));
    // SiLU is smooth: no dot anywhere.
    const Figure smooth = compose(sceneOf("silu"), {});
    QVERIFY(paneOf(smooth, PaneKind::Slope).dots.empty() && paneOf(smooth, PaneKind::Value).dots.empty());
}

void TestCompose::drawsAJumpAsAJump()
{
    Scene scene;
    addFormula(scene, "step(x - 1)");
    const Figure figure = compose(scene, {});
    const Pane& pane = paneOf(figure, PaneKind::Value);
    for (const auto& run : pane.inks.front().runs) {
        QVERIFY(run.front().x >= 1.0 || run.back().x <= 1.0);
    }
    // step(0) = 1: the upper end is taken.
    QVERIFY(hasDot(pane, 1.0, 1.0, DotKind::Closed));
    QVERIFY(hasDot(pane, 1.0, 0.0, DotKind::Open));
}

void TestCompose::shadesWhereSigmoidSaturates_data()
{
    QTest::addColumn<int>("rule");
    QTest::addColumn<double>("epsilon");
    QTest::addColumn<double>("edge");
    // σ′(x) = ε at x = 2 acosh(1/(2√ε)), and relative to the greatest slope ¼ at 2 acosh(1/√ε).
    QTest::newRow("absolute") << int(ThresholdRule::Absolute) << 0.05 << 2.0 * std::acosh(0.5 / std::sqrt(0.05));
    QTest::newRow("relative") << int(ThresholdRule::Relative) << 0.1 << 2.0 * std::acosh(1.0 / std::sqrt(0.1));
    // |σ′|ⁿ ≤ ε with the ten layers of a new scene.
    const double root = std::pow(1e-8, 0.1);
    QTest::newRow("through layers") << int(ThresholdRule::Layers) << 1e-8 << 2.0 * std::acosh(0.5 / std::sqrt(root));
}

void TestCompose::shadesWhereSigmoidSaturates()
{
    QFETCH(int, rule);
    QFETCH(double, epsilon);
    QFETCH(double, edge);
    Scene scene = sceneOf("sigmoid");
    scene.shading.rule = static_cast<ThresholdRule>(rule);
    scene.shading.epsilon = epsilon;
    const Figure figure = compose(scene, {});
    const auto bands = bandsOf(figure, RegionKind::Saturated);
    QCOMPARE(bands.size(), std::size_t(2));
    QVERIFY(bandsOf(figure, RegionKind::Dead).empty());
    // The supremum of the relative rule is known to 1e-9.
    const double limit = rule == int(ThresholdRule::Relative) ? 1e-8 : 1e-14;
    QVERIFY(std::abs(bands[0].to + edge) < limit * edge);
    QVERIFY(std::abs(bands[1].from - edge) < limit * edge);
    QVERIFY(!bands[0].fromIsEdge && bands[0].toIsEdge && bands[1].fromIsEdge && !bands[1].toIsEdge);
}

void TestCompose::keepsDeadAndSaturatedApart()
{
    // Hard sigmoid has slope 1/6 inside (−3, 3) and none outside; ε = 0.2 makes the inside saturated.
    Scene scene = sceneOf("hard_sigmoid");
    scene.shading.epsilon = 0.2;
    const Figure figure = compose(scene, {});
    const auto dead = bandsOf(figure, RegionKind::Dead);
    const auto saturated = bandsOf(figure, RegionKind::Saturated);
    QCOMPARE(dead.size(), std::size_t(2));
    QCOMPARE(saturated.size(), std::size_t(1));
    QCOMPARE(saturated[0].from, -3.0);
    QCOMPARE(saturated[0].to, 3.0);
    scene.shading.dead = false;
    QVERIFY(bandsOf(compose(scene, {}), RegionKind::Dead).empty());
}

void TestCompose::tellsTheShareOfInputs()
{
    // GELU rises right of −0.7517915247 (mpmath), where Φ leaves 77.4 % of N(0, 1).
    Scene scene = sceneOf("gelu");
    scene.shading = {.saturated = false, .dead = false, .monotone = true, .inputs = {.shown = true}};
    const Figure figure = compose(scene, {});
    QCOMPARE(bandsOf(figure, RegionKind::Rising).size(), std::size_t(1));
    QCOMPARE(bandsOf(figure, RegionKind::Falling).size(), std::size_t(1));
    const auto entry = std::find_if(figure.legend.begin(), figure.legend.end(), [](const LegendEntry& e) {
        return e.kind == LegendKind::Region && e.region == RegionKind::Rising;
    });
    QVERIFY(entry != figure.legend.end());
    QCOMPARE(entry->text, std::string("increasing: f′ > 0, 77.4 % of the inputs"));
    QVERIFY(std::any_of(figure.legend.begin(), figure.legend.end(), [](const LegendEntry& e) {
        return e.kind == LegendKind::Density && e.text == "inputs ~ N(0, 1²)";
    }));
    QVERIFY(!figure.panes.front().density.empty());
    scene.shading.inputs.shown = false;
    QVERIFY(compose(scene, {}).panes.front().density.empty());
}

void TestCompose::marksWhatIsFound()
{
    // SiLU: a zero at 0, its minimum at −1 − W(1/e), y = 0 and y = x as asymptotes; no pole.
    Scene scene = sceneOf("silu");
    scene.marks.fill(true);
    const Figure figure = compose(scene, {});
    const Pane& pane = figure.panes.front();
    const auto says = [&](const std::string& text) {
        return std::any_of(pane.pointLabels.begin(), pane.pointLabels.end(),
                           [&](const PointLabel& label) { return label.text == text; });
    };
    QVERIFY(says("x = 0"));
    QVERIFY(says("min f(−1.2785) = −W(1/e) ≈ −0.27846"));
    QVERIFY(says("inflection x = −2.3994"));
    QCOMPARE(pane.guides.size(), std::size_t(2));
    const auto tells = [&](const std::string& text) {
        return std::any_of(figure.legend.begin(), figure.legend.end(),
                           [&](const LegendEntry& entry) { return entry.text == text; });
    };
    QVERIFY(tells("zeros: 1 found (all)"));
    QVERIFY(tells("breaks: 0 found (all)"));
    QVERIFY(tells("asymptotes: y = 0, y = x"));
    scene.curves[0].parameters.clear();
    scene.marks.fill(false);
    QVERIFY(compose(scene, {}).panes.front().pointLabels.empty());
}

void TestCompose::marksPoles()
{
    Scene scene;
    addFormula(scene, "1/(x-1) + sin(1/x)*0");
    scene.marks.fill(true);
    const Figure figure = compose(scene, {});
    const Pane& pane = figure.panes.front();
    QVERIFY(std::any_of(pane.guides.begin(), pane.guides.end(), [](const Guide& guide) {
        return std::abs(guide.from.x - 1.0) < 1e-9 && guide.from.x == guide.to.x;
    }));
    QVERIFY(std::any_of(pane.edgeLabels.begin(), pane.edgeLabels.end(),
                        [](const EdgeLabel& label) { return label.text == "pole x = 1"; }));
}

void TestCompose::claimsNoMoreThanIsProved()
{
    Scene scene;
    addFormula(scene, "sin(1/x)");
    scene.marks[static_cast<std::size_t>(MarkKind::Zeros)] = true;
    const Figure figure = compose(scene, {});
    QVERIFY(std::any_of(figure.legend.begin(), figure.legend.end(), [](const LegendEntry& entry) {
        return entry.kind == LegendKind::Mark && entry.text.find("maybe more") != std::string::npos;
    }));
    QVERIFY(figure.panes.front().pointLabels.empty()); // Too many to be labelled.
}

void TestCompose::shadesEveryKind()
{
    Scene scene = sceneOf("tanh");
    scene.shading = {.expanding = true, .monotone = true, .curved = true, .identity = true};
    const Figure figure = compose(scene, {});
    QVERIFY(bandsOf(figure, RegionKind::Expanding).empty()); // tanh′ ≤ 1
    QCOMPARE(bandsOf(figure, RegionKind::Rising).size(), std::size_t(1));
    QCOMPARE(bandsOf(figure, RegionKind::Convex).size(), std::size_t(1));
    QCOMPARE(bandsOf(figure, RegionKind::Convex)[0].to, 0.0);
    QCOMPARE(bandsOf(figure, RegionKind::Concave)[0].from, 0.0);
    QCOMPARE(bandsOf(figure, RegionKind::Identity).size(), std::size_t(1));
    // The odd function's region is even.
    const RegionBand near = bandsOf(figure, RegionKind::Identity)[0];
    QVERIFY(std::abs(near.from + near.to) < 1e-12);
    QVERIFY(std::abs(near.to - std::tanh(near.to) - 0.05) < 1e-15);
}

void TestCompose::followsAParameter()
{
    for (const double alpha : {-0.5, 0.0, 0.5, 1.5}) {
        const Figure figure = compose(sceneOf("leaky_relu", {{"alpha", alpha}}), {});
        QCOMPARE(inkAt(paneOf(figure, PaneKind::Slope).inks[0], -3.0), alpha);
        QVERIFY(std::abs(inkAt(paneOf(figure, PaneKind::Value).inks[0], -1.0) + alpha) < 1e-12);
    }
}

void TestCompose::drawsTheFanOfRandomSlopes_data()
{
    QTest::addColumn<QString>("activation");
    QTest::addColumn<double>("testSlope");
    // PyTorch: a ~ U(1/8, 1/3), test slope 11/48. Xu et al. 2015: x/a, a ~ U(3, 8), test x/5.5.
    QTest::newRow("multiplies") << "rrelu_eval_torch" << 11.0 / 48.0;
    QTest::newRow("divides") << "rrelu_eval_paper" << 1.0 / 5.5;
}

void TestCompose::drawsTheFanOfRandomSlopes()
{
    QFETCH(QString, activation);
    QFETCH(double, testSlope);
    Scene scene = sceneOf(qPrintable(activation));
    scene.view.yOf(PaneKind::Value) = {-6.0, 6.0};
    const auto slopes = [](const Figure& figure) {
        std::vector<double> found;
        for (const Ink& ink : figure.panes[0].inks) {
            if (ink.role == InkRole::Fan) {
                found.push_back(inkAt(ink, -4.0) / -4.0);
            }
        }
        return found;
    };
    const Figure figure = compose(scene, {});
    const std::vector<double> fan = slopes(figure);
    QCOMPARE(fan.size(), std::size_t(24));
    for (const double slope : fan) {
        QVERIFY(slope > 1.0 / 8.0 - 1e-12 && slope < 1.0 / 3.0 + 1e-12);
    }
    QVERIFY(std::abs(inkAt(figure.panes[0].inks.back(), -4.0) / -4.0 - testSlope) < 1e-12);
    QCOMPARE(slopes(compose(scene, {})), fan);
    scene.curves[0].randomSlopes.seed = 2;
    QVERIFY(slopes(compose(scene, {})) != fan);
    scene.curves[0].randomSlopes.training = false;
    QVERIFY(slopes(compose(scene, {})).empty());
}

void TestCompose::measuresTheGapOfAChord()
{
    Scene scene;
    const int id = addFormula(scene, "x^2");
    scene.chords.push_back({id, -1.0, 3.0, 0.5});
    const Figure figure = compose(scene, {});
    const ChordInk& chord = figure.panes[0].chords.at(0);
    // λ f(a) + (1 − λ) f(b) − f(λa + (1 − λ)b) = λ(1 − λ)(a − b)² for f = x².
    QVERIFY(chord.defined);
    QCOMPARE(chord.gap, 4.0);
    QCOMPARE(chord.onChord, (FigurePoint{1.0, 5.0}));
    QCOMPARE(chord.onCurve, (FigurePoint{1.0, 1.0}));
    QCOMPARE(chord.text, std::string("λ = 0.5,  chord − curve = +4"));
    scene.curves[0].formula = "log(x)";
    const Figure undefined = compose(scene, {});
    QVERIFY(!undefined.panes[0].chords.at(0).defined);
}

void TestCompose::drawsTheDerivativeInAParameter()
{
    // He et al. 2015, eq. (8) with the kink at 0: ∂f/∂a is x for x ≤ 0 and 0 for x > 0.
    Scene scene = sceneOf("prelu");
    scene.panes[static_cast<std::size_t>(PaneKind::ParameterSlope)] = true;
    const Pane pane = paneOf(compose(scene, {}), PaneKind::ParameterSlope);
    QCOMPARE(pane.y.title, std::string("∂f/∂α"));
    QVERIFY(std::abs(inkAt(pane.inks[0], -4.0) + 4.0) < 1e-9);
    QVERIFY(std::abs(inkAt(pane.inks[0], 3.0)) < 1e-9);
}

void TestCompose::hidesWhatIsHiddenAndNamesWhatIsWrong()
{
    Scene scene = defaultScene();
    scene.curves[0].visible = false;
    QCOMPARE(compose(scene, {}).panes[0].inks.size(), std::size_t(1));
    const int wrong = addFormula(scene, "sin(");
    const Figure figure = compose(scene, {});
    QCOMPARE(figure.problems.size(), std::size_t(1));
    QCOMPARE(figure.problems[0].curve, wrong);
    QVERIFY(!compose(Scene{}, {}).emptyHint.empty());
}

void TestCompose::speaksTheLanguageOfTheScene()
{
    Scene scene = defaultScene();
    scene.language = Language::Chinese;
    const Figure figure = compose(scene, {});
    const bool chinese = std::any_of(figure.legend.begin(), figure.legend.end(), [](const LegendEntry& entry) {
        return entry.kind == LegendKind::Region && entry.region == RegionKind::Dead && entry.text.find("失活") == 0;
    });
    QVERIFY(chinese);
}

void TestCompose::isPure()
{
    const Scene scene = defaultScene();
    const Figure first = compose(scene, {});
    const Figure second = compose(scene, {});
    QCOMPARE(first.panes.size(), second.panes.size());
    for (std::size_t pane = 0; pane < first.panes.size(); ++pane) {
        for (std::size_t ink = 0; ink < first.panes[pane].inks.size(); ++ink) {
            QVERIFY(first.panes[pane].inks[ink].runs == second.panes[pane].inks[ink].runs);
        }
    }
}

void TestCompose::readsEveryCurveAtThePointer()
{
    const Readout readout = secant::readout(defaultScene(), -2.0);
    QCOMPARE(readout.rows.size(), std::size_t(2));
    QCOMPARE(readout.rows[0].value, 0.0);
    QCOMPARE(readout.rows[1].value, -0.2);
    QCOMPARE(readout.rows[1].slope, 0.1);
    QCOMPARE(readout.xText, std::string("−2"));
    Scene scene;
    addFormula(scene, "log(x)");
    QCOMPARE(secant::readout(scene, -1.0).rows[0].valueText, std::string("undefined"));
}

QTEST_GUILESS_MAIN(TestCompose)
#include "tst_compose.moc"
