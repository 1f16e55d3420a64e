#include <algorithm>
#include <cmath>
#include <set>

#include <QTest>

#include "core/figure/compose.h"
#include "core/figure/framework_slopes.h"

using namespace secant;

namespace {

Figure figureOf(const char* activation, FactKind kind, Language language = Language::English)
{
    Scene scene;
    addActivation(scene, activation);
    scene.facts.set(kind, true);
    scene.panes = {true, true, true, false};
    scene.language = language;
    return compose(scene, Budget{});
}

const std::vector<FactMark>& marksOf(const Figure& figure, std::size_t pane = 0)
{
    return figure.panes[pane].factMarks;
}

QString text(const FactMark& mark)
{
    return QString::fromStdString(mark.text);
}

} // namespace

class TestFactMarks : public QObject {
    Q_OBJECT

private slots:
    void drawsTheRangeAsABand();
    void drawsAsymptotesAsLines();
    void drawsTheIdentity();
    void drawsTheSteepestSlopeInItsPane();
    void drawsKinksAndJumps();
    void drawsExtremaAndInflections();
    void speaksChinese();
    void drawsNothingOfAHiddenCurve();
    void knowsWhatFrameworksReturn();
    void knowsTorchGains();
};

void TestFactMarks::drawsTheRangeAsABand()
{
    const Figure figure = figureOf("sigmoid", FactKind::Range);
    const auto& marks = marksOf(figure);
    QCOMPARE(marks.size(), std::size_t(3));
    QCOMPARE(marks[0].shape, MarkShape::Band);
    QCOMPARE(marks[0].from.y, 0.0);
    QCOMPARE(marks[0].to.y, 1.0);
    // 0 and 1 are not values of the sigmoid.
    QCOMPARE(text(marks[1]), QStringLiteral("inf f = 0"));
    QCOMPARE(text(marks[2]), QStringLiteral("sup f = 1"));
    QVERIFY(marksOf(figure, 1).empty());
}

void TestFactMarks::drawsAsymptotesAsLines()
{
    const Figure figure = figureOf("softplus", FactKind::High);
    const auto& marks = marksOf(figure);
    QCOMPARE(marks.size(), std::size_t(1));
    QCOMPARE(marks[0].shape, MarkShape::Line);
    QCOMPARE(text(marks[0]), QStringLiteral("y = x"));
    // The range of (√(x² + 1) − 1)/2 + x has none, its end is the line 3x/2 − 1/2.
    QCOMPARE(text(marksOf(figureOf("bent_identity", FactKind::High)).front()), QStringLiteral("y = 1.5 x − 0.5"));
}

void TestFactMarks::drawsTheIdentity()
{
    const Figure figure = figureOf("tanh", FactKind::LikeIdentity);
    const auto& marks = marksOf(figure);
    QCOMPARE(marks.size(), std::size_t(1));
    QCOMPARE(marks[0].to.y - marks[0].from.y, 1.0);
    QCOMPARE(marks[0].from.y, 0.0);
}

void TestFactMarks::drawsTheSteepestSlopeInItsPane()
{
    const Figure figure = figureOf("sigmoid", FactKind::Steepest);
    QVERIFY(marksOf(figure).empty());
    const auto& marks = marksOf(figure, 1);
    QCOMPARE(marks.size(), std::size_t(1));
    QCOMPARE(marks[0].from.x, 0.0);
    QCOMPARE(marks[0].from.y, 0.25);
    QCOMPARE(text(marks[0]), QStringLiteral("max |f′| = 0.25"));
    // Softplus nears the slope 1 and never has it: a line.
    const Figure softplus = figureOf("softplus", FactKind::Steepest);
    QCOMPARE(marksOf(softplus, 1).front().shape, MarkShape::Line);
    QCOMPARE(text(marksOf(softplus, 1).front()), QStringLiteral("sup |f′| = 1"));
}

void TestFactMarks::drawsKinksAndJumps()
{
    const Figure kink = figureOf("relu", FactKind::Kinks);
    QCOMPARE(marksOf(kink).size(), std::size_t(1));
    QCOMPARE(text(marksOf(kink).front()), QStringLiteral("f′: 0 | 1"));
    QCOMPARE(marksOf(kink, 1).front().shape, MarkShape::Segment);
    const Figure jump = figureOf("hard_shrink", FactKind::Jumps);
    QCOMPARE(marksOf(jump).size(), std::size_t(2));
    QCOMPARE(marksOf(jump).front().from.x, -0.5);
}

void TestFactMarks::drawsExtremaAndInflections()
{
    const Figure extrema = figureOf("silu", FactKind::Extrema);
    QCOMPARE(marksOf(extrema).size(), std::size_t(1));
    QCOMPARE(text(marksOf(extrema).front()), QStringLiteral("min −0.27846, x = −1.2785"));
    QCOMPARE(marksOf(extrema, 1).front().from.y, 0.0);
    const Figure inflections = figureOf("gelu", FactKind::Inflections);
    QCOMPARE(marksOf(inflections).size(), std::size_t(2));
    QCOMPARE(marksOf(inflections).back().from.x, std::sqrt(2.0));
    QCOMPARE(marksOf(inflections, 2).back().from.y, 0.0);
}

void TestFactMarks::speaksChinese()
{
    const Figure figure = figureOf("gelu", FactKind::Inflections, Language::Chinese);
    QVERIFY(text(marksOf(figure).front()).startsWith(QStringLiteral("拐点")));
}

void TestFactMarks::drawsNothingOfAHiddenCurve()
{
    Scene scene;
    addActivation(scene, "relu");
    scene.facts.set(FactKind::Kinks, true);
    scene.curves.front().visible = false;
    QVERIFY(marksOf(compose(scene, Budget{})).empty());
}

void TestFactMarks::knowsWhatFrameworksReturn()
{
    Scene scene;
    addActivation(scene, "relu");
    const auto slopes = frameworkSlopes(scene.curves.front());
    QCOMPARE(slopes.size(), std::size_t(1));
    QCOMPARE(slopes.front().left, 0.0);
    QCOMPARE(slopes.front().right, 1.0);
    QCOMPARE(slopes.front().pyTorch.value_or(-1.0), 0.0); // torch.relu's gradient at 0, torch 1.13.
    QCOMPARE(slopes.front().jax.value_or(-1.0), 0.0);     // jax.nn.relu has a rule of its own.
    addFormula(scene, "max(0, x)");
    QVERIFY(frameworkSlopes(scene.curves.back()).empty());
}

void TestFactMarks::knowsTorchGains()
{
    // torch.nn.init.calculate_gain, PyTorch 2 documentation.
    Scene scene;
    for (const auto& [id, gain] : {std::pair{"relu", std::sqrt(2.0)}, {"tanh", 5.0 / 3.0}, {"selu", 0.75}}) {
        addActivation(scene, id);
        QCOMPARE(torchGain(scene.curves.back()).value_or(0.0), gain);
    }
    addActivation(scene, "leaky_relu");
    QCOMPARE(torchGain(scene.curves.back()).value_or(0.0), std::sqrt(2.0 / (1.0 + 0.01 * 0.01)));
    addActivation(scene, "gelu");
    QVERIFY(!torchGain(scene.curves.back()));
}

QTEST_GUILESS_MAIN(TestFactMarks)
#include "tst_fact_marks.moc"
