#include <QTest>

#include "core/figure/compose.h"
#include "core/figure/parameter_thresholds.h"

using namespace secant;
using convexity::VerdictKind;

namespace {

constexpr std::chrono::seconds kPatience{60}; // The sanitizers are slow; what is found is what counts.

CurveSpec curveOf(const char* activation)
{
    Scene scene;
    addActivation(scene, activation);
    return scene.curves.front();
}

CurveSpec formulaOf(const char* formula)
{
    Scene scene;
    addFormula(scene, formula);
    return scene.curves.front();
}

/// "value: text" of each.
QStringList said(const std::optional<ParameterThresholds>& found, Naming naming, Language language)
{
    QStringList lines;
    for (const convexity::Threshold& threshold : found->list.thresholds) {
        lines << QString::number(threshold.mark) + QStringLiteral(": ") +
                     QString::fromStdString(thresholdText(threshold, naming, language));
    }
    return lines;
}

} // namespace

class TestParameterThresholds : public QObject {
    Q_OBJECT

private slots:
    void findsWhatChanges();
    void wordsByCustomAndLanguage_data();
    void wordsByCustomAndLanguage();
    void keepsToValuesThatNameAFunction();
    void belongsToAllValuesOfItsParameter();
    void hasNothingForAnotherName();
};

void TestParameterThresholds::findsWhatChanges()
{
    // α(eˣ − 1) meets x with slope α from the left: convex exactly for 0 ≤ α ≤ 1 (Clevert et al. 2016 take α > 0).
    const CurveSpec elu = curveOf("elu");
    const auto found = parameterThresholds(elu, {}, "alpha", {}, kPatience);
    QVERIFY(found && found->list.isInTime);
    const QStringList lines = said(found, Naming::International, Language::English);
    QVERIFY2(lines.contains("1: convex ∪ up to 1, neither convex nor concave beyond"), qPrintable(lines.join('\n')));
}

void TestParameterThresholds::wordsByCustomAndLanguage_data()
{
    QTest::addColumn<int>("below");
    QTest::addColumn<int>("on");
    QTest::addColumn<int>("above");
    QTest::addColumn<int>("naming");
    QTest::addColumn<int>("language");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, VerdictKind below, VerdictKind on, VerdictKind above, Naming naming,
                        Language language, const char* text) {
        QTest::newRow(name) << static_cast<int>(below) << static_cast<int>(on) << static_cast<int>(above)
                            << static_cast<int>(naming) << static_cast<int>(language) << QString::fromUtf8(text);
    };
    using enum VerdictKind;
    row("up to", Convex, Convex, Neither, Naming::International, Language::English,
        "convex ∪ up to 1, neither convex nor concave beyond");
    row("from there on", Neither, Convex, Convex, Naming::UpDown, Language::English,
        "neither convex down nor convex up below 1, convex down ∪ from there on");
    row("at one value", Convex, Affine, Concave, Naming::OlderChinese, Language::English,
        "concave ∪ below 1, affine there, convex ∩ beyond");
    row("open at the value", Convex, Undecided, Neither, Naming::International, Language::English,
        "convex ∪ below 1, neither convex nor concave beyond");
    row("Chinese, up to", Convex, Convex, Neither, Naming::International, Language::Chinese,
        "不超过 1 时凸 ∪，超过时既非凸也非凹");
    row("Chinese, from there on", Neither, Convex, Convex, Naming::UpDown, Language::Chinese,
        "小于 1 时既非下凸也非上凸，从 1 起下凸 ∪");
    row("Chinese, at one value", Convex, Affine, Concave, Naming::OlderChinese, Language::Chinese,
        "小于 1 时凹 ∪，等于时仿射，大于时凸 ∩");
}

void TestParameterThresholds::wordsByCustomAndLanguage()
{
    QFETCH(int, below);
    QFETCH(int, on);
    QFETCH(int, above);
    QFETCH(int, naming);
    QFETCH(int, language);
    QFETCH(QString, text);
    const convexity::Threshold threshold{{1.0, 1.0},
                                         1.0,
                                         static_cast<VerdictKind>(below),
                                         static_cast<VerdictKind>(on),
                                         static_cast<VerdictKind>(above)};
    const std::string words = thresholdText(threshold, static_cast<Naming>(naming), static_cast<Language>(language));
    QCOMPARE(QString::fromStdString(words), text);
}

void TestParameterThresholds::keepsToValuesThatNameAFunction()
{
    // A lower bound above the upper one names no hard tanh: nothing may be said of such values.
    const CurveSpec clamp = curveOf("hard_tanh");
    for (const CurveParameter& parameter : parametersOf(clamp)) {
        const auto found = parameterThresholds(clamp, {}, parameter.name, {}, kPatience);
        QVERIFY(found);
        for (const convexity::Threshold& threshold : found->list.thresholds) {
            CurveSpec there = clamp;
            there.parameters[parameter.name] = threshold.mark;
            QVERIFY(namesAFunction(there));
        }
    }
}

void TestParameterThresholds::belongsToAllValuesOfItsParameter()
{
    CurveSpec curve = formulaOf("a*x^2 + b*x^4");
    curve.parameters = {{"a", 1.0}, {"b", 1.0}};
    const JudgementSpec line;
    const ParameterThresholds found{curve, line, "a", {}};
    CurveSpec other = curve;
    other.parameters["a"] = -1.0;
    QVERIFY(found.belongTo(other, line));
    other.parameters["b"] = 2.0;
    QVERIFY(!found.belongTo(other, line));
    JudgementSpec half = line;
    half.shown = true;
    QVERIFY(found.belongTo(curve, half));
    half.lo = 0.0;
    QVERIFY(!found.belongTo(curve, half));
    QVERIFY(!found.belongTo(formulaOf("x^2"), line));
}

void TestParameterThresholds::hasNothingForAnotherName()
{
    QVERIFY(!parameterThresholds(formulaOf("a*x^2"), {}, "b"));
    QVERIFY(!parameterThresholds(formulaOf("a*x^"), {}, "a"));
}

QTEST_GUILESS_MAIN(TestParameterThresholds)
#include "tst_parameter_thresholds.moc"
