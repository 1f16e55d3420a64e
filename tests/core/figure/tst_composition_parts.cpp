#include <QTest>

#include "core/catalogue/catalogue.h"
#include "core/expression/combine.h"
#include "core/expression/parse.h"
#include "core/expression/print.h"
#include "core/figure/composition_parts.h"

using namespace secant;

namespace {

std::vector<CompositionPart> partsOf(const std::string& formula)
{
    const auto tree = parse(formula, vocabulary());
    return compositionParts(*tree, std::vector<double>(tree->parameters.size(), 1.0), Interval::whole());
}

/// "depth text | outer" of each part.
QStringList listed(const std::vector<CompositionPart>& parts)
{
    QStringList lines;
    for (const CompositionPart& part : parts) {
        const QString outer = QString::fromStdString(part.outer);
        lines << QString::number(part.depth) + QLatin1Char(' ') + QString::fromStdString(part.text) +
                     (outer.isEmpty() ? QString() : QStringLiteral(" | ") + outer);
    }
    return lines;
}

} // namespace

class TestCompositionParts : public QObject {
    Q_OBJECT

private slots:
    void listsFromTheWholeDown_data();
    void listsFromTheWholeDown();
    void carriesWhatTheRulesSay();
    void givesUpOnWhatNobodyReads();
    void cutsAPartOut();
};

void TestCompositionParts::listsFromTheWholeDown_data()
{
    // By hand from the formula: constants are no parts of their own.
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("x") << "x" << QStringList{"0 x"};
    QTest::newRow("a constant") << "3" << QStringList{"0 3"};
    QTest::newRow("function of a power") << "exp(x^2)" << QStringList{"0 exp(x^2) | exp(u)", "1 x^2 | u^2", "2 x"};
    QTest::newRow("a constant factor") << "2*x - 1" << QStringList{"0 2·x − 1 | u − 1", "1 2·x | 2·u", "2 x"};
    QTest::newRow("over x") << "1/x" << QStringList{"0 1/x | 1/u", "1 x"};
    QTest::newRow("exponent") << "2^x" << QStringList{"0 2^x | 2^u", "1 x"};
    QTest::newRow("both operands") << "x*log(x)" << QStringList{"0 x·log(x)", "1 x", "1 log(x) | log(u)", "2 x"};
    QTest::newRow("parameters of a call") << "elu(x, a)" << QStringList{"0 elu(x, a) | elu(u, a)", "1 x"};
}

void TestCompositionParts::listsFromTheWholeDown()
{
    QFETCH(QString, formula);
    QFETCH(QStringList, parts);
    QCOMPARE(listed(partsOf(formula.toStdString())), parts);
}

void TestCompositionParts::carriesWhatTheRulesSay()
{
    const auto parts = partsOf("exp(x) - x^2");
    QVERIFY(parts[0].judged.givesUp);
    QCOMPARE(parts[1].judged.curvature, convexity::Curvature::Convex);
    QCOMPARE(parts[1].judged.monotone, 1);
    QVERIFY(!parts[1].judged.givesUp);
}

void TestCompositionParts::givesUpOnWhatNobodyReads()
{
    std::string sum = "x";
    for (int i = 0; i < 150; ++i) {
        sum += " + x";
    }
    QVERIFY(partsOf(sum).empty());
}

void TestCompositionParts::cutsAPartOut()
{
    const auto tree = parse("a*exp(b*x) + c", vocabulary());
    const auto root = static_cast<NodeIndex>(tree->nodes.size()) - 1;
    const NodeIndex product = tree->nodes[static_cast<std::size_t>(root)].first;
    QCOMPARE(print(partOf(*tree, product)), std::string("a*exp(b*x)"));
    QCOMPARE(print(partOf(*tree, root, product, "u")), std::string("u + c"));
    QCOMPARE(partOf(*tree, product).parameters, (std::vector<std::string>{"a", "b"}));
}

QTEST_GUILESS_MAIN(TestCompositionParts)
#include "tst_composition_parts.moc"
