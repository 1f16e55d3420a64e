#include <QTest>

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include <hwy/targets.h>

#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"
#include "core/function/function.h"

using namespace secant;

namespace {

Function bound(const std::string& formula)
{
    const auto tree = parse(formula, vocabulary());
    if (!tree.ok()) {
        qFatal("not a formula: %s", formula.c_str());
    }
    std::vector<double> values;
    for (const ParameterSpec& parameter : std::vector<ParameterSpec>(tree->parameters.size())) {
        values.push_back(parameter.standard);
    }
    return Function(*tree, values);
}

/// Random formulas of x, all operations and functions of the language that a block treats by itself, and some others.
class FormulaMaker {
public:
    explicit FormulaMaker(std::uint64_t seed) : m_generator(seed) {}

    std::string formula(int depth)
    {
        if (depth == 0 || below(8) == 0) {
            return below(3) != 0 ? "x" : number();
        }
        const std::string a = formula(depth - 1);
        switch (below(12)) {
        case 0:
        case 1:
            return "(" + a + "+" + formula(depth - 1) + ")";
        case 2:
            return "(" + a + "-" + formula(depth - 1) + ")";
        case 3:
        case 4:
            return "(" + a + "*" + formula(depth - 1) + ")";
        case 5:
            return "(" + a + "/" + formula(depth - 1) + ")";
        case 6:
            return "(" + a + ")^" + std::to_string(below(6));
        case 7:
            return "(-" + a + ")";
        case 8:
            return std::string(below(2) != 0 ? "max(" : "min(") + a + "," + formula(depth - 1) + ")";
        case 9:
            return "if(" + a + ">" + number() + "," + formula(depth - 1) + "," + formula(depth - 1) + ")";
        default: {
            static const char* const kCalls[] = {"sin",  "cos",  "exp",  "log",     "sqrt",  "abs",      "atan",
                                                 "tanh", "relu", "gelu", "sigmoid", "silu",  "softplus", "mish",
                                                 "tan",  "erf",  "cbrt", "sinh",    "floor", "log1p"};
            return std::string(kCalls[below(std::size(kCalls))]) + "(" + a + ")";
        }
        }
    }

private:
    std::size_t below(std::size_t count) { return m_generator() % count; }

    std::string number() { return std::to_string(static_cast<int>(below(13)) - 6) + (below(2) != 0 ? "" : ".5"); }

    std::mt19937_64 m_generator;
};

/// Evaluates far from where a formula rounds: agreement is asked for only where a last bit more or less in x or in a
/// constant does not move the result either.
bool agree(double a, double b, double scale)
{
    return (std::isnan(a) && std::isnan(b)) || a == b || std::abs(a - b) <= 1e-9 * (std::abs(b) + scale);
}

std::vector<double> arguments()
{
    std::vector<double> x{0.0, -0.0, kNaN, kInfinity, -kInfinity, 1.0, -1.0, 2.0, 0.5, 1e-300, 710.0, -710.0};
    for (int i = 0; i < 320; ++i) {
        x.push_back(-8.0 + 0.05 * i + 0.0123);
    }
    return x;
}

} // namespace

class TestTape : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheScalarForm_data();
    void agreesWithTheScalarForm();
    void agreesOnRandomFormulas();
    void takesEveryLength();
    void takesLongRuns();
    void mayWriteOverItsArguments();
    void cleanup() { hwy::DisableTargets(0); }
};

void TestTape::agreesWithTheScalarForm_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<qint64>("withoutTargets");
    for (const char* formula : {"x",
                                "3",
                                "x^2",
                                "-x",
                                "2*x+1",
                                "1-x",
                                "3*x^2",
                                "x/3",
                                "(2*x+1)/4",
                                "1/0",
                                "x*0",
                                "x+log(-1)",
                                "x^2+sin(3*x)*exp(-x/2)",
                                "x/(1+exp(-x))",
                                "log(1+exp(x))",
                                "max(0.01*x,x)",
                                "(x^3-2*x+1)/(x^2+1)",
                                "abs(x)+sqrt(1+x^2)",
                                "exp(-(x^2))*cos(20*x)",
                                "tanh(x)+atan(x)^2",
                                "x^-2",
                                "x^0.5",
                                "x^x",
                                "x^16",
                                "x^17",
                                "mod(x,1)",
                                "1/x",
                                "sqrt(x)",
                                "log(max(0,x))",
                                "if(x<0,0,x)",
                                "min(x,x^2)",
                                "max(x,-x)",
                                "x^2-x^2",
                                "((2*x+3)*x+4)*x+5",
                                "x*(x*(x+1)+2)",
                                "2*x^3*4",
                                "x*x*x",
                                "(x+1)*(x-1)",
                                "(x^2)^2",
                                "gelu(2*x+1)",
                                "relu(x)",
                                "sigmoid(x)*tanh(x)",
                                "sin(x^2)",
                                "abs(x)",
                                "-(x^2-1)",
                                "(x+1)^3",
                                "cos(x)",
                                "atan(x)",
                                "sin(10000*x)"}) {
        const QString text = QString::fromLatin1(formula);
        const qint64 withoutAvx512 = HWY_AVX3 | HWY_AVX3_DL;
        QTest::addRow("%s", formula) << text << qint64{0};
        QTest::addRow("%s, AVX2", formula) << text << withoutAvx512;
        QTest::addRow("%s, no fused products", formula) << text << (withoutAvx512 | HWY_AVX2);
    }
}

/// The same numbers and the same undefined places as one argument at a time. Where a sum cancels the block may be off
/// by the rounding of its terms, which here is below 1e−9 of what f is like around.
void TestTape::agreesWithTheScalarForm()
{
    QFETCH(QString, formula);
    QFETCH(qint64, withoutTargets);
    hwy::DisableTargets(withoutTargets);
    const Function f = bound(formula.toStdString());
    const std::vector<double> x = arguments();
    std::vector<double> alone(x.size());
    std::vector<double> value(x.size());
    std::vector<double> slope(x.size());
    std::vector<double> curvature(x.size());
    f.values(x, alone.data());
    f.jets(x, {value.data(), slope.data(), curvature.data()});
    for (std::size_t i = 0; i < x.size(); ++i) {
        const Jet jet = f.jet(x[i]);
        const QString where = QStringLiteral("at %1: %2 %3 %4 %5, alone %6 %7 %8 %9")
                                  .arg(x[i])
                                  .arg(alone[i])
                                  .arg(value[i])
                                  .arg(slope[i])
                                  .arg(curvature[i])
                                  .arg(f.value(x[i]))
                                  .arg(jet.value)
                                  .arg(jet.slope)
                                  .arg(jet.curvature);
        QVERIFY2(agree(alone[i], f.value(x[i]), 1e-6), qPrintable(where));
        QVERIFY2(agree(value[i], jet.value, 1e-6), qPrintable(where));
        if (std::isinf(x[i])) {
            continue; // Jets multiply 0 by ∞ there, where straight lines have their slope.
        }
        QVERIFY2(agree(slope[i], jet.slope, 1e-6), qPrintable(where));
        QVERIFY2(agree(curvature[i], jet.curvature, 1e-6), qPrintable(where));
    }
}

/// 10 000 random formulas: undefined at the same places, and equal wherever the formula itself is steady: three
/// scalar results for neighbouring arguments tell how much of the result is rounding.
void TestTape::agreesOnRandomFormulas()
{
    FormulaMaker maker(4711);
    std::mt19937_64 generator(17);
    std::uniform_real_distribution<double> uniform(-6.0, 6.0);
    std::size_t compared = 0;
    for (int n = 0; n < 10000; ++n) {
        const std::string formula = maker.formula(1 + n % 5);
        const Function f = bound(formula);
        std::vector<double> x(16);
        for (double& one : x) {
            one = uniform(generator);
        }
        std::vector<double> alone(x.size());
        std::vector<double> value(x.size());
        std::vector<double> slope(x.size());
        std::vector<double> curvature(x.size());
        f.values(x, alone.data());
        f.jets(x, {value.data(), slope.data(), curvature.data()});
        for (std::size_t i = 0; i < x.size(); ++i) {
            const Jet at = f.jet(x[i]);
            const Jet next = f.jet(x[i] * (1.0 + 1e-12));
            const Jet previous = f.jet(x[i] * (1.0 - 1e-12));
            const auto check = [&](double computed, double here, double before, double after, const char* what) {
                const double unrest = std::abs(after - here) + std::abs(here - before);
                if (!(std::abs(here) < 1e100) || !(unrest <= 1e-8 * (std::abs(here) + 1e-6))) {
                    return; // Overflow, a jump, a pole or a sum that cancels; NaN is compared below.
                }
                ++compared;
                const QString where = QStringLiteral("%1: %2 at %3 is %4, alone %5")
                                          .arg(QString::fromStdString(formula))
                                          .arg(QLatin1String(what))
                                          .arg(x[i], 0, 'g', 17)
                                          .arg(computed, 0, 'g', 17)
                                          .arg(here, 0, 'g', 17);
                QVERIFY2(std::abs(computed - here) <= unrest + 1e-9 * (std::abs(here) + 0.1), qPrintable(where));
            };
            const bool isSteady =
                std::isnan(at.value) == std::isnan(next.value) && std::isnan(at.value) == std::isnan(previous.value);
            QVERIFY2(!isSteady || std::isnan(alone[i]) == std::isnan(at.value), formula.c_str());
            check(alone[i], at.value, previous.value, next.value, "f");
            check(value[i], at.value, previous.value, next.value, "f with slopes");
            check(slope[i], at.slope, previous.slope, next.slope, "f'");
            check(curvature[i], at.curvature, previous.curvature, next.curvature, "f''");
        }
    }
    QVERIFY(compared > 200000);
}

/// Lengths around those of a vector, a grain and a block give the numbers that the whole gives, and leave the rest
/// alone: in a single run, and where primitives stand between runs.
void TestTape::takesEveryLength()
{
    std::vector<double> x(600);
    for (std::size_t i = 0; i < x.size(); ++i) {
        x[i] = 0.01 * static_cast<double>(i) - 3.005;
    }
    for (const char* formula : {"x^2+sin(3*x)*exp(-x/2)", "x*gelu(x+1)-erf(cos(x))/x", "2*x+1"}) {
        const Function f = bound(formula);
        std::vector<double> wholes[3] = {x, x, x};
        std::vector<double> alone(x.size());
        f.jets(x, {wholes[0].data(), wholes[1].data(), wholes[2].data()});
        f.values(x, alone.data());
        for (const std::size_t count :
             {0, 1, 7, 8, 9, 31, 32, 33, 63, 64, 65, 255, 256, 257, 263, 264, 511, 513, 599}) {
            const auto equals = [&](const std::vector<double>& part, const std::vector<double>& whole) {
                return std::equal(part.begin(), part.begin() + static_cast<std::ptrdiff_t>(count), whole.begin()) &&
                       part[count] == 5.0;
            };
            std::vector<double> value(count + 1, 5.0);
            std::vector<double> slope(count + 1, 5.0);
            std::vector<double> curvature(count + 1, 5.0);
            f.values({x.data(), count}, value.data());
            QVERIFY2(equals(value, alone), formula);
            f.jets({x.data(), count}, {value.data(), slope.data(), curvature.data()});
            QVERIFY2(equals(value, wholes[0]) && equals(slope, wholes[1]) && equals(curvature, wholes[2]), formula);
        }
    }
}

/// More steps in a row than one run takes.
void TestTape::takesLongRuns()
{
    std::string formula = "x";
    for (int i = 0; i < 100; ++i) {
        formula = "cos(" + formula + "+x)";
    }
    const Function f = bound(formula);
    std::vector<double> x(100);
    for (std::size_t i = 0; i < x.size(); ++i) {
        x[i] = 0.02 * static_cast<double>(i) - 1.0;
    }
    std::vector<double> alone(x.size());
    std::vector<double> value(x.size());
    std::vector<double> slope(x.size());
    std::vector<double> curvature(x.size());
    f.values(x, alone.data());
    f.jets(x, {value.data(), slope.data(), curvature.data()});
    for (std::size_t i = 0; i < x.size(); ++i) {
        const Jet jet = f.jet(x[i]);
        const double slack = 1e-10 * (1.0 + std::abs(jet.slope) + std::abs(jet.curvature));
        QVERIFY(std::abs(alone[i] - jet.value) <= slack && std::abs(value[i] - jet.value) <= slack);
        QVERIFY(std::abs(slope[i] - jet.slope) <= slack && std::abs(curvature[i] - jet.curvature) <= slack);
    }
}

void TestTape::mayWriteOverItsArguments()
{
    for (const char* formula : {"3*x^3", "x*exp(x)+x", "x^x+x", "gelu(x)", "x", "7"}) {
        const Function f = bound(formula);
        std::vector<double> x(300);
        for (std::size_t i = 0; i < x.size(); ++i) {
            x[i] = 0.01 * static_cast<double>(i) + 0.005;
        }
        std::vector<double> expected(x.size());
        f.values(x, expected.data());
        f.values(x, x.data());
        QCOMPARE(x, expected);
    }
}

QTEST_GUILESS_MAIN(TestTape)
#include "tst_tape.moc"
