#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"
#include "core/expression/print.h"
#include "core/function/function.h"
#include "plain_tree.h"

using namespace Qt::StringLiterals;
using namespace secant;

namespace {

constexpr double kAbscissa = 2.5; // Of the values in the file.

/// What people type, with the whole vocabulary: tests/data/formulas_own.py prints the rows, values by mpmath.
class TestFormulaLanguage : public QObject {
    Q_OBJECT

private slots:
    void understandsOrRefuses_data();
    void understandsOrRefuses();
};

void TestFormulaLanguage::understandsOrRefuses_data()
{
    QTest::addColumn<QJsonObject>("row");
    QFile file(QStringLiteral(SECANT_TEST_DATA "/formulas_own.jsonl"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    int number = 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonObject row = QJsonDocument::fromJson(line).object();
        QTest::addRow("%d: %s", ++number, qUtf8Printable(row[u"input"].toString())) << row;
    }
    QVERIFY(number > 180);
}

void TestFormulaLanguage::understandsOrRefuses()
{
    QFETCH(QJsonObject, row);
    const auto tree = parse(row[u"input"].toString().toStdString(), vocabulary());
    if (row[u"expect"].toString() == u"ok"_s) {
        QVERIFY2(tree.ok(), qPrintable(u"refused at %1"_s.arg(tree.ok() ? 0 : tree.error().where.begin + 1)));
        QVERIFY(tree->parameters.empty());
        const double expected = row[u"y"].toDouble();
        const double y = Function(*tree, {}).value(kAbscissa);
        QVERIFY2(std::abs(y - expected) <= 1e-14 * std::max(1.0, std::abs(expected)),
                 qPrintable(u"%1 is %2"_s.arg(QString::fromStdString(print(*tree))).arg(y, 0, 'g', 17)));
        const auto again = parse(print(*tree), vocabulary());
        QVERIFY2(again.ok() && test::sameFormula(*again, *tree), print(*tree).c_str());
        return;
    }
    if (tree.ok()) { // A free name has no value: refused where a value is asked for, at the first one.
        QVERIFY2(!tree->parameters.empty(), print(*tree).c_str());
        return;
    }
    if (row.contains(u"column"))
        QCOMPARE(int(tree.error().where.begin) + 1, row[u"column"].toInt());
}

} // namespace

QTEST_GUILESS_MAIN(TestFormulaLanguage)
#include "tst_formula_language.moc"
