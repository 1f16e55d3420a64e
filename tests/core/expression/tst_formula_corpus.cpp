#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <string>

#include "core/expression/parse.h"
#include "core/expression/print.h"
#include "core/expression/symbols.h"
#include "plain_tree.h"
#include "toy_vocabulary.h"

using namespace Qt::StringLiterals;
using namespace secant;

namespace {

/// The rows of tests/data/formulas.jsonl: things that people type, right and wrong, with the value (computed with
/// mpmath at high precision) or the column of the error.
std::vector<QJsonObject> corpus()
{
    QFile file(QStringLiteral(SECANT_TEST_DATA "/formulas.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<QJsonObject> rows;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (!line.isEmpty())
            rows.push_back(QJsonDocument::fromJson(line).object());
    }
    return rows;
}

/// UTF-8, a lone surrogate as the three bytes that a careless program would make of it.
std::string bytesOf(const QString& text)
{
    std::string bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
        appendUtf8(bytes, c);
        i += c > 0xFFFF ? 1 : 0;
    }
    return bytes;
}

double numberOf(const QJsonValue& value)
{
    const QString text = value.toString();
    if (text == u"nan"_s)
        return std::nan("");
    if (text == u"inf"_s)
        return std::numeric_limits<double>::infinity();
    return text == u"-inf"_s ? -std::numeric_limits<double>::infinity() : value.toDouble();
}

/// Tells readings apart, not roundings: sin(1/x) at 0.001 multiplies a rounding of x by 1000.
bool isClose(double actual, double expected)
{
    if (std::isnan(expected) || std::isinf(expected))
        return std::isnan(expected) ? std::isnan(actual) : actual == expected;
    return std::abs(actual - expected) <= 1e-12 * std::abs(expected);
}

bool isColumnOf(const QJsonObject& row, std::size_t column)
{
    const QJsonArray others = row[u"columns_ok"].toArray();
    const auto actual = static_cast<int>(column);
    return row[u"column"].toInt() == actual ||
           std::ranges::any_of(others, [&](const QJsonValue& other) { return other.toInt() == actual; });
}

/// Where the first name stands that has no value, counted from 1.
std::size_t firstParameterColumn(const SyntaxTree& tree)
{
    std::size_t column = std::numeric_limits<std::size_t>::max();
    for (const Node& node : tree.nodes) {
        if (node.kind == NodeKind::Parameter)
            column = std::min(column, node.source.begin + 1);
    }
    return column;
}

} // namespace

class TestFormulaCorpus : public QObject {
    Q_OBJECT

private slots:
    void understandsOrRefuses_data();
    void understandsOrRefuses();
    void survivesEveryPrefix_data();
    void survivesEveryPrefix();
    void readsItsOwnPrint_data();
    void readsItsOwnPrint();

private:
    static void addRows();
};

void TestFormulaCorpus::addRows()
{
    QTest::addColumn<QJsonObject>("row");
    const std::vector<QJsonObject> rows = corpus();
    QCOMPARE(rows.size(), std::size_t{150});
    for (const QJsonObject& row : rows) {
        QTest::addRow("%s %s", qPrintable(row[u"id"].toString()), qUtf8Printable(row[u"input"].toString().left(30)))
            << row;
    }
}

void TestFormulaCorpus::understandsOrRefuses_data()
{
    addRows();
}

void TestFormulaCorpus::understandsOrRefuses()
{
    QFETCH(QJsonObject, row);
    const QString expect = row[u"expect"].toString();
    const auto tree = parse(bytesOf(row[u"input"].toString()), test::toyVocabulary());
    // A formula with free names has no value yet: for these rows that counts as refused at the first such name.
    const bool isAccepted = tree.ok() && tree->parameters.empty();
    if (isAccepted) {
        QVERIFY2(expect != u"error"_s, "accepted what is wrong");
        const QJsonObject wanted = row[expect == u"ok"_s ? u"value_at" : u"if_accepted"].toObject();
        const double y = test::evaluatePlainly(tree.value(), wanted[u"x"].toDouble());
        QJsonArray allowed = wanted[u"y"].toArray();
        if (!wanted[u"y"].isArray())
            allowed.append(wanted[u"y"]);
        const bool isRight = wanted.isEmpty() || std::ranges::any_of(allowed, [&](const QJsonValue& value) {
                                 return isClose(y, numberOf(value));
                             });
        QVERIFY2(isRight, qPrintable(QStringLiteral("value %1").arg(y, 0, 'g', 17)));
        return;
    }
    QVERIFY2(expect != u"ok"_s, "refused what is right");
    const std::size_t column = tree.ok() ? firstParameterColumn(tree.value()) : tree.error().where.begin + 1;
    if (expect == u"error"_s && row.contains(u"column"))
        QVERIFY2(isColumnOf(row, column), qPrintable(QStringLiteral("column %1").arg(column)));
}

void TestFormulaCorpus::survivesEveryPrefix_data()
{
    addRows();
}

void TestFormulaCorpus::survivesEveryPrefix()
{
    QFETCH(QJsonObject, row);
    const std::string text = bytesOf(row[u"input"].toString());
    for (std::size_t length = 0; length <= text.size(); ++length) {
        const std::string_view prefix = std::string_view(text).substr(0, length);
        const auto tree = parse(prefix, test::toyVocabulary());
        const std::size_t codePoints = readSymbols(prefix).size();
        if (tree.ok()) {
            QVERIFY(!tree->nodes.empty());
            for (const Node& node : tree->nodes)
                QVERIFY(node.source.begin < node.source.end && node.source.end <= codePoints);
            continue;
        }
        const ParseError& error = tree.error();
        QVERIFY(error.where.begin <= error.where.end && error.where.end <= codePoints);
        QVERIFY(readSymbols(error.quoted).size() <= 40);
        // Nothing but the end, or an invisible place at it, is marked without a width.
        const bool isAtEnd = error.kind == ParseErrorKind::Empty || error.kind == ParseErrorKind::MissingOperand;
        QVERIFY(error.where.begin < error.where.end || isAtEnd);
    }
}

void TestFormulaCorpus::readsItsOwnPrint_data()
{
    addRows();
}

void TestFormulaCorpus::readsItsOwnPrint()
{
    QFETCH(QJsonObject, row);
    const auto tree = parse(bytesOf(row[u"input"].toString()), test::toyVocabulary());
    if (!tree.ok()) {
        QVERIFY2(row[u"expect"].toString() != u"ok"_s, "refused what is right");
        return;
    }
    const std::string printed = print(tree.value());
    const auto again = parse(printed, test::toyVocabulary());
    QVERIFY2(again.ok(), printed.c_str());
    QVERIFY2(test::sameFormula(again.value(), tree.value()), printed.c_str());
    QCOMPARE(print(again.value()), printed);
}

QTEST_GUILESS_MAIN(TestFormulaCorpus)
#include "tst_formula_corpus.moc"
