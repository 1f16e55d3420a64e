#include <cmath>
#include <map>
#include <random>

#include <QFile>
#include <QTest>

#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"
#include "core/function/function.h"
#include "tests/support/close.h"

using namespace secant;

namespace {

Function bound(const QString& formula, const std::map<std::string, double>& values = {})
{
    const auto tree = parse(formula.toStdString(), vocabulary());
    Q_ASSERT(tree.ok());
    std::vector<double> ordered;
    for (const std::string& name : tree->parameters) {
        ordered.push_back(values.at(name));
    }
    return Function(*tree, ordered);
}

double number(const QByteArray& text)
{
    return std::strtod(text.constData(), nullptr);
}

} // namespace

class TestFunction : public QObject {
    Q_OBJECT

private slots:
    void agreesWithReference_data();
    void agreesWithReference();
    void isUndefinedWhereMathematicsIs_data();
    void isUndefinedWhereMathematicsIs();
    void takesTheMeanSlopeWhereTwoBranchesMeet();
    void foldsConstantsWithoutWideningTheDomain();
    void enclosesItsOwnValues_data();
    void enclosesItsOwnValues();
    void namesTheStepToBlame_data();
    void namesTheStepToBlame();
    void leavesTheOtherBranchAlone();
    void enclosesGammaBetweenItsPoles();
    void knowsWhetherXStandsOnce();
    void knowsWhatItCosts();
};

void TestFunction::agreesWithReference_data()
{
    // tests/data/function.py prints these rows from mpmath at 60 digits.
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QByteArrayList>("columns");
    QFile file(QStringLiteral(SECANT_TEST_DATA "/function.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    file.readLine();
    while (!file.atEnd()) {
        const QByteArrayList columns = file.readLine().trimmed().split(';');
        QCOMPARE(columns.size(), 8);
        QTest::newRow(columns[0].constData()) << QString::fromUtf8(columns[1]) << columns;
    }
}

void TestFunction::agreesWithReference()
{
    QFETCH(QString, formula);
    QFETCH(QByteArrayList, columns);
    std::map<std::string, double> parameters;
    for (const QByteArray& pair : columns[2].split(',')) {
        if (!pair.isEmpty()) {
            parameters[pair.split('=')[0].toStdString()] = number(pair.split('=')[1]);
        }
    }
    const Function function = bound(formula, parameters);
    const double x = number(columns[3]);
    const Jet jet = function.jet(x);
    // A handful of operations, each within 1 ulp, none of them cancelling at these abscissae.
    VERIFY_ULP(function.value(x), number(columns[4]), 4);
    VERIFY_ULP(jet.value, number(columns[4]), 4);
    VERIFY_ULP(jet.slope, number(columns[5]), 16);
    VERIFY_ULP(jet.curvature, number(columns[6]), 32);
    QCOMPARE(function.at(Order::Slope, x), jet.slope);
    QCOMPARE(function.at(Order::Curvature, x), jet.curvature);
    const auto tree = parse(formula.toStdString(), vocabulary());
    const QByteArrayList slopes = columns[7].split(',');
    for (std::size_t i = 0; i < tree->parameters.size(); ++i) {
        VERIFY_ULP(function.parameterSlope(x, i), number(slopes[static_cast<qsizetype>(i)]), 8);
    }
}

void TestFunction::isUndefinedWhereMathematicsIs_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<double>("x");
    QTest::newRow("pole") << "1/x" << 0.0;
    QTest::newRow("pole hidden by a bounded function") << "atan(1/x)" << 0.0;
    QTest::newRow("pole hidden by a decaying exponential") << "exp(-1/x^2)" << 0.0;
    QTest::newRow("logarithm of zero") << "log(x)" << 0.0;
    QTest::newRow("logarithm hidden by tanh") << "tanh(log(x))" << 0.0;
    QTest::newRow("zero times undefined") << "0*log(x)" << -1.0;
    QTest::newRow("root of a negative number") << "sqrt(x)" << -1e-300;
    QTest::newRow("fractional power of a negative number") << "x^(1/3)" << -8.0;
    QTest::newRow("negative power of zero") << "x^-1" << 0.0;
    QTest::newRow("variable exponent at zero") << "x^x" << 0.0;
    QTest::newRow("removable hole") << "x/x" << 0.0;
    QTest::newRow("condition that cannot be decided") << "if(1/x < 2, 1, 1)" << 0.0;
    QTest::newRow("branch that is undefined") << "if(x < 1, 1/x, 2)" << 0.0;
    QTest::newRow("remainder of a division by zero") << "mod(1, x)" << 0.0;
    QTest::newRow("pole of gamma") << "gamma(x)" << -1.0;
    QTest::newRow("pole of a cosecant") << "csc(x)" << 0.0;
    QTest::newRow("pole of a cotangent") << "cot(x)" << 0.0;
    QTest::newRow("pole of a hyperbolic cotangent") << "coth(x)" << 0.0;
    QTest::newRow("gap of an arc secant") << "asec(x)" << 0.5;
    QTest::newRow("factorial of a negative whole number") << "x!" << -2.0;
    QTest::newRow("between two cases") << "piecewise(x < 0, 1, x > 0, 2)" << 0.0;
    QTest::newRow("first of two conditions that cannot be decided") << "if(1/x < 2 and x > 3, 1, 1)" << 0.0;
    QTest::newRow("second of two conditions that cannot be decided") << "if(x < 2 and 1/x < 3, 1, 1)" << 0.0;
    QTest::newRow("undefined constant") << "x^2 + 0*asin(2)" << 1.0;
}

void TestFunction::isUndefinedWhereMathematicsIs()
{
    QFETCH(QString, formula);
    QFETCH(double, x);
    const Function function = bound(formula);
    QVERIFY(std::isnan(function.value(x)));
    const Jet jet = function.jet(x);
    QVERIFY(std::isnan(jet.value) && std::isnan(jet.slope) && std::isnan(jet.curvature));
    QVERIFY(function.enclose(Interval::point(x)).valueGrade < Grade::Defined);
}

void TestFunction::takesTheMeanSlopeWhereTwoBranchesMeet()
{
    // torch.maximum(x, zeros) gives 0.5 at 0.
    QCOMPARE(bound("max(0, x)").jet(0.0).slope, 0.5);
    QCOMPARE(bound("min(x, -x)").jet(0.0).slope, 0.0);
}

void TestFunction::foldsConstantsWithoutWideningTheDomain()
{
    QCOMPARE(bound("x + 2^3^2").value(1.0), 513.0);
    QCOMPARE(bound("(1 - 1)*x + x^(3 - 1)").value(3.0), 9.0);
    // 1/3 is no double, so that its enclosure has a width that holds the true third.
    const Interval third = bound("x + 1/3").enclose(Interval::point(0.0)).value;
    QVERIFY(third.lo < third.hi && third.contains(1.0 / 3.0));
}

void TestFunction::enclosesItsOwnValues_data()
{
    QTest::addColumn<QString>("formula");
    for (const char* formula : {"x^3 - 2x", "x/(1 + exp(-x))", "sin(3x) exp(-x/4)", "|x - 1| + x^2", "max(x^2 - 1, x)",
                                "log(1 + x^2)", "sqrt(x^2 + 1) - x", "leaky_relu(x^2 - 1, 0.1)", "gelu(2x) tanh(x)",
                                "if(x^2 < 2, x, 3 - x)", "if(x > 0, sqrt(x), if(x == -1, 5, -x))", "mod(x^2, 1.5)",
                                "mod(3, x^2 + 1)", "if(0 < x <= 1 or x < -1, x^2, -x)", "sec(x/2)", "cot(x + 4)",
                                "hypot(x, x - 1)", "sinc(2x)", "gamma(1 + x^2/4)"}) {
        QTest::newRow(formula) << formula;
    }
}

void TestFunction::enclosesItsOwnValues()
{
    QFETCH(QString, formula);
    const Function function = bound(formula);
    std::mt19937_64 generator(20260101);
    std::uniform_real_distribution<double> middles(-6.0, 6.0);
    std::uniform_real_distribution<double> exponents(-12.0, 0.5);
    for (int i = 0; i < 4000; ++i) {
        const double middle = middles(generator);
        const double radius = std::pow(10.0, exponents(generator));
        const Interval box{middle - radius, middle + radius};
        const Enclosure enclosure = function.enclose(box);
        for (const double t : {0.0, 0.3, 0.5, 0.9, 1.0}) {
            const double x = std::min(box.hi, box.lo + t * (box.hi - box.lo));
            const Jet jet = function.jet(x);
            // A value computed in double may lie outside by its own rounding: some ulp of the largest intermediate.
            const double slack = 1e-13 * (1.0 + std::abs(x) * std::abs(x) * std::abs(x));
            QVERIFY2(enclosure.value.lo - slack <= jet.value && jet.value <= enclosure.value.hi + slack,
                     qPrintable(QString("x = %1").arg(x, 0, 'g', 17)));
            if (enclosure.slopeGrade == Grade::Continuous) {
                QVERIFY(enclosure.slope.lo - 16 * slack <= jet.slope && jet.slope <= enclosure.slope.hi + 16 * slack);
            }
            if (enclosure.curvatureGrade == Grade::Continuous) {
                QVERIFY(enclosure.curvature.lo - 64 * slack <= jet.curvature &&
                        jet.curvature <= enclosure.curvature.hi + 64 * slack);
            }
        }
    }
}

void TestFunction::namesTheStepToBlame_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<int>("order");
    QTest::addColumn<double>("root");
    QTest::newRow("pole") << "1/(x - 2)" << int(Order::Value) << 2.0;
    QTest::newRow("end of a domain") << "sqrt(3 - x)" << int(Order::Value) << 3.0;
    QTest::newRow("kink of a maximum") << "max(2x, x + 1)" << int(Order::Slope) << 1.0;
    QTest::newRow("border of a condition") << "if(2x < x + 1, 0, 5)" << int(Order::Value) << 1.0;
    QTest::newRow("jump of a remainder") << "mod(x, 0.5)" << int(Order::Value) << 1.5;
    QTest::newRow("pole of gamma") << "gamma(x)" << int(Order::Value) << -2.0;
    QTest::newRow("upper border of a chain") << "if(-9 < x < 1, 0, 5)" << int(Order::Value) << 1.0;
    QTest::newRow("lower border of a chain") << "if(1 < x < 9, 0, 5)" << int(Order::Value) << 1.0;
    QTest::newRow("kink of an absolute value inside") << "exp(|x + 1|)" << int(Order::Slope) << -1.0;
    QTest::newRow("kink of an activation inside") << "1 + relu(x/2 - 1)" << int(Order::Slope) << 2.0;
}

void TestFunction::namesTheStepToBlame()
{
    QFETCH(QString, formula);
    QFETCH(int, order);
    QFETCH(double, root);
    const Function function = bound(formula);
    const Interval box{root - 0.01, root + 0.02};
    const std::vector<Suspect> suspects = function.suspects(box, static_cast<Order>(order));
    QCOMPARE(suspects.size(), std::size_t(1));
    QCOMPARE(function.residual(suspects[0], root), 0.0);
    QVERIFY(function.residual(suspects[0], box.lo) * function.residual(suspects[0], box.hi) < 0.0);
    QVERIFY(function.suspects({root + 0.1, root + 0.2}, static_cast<Order>(order)).empty());
}

void TestFunction::leavesTheOtherBranchAlone()
{
    const Function function = bound("if(x > 0, log(x), 0)");
    QCOMPARE(function.value(-1.0), 0.0);
    QVERIFY(function.enclose({-2.0, -1.0}).curvatureGrade == Grade::Continuous);
    QVERIFY(function.enclose({-2.0, -1.0}).value.isZero());
    QVERIFY(function.enclose({-1.0, 1.0}).valueGrade == Grade::Partial);
    QVERIFY(bound("if(x > 0, 1, 0)").enclose({-1.0, 1.0}).valueGrade == Grade::Defined);
    // So are a condition that needs no asking, and the case that is left out.
    QCOMPARE(bound("if(x > 0 and log(x) > 1, 1, 0)").value(-1.0), 0.0);
    QCOMPARE(bound("if(x <= 0 or log(x) > 1, 1, 0)").value(-1.0), 1.0);
    QCOMPARE(bound("piecewise(x < 0, x^2, x > 0, 2)").jet(-1.0).slope, -2.0);
    QVERIFY(bound("piecewise(x < 0, x^2, x > 0, 2)").enclose({-2.0, -1.0}).curvatureGrade == Grade::Continuous);
    // A condition on constants is decided once.
    QVERIFY(bound("if(2 > 1, x^2, 1/0)").enclose({-1.0, 1.0}).slopeGrade == Grade::Continuous);
}

void TestFunction::enclosesGammaBetweenItsPoles()
{
    // mpmath: the extremum between −1 and 0 is −3.5446436111550051 at −0.50408300826445541, the least value for x > 0
    // 0.88560319441088870 at 1.4616321449683623, and Γ″ is nowhere less than 0.75845845622295108 there.
    const Function gamma = bound("gamma(x)");
    const Enclosure left = gamma.enclose({-0.51, -0.5});
    QVERIFY(left.value.contains(-3.5446436111550051) && left.value.width() < 0.5);
    QVERIFY(left.valueGrade == Grade::Continuous && left.slope.contains(0.0));
    const Enclosure least = gamma.enclose({1.2, 1.8});
    QVERIFY(least.value.lo <= 0.88560319441088870 && least.value.lo > 0.8856);
    QVERIFY(least.slope.contains(0.0) && least.curvature.lo > 0.7584 && least.curvature.lo <= 0.75845845622295108);
    QVERIFY(gamma.enclose({0.1, 0.2}).slope.hi < 0.0 && gamma.enclose({2.0, kInfinity}).slope.lo > 0.4);
    QVERIFY(gamma.enclose({0.0, 1.0}).valueGrade == Grade::Partial);
    QVERIFY(gamma.enclose({-1.5, -0.5}).valueGrade == Grade::Partial);
}

void TestFunction::knowsWhetherXStandsOnce()
{
    QVERIFY(bound("exp(2x + 1)").usesVariableOnce());
    QVERIFY(!bound("x + sin(x)").usesVariableOnce());
    QVERIFY(!bound("cot(x)").usesVariableOnce());
    QVERIFY(!bound("if(0 < x < 1, 2, 3)").usesVariableOnce());
    QCOMPARE(bound("a x + b", {{"a", 1.0}, {"b", 2.0}}).parameterCount(), std::size_t(2));
}

void TestFunction::knowsWhatItCosts()
{
    QCOMPARE(bound("sin(2)^3").cost(), 0.0); // Computed once and for all.
    QVERIFY(bound("x + 1").cost() < bound("sin(x)").cost());
    QCOMPARE(bound("sin(x) + exp(x) + 2").cost() - bound("sin(x) + exp(x)").cost(), 1.0);
}

QTEST_GUILESS_MAIN(TestFunction)
#include "tst_function.moc"
