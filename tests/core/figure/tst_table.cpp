#include <cmath>

#include <QtTest>

#include <nlohmann/json.hpp>

#include "core/figure/compose.h"
#include "core/figure/figure_json.h"
#include "core/figure/table.h"

using namespace secant;

/// What other programs read: the table of values and the figure as JSON.
class TestTable : public QObject {
    Q_OBJECT

private slots:
    void holdsValuesSlopesAndCurvatures();
    void readsBackAsTheSameNumbers();
    void undefinedIsEmpty();
    void namesAreData();
    void hiddenCurvesAreLeftOut();
    void figureJsonHoldsWhatIsDrawn();
    void figureJsonHoldsTheWorkbench();
    void figureJsonNamesEveryRegion();
};

namespace {

Scene sceneOf(const std::string& formula, Range x)
{
    Scene scene;
    addFormula(scene, formula);
    scene.view.x = x;
    return scene;
}

QList<QStringList> rowsOf(const std::string& csv)
{
    QList<QStringList> rows;
    for (const QString& line : QString::fromStdString(csv).split('\n', Qt::SkipEmptyParts))
        rows << line.split(',');
    return rows;
}

} // namespace

void TestTable::holdsValuesSlopesAndCurvatures()
{
    const auto rows = rowsOf(csvOf(sceneOf("x^3", {-2.0, 2.0}), 5, false));
    QCOMPARE(rows.size(), 6);
    QCOMPARE(rows[0], (QStringList{"x", "\"f: x^3\"", "\"f′: x^3\"", "\"f″: x^3\""}));
    // x³, 3x², 6x
    QCOMPARE(rows[1], (QStringList{"-2", "-8", "12", "-12"}));
    QCOMPARE(rows[4], (QStringList{"1", "1", "3", "6"}));
    QCOMPARE(rows[5], (QStringList{"2", "8", "12", "12"}));
}

void TestTable::readsBackAsTheSameNumbers()
{
    const Scene scene = sceneOf("exp(x)/3", {-1.0, 1.0});
    const auto decimal = rowsOf(csvOf(scene, 101, false));
    const auto hex = rowsOf(csvOf(scene, 101, true));
    for (int row = 1; row <= 101; ++row) {
        for (int column = 0; column < 4; ++column) {
            QVERIFY(hex[row][column].contains("0x"));
            // strtod reads both forms.
            const double a = std::strtod(decimal[row][column].toLatin1().constData(), nullptr);
            const double b = std::strtod(hex[row][column].toLatin1().constData(), nullptr);
            QVERIFY2(a == b, qPrintable(decimal[row][column] + " " + hex[row][column]));
        }
    }
}

void TestTable::undefinedIsEmpty()
{
    const auto rows = rowsOf(csvOf(sceneOf("log(x)", {-1.0, 1.0}), 3, false));
    QCOMPARE(rows[1], (QStringList{"-1", "", "", ""}));
    QCOMPARE(rows[2][0], QString("0"));
    QCOMPARE(rows[2][1], QString());
}

void TestTable::namesAreData()
{
    for (const char* formula : {"-x", "+x", "x\"y"}) {
        const auto text = QString::fromStdString(csvOf(sceneOf(formula, {0.0, 1.0}), 2, false));
        QVERIFY2(text.startsWith("x,\"f: ") || text.startsWith("x\n"), qPrintable(text));
        for (const QChar sign : {u'=', u'+', u'-', u'@'})
            QVERIFY(!text.section('\n', 0, 0).contains(QString(",\"") + sign));
    }
}

void TestTable::hiddenCurvesAreLeftOut()
{
    Scene scene = sceneOf("x", {0.0, 1.0});
    addFormula(scene, "x^2");
    scene.curves[0].visible = false;
    QCOMPARE(rowsOf(csvOf(scene, 2, false))[0].size(), 4);
}

void TestTable::figureJsonHoldsWhatIsDrawn()
{
    Scene scene = sceneOf("1/x", {-1.0, 1.0});
    scene.chords = {{scene.curves[0].id, -0.5, 0.0, 0.5}};
    const Figure figure = compose(scene, Budget{});
    const auto json = nlohmann::json::parse(toJson(figure));
    QCOMPARE(json["format"].get<std::string>(), std::string("secant-figure"));
    QCOMPARE(json["panes"].size(), figure.panes.size());
    const auto& runs = json["panes"][0]["curves"][0]["runs"];
    QCOMPARE(runs.size(), figure.panes[0].inks[0].runs.size());
    QVERIFY(runs.size() >= 2); // The pen is up at the pole.
    QCOMPARE(runs[0][0][0].get<double>(), figure.panes[0].inks[0].runs[0][0].x);
    QVERIFY(json["panes"][0]["chords"][0]["gap"].is_null());
}

void TestTable::figureJsonHoldsTheWorkbench()
{
    Scene scene = sceneOf("|x|", {-2.0, 2.0});
    scene.judgement.shown = true;
    scene.judgement.why = true;
    const Figure figure = compose(scene, Budget{}, findingsOf(scene));
    const auto json = nlohmann::json::parse(toJson(figure));
    QCOMPARE(json["judgement"]["from"].get<std::string>(), std::string("-inf"));
    QCOMPARE(json["judgement"]["text"].get<std::string>(), figure.judgement->text);
    const auto& pane = json["panes"][0];
    QVERIFY(!figure.panes[0].lines.empty());
    QCOMPARE(pane["lines"].size(), figure.panes[0].lines.size());
    QCOMPARE(pane["lines"][0]["points"][0][0].get<double>(), figure.panes[0].lines[0].points[0].x);
    QVERIFY(!figure.panes[0].notes.empty());
    QCOMPARE(pane["notes"][0]["text"].get<std::string>(), figure.panes[0].notes[0].text);
}

void TestTable::figureJsonNamesEveryRegion()
{
    Scene scene = sceneOf("x^2", {-2.0, 2.0});
    scene.shading.saturated = false;
    scene.shading.expanding = true;
    scene.shading.monotone = true;
    scene.shading.curved = true;
    const auto json = nlohmann::json::parse(toJson(compose(scene, Budget{}, findingsOf(scene))));
    // |2x| > 1 outside [-1/2, 1/2]; x² falls, then rises, and is convex.
    QMap<QString, int> kinds;
    for (const auto& band : json["panes"][0]["regions"])
        ++kinds[QString::fromStdString(band["kind"].get<std::string>())];
    QCOMPARE(kinds, (QMap<QString, int>{{"expanding", 2}, {"falling", 1}, {"rising", 1}, {"convex", 1}}));
}

QTEST_GUILESS_MAIN(TestTable)
#include "tst_table.moc"
