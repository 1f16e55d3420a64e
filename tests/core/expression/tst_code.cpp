#include "core/expression/code.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <string>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/expression/definition.h"
#include "core/expression/parse.h"
#include "core/function/function.h"

using namespace Qt::StringLiterals;
using namespace secant;

namespace {

/// Formulas without parameters that are defined at all of kAbscissae, in every branch.
std::vector<std::string> formulas()
{
    std::vector<std::string> all{"2x^2 - 3x/4 + 1",
                                 "1/2x - (3 - (x - 1))",
                                 "-(x + 1)/(x - 7)",
                                 "2^-x^2",
                                 "x (-2)",
                                 "8/4/(2x + 9)",
                                 "if(x < 1, -x, if(x >= 2, x^2, 3))",
                                 "if(x == 0.5, 1, if(1 < 2, x, 0))",
                                 "if(0 < x < 1 or x > 2 and x < 2.5, x, -x)",
                                 "if((x < 0 or x > 1) and 2 > abs(x), x, -x)",
                                 "piecewise(x < 0, 1, 0 < x <= 9, x)",
                                 "sec(x/9) + csc(x + 9) - cot(x/9 + 1)",
                                 "sech(x) + csch(x) + coth(x) + asec(x + 9) + acsc(x + 9) + acot(x)",
                                 "asech(x/9 + 0.5) + acsch(x) + acoth(x + 9)",
                                 "(x + 4)!",
                                 "max(x, 1, min(2x, 3))",
                                 "mod(x, 1.5) - mod(7, 3)",
                                 "hypot(x, x - 2)",
                                 "pi x + e",
                                 "exp2(x) + log2(x + 9) + lg(x + 9) + ln(2)",
                                 "expm1(x) + log1p(x + 3) + cbrt(x) + sqrt(x + 3)",
                                 "sin(x) cos(x) tan(x)",
                                 "asin(x/9) + acos(x/9) - atan(x)",
                                 "sinh(x) + cosh(x) tanh(x)",
                                 "asinh(x) + acosh(x + 5) + atanh(x/9)",
                                 "erf(x) + erfc(x/2) + gamma(x + 4)",
                                 "floor(x) + ceil(2x) - round(x/3)",
                                 "sign(x) + step(x) + abs(x) + sinc(x)"};
    for (const Activation* activation : activations())
        all.push_back(std::string(activation->id()) + "(x/2 + 0.1)");
    return all;
}

constexpr double kAbscissae[] = {-2.25, -0.3, 0.5, 1.75, 2.6};

SyntaxTree read(const std::string& text)
{
    auto tree = parse(text, vocabulary());
    if (!tree.ok())
        qFatal("no formula: %s", text.c_str());
    return tree.value();
}

/// What a program prints, split into lines; its complaints fail the test.
QByteArrayList linesOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        qWarning("%s", process.readAllStandardError().constData());
    return process.readAllStandardOutput().trimmed().split('\n');
}

/// NumPy, SciPy and PyTorch as far as one number at a time needs them.
constexpr const char* kPythonStandIns = R"py(
import math, types
class Tensor(float):
    dtype = device = None
for n in "add radd sub rsub mul rmul truediv rtruediv neg".split():
    setattr(Tensor, f"__{n}__", lambda *a, n=n: Tensor(getattr(float, f"__{n}__")(*a)))
def stub(**names): return types.SimpleNamespace(**names)
def sign(a): return (a > 0) - (a < 0)
common = {n: getattr(math, n) for n in "exp expm1 log log2 log10 log1p sqrt sin cos tan sinh cosh tanh floor ceil hypot pi nan".split()}
common.update(exp2=lambda a: 2.0**a, abs=abs, sign=sign, minimum=min, maximum=max, where=lambda c, a, b: a if c else b)
np = stub(**common, arcsin=math.asin, arccos=math.acos, arctan=math.atan, arcsinh=math.asinh, arccosh=math.acosh,
          arctanh=math.atanh, cbrt=lambda a: math.copysign(abs(a)**(1/3), a), power=pow, mod=lambda a, b: a % b, e=math.e)
special = stub(erf=math.erf, erfc=math.erfc, gamma=math.gamma)
class Module:
    def __init__(self): pass
    def __call__(self, x): return self.forward(Tensor(x))
torch = stub(**common, asin=math.asin, acos=math.acos, atan=math.atan, asinh=math.asinh, acosh=math.acosh, atanh=math.atanh,
             erf=math.erf, erfc=math.erfc, lgamma=math.lgamma, pow=pow, remainder=lambda a, b: a % b,
             as_tensor=lambda a, dtype, device: Tensor(a), tensor=float, nn=stub(Module=Module, Parameter=float))
def run(code, name):
    space = dict(np=np, special=special, torch=torch)
    exec("\n".join(l for l in code.split("\n") if not l.startswith(("import ", "from "))), space)
    return space[name]() if name == "Model" else space[name]
)py";

} // namespace

class TestCode : public QObject {
    Q_OBJECT

private slots:
    void writesPlainly_data();
    void writesPlainly();
    void definesActivationsAsTheCatalogueDoes();
    void cppComputesTheSame();
    void pythonComputesTheSame();

private:
    void compare(const QByteArrayList& lines, const char* language);
    QTemporaryDir m_folder;
};

void TestCode::writesPlainly_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("cpp");
    QTest::addColumn<QString>("numPy");
    QTest::addColumn<QString>("torch");
    QTest::newRow("parameters") << u"a x^2 + λ"_s
                                << u"double f(double x, double a, double lambda_)\n{\n"
                                   "    return a*std::pow(x, 2.0) + lambda_;\n}\n"_s
                                << u"def f(x, a, lambda_):\n    return a*np.power(x, 2.0) + lambda_\n"_s
                                << u"class Model(torch.nn.Module):\n    def __init__(self, a, lambda_):\n"
                                   "        super().__init__()\n"
                                   "        self.a = torch.nn.Parameter(torch.tensor(float(a)))\n"
                                   "        self.lambda_ = torch.nn.Parameter(torch.tensor(float(lambda_)))\n\n"
                                   "    def forward(self, x):\n"
                                   "        return self.a*torch.pow(x, torch.as_tensor(2.0, dtype=x.dtype, "
                                   "device=x.device)) + self.lambda_\n"_s;
    QTest::newRow("activation") << u"leaky_relu(x, 0.2)"_s
                                << u"double leaky_relu(double x, double alpha)\n{\n"
                                   "    return (x >= 0.0 ? x : alpha*x);\n}\n\n"
                                   "double f(double x)\n{\n    return leaky_relu(x, 0.2);\n}\n"_s
                                << u"def leaky_relu(x, alpha):\n    return np.where(x >= 0.0, x, alpha*x)\n\n\n"
                                   "def f(x):\n    return leaky_relu(x, 0.2)\n"_s
                                << u"def leaky_relu(x, alpha):\n    return torch.where(x >= 0.0, x, alpha*x)\n\n\n"
                                   "class Model(torch.nn.Module):\n    def forward(self, x):\n"
                                   "        return leaky_relu(x, 0.2)\n"_s;
}

void TestCode::writesPlainly()
{
    QFETCH(QString, typed);
    const SyntaxTree tree = read(typed.toStdString());
    const auto behindImports = [](const std::string& code, const char* last) {
        const std::size_t at = code.find(last);
        return at == std::string::npos ? QString()
                                       : QString::fromStdString(code.substr(at)).section(u"\n"_s, 1).trimmed();
    };
    QTEST(behindImports(toCpp(tree), "#include <numbers>") + u"\n"_s, "cpp");
    QTEST(behindImports(toNumPy(tree), "import numpy") + u"\n"_s, "numPy");
    QTEST(behindImports(toPyTorch(tree, "Model"), "import torch") + u"\n"_s, "torch");
}

void TestCode::definesActivationsAsTheCatalogueDoes()
{
    for (const Activation* activation : activations()) {
        const std::string_view definition = definitionOf(activation->id());
        const auto elementary = elementaryPrimitives();
        if (definition.empty() && std::ranges::find(elementary, activation->primitive) != elementary.end())
            continue; // tanh, abs, erf: every language has it.
        QVERIFY2(!definition.empty(), std::string(activation->id()).c_str());
        const SyntaxTree tree = read(std::string(definition));
        std::vector<double> values;
        std::vector<double> ordered;
        for (const ParameterSpec& parameter : activation->primitive->parameters)
            values.push_back(parameter.standard);
        for (const std::string& name : tree.parameters) {
            const auto& specs = activation->primitive->parameters;
            const auto found = std::ranges::find(specs, name, &ParameterSpec::name);
            QVERIFY2(found != specs.end(), name.c_str());
            ordered.push_back(found->standard);
        }
        const Function function(tree, ordered);
        for (const double x : {-30.0, -2.25, -0.3, 0.0, 0.5, 1.75, 9.0}) {
            const double expected = activation->primitive->evaluate(x, values).value;
            // In the tail of gelu the rounding of x/√2 grows by x².
            const double tolerance = 1e-15 * (10.0 + x * x) * std::abs(expected);
            QVERIFY2(std::abs(function.value(x) - expected) <= tolerance, std::string(activation->id()).c_str());
        }
    }
}

void TestCode::compare(const QByteArrayList& lines, const char* language)
{
    const std::vector<std::string> all = formulas();
    QCOMPARE(static_cast<std::size_t>(lines.size()), all.size() * std::size(kAbscissae));
    qsizetype line = 0;
    for (const std::string& formula : all) {
        const Function function(read(formula), {});
        for (const double x : kAbscissae) {
            const double expected = function.value(x);
            const double computed = std::strtod(lines[line++].constData(), nullptr);
            // The libraries differ by a few ulp, which sums that cancel enlarge.
            QVERIFY2(std::abs(computed - expected) <= 1e-13 * (1.0 + std::abs(expected)),
                     qPrintable(QString("%1: %2 at %3 is %4, not %5")
                                    .arg(language, formula.c_str())
                                    .arg(x)
                                    .arg(computed, 0, 'g', 17)
                                    .arg(expected, 0, 'g', 17)));
        }
    }
}

void TestCode::cppComputesTheSame()
{
    QFile source(m_folder.filePath("all.cpp"));
    QVERIFY(source.open(QIODevice::WriteOnly));
    // The headers come first, so that their second inclusion inside the namespaces does nothing.
    std::string text = "#include <algorithm>\n#include <cmath>\n#include <cstdio>\n#include <numbers>\n";
    std::string calls;
    std::size_t number = 0;
    for (const std::string& formula : formulas()) {
        const std::string space = "n" + std::to_string(number++);
        text += "namespace " + space + " {\n" + toCpp(read(formula)) + "}\n";
        calls += "        std::printf(\"%a\\n\", " + space + "::f(x));\n";
        calls += number < formulas().size() ? "    for (double x : xs)\n" : "";
    }
    text += "int main()\n{\n    const double xs[] = {-2.25, -0.3, 0.5, 1.75, 2.6};\n    for (double x : xs)\n" + calls +
            "}\n";
    source.write(text.c_str());
    source.close();
    const QString program = m_folder.filePath("all");
    linesOf("c++", {"-std=c++20", "-Wall", "-Wextra", "-Werror", source.fileName(), "-o", program});
    compare(linesOf(program, {}), "C++");
}

void TestCode::pythonComputesTheSame()
{
    for (const bool isTorch : {false, true}) {
        QFile source(m_folder.filePath("all.py"));
        QVERIFY(source.open(QIODevice::WriteOnly));
        source.write(kPythonStandIns);
        for (const std::string& formula : formulas()) {
            const SyntaxTree tree = read(formula);
            const std::string code = isTorch ? toPyTorch(tree, "Model") : toNumPy(tree);
            source.write(("f = run('''" + code + "''', '" + (isTorch ? "Model" : "f") + "')\n").c_str());
            source.write("for x in (-2.25, -0.3, 0.5, 1.75, 2.6): print(repr(float(f(x))))\n");
        }
        source.close();
        compare(linesOf("python3", {source.fileName()}), isTorch ? "PyTorch" : "NumPy");
    }
}

QTEST_GUILESS_MAIN(TestCode)
#include "tst_code.moc"
