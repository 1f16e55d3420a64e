#include <cmath>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "core/analysis/convexity/composition.h"
#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"

using namespace secant;
using convexity::CompositionNode;
using convexity::Curvature;

namespace {

std::vector<CompositionNode> nodesOf(const QString& formula, const Interval& x)
{
    const std::string text = formula.toStdString();
    const auto tree = parse(text, vocabulary());
    return tree ? convexity::compositionOf(*tree, std::vector<double>(tree->parameters.size(), 1.0), x)
                : std::vector<CompositionNode>();
}

QString name(Curvature curvature)
{
    static const QStringList kNames{"constant", "affine", "convex", "concave", "unknown"};
    return kNames[static_cast<int>(curvature)];
}

} // namespace

class TestComposition : public QObject {
    Q_OBJECT

private slots:
    void root_data();
    void root();
    void saysWhereItGivesUp();
    void rangeCounts();
    void neverContradictsTheTruth_data();
    void neverContradictsTheTruth();
};

void TestComposition::root_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("curvature");
    // What the rules of disciplined convex programming give (Grant, Boyd and Ye 2006), by hand; x on the whole line.
    QTest::newRow("a number") << "3"
                              << "constant";
    QTest::newRow("a line") << "2*x-1"
                            << "affine";
    QTest::newRow("a sum") << "x^2+exp(x)"
                           << "convex";
    QTest::newRow("turned over") << "-(x^2)"
                                 << "concave";
    QTest::newRow("a difference") << "x^2-exp(x)"
                                  << "unknown";
    QTest::newRow("increasing of convex") << "exp(x^2)"
                                          << "convex";
    QTest::newRow("convex of concave") << "exp(-x^2)"
                                       << "unknown";
    QTest::newRow("concave of concave") << "log(1-x^2)"
                                        << "concave";
    QTest::newRow("an even power of a convex part") << "(x^2+1)^2"
                                                    << "convex";
    QTest::newRow("a maximum") << "max(x^2,2*x)"
                               << "convex";
    QTest::newRow("a maximum of concave") << "max(-x^2,x)"
                                          << "unknown";
    QTest::newRow("a product of parts") << "x*exp(x)"
                                        << "unknown";
    QTest::newRow("a kink up") << "abs(2*x-1)"
                               << "convex";
    QTest::newRow("an activation") << "relu(x^2-1)"
                                   << "convex";
    QTest::newRow("an activation with an inflection") << "silu(x)"
                                                      << "unknown";
    QTest::newRow("softplus") << "softplus(-x)"
                              << "convex";
    QTest::newRow("a reciprocal of a positive concave part") << "1/(2-tanh(x)^2+exp(x))"
                                                             << "unknown";
    QTest::newRow("a root of squares") << "sqrt(x^2+1)"
                                       << "unknown";
    QTest::newRow("a parameter") << "a*x+b"
                                 << "affine";
    QTest::newRow("branches") << "if(x<0,x^2,x)"
                              << "unknown";
}

void TestComposition::root()
{
    QFETCH(QString, formula);
    QFETCH(QString, curvature);
    const auto nodes = nodesOf(formula, Interval::whole());
    QVERIFY(!nodes.empty());
    QCOMPARE(name(nodes.back().curvature), curvature);
}

void TestComposition::saysWhereItGivesUp()
{
    // Only exp(x) − x² fails; the part of which it is one must not be blamed again.
    const auto nodes = nodesOf("2*(exp(x)-x^2)+x", Interval::whole());
    QCOMPARE(std::ranges::count_if(nodes, [](const CompositionNode& n) { return n.givesUp; }), 1);
    QCOMPARE(name(nodes.back().curvature), "unknown");
    QVERIFY(!nodes.back().givesUp);
}

void TestComposition::rangeCounts()
{
    QCOMPARE(name(nodesOf("x^3", Interval::whole()).back().curvature), "unknown");
    QCOMPARE(name(nodesOf("x^3", {0.0, kInfinity}).back().curvature), "convex");
    QCOMPARE(name(nodesOf("x^3", {-kInfinity, 0.0}).back().curvature), "concave");
    QCOMPARE(name(nodesOf("tanh(x)", {0.0, kInfinity}).back().curvature), "concave");
    QCOMPARE(name(nodesOf("1/x", {0.0, kInfinity}).back().curvature), "convex");
}

void TestComposition::neverContradictsTheTruth_data()
{
    // Truths from proofs and from jets of f″ with up to 1200 digits.
    QTest::addColumn<QJsonObject>("row");
    for (const char* name : {"convexity.json", "convexity_proved.json"}) {
        QFile file(QString(SECANT_TEST_DATA "/") + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QJsonValue& value : QJsonDocument::fromJson(file.readAll()).object()["cases"].toArray())
            QTest::newRow(qPrintable(value["id"].toString())) << value.toObject();
    }
}

void TestComposition::neverContradictsTheTruth()
{
    QFETCH(QJsonObject, row);
    const auto end = [](const QString& text) {
        return text == "-inf" ? -kInfinity : text == "inf" ? kInfinity : text.toDouble();
    };
    const QJsonObject on = row["interval"].toObject();
    // Outward, as a decimal may be no double.
    const Interval x{std::nextafter(end(on["lo"].toString()), -kInfinity),
                     std::nextafter(end(on["hi"].toString()), kInfinity)};
    const auto nodes = nodesOf(row["expr"].toString(), x);
    QVERIFY(!nodes.empty());
    const QString truth = row["truth"].toString();
    const QString said = name(nodes.back().curvature);
    const bool holds = said == "unknown" || (said == "convex" && truth.endsWith("convex")) ||
                       (said == "concave" && truth.endsWith("concave")) || truth == "affine";
    QVERIFY2(holds, qPrintable(said + " where the truth is " + truth));
}

QTEST_GUILESS_MAIN(TestComposition)
#include "tst_composition.moc"
