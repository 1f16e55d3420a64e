#include "core/expression/parse.h"

#include <QTest>
#include <QThread>

#include <cmath>
#include <locale>
#include <memory>
#include <random>
#include <string>

#include "core/expression/print.h"
#include "core/expression/symbols.h"
#include "plain_tree.h"
#include "toy_vocabulary.h"

using namespace Qt::StringLiterals;
using namespace secant;

namespace {

Result<SyntaxTree, ParseError> read(const QString& text)
{
    return parse(text.toStdString(), test::toyVocabulary());
}

std::string repeated(std::size_t times, std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < times; ++i)
        result += text;
    return result;
}

/// A custom of writing numbers as 1.234,5.
class GermanNumbers : public std::numpunct<char> {
protected:
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

} // namespace

class TestParse : public QObject {
    Q_OBJECT

private slots:
    void readsTheSameAs_data();
    void readsTheSameAs();
    void readsNumbers_data();
    void readsNumbers();
    void listsParametersInOrderOfFirstUse();
    void takesNamesOfManyKinds_data();
    void takesNamesOfManyKinds();
    void fillsInStandardValues();
    void standsChildrenBeforeParents();
    void remembersWhereEachPartStands();
    void tellsDebatableReadings_data();
    void tellsDebatableReadings();
    void nestsDeeply_data();
    void nestsDeeply();
    void takesAnyNumberSideBySide();
    void takesTextUpToTheLimit();
    void needsLittleStack();
    void ignoresTheLocale();
    void survivesTokenSoup();
};

void TestParse::readsTheSameAs_data()
{
    // The second text says in brackets and plain signs what the first must mean, by the rules in parse.h.
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("meaning");
    const auto row = [](const char* why, const QString& text, const QString& meaning) {
        QTest::addRow("%s: %s", why, qUtf8Printable(text)) << text << meaning;
    };
    row("sum before product", u"1+2*x"_s, u"1+(2*x)"_s);
    row("from the left", u"x-1-2"_s, u"(x-1)-2"_s);
    row("from the left", u"8/4/2"_s, u"(8/4)/2"_s);
    row("from the left", u"8/4*2"_s, u"(8/4)*2"_s);
    row("power from the right", u"2^3^2"_s, u"2^(3^2)"_s);
    row("minus before a power", u"-x^2"_s, u"-(x^2)"_s);
    row("minus before a product", u"-x*2"_s, u"-(x*2)"_s);
    row("minus before a sum", u"-x+2"_s, u"(-x)+2"_s);
    row("minus after a slash", u"8/-4/2"_s, u"(8/(-4))/2"_s);
    row("minus after a times", u"2*-x^2*3"_s, u"(2*(-(x^2)))*3"_s);
    row("minus after a power", u"2^-x"_s, u"2^(-x)"_s);
    row("minus after a power", u"2^-x*3"_s, u"(2^(-x))*3"_s);
    row("minus after a power", u"e^-x^2"_s, u"e^(-(x^2))"_s);
    row("minus after a plus", u"1+-x*2"_s, u"1+(-(x*2))"_s);
    row("two minus", u"x--x"_s, u"x-(-x)"_s);
    row("two minus", u"2*--x*3"_s, u"(2*(-(-x)))*3"_s);
    row("plus as a sign", u"+x^+2"_s, u"x^2"_s);
    row("Python power", u"x**2"_s, u"x^2"_s);

    row("condition", u"if(x<1+2,x,2)"_s, u"if((x)<(1+2),x,2)"_s);
    row("condition of minus signs", u"if(-x<-1,x,2)"_s, u"if((-x)<(-1),x,2)"_s);
    row("other signs of comparison", u"if(x≤1,2,3)+if(x≥1,2,3)+if(x≠1,2,3)"_s,
        u"if(x<=1,2,3)+if(x>=1,2,3)+if(x!=1,2,3)"_s);
    row("equality", u"if(x=1,2,3)"_s, u"if(x==1,2,3)"_s);
    row("full-width condition", u"if（x＜1，2，3）"_s, u"if(x<1,2,3)"_s);
    row("implicit product before a condition", u"2if(x<1,x,3)x"_s, u"(2*if(x<1,x,3))*x"_s);
    row("conditions in a condition", u"if(if(x<0,-x,x)<1,2,3)"_s, u"if((if(x<0,-x,x))<1,2,3)"_s);

    row("LaTeX fraction", u"\\frac{1}{x}"_s, u"1/x"_s);
    row("LaTeX fraction of sums", u"2\\frac{x+1}{x-1}x"_s, u"(2*((x+1)/(x-1)))*x"_s);
    row("LaTeX fraction in a fraction", u"\\frac{1}{1+\\frac{1}{x}} - 1"_s, u"(1/(1+(1/x)))-1"_s);
    row("LaTeX fraction with spaces", u"\\dfrac {1} {x}"_s, u"1/x"_s);
    row("LaTeX power", u"x^{2}"_s, u"x^2"_s);
    row("LaTeX power of a sum", u"e^{-x^{2}+1}x"_s, u"(e^(-(x^2)+1))*x"_s);
    row("LaTeX root", u"\\sqrt{x+1}"_s, u"sqrt(x+1)"_s);
    row("LaTeX brackets", u"\\sin\\left(x\\right)"_s, u"sin(x)"_s);
    row("LaTeX bars", u"\\left|x\\right|"_s, u"abs(x)"_s);
    row("LaTeX product", u"2\\cdot x\\times 3"_s, u"(2*x)*3"_s);
    row("LaTeX names", u"\\alpha x + \\pi"_s, u"α*x + pi"_s);
    row("LaTeX function of one letter", u"\\sin x + 2"_s, u"sin(x)+2"_s);
    row("LaTeX functions of one letter", u"\\sin x\\cos x"_s, u"sin(x)*cos(x)"_s);
    row("LaTeX function of a Greek letter", u"\\exp\\alpha"_s, u"exp(α)"_s);
    row("LaTeX inverse", u"\\arctan(x)"_s, u"atan(x)"_s);
    row("LaTeX upright name", u"\\operatorname{sin}(x)"_s, u"sin(x)"_s);
    row("LaTeX spaces", u"x\\,\\sin(x)\\;x"_s, u"(x*sin(x))*x"_s);
    row("LaTeX fraction of digits", u"\\frac12x+\\frac1{x}+\\frac{x}3"_s, u"(1/2)*x+1/x+x/3"_s);
    row("LaTeX cube root", u"\\sqrt[3]{x+1}"_s, u"cbrt(x+1)"_s);
    row("LaTeX root of one digit", u"\\sqrt2x"_s, u"sqrt(2)*x"_s);
    row("LaTeX subscripts", u"x_{1}+a_{12}x+\\alpha_{i}"_s, u"x_1+a_12*x+α_i"_s);
    row("LaTeX power of a function", u"\\sin^{2}(x)+\\cos^2 x"_s, u"sin(x)^2+cos(x)^2"_s);
    row("LaTeX inverse function", u"\\sin^{-1}(x)+\\cos^{-1} x"_s, u"asin(x)+acos(x)"_s);
    row("LaTeX logarithms", u"\\log_2(x)+\\log_{10} x"_s, u"log2(x)+log10(x)"_s);
    row("LaTeX maximum of a set", u"\\max\\{0,x\\}-\\min\\left\\{x,1\\right\\}"_s, u"max(0,x)-min(x,1)"_s);
    row("LaTeX large brackets", u"\\left[1-\\left(x+1\\right)\\right]\\bigl(x\\bigr)"_s, u"(1-(x+1))*x"_s);
    row("LaTeX bars of a size", u"\\left\\lvert x\\right\\rvert"_s, u"abs(x)"_s);
    row("LaTeX group", u"{x}^{2}+{\\frac {1}{2}}\\,x"_s, u"x^2+(1/2)*x"_s);
    row("LaTeX upright names", u"\\mathrm{e}^{x}+\\text{leaky\\_relu}(x)"_s, u"e^x+leaky_relu(x)"_s);
    row("LaTeX in dollars", u" $x^{2}$ "_s, u"x^2"_s);
    row("LaTeX in dollars", u"$$\\frac{1}{x}$$"_s, u"1/x"_s);
    row("LaTeX in brackets", u"\\[ x+1 \\]"_s, u"x+1"_s);
    row("LaTeX in brackets", u"\\( x+1 \\)"_s, u"x+1"_s);
    row("formula of an encyclopedia", u"{\\displaystyle f(x)={\\frac {1}{1+e^{-x}}}}"_s, u"1/(1+e^(-x))"_s);
    row("LaTeX condition", u"if(x\\le 1,2,3)"_s, u"if(x<=1,2,3)"_s);

    row("implicit", u"2x"_s, u"2*x"_s);
    row("implicit", u"2(x+1)"_s, u"2*(x+1)"_s);
    row("implicit", u"(x+1)(x-1)"_s, u"(x+1)*(x-1)"_s);
    row("implicit", u"(x+1)2"_s, u"(x+1)*2"_s);
    row("implicit", u"x(x+1)"_s, u"x*(x+1)"_s);
    row("implicit", u"x sin(x)"_s, u"x*sin(x)"_s);
    row("implicit", u"x sin (x)cos(x)"_s, u"(x*sin(x))*cos(x)"_s);
    row("implicit", u"2e^x"_s, u"2*(e^x)"_s);
    row("implicit", u"2pi x"_s, u"(2*pi)*x"_s);
    row("implicit", u"2πx"_s, u"(2*pi)*x"_s);
    row("implicit like explicit", u"1/2x"_s, u"(1/2)*x"_s);
    row("implicit after power", u"2^3x"_s, u"(2^3)*x"_s);
    row("implicit after minus", u"-2x"_s, u"-(2*x)"_s);
    row("single letter before a bracket", u"a(x+1)"_s, u"a*(x+1)"_s);
    row("single letter before a bracket", u"λ(x+1)"_s, u"λ*(x+1)"_s);
    row("single letter before a bracket", u"a_1(x+1)"_s, u"a_1*(x+1)"_s);
    row("constant before a bracket", u"e(x+1)"_s, u"e*(x+1)"_s);
    row("constant before a bracket", u"pi(x+1)"_s, u"pi*(x+1)"_s);
    row("letter and x", u"ax^2+bx+c"_s, u"a*(x^2)+b*x+c"_s);
    row("x and letter", u"xe^x"_s, u"x*(e^x)"_s);
    row("letter and x before a bracket", u"ax(x+1)"_s, u"(a*x)*(x+1)"_s);
    row("pi and x", u"sin(2pix)"_s, u"sin((2*pi)*x)"_s);
    row("Greek letter and x", u"αx"_s, u"α*x"_s);
    row("subscript ends with its digits", u"a_1x"_s, u"a_1*x"_s);
    row("number and exponent sign", u"2e-x"_s, u"2*e-x"_s);

    row("bars", u"|x|"_s, u"abs(x)"_s);
    row("bars", u"||x|-1|"_s, u"abs(abs(x)-1)"_s);
    row("bars", u"2|x|"_s, u"2*abs(x)"_s);
    row("bars", u"|x||x+1|"_s, u"abs(x)*abs(x+1)"_s);
    row("bars", u"|-x|^2"_s, u"abs(-x)^2"_s);
    row("bars in brackets in bars", u"|(|x|)|"_s, u"abs(abs(x))"_s);
    row("bars around an open sum", u"|x+|x||"_s, u"abs(x+abs(x))"_s);

    row("superscript", u"x²"_s, u"x^2"_s);
    row("superscript", u"x¹²"_s, u"x^12"_s);
    row("superscript", u"x⁻²"_s, u"x^(-2)"_s);
    row("superscript", u"e⁻ˣ"_s, u"e^(-x)"_s);
    row("superscript", u"xⁿ⁺¹"_s, u"x^(n+1)"_s);
    row("superscript before minus", u"-x²"_s, u"-(x^2)"_s);
    row("superscript in an exponent", u"2^x²"_s, u"2^(x^2)"_s);
    row("power of a superscript", u"x²^3"_s, u"(x^2)^3"_s);
    row("superscript and factor", u"x²y"_s, u"(x^2)*y"_s);
    row("superscript of a bracket", u"(x+1)²"_s, u"(x+1)^2"_s);
    row("power of a function", u"sin²(x)"_s, u"sin(x)^2"_s);
    row("power of a function", u"sin^2(x)+1"_s, u"(sin(x)^2)+1"_s);

    row("root", u"√x"_s, u"sqrt(x)"_s);
    row("root", u"√(x+1)"_s, u"sqrt(x+1)"_s);
    row("root of a power", u"√x²"_s, u"sqrt(x^2)"_s);
    row("root and sum", u"√x+1"_s, u"sqrt(x)+1"_s);
    row("root and factor", u"√2x"_s, u"sqrt(2)*x"_s);
    row("factor and root", u"2√x"_s, u"2*sqrt(x)"_s);
    row("root of a root", u"√√x"_s, u"sqrt(sqrt(x))"_s);
    row("root of a negative", u"√-x"_s, u"sqrt(-x)"_s);
    row("minus a root", u"-√x"_s, u"-sqrt(x)"_s);
    row("root in an exponent", u"2^√x*3"_s, u"(2^sqrt(x))*3"_s);
    row("cube root", u"∛x"_s, u"cbrt(x)"_s);

    row("square brackets", u"2[(x+1)^2-1]"_s, u"2*((x+1)^2-1)"_s);
    row("three kinds of brackets", u"{2[(x+1)*2-3]+1}x"_s, u"(2*((x+1)*2-3)+1)*x"_s);
    row("full-width square brackets", u"２［（ｘ＋１）－１］"_s, u"2*((x+1)-1)"_s);
    row("typed subscript in braces", u"x_{1}"_s, u"x_1"_s);

    row("function of one letter", u"x sin x + 2 cos α"_s, u"x*sin(x)+2*cos(α)"_s);
    row("functions of one letter", u"sin x cos x"_s, u"sin(x)*cos(x)"_s);
    row("power of a function of one letter", u"sin²x+cos^2 x"_s, u"sin(x)^2+cos(x)^2"_s);
    row("power in brackets", u"sin^(2)(x)"_s, u"sin(x)^2"_s);
    row("inverse", u"sin^-1(x)+cos⁻¹(x)+tan^(-1)(x)"_s, u"asin(x)+acos(x)+atan(x)"_s);
    row("other usual names", u"arcsin(x)+arctan x"_s, u"asin(x)+atan(x)"_s);
    row("as frameworks write it", u"LeakyReLU(x, 0.1)+HardTanh(x)"_s, u"leaky_relu(x, 0.1)+hard_tanh(x)"_s);
    row("capitals", u"SIN(x)+Max(x,1)"_s, u"sin(x)+max(x,1)"_s);

    row("minimum", u"min(x,1)"_s, u"min(x, 1)"_s);
    row("three arguments", u"max(x,1,2)"_s, u"max(max(x,1),2)"_s);
    row("four arguments", u"min(x,1,2,3)"_s, u"min(min(min(x,1),2),3)"_s);
    row("pow", u"pow(x+1, 2)"_s, u"(x+1)^2"_s);
    row("subscripted logarithm", u"log₂(x)"_s, u"log2(x)"_s);
    row("subscripted logarithm", u"log_10(x)"_s, u"log10(x)"_s);
    row("parameter of a parameter", u"leaky_relu(x, 2a)"_s, u"leaky_relu(x, 2*a)"_s);

    row("secant", u"sec(x)"_s, u"1/cos(x)"_s);
    row("cosecant by its other name", u"cosec(2x)"_s, u"1/sin(2*x)"_s);
    row("cotangent", u"cot(x+1)"_s, u"cos(x+1)/sin(x+1)"_s);
    row("power of a secant", u"sec^2(x)"_s, u"(1/cos(x))^2"_s);
    row("secant of one letter", u"\\sec x + cot x"_s, u"1/cos(x)+cos(x)/sin(x)"_s);
    row("hyperbolic kin", u"csch(x)+coth(x)"_s, u"1/sinh(x)+1/tanh(x)"_s);
    row("inverse of a secant", u"arcsec(x)+acsc(x)"_s, u"acos(1/x)+asin(1/x)"_s);
    row("inverse of a secant", u"sec^-1(x)"_s, u"acos(1/x)"_s);
    row("inverse of a cotangent", u"arccot(x)"_s, u"pi/2-atan(x)"_s);

    row("factorial", u"x!"_s, u"gamma(x+1)"_s);
    row("factorial before a power", u"2^x!"_s, u"2^gamma(x+1)"_s);
    row("factorial before a minus", u"-x!"_s, u"-gamma(x+1)"_s);
    row("factorial before a product", u"2x!"_s, u"2*gamma(x+1)"_s);
    row("factorial of a bracket", u"(x+1)!/3!"_s, u"gamma(x+1+1)/gamma(3+1)"_s);
    row("factorial of a power in signs", u"x²!"_s, u"gamma(x^2+1)"_s);
    row("factorial of a factorial", u"(x!)!"_s, u"gamma(gamma(x+1)+1)"_s);
    row("full-width factorial", u"x！"_s, u"gamma(x+1)"_s);
    row("no factorial before =", u"if(x!=1, 2, 3)"_s, u"if(x != 1, 2, 3)"_s);

    row("chain", u"if(0<x<1, 2, 3)"_s, u"if(0 < x and x < 1, 2, 3)"_s);
    row("falling chain", u"if(3>x>=1, 2, 3)"_s, u"if(3 > x and x >= 1, 2, 3)"_s);
    row("long chain", u"if(0<x<=a<2, 2, 3)"_s, u"if(0 < x and x <= a and a < 2, 2, 3)"_s);
    row("or after and", u"if(x<0 or x>1 and x<2, 2, 3)"_s, u"if(x<0 or (x>1 and x<2), 2, 3)"_s);
    row("and in brackets", u"if((x<0 or x>1) and x<2, 2, 3)"_s, u"if(((x<0) or (x>1)) and (x<2), 2, 3)"_s);
    row("brackets of values", u"if((x+1)>0 and (x)<3, 2, 3)"_s, u"if(x+1>0 and x<3, 2, 3)"_s);
    row("signs of programs", u"if(x<0 || x>1 && x<2, 2, 3)"_s, u"if(x<0 or x>1 and x<2, 2, 3)"_s);
    row("bars of values", u"if(|x|>1 || |x|<|a|, |x|, 3)"_s, u"if(abs(x)>1 or abs(x)<abs(a), abs(x), 3)"_s);
    row("signs of logic", u"if(x<0 ∨ x>1 ∧ x<2, 2, 3)"_s, u"if(x<0 or x>1 and x<2, 2, 3)"_s);
    row("Chinese words", u"if(x<0 或 x>1 且 x<2, 2, 3)"_s, u"if(x<0 or x>1 and x<2, 2, 3)"_s);

    row("piecewise", u"piecewise(x<0, 1, 2)"_s, u"if(x<0, 1, 2)"_s);
    row("piecewise", u"piecewise(x<0, 1, x<=2, x, 3)"_s, u"if(x<0, 1, if(x<=2, x, 3))"_s);
    row("nothing is left", u"piecewise(x<0, -x, x>=0, x)"_s, u"if(x<0, -x, x)"_s);
    row("nothing is left", u"piecewise(x<-1, 1, -1<=x<pi, 2, x>=pi, 3)"_s, u"if(x<-1, 1, if(-1<=x and x<pi, 2, 3))"_s);
    row("nothing is left", u"piecewise(x>a, 1, x<=a, 2)"_s, u"if(x>a, 1, 2)"_s);
    row("0 is left", u"piecewise(x<0, 1, x>0, 2)"_s, u"if(x<0, 1, if(x>0, 2, 0/0))"_s);
    row("who knows what is left", u"piecewise(x<a, 1, x>b, 2)"_s, u"if(x<a, 1, if(x>b, 2, 0/0))"_s);
    row("one of several", u"2piecewise(x<0, 1, 2)^2"_s, u"2*if(x<0, 1, 2)^2"_s);

    row("cases", uR"(\begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases})"_s, u"if(x>0, x, 0)"_s);
    row("cases", uR"(f(x) = \begin{cases} x, & \text{if } x \ge 0, \\ -x, & \text{if } x < 0. \end{cases})"_s,
        u"if(x>=0, x, -x)"_s);
    row("cases",
        uR"(\begin{cases}1&\mbox{for }0<x\le1\\[4pt]\frac{x}{2}&\text{ when } x>1 \text{ and } x<3\\0&else\end{cases})"_s,
        u"if(0<x and x<=1, 1, if(x>1 and x<3, x/2, 0))"_s);
    row("cases in words alone", uR"(\begin{cases} x \text{ if } x>0 \\ 2 \text{ otherwise} \\ \end{cases})"_s,
        u"if(x>0, x, 2)"_s);
    row("cases with commas", uR"(\begin{cases} 1, x>0 \\ 2, x\leq 0 \end{cases})"_s, u"if(x>0, 1, 2)"_s);
    row("Chinese cases", uR"(\begin{cases} x, & \text{若} x>0 \\ 0, & \text{其他} \end{cases})"_s, u"if(x>0, x, 0)"_s);
    row("cases in a sum", uR"(1+2\begin{dcases} x & x > 0 \\ 0 & x\leq 0\end{dcases}^2)"_s, u"1+2*if(x>0, x, 0)^2"_s);
    row("array behind a brace", uR"(\left\{\begin{array}{ll} x & x > 0 \\ 0 & \text{otherwise} \end{array}\right.)"_s,
        u"if(x>0, x, 0)"_s);
    row("matrix behind a brace", uR"(\left\{ \begin{matrix} 1, & |x| < 1 \\ 0, & |x| \geq 1 \end{matrix} \right.)"_s,
        u"if(abs(x)<1, 1, 0)"_s);
    row("cases in cases",
        uR"(\begin{cases} \begin{cases} 1 & x>2 \\ 3 & x \le 2\end{cases} & x>0 \\ 0 & \text{else}\end{cases})"_s,
        u"if(x>0, if(x>2, 1, 3), 0)"_s);

    row("full-width", u"（ｘ＋１）＊２"_s, u"(x+1)*2"_s);
    row("full-width", u"ｍａｘ（x，１）"_s, u"max(x,1)"_s);
    row("typographic signs", u"2×x÷3·4−1"_s, u"2*x/3*4-1"_s);
    row("en dash", u"x – 1"_s, u"x-1"_s);
    row("no-break spaces", u"x\u00A0+\u00A01"_s, u"x+1"_s);
    row("byte order mark", u"\uFEFFx"_s, u"x"_s);
    row("italic letters", u"𝑎𝑥²"_s, u"a*(x^2)"_s);
    row("line break after an operator", u"x +\n1\n"_s, u"x+1"_s);

    row("definition", u"y = x^2"_s, u"x^2"_s);
    row("definition", u"f(x) = x^2"_s, u"x^2"_s);
    row("definition", u"activation(x)=2x"_s, u"2*x"_s);
}

void TestParse::readsTheSameAs()
{
    QFETCH(QString, text);
    QFETCH(QString, meaning);
    const auto tree = read(text);
    const auto expected = read(meaning);
    QVERIFY2(expected.ok(), "the meaning is no formula");
    QVERIFY2(tree.ok(), "refused");
    QVERIFY2(test::sameFormula(tree.value(), expected.value()), print(tree.value()).c_str());
}

void TestParse::readsNumbers_data()
{
    // The nearest double by C++'s own literals.
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("number");
    QTest::addRow("whole") << "2" << 2.0;
    QTest::addRow("no digit before the point") << ".5" << 0.5;
    QTest::addRow("no digit behind the point") << "5." << 5.0;
    QTest::addRow("exponent") << "1e5" << 1e5;
    QTest::addRow("signed exponent") << "1.5E-3" << 1.5e-3;
    QTest::addRow("not octal") << "010" << 10.0;
    QTest::addRow("tie goes to even") << "9007199254740993" << 9007199254740992.0;
    QTest::addRow("shortest of 0.1") << "0.1" << 0.1;
    QTest::addRow("largest") << "1.7976931348623157e308" << 1.7976931348623157e308;
    QTest::addRow("least") << "5e-324" << 5e-324;
    QTest::addRow("too small for a double is 0") << "1e-999" << 0.0;
    QTest::addRow("too small, written out") << "0." + QString(400, u'0') + "1" << 0.0;
    QTest::addRow("zeros in front") << QString(5000, u'0') + "7" << 7.0;
    QTest::addRow("large digits, small exponent") << "1" + QString(400, u'0') + "e-400" << 1.0;
    QTest::addRow("tau is 2π") << "tau" << 6.283185307179586476925;
    QTest::addRow("τ") << u"τ"_s << 6.283185307179586476925;
}

void TestParse::readsNumbers()
{
    QFETCH(QString, text);
    QFETCH(double, number);
    const auto tree = read(text);
    QVERIFY(tree.ok());
    QCOMPARE(tree->nodes.size(), std::size_t{1});
    QVERIFY(tree->nodes[0].kind == NodeKind::Number);
    QVERIFY2(tree->nodes[0].number == number, qPrintable(QString::number(tree->nodes[0].number, 'g', 17)));
}

void TestParse::listsParametersInOrderOfFirstUse()
{
    const auto tree = read(u"beta*x + α + beta^a_1 + a₁ + leaky_relu(x, gamma_max)"_s);
    QVERIFY(tree.ok());
    const std::vector<std::string> expected{"beta", "α", "a_1", "gamma_max"};
    QVERIFY(tree->parameters == expected);
}

void TestParse::takesNamesOfManyKinds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addRow("word") << "beta"
                          << "beta";
    QTest::addRow("letter and digit") << "k2"
                                      << "k2";
    QTest::addRow("Greek") << u"λ"_s << u"λ"_s;
    QTest::addRow("Greek capital") << u"Δ"_s << u"Δ"_s;
    QTest::addRow("x with a subscript is no variable") << "x_1"
                                                       << "x_1";
    QTest::addRow("e with a subscript is no constant") << "e_0"
                                                       << "e_0";
    QTest::addRow("subscript word") << "slope_left"
                                    << "slope_left";
    QTest::addRow("typographic subscript") << u"a₁₂"_s << "a_12";
    QTest::addRow("capital") << "X"
                             << "X";
    QTest::addRow("64 letters") << QString(64, u'q') << QString(64, u'q');
}

void TestParse::takesNamesOfManyKinds()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    const auto tree = read(text);
    QVERIFY(tree.ok());
    QCOMPARE(tree->nodes.size(), std::size_t{1});
    QVERIFY(tree->nodes[0].kind == NodeKind::Parameter);
    QCOMPARE(QString::fromStdString(tree->parameters.at(tree->nodes[0].index)), name);
}

void TestParse::fillsInStandardValues()
{
    // The toy leaky_relu has α = 0.01; the toy hard_tanh clamps to [−1, 1].
    const auto leaky = read(u"leaky_relu(x)"_s);
    QVERIFY(leaky.ok());
    QCOMPARE(leaky->nodes.back().values.size(), std::size_t{1});
    QCOMPARE(test::evaluatePlainly(leaky.value(), -2.0), -0.02);
    const auto given = read(u"leaky_relu(x, 0.25)"_s);
    QVERIFY(given.ok());
    QCOMPARE(test::evaluatePlainly(given.value(), -2.0), -0.5);
    const auto oneGiven = read(u"hard_tanh(x, -3)"_s);
    QVERIFY(oneGiven.ok());
    QCOMPARE(oneGiven->nodes.back().values.size(), std::size_t{2});
    QCOMPARE(test::evaluatePlainly(oneGiven.value(), -9.0), -3.0);
    QCOMPARE(test::evaluatePlainly(oneGiven.value(), 9.0), 1.0);
    const auto none = read(u"hard_tanh(x)"_s);
    QVERIFY(none.ok());
    QCOMPARE(test::evaluatePlainly(none.value(), -9.0), -1.0);
}

void TestParse::standsChildrenBeforeParents()
{
    const auto tree = read(u"y = |2x²-√(a x)| + sin^2(x)/max(1, hard_tanh(x, -b), x, 3)"_s);
    QVERIFY(tree.ok());
    std::vector<int> parents(tree->nodes.size(), 0);
    for (std::size_t i = 0; i < tree->nodes.size(); ++i) {
        const Node& node = tree->nodes[i];
        std::vector<NodeIndex> children = node.values;
        children.push_back(node.first);
        children.push_back(node.second);
        for (const NodeIndex child : children) {
            QVERIFY(child < static_cast<NodeIndex>(i));
            if (child != kNoNode)
                ++parents[static_cast<std::size_t>(child)];
        }
    }
    for (std::size_t i = 0; i + 1 < parents.size(); ++i)
        QVERIFY2(parents[i] == 1, "a node that belongs to nothing");
    QCOMPARE(parents.back(), 0);
}

void TestParse::remembersWhereEachPartStands()
{
    // Counted by hand, in code points:  0123456789...
    const auto tree = read(u"（x+α)²·sin(𝑥)"_s);
    QVERIFY(tree.ok());
    const Node& product = tree->nodes.back();
    QCOMPARE(product.source.begin, std::size_t{0});
    QCOMPARE(product.source.end, std::size_t{13});
    const Node& power = tree->nodes[static_cast<std::size_t>(product.first)];
    QVERIFY(power.kind == NodeKind::Power);
    QCOMPARE(power.source.begin, std::size_t{0});
    QCOMPARE(power.source.end, std::size_t{6});
    const Node& sum = tree->nodes[static_cast<std::size_t>(power.first)];
    QCOMPARE(sum.source.begin, std::size_t{1});
    QCOMPARE(sum.source.end, std::size_t{4});
    const Node& call = tree->nodes[static_cast<std::size_t>(product.second)];
    QCOMPARE(call.source.begin, std::size_t{7});
    QCOMPARE(call.source.end, std::size_t{13});
}

void TestParse::tellsDebatableReadings_data()
{
    // By hand: which part of the text a reader may take otherwise, and how to type that.
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("readings");
    const auto row = [](const QString& text, const QString& readings) {
        QTest::addRow("%s", qUtf8Printable(text)) << text << readings;
    };
    row(u"1/2x"_s, u"0-4 (1/2)*x | 1/(2x)"_s);
    row(u"3 + 1/2(x+1)"_s, u"4-12 (1/2)*(x+1) | 1/(2(x+1))"_s);
    row(u"a / b c"_s, u"0-7 (a /b)*c | a /(bc)"_s);
    row(u"x^1/2"_s, u"0-5 (x^1)/2 | x^(1/2)"_s);
    row(u"x^2/3"_s, u"0-5 (x^2)/3 | x^(2/3)"_s);
    row(u"-x^2"_s, u"0-4 -(x^2) | (-x)^2"_s);
    row(u"e^2x"_s, u"0-4 (e^2)*x | e^(2x)"_s);
    row(u"√2x"_s, u"0-3 (√2)*x | √(2x)"_s);
    row(u"sin^-1(x)"_s, u"0-9 asin(x) | 1/sin(x)"_s);
    row(u"1+log(2x)"_s, u"2-5 ln(2x) | lg(2x)"_s);
    row(u"x+ab"_s, u"2-4 ab | a*b"_s);
    row(u"f(x+1)"_s, u"0-1 f | "_s);
    row(u"2+x!"_s, u"2-4 gamma(x + 1) | x!"_s);
    row(u"cot^-1(x)"_s, u"0-9 acot(x) | 1/cot(x)"_s);
    row(u"acot(2x)"_s, u"0-8 pi/2-atan(2x) | atan(1/(2x))"_s);
    row(u"1/2x + -1/2x"_s, u"0-4 (1/2)*x | 1/(2x)"_s); // told once
    for (const QString& clear :
         {u"1/2*x"_s,   u"(1/2)x"_s,    u"1/(2x)"_s, u"\\frac12x"_s, u"x^2/2"_s,  u"x¹/2"_s,      u"x^(1)/2"_s,
          u"x^2/4"_s,   u"exp(-x^2)"_s, u"1-x^2"_s,  u"-x²"_s,       u"3x^2 a"_s, u"ln(x)"_s,     u"αx"_s,
          u"slope*x"_s, u"beta*x"_s,    u"mu*x"_s,   u"a (x+1)"_s,   u"2^x"_s,    u"sin(x)^-1"_s, u"5!"_s})
        row(clear, u""_s);
}

void TestParse::tellsDebatableReadings()
{
    QFETCH(QString, text);
    QFETCH(QString, readings);
    const auto tree = read(text);
    QVERIFY(tree.ok());
    QStringList told;
    for (const Reading& reading : tree->readings) {
        told += u"%1-%2 %3 | %4"_s.arg(reading.where.begin)
                    .arg(reading.where.end)
                    .arg(QString::fromStdString(reading.read), QString::fromStdString(reading.other));
        const auto asRead = read(QString::fromStdString(reading.read));
        QVERIFY2(asRead.ok(), "what is told is no formula");
        if (!reading.other.empty())
            QVERIFY2(read(QString::fromStdString(reading.other)).ok(), "the other meaning is no formula");
    }
    QCOMPARE(told.join(u"; "_s), readings);
}

void TestParse::nestsDeeply_data()
{
    QTest::addColumn<QString>("opening");
    QTest::addColumn<QString>("closing");
    QTest::addColumn<std::size_t>("deepest");
    QTest::addRow("brackets") << "("
                              << ")" << std::size_t{1000};
    QTest::addRow("full-width brackets") << u"（"_s << u"）"_s << std::size_t{1000};
    QTest::addRow("calls") << "sin("
                           << ")" << std::size_t{1000};
    QTest::addRow("bars") << "|"
                          << "|" << std::size_t{1000};
    QTest::addRow("minus") << "-"
                           << "" << std::size_t{1000};
    QTest::addRow("roots") << u"√"_s << "" << std::size_t{1000};
    QTest::addRow("powers") << "2^"
                            << "" << std::size_t{1000};
    QTest::addRow("two at a time") << "-("
                                   << ")" << std::size_t{500};
    QTest::addRow("sums and products in brackets") << "1+2*("
                                                   << ")" << std::size_t{1000};
    QTest::addRow("arguments") << "max(1,2,"
                               << ")" << std::size_t{1000};
}

void TestParse::nestsDeeply()
{
    QFETCH(QString, opening);
    QFETCH(QString, closing);
    QFETCH(std::size_t, deepest);
    const auto nested = [&](std::size_t levels) {
        return parse(repeated(levels, opening.toStdString()) + "x" + repeated(levels, closing.toStdString()),
                     test::toyVocabulary());
    };
    QVERIFY(nested(250).ok());
    QVERIFY(nested(deepest).ok());
    const auto tooDeep = nested(deepest + 1);
    QVERIFY(!tooDeep.ok());
    QVERIFY(tooDeep.error().kind == ParseErrorKind::TooDeep);
    QCOMPARE(tooDeep.error().expected, kMaxFormulaDepth);
    const std::size_t lastOpening = deepest * static_cast<std::size_t>(opening.toUcs4().size());
    QVERIFY(tooDeep.error().where.begin >= lastOpening);
    QVERIFY(tooDeep.error().where.end <= lastOpening + static_cast<std::size_t>(opening.toUcs4().size()));
}

void TestParse::takesAnyNumberSideBySide()
{
    // Only what is open counts as nesting.
    for (const std::string_view part : {"+(x)", "+sin(x)", "+|x|", "+-x", "+√x", "+2^x", "+x²", "+max(1,x)"})
        QVERIFY2(parse(std::string("x").append(repeated(2000, part)), test::toyVocabulary()).ok(),
                 std::string(part).c_str());
}

void TestParse::takesTextUpToTheLimit()
{
    std::string sum = "x";
    while (sum.size() + 2 <= kMaxFormulaBytes)
        sum += "+x";
    const auto longSum = parse(sum, test::toyVocabulary());
    QVERIFY(longSum.ok());
    QCOMPARE(longSum->nodes.size(), sum.size());
    QVERIFY(parse(sum + " ", test::toyVocabulary()).ok());
    const auto tooLong = parse(sum + "  ", test::toyVocabulary());
    QVERIFY(!tooLong.ok());
    QVERIFY(tooLong.error().kind == ParseErrorKind::TooLong);
    QCOMPARE(tooLong.error().expected, kMaxFormulaBytes);
    QCOMPARE(tooLong.error().given, kMaxFormulaBytes + 1);
    QCOMPARE(tooLong.error().where.begin, kMaxFormulaBytes);
}

void TestParse::needsLittleStack()
{
    bool isSame = false;
    const std::unique_ptr<QThread> thread(QThread::create([&isSame] {
        const std::string deep = repeated(1000, "|") + "x" + repeated(1000, "|");
        const std::string wide = repeated(20000, "x+") + "x";
        const auto first = parse(deep, test::toyVocabulary());
        const auto second = parse(wide, test::toyVocabulary());
        if (!first.ok() || !second.ok())
            return;
        const auto again = parse(print(first.value()), test::toyVocabulary());
        isSame = again.ok() && test::sameFormula(again.value(), first.value()) && print(second.value()).size() > 60000;
    }));
    thread->setStackSize(256 * 1024);
    thread->start();
    QVERIFY(thread->wait());
    QVERIFY(isSame);
}

void TestParse::ignoresTheLocale()
{
    const std::locale before = std::locale::global(std::locale(std::locale::classic(), new GermanNumbers));
    const auto tree = read(u"1234.5*x"_s);
    const std::string printed = tree.ok() ? print(tree.value()) : std::string();
    std::locale::global(before);
    QCOMPARE(QString::fromStdString(printed), u"1234.5*x"_s);
    QCOMPARE(test::evaluatePlainly(tree.value(), 2.0), 2469.0);
}

void TestParse::survivesTokenSoup()
{
    const QStringList words =
        u"( ) x 1 2.5 + - * / ^ , sin sin( max( hard_tanh( | || e a_1 ax = y √ ² ⁻ ⁽ ⁾ ₁ π ！ . \n "
        u"if( < ≥ mod( \\frac{ } { }{ ^{ \\sqrt{ \\sin \\left \\cdot \\alpha \\no "
        u"[ ] { \\{ \\} _{1} \\frac 12 log sin^{-1} ReLU \\lfloor \\rfloor $ ⌊ ⌋"_s.split(u' ');
    std::mt19937 random(7);
    std::size_t accepted = 0;
    for (int i = 0; i < 50000; ++i) {
        std::string text;
        for (auto length = random() % 12; length > 0; --length)
            text += words[static_cast<qsizetype>(random() % static_cast<std::size_t>(words.size()))].toStdString();
        const std::size_t codePoints = readSymbols(text).size();
        const auto tree = parse(text, test::toyVocabulary());
        if (!tree.ok()) {
            const SourceRange where = tree.error().where;
            QVERIFY2(where.begin <= where.end && where.end <= codePoints, text.c_str());
            continue;
        }
        ++accepted;
        const SourceRange whole = tree->nodes.back().source;
        QVERIFY2(whole.begin < whole.end && whole.end <= codePoints, text.c_str());
        const auto again = parse(print(tree.value()), test::toyVocabulary());
        QVERIFY2(again.ok() && test::sameFormula(again.value(), tree.value()), text.c_str());
    }
    // Far from all soup is refused: both ways are tried.
    QVERIFY2(accepted > 1000, qPrintable(QString::number(accepted)));
}

QTEST_GUILESS_MAIN(TestParse)
#include "tst_parse.moc"
