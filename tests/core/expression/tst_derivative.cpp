#include "core/expression/derivative.h"

#include <QTest>

#include <cmath>
#include <string>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"
#include "core/expression/print.h"
#include "core/function/function.h"

using namespace Qt::StringLiterals;
using namespace secant;

class TestDerivative : public QObject {
    Q_OBJECT

private slots:
    void printsWhatATextbookDoes_data();
    void printsWhatATextbookDoes();
    void printsTheSecondDerivative_data();
    void printsTheSecondDerivative();
    void agreesWithJets_data();
    void agreesWithJets();
    void agreesWithEveryPrimitive();
    void refusesWhatIsTooLong();
    void refusesWhatHasNoName();
};

void TestDerivative::printsWhatATextbookDoes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("printed");
    const auto row = [](const QString& typed, const QString& printed) {
        QTest::addRow("%s", qUtf8Printable(typed)) << typed << printed;
    };
    row(u"3"_s, u"0"_s);
    row(u"a x + b"_s, u"a"_s);
    row(u"x^2"_s, u"2*x"_s);
    row(u"x^3"_s, u"3*x^2"_s);
    row(u"-x^2/2"_s, u"-x"_s);
    row(u"x^3 - 3x"_s, u"3*x^2 - 3"_s);
    row(u"1/x^2"_s, u"-2/x^3"_s);
    row(u"1/(1+x^2)"_s, u"-2*x/(1 + x^2)^2"_s);
    row(u"x/(1+x^2)"_s, u"(1 - x^2)/(1 + x^2)^2"_s);
    row(u"(x^2-1)/(x^2+1)"_s, u"4*x/(x^2 + 1)^2"_s);
    row(u"sqrt(x^2+1)"_s, u"x/sqrt(x^2 + 1)"_s);
    row(u"x^(1/3)"_s, u"1/(3*x^(2/3))"_s);
    row(u"x exp(-x)"_s, u"exp(-x)*(1 - x)"_s);
    row(u"ln(x)/x"_s, u"(1 - ln(x))/x^2"_s);
    row(u"x^x"_s, u"x^x*(ln(x) + 1)"_s);
    row(u"exp(x)/(1+exp(x))"_s, u"exp(x)/(1 + exp(x))^2"_s);
    row(u"x^n"_s, u"n*x^(n - 1)"_s);
    row(u"1/x"_s, u"-1/x^2"_s);
    row(u"sin(2x)"_s, u"2*cos(2*x)"_s);
    row(u"cos(x)"_s, u"-sin(x)"_s);
    row(u"sin(x)^2"_s, u"2*sin(x)*cos(x)"_s);
    row(u"x sin(x)"_s, u"sin(x) + x*cos(x)"_s);
    row(u"e^x"_s, u"e^x"_s);
    row(u"exp(-x^2)"_s, u"-2*x*exp(-x^2)"_s);
    row(u"ln(x)"_s, u"1/x"_s);
    row(u"ln(x^2+1)"_s, u"2*x/(x^2 + 1)"_s);
    row(u"sqrt(x)"_s, u"1/(2*sqrt(x))"_s);
    row(u"|x|"_s, u"sign(x)"_s);
    row(u"sigmoid(x)"_s, u"sigmoid(x)*(1 - sigmoid(x))"_s);
    row(u"tanh(x)"_s, u"1 - tanh(x)^2"_s);
    row(u"relu(x)"_s, u"step(x)"_s);
    row(u"leaky_relu(x, 0.1)"_s, u"if(x > 0, 1, 0.1)"_s);
    row(u"max(x, 2x)"_s, u"if(x >= 2*x, 1, 2)"_s);
    row(u"if(x < 0, x^2, 3)"_s, u"if(x < 0, 2*x, 0)"_s);
    row(u"if(0 < x < 1 or x > 2, x^2, 3)"_s, u"if(0 < x < 1 or x > 2, 2*x, 0)"_s);
    row(u"piecewise(x < 0, x^2, x > 0, 3x)"_s, u"if(x < 0, 2*x, if(x > 0, 3, 0/0))"_s);
    row(u"if(x == 0, 1, x^2)"_s, u"2*x"_s);
    row(u"if(a == 0, x, x^2)"_s, u"if(a == 0, 1, 2*x)"_s);
    row(u"sinc(x)"_s, u"(cos(x) - sinc(x))/x"_s);
    row(u"sec(x)"_s, u"sin(x)/cos(x)^2"_s);
    row(u"csc(x)"_s, u"-cos(x)/sin(x)^2"_s);
}

void TestDerivative::printsWhatATextbookDoes()
{
    QFETCH(QString, typed);
    QFETCH(QString, printed);
    const auto tree = parse(typed.toStdString(), vocabulary());
    QVERIFY(tree.ok());
    const auto slope = derivative(tree.value(), vocabulary());
    QVERIFY(slope.has_value());
    QCOMPARE(QString::fromStdString(print(*slope)), printed);
}

void TestDerivative::printsTheSecondDerivative_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("printed");
    const auto row = [](const QString& typed, const QString& printed) {
        QTest::addRow("%s", qUtf8Printable(typed)) << typed << printed;
    };
    row(u"x^3"_s, u"6*x"_s);
    row(u"1/x"_s, u"2/x^3"_s);
    row(u"sqrt(x)"_s, u"-1/(4*x^(3/2))"_s);
    row(u"sqrt(1-x^2)"_s, u"-1/(1 - x^2)^(3/2)"_s);
    row(u"sin(x)"_s, u"-sin(x)"_s);
    row(u"exp(-x^2/2)"_s, u"exp(-x^2/2)*(x^2 - 1)"_s);
    row(u"x/(1+x^2)"_s, u"2*x*(x^2 - 3)/(1 + x^2)^3"_s);
    row(u"ln(x^2+1)"_s, u"2*(1 - x^2)/(x^2 + 1)^2"_s);
    row(u"tanh(x)"_s, u"-2*tanh(x)*(1 - tanh(x)^2)"_s);
    row(u"softplus(x)"_s, u"sigmoid(x)*(1 - sigmoid(x))"_s);
    row(u"max(x, 0)^2"_s, u"if(x >= 0, 2, 0)"_s);
    row(u"a max(x, 0)^2"_s, u"if(x >= 0, 2*a, 0)"_s);
    row(u"min(x, 0)^3"_s, u"6*min(x, 0)"_s);
    row(u"min(max(x^3, 0), a)"_s, u"if(max(x^3, 0) <= a and x^3 >= 0, 6*x, 0)"_s);
}

void TestDerivative::printsTheSecondDerivative()
{
    QFETCH(QString, typed);
    QFETCH(QString, printed);
    const auto tree = parse(typed.toStdString(), vocabulary());
    QVERIFY(tree.ok());
    const auto slope = derivative(tree.value(), vocabulary());
    QVERIFY(slope.has_value());
    const auto curvature = derivative(*slope, vocabulary());
    QVERIFY(curvature.has_value());
    QCOMPARE(QString::fromStdString(print(*curvature)), printed);
}

void TestDerivative::agreesWithJets_data()
{
    QTest::addColumn<QString>("typed");
    for (const char* typed :
         {"x^3 - 2x/(x^2 + 1)", "x^x", "2^(x^2)", "(x + 1)^2.5/x", "hypot(x, 2x + 1)", "mod(3x, 2) x", "mod(5, x)",
          "if(x < 1, x^2, sin(x))", "min(x^2, 2x) max(x, 1)", "exp(-(x - 1)^2/2) cos(3x)", "atan(x^2)/ln(x + 2)",
          "sinc(2x) + cbrt(x^2 + 1)", "silu(x^2 - 1) swish(x, 1.5)", "gelu(tanh(x))", "-(-x)^3 (1 - x) (-2)"}) {
        QTest::newRow(typed) << QString(typed);
    }
}

void TestDerivative::agreesWithJets()
{
    QFETCH(QString, typed);
    const auto tree = parse(typed.toStdString(), vocabulary());
    QVERIFY(tree.ok());
    const auto slope = derivative(tree.value(), vocabulary());
    QVERIFY(slope.has_value());
    const auto curvature = derivative(*slope, vocabulary());
    QVERIFY(curvature.has_value());
    for (const double x : {0.3, 0.7, 1.3, 1.9, 2.7}) {
        const Jet jet = Function(tree.value(), {}).jet(x);
        // Some operations, each rounded: a hundred ulp of the largest intermediate, which is near 1 + |f′| here.
        const double first = Function(*slope, {}).value(x);
        QVERIFY2(std::abs(first - jet.slope) <= 2e-14 * (1.0 + std::abs(jet.slope)), print(*slope).c_str());
        const double second = Function(*curvature, {}).value(x);
        QVERIFY2(std::abs(second - jet.curvature) <= 2e-13 * (1.0 + std::abs(jet.curvature)),
                 print(*curvature).c_str());
    }
}

void TestDerivative::agreesWithEveryPrimitive()
{
    std::size_t count = 0;
    for (const double share : {1.0, 0.75}) { // of the standard values of all parameters
        for (const Primitive* const primitive : vocabulary().all()) {
            if (primitive->name == "gamma")
                continue;
            QString call = QLatin1String(primitive->name.data(), qsizetype(primitive->name.size())) + u"(x"_s;
            for (const ParameterSpec& parameter : primitive->parameters)
                call += u", "_s + QString::number(share * parameter.standard, 'g', 17);
            const auto tree = parse(call.toStdString() + ")", vocabulary());
            QVERIFY2(tree.ok(), qPrintable(call));
            const auto slope = derivative(tree.value(), vocabulary());
            QVERIFY2(slope.has_value(), qPrintable(call));
            const auto curvature = derivative(*slope, vocabulary());
            QVERIFY2(curvature.has_value(), qPrintable(call));
            for (const double x : {-2.3, -0.6, 0.45, 0.9, 2.2, 7.1}) {
                const Jet jet = Function(tree.value(), {}).jet(x);
                if (std::isnan(jet.value))
                    continue;
                const double first = Function(*slope, {}).value(x);
                const double second = Function(*curvature, {}).value(x);
                const QString where = u"%1) at %2: %3 and %4, not %5 and %6"_s.arg(call).arg(x).arg(first).arg(second);
                QVERIFY2(std::abs(first - jet.slope) <= 1e-14 * (1.0 + std::abs(jet.slope)) &&
                             std::abs(second - jet.curvature) <= 1e-12 * (1.0 + std::abs(jet.curvature)),
                         qPrintable(where.arg(jet.slope).arg(jet.curvature)));
                ++count;
            }
        }
    }
    QVERIFY(count > 400);
}

void TestDerivative::refusesWhatIsTooLong()
{
    std::string text = "x";
    for (int i = 0; i < 200; ++i)
        text = "sin(x*" + text + ")";
    const auto tree = parse(text, vocabulary());
    QVERIFY(tree.ok());
    QVERIFY(!derivative(tree.value(), vocabulary()).has_value());
    // A chain as long as a formula may be needs no stack.
    std::string chain = "sin(x";
    for (int i = 0; i < 30000; ++i)
        chain += "/2";
    const auto divisions = parse(chain + ")", vocabulary());
    QVERIFY(divisions.ok());
    QVERIFY(!derivative(divisions.value(), vocabulary()).has_value());
}

void TestDerivative::refusesWhatHasNoName()
{
    const auto tree = parse("x + gamma(x)", vocabulary());
    QVERIFY(tree.ok());
    QVERIFY(!derivative(tree.value(), vocabulary()).has_value());
    const auto constant = parse("x + gamma(3)", vocabulary());
    QVERIFY(derivative(constant.value(), vocabulary()).has_value());
}

QTEST_GUILESS_MAIN(TestDerivative)
#include "tst_derivative.moc"
