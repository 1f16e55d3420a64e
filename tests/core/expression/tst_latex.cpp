#include "core/expression/latex.h"

#include <QTest>

#include <cmath>
#include <string>

#include "core/expression/parse.h"
#include "plain_tree.h"
#include "toy_vocabulary.h"

using namespace Qt::StringLiterals;
using namespace secant;

/// Expected texts follow the customs of mathematical typesetting with amsmath; they are written by hand.
class TestLatex : public QObject {
    Q_OBJECT

private slots:
    void writesAsBooksDo_data();
    void writesAsBooksDo();
    void writesNames_data();
    void writesNames();
    void isReadBackWithTheSameValue_data();
    void isReadBackWithTheSameValue();
    void nestsDeeply();
};

void TestLatex::writesAsBooksDo_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("latex");
    const auto row = [](const QString& typed, const QString& latex) {
        QTest::addRow("%s", qUtf8Printable(typed)) << typed << latex;
    };
    row(u"x/(1+exp(-x))"_s, uR"(\frac{x}{1 + e^{-x}})"_s);
    row(u"1/2x"_s, uR"(\frac{1}{2} x)"_s);
    row(u"1/(2x)"_s, uR"(\frac{1}{2 x})"_s);
    row(u"2*3x"_s, uR"(2 \cdot 3 x)"_s);
    row(u"2*2^x"_s, uR"(2 \cdot 2^{x})"_s);
    row(u"x*(x+1)"_s, uR"(x \left(x + 1\right))"_s);
    row(u"x-(1-2)"_s, uR"(x - \left(1 - 2\right))"_s);
    row(u"-x^2"_s, uR"(-x^{2})"_s);
    row(u"(-x)^2"_s, uR"(\left(-x\right)^{2})"_s);
    row(u"2^3^x"_s, uR"(2^{3^{x}})"_s);
    row(u"(2^3)^x"_s, uR"(\left(2^{3}\right)^{x})"_s);
    row(u"(1/x)^2"_s, uR"(\left(\frac{1}{x}\right)^{2})"_s);
    row(u"2*(-x)"_s, uR"(2 \left(-x\right))"_s);
    row(u"sin(x)^2"_s, uR"(\left(\sin\left(x\right)\right)^{2})"_s);
    row(u"sqrt(x)^2+|x|^3"_s, uR"(\sqrt{x}^{2} + \left|x\right|^{3})"_s);
    row(u"cbrt(x)"_s, uR"(\sqrt[3]{x})"_s);
    row(u"asin(x)+log10(x)"_s, uR"(\arcsin\left(x\right) + \log_{10}\left(x\right))"_s);
    row(u"max(x,min(1,2))"_s, uR"(\max\left(x, \min\left(1, 2\right)\right))"_s);
    row(u"leaky_relu(x)"_s, uR"(\operatorname{leaky\_relu}\left(x; 0.01\right))"_s);
    row(u"hypot(x,2x)"_s, uR"(\sqrt{x^{2} + \left(2 x\right)^{2}})"_s);
    row(u"1e-7x+1e300"_s, uR"(1 \cdot 10^{-7} x + 1 \cdot 10^{300})"_s);
    row(u"2pi x"_s, uR"(2 \pi  x)"_s);
    row(u"if(x<0,-x,if(x>=1,x^2,3))"_s,
        uR"(\begin{cases}-x & \text{if } x < 0 \\ x^{2} & \text{if } x \ge 1 \\ 3 & \text{otherwise}\end{cases})"_s);
    row(u"if(0<x<=1 or x>2 and x<3,1,2)"_s,
        uR"(\begin{cases}1 & \text{if } 0 < x \le 1 \text{ or } x > 2 \text{ and } x < 3 \\ 2 & \text{otherwise}\end{cases})"_s);
    row(u"if((x<0 or x>2) and x<3,1,2)"_s,
        uR"(\begin{cases}1 & \text{if } \left(x < 0 \text{ or } x > 2\right) \text{ and } x < 3 \\ 2 & \text{otherwise}\end{cases})"_s);
    row(u"piecewise(x<0,1,x>0,2)"_s, uR"(\begin{cases}1 & \text{if } x < 0 \\ 2 & \text{if } x > 0\end{cases})"_s);
    row(u"sec(x)+cot(x)"_s, uR"(\frac{1}{\cos\left(x\right)} + \frac{\cos\left(x\right)}{\sin\left(x\right)})"_s);
    row(u"x!"_s, uR"(\Gamma\left(x + 1\right))"_s);
    row(u"2if(x!=0,1,0)"_s,
        uR"(2 \left(\begin{cases}1 & \text{if } x \ne 0 \\ 0 & \text{otherwise}\end{cases}\right))"_s);
}

void TestLatex::writesAsBooksDo()
{
    QFETCH(QString, typed);
    QFETCH(QString, latex);
    const auto tree = parse(typed.toStdString(), test::toyVocabulary());
    QVERIFY(tree.ok());
    QCOMPARE(QString::fromStdString(toLatex(tree.value())), latex);
}

void TestLatex::writesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("latex");
    QTest::newRow("letter") << u"a"_s << u"a"_s;
    QTest::newRow("Greek letter") << u"λ"_s << u"\\lambda"_s;
    QTest::newRow("name of a Greek letter") << u"alpha"_s << u"\\alpha"_s;
    QTest::newRow("word") << u"scale"_s << u"\\mathrm{scale}"_s;
    QTest::newRow("number below") << u"a_12"_s << u"a_{12}"_s;
    QTest::newRow("number behind") << u"b2"_s << u"b_{2}"_s;
    QTest::newRow("words below") << u"a_left_2"_s << u"a_{\\mathrm{left},2}"_s;
}

void TestLatex::writesNames()
{
    QFETCH(QString, name);
    QFETCH(QString, latex);
    QCOMPARE(QString::fromStdString(latexName(name.toStdString())), latex);
}

void TestLatex::isReadBackWithTheSameValue_data()
{
    QTest::addColumn<QString>("typed");
    for (const char* typed : {"x/(1+exp(-x))", "-(x+1)/(x-3)*x^-2", "2x-(3-(x-1))", "2^3^x-(2^3)^x", "(x+1)(-x)2",
                              "|x-2|+sqrt(x+|x|)", "8/4/2x", "x^(1/(2+x))", "sin(x)^2+tanh(2x)-cos(3x+1)", "pi x+e"}) {
        QTest::newRow(typed) << QString(typed);
    }
}

void TestLatex::isReadBackWithTheSameValue()
{
    QFETCH(QString, typed);
    const auto tree = parse(typed.toStdString(), test::toyVocabulary());
    QVERIFY(tree.ok());
    const std::string latex = toLatex(tree.value());
    const auto again = parse(latex, test::toyVocabulary());
    QVERIFY2(again.ok(), latex.c_str());
    for (const double x : {0.3, 1.75, 2.5}) {
        const double expected = test::evaluatePlainly(tree.value(), x);
        // exp(x) comes back as e^x.
        QVERIFY2(std::abs(test::evaluatePlainly(again.value(), x) - expected) <= 1e-14 * std::abs(expected),
                 latex.c_str());
    }
}

void TestLatex::nestsDeeply()
{
    std::string text = "x";
    for (int i = 0; i < 900; ++i)
        text = "1/(1+" + text + ")";
    const auto tree = parse(text, test::toyVocabulary());
    QVERIFY(tree.ok());
    QCOMPARE(toLatex(tree.value()).size(), std::size_t(1 + 900 * std::string("\\frac{1}{1 + }").size()));
}

QTEST_GUILESS_MAIN(TestLatex)
#include "tst_latex.moc"
