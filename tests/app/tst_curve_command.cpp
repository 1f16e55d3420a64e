#include <cstdio>
#include <memory>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include "app/curve_command.h"

namespace {

using Stream = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

struct Outcome {
    int code = -1;
    QList<QJsonObject> lines;
};

Outcome draw(const QByteArray& cases)
{
    const Stream input(std::tmpfile(), &std::fclose);
    const Stream output(std::tmpfile(), &std::fclose);
    Outcome outcome;
    if (!input || !output)
        return outcome;
    std::fwrite(cases.data(), 1, static_cast<std::size_t>(cases.size()), input.get());
    std::rewind(input.get());
    outcome.code = secant::drawCases(input.get(), output.get(), "cases");
    QFile written;
    std::rewind(output.get());
    if (written.open(output.get(), QIODevice::ReadOnly)) {
        for (const QByteArray& line : written.readAll().split('\n')) {
            if (!line.isEmpty())
                outcome.lines.append(QJsonDocument::fromJson(line).object());
        }
    }
    return outcome;
}

QByteArray cases(const QByteArray& functions, const QByteArray& canvas = "[800, 600]")
{
    return "{\"canvas\": " + canvas + ", \"functions\": [" + functions + "]}";
}

QByteArray function(const QByteArray& expr, const QByteArray& window = "[-5, 5, -5, 5]")
{
    return R"({"id": "f", "expr": ")" + expr + R"(", "window": )" + window + "}";
}

} // namespace

class TestCurveCommand : public QObject {
    Q_OBJECT

private slots:
    void drawsAPoleInTwoPieces();
    void fillsColumns();
    void answersEachIdInOrder();
    void leavesOutWhatCannotBeDrawn_data();
    void leavesOutWhatCannotBeDrawn();
    void refusesWhatIsNoListOfCases_data();
    void refusesWhatIsNoListOfCases();
    void reportsAFileThatIsNotThere();
};

void TestCurveCommand::drawsAPoleInTwoPieces()
{
    const Outcome outcome = draw(cases(function("1/x")));
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.lines.size(), 1);
    const QJsonObject line = outcome.lines.front();
    const QJsonArray segments = line["segments"].toArray();
    QCOMPARE(segments.size(), 2);
    for (const QJsonValue& segment : segments) {
        QVERIFY(segment.toArray().size() > 2);
        for (const QJsonValue& point : segment.toArray()) {
            const double x = point[0].toDouble();
            const double y = point[1].toDouble();
            QCOMPARE(x < 0.0, segment[0][0].toDouble() < 0.0);
            // Drawn ink reaches one window height beyond the window and is clamped there.
            const bool isClamped = std::abs(y) == 15.0;
            QVERIFY(isClamped || std::abs(x * y - 1.0) < 1e-12);
        }
    }
    QVERIFY(line["evaluations"].toInt() > 4);
    QVERIFY(line["seconds"].toDouble() > 0.0);
}

void TestCurveCommand::fillsColumns()
{
    const Outcome outcome = draw(cases(function("sin(1/x)", "[-0.01, 0.01, -2, 2]")));
    QCOMPARE(outcome.code, 0);
    const QJsonArray columns = outcome.lines.front()["columns"].toArray();
    QVERIFY(columns.size() > 100);
    for (const QJsonValue& column : columns) {
        QVERIFY(column[0].toDouble() < column[1].toDouble());
        QVERIFY(column[2].toDouble() >= -1.0 - 1e-9 && column[3].toDouble() <= 1.0 + 1e-9);
    }
}

void TestCurveCommand::answersEachIdInOrder()
{
    const Outcome outcome = draw(cases(R"({"id": 7, "expr": "x", "window": [0, 1, 0, 1]},)"
                                       R"({"id": "ä", "expr": "sqrt(-1 - x^2)-x", "window": [0, 1, 0, 1]})"));
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.lines.size(), 2);
    QCOMPARE(outcome.lines[0]["id"], QJsonValue(7));
    QCOMPARE(outcome.lines[1]["id"], QJsonValue("ä"));
    QVERIFY(outcome.lines[1]["segments"].isArray());
    QVERIFY(outcome.lines[1]["segments"].toArray().isEmpty()); // Undefined everywhere.
}

void TestCurveCommand::leavesOutWhatCannotBeDrawn_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::addRow("no object") << QByteArray("3");
    QTest::addRow("no id") << QByteArray(R"({"expr": "x", "window": [0, 1, 0, 1]})");
    QTest::addRow("no formula at all") << QByteArray(R"({"id": 1, "window": [0, 1, 0, 1]})");
    QTest::addRow("formula that does not parse") << function("2*(x");
    QTest::addRow("free name") << function("a*x");
    QTest::addRow("no window") << QByteArray(R"({"id": 1, "expr": "x"})");
    QTest::addRow("window of three") << function("x", "[0, 1, 0]");
    QTest::addRow("window of texts") << function("x", R"(["0", "1", "0", "1"])");
    QTest::addRow("window exchanged") << function("x", "[1, 0, 0, 1]");
    QTest::addRow("window without height") << function("x", "[0, 1, 2, 2]");
}

void TestCurveCommand::leavesOutWhatCannotBeDrawn()
{
    QFETCH(QByteArray, bad);
    const Outcome outcome = draw(cases(bad + "," + function("x")));
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.lines.size(), 1);
    QCOMPARE(outcome.lines.front()["id"], QJsonValue("f"));
}

void TestCurveCommand::refusesWhatIsNoListOfCases_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addRow("empty") << QByteArray();
    QTest::addRow("binary") << QByteArray(4096, '\0');
    QTest::addRow("deep") << QByteArray(1000000, '[');
    QTest::addRow("truncated") << cases(function("x")).chopped(1);
    QTest::addRow("list") << QByteArray("[]");
    QTest::addRow("functions are no list") << QByteArray(R"({"canvas": [800, 600], "functions": {}})");
    QTest::addRow("no canvas") << QByteArray(R"({"functions": []})");
    QTest::addRow("canvas of nothing") << cases(function("x"), "[0, 600]");
    QTest::addRow("canvas beyond all screens") << cases(function("x"), "[1e9, 600]");
    QTest::addRow("canvas of one") << cases(function("x"), "[800]");
    QTest::addRow("number beyond double") << cases(function("x"), "[1e999, 600]");
}

void TestCurveCommand::refusesWhatIsNoListOfCases()
{
    QFETCH(QByteArray, text);
    const Outcome outcome = draw(text);
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.lines.isEmpty());
}

void TestCurveCommand::reportsAFileThatIsNotThere()
{
    const QTemporaryDir folder;
    QCOMPARE(secant::drawCases(folder.filePath("none.json").toStdString()), 1);
    QCOMPARE(secant::drawCases(folder.path().toStdString()), 1);
}

QTEST_GUILESS_MAIN(TestCurveCommand)
#include "tst_curve_command.moc"
