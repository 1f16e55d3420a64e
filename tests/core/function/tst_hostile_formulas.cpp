#include <cmath>
#include <memory>
#include <random>
#include <string>
#include <string_view>

#include <QTest>
#include <QThread>

#include "core/catalogue/catalogue.h"
#include "core/expression/code.h"
#include "core/expression/derivative.h"
#include "core/expression/latex.h"
#include "core/expression/parse.h"
#include "core/expression/print.h"
#include "core/expression/symbols.h"
#include "core/function/function.h"

using namespace secant;

namespace {

std::string repeated(std::size_t times, std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < times; ++i)
        result += text;
    return result;
}

std::string nested(std::size_t levels, std::string_view opening, std::string_view closing)
{
    return repeated(levels, opening) + "x" + repeated(levels, closing);
}

std::string soup(unsigned seed)
{
    constexpr std::string_view kWords[] = {"(", ")",    "x", "1", "+",      "-",         "*",    "/",   "^",
                                           ",", "sin",  "|", "!", ".",      "e",         " ",    "=",   "√",
                                           "²", "max(", "[", "{", "\\frac", "\\sqrt[3]", "_{1}", "log", "if("};
    std::mt19937 random(seed);
    std::string text;
    while (text.size() < 4000)
        text += kWords[random() % std::size(kWords)];
    return text;
}

std::string bytes(unsigned seed)
{
    std::mt19937 random(seed);
    std::string text;
    for (int i = 0; i < 4000; ++i)
        text += static_cast<char>(random() % 256);
    return text;
}

/// Reads, writes, differentiates and evaluates; what went wrong, or nothing.
std::string provoke(const std::string& text)
{
    const auto tree = parse(text, vocabulary());
    if (!tree) {
        const ParseError& error = tree.error();
        const std::size_t length = readSymbols(text).size();
        if (error.where.begin > error.where.end || error.where.end > length)
            return "a place outside the text";
        return readSymbols(error.quoted).size() > 40 ? "a quotation too long" : "";
    }
    const auto again = parse(print(*tree), vocabulary());
    const bool isShorter = print(*tree).size() <= kMaxFormulaBytes; // Printing may add spaces.
    // Comparing recurses; what is deep is compared by its text.
    if (isShorter && (!again.ok() || print(*again) != print(*tree)))
        return "another formula when printed";
    if (toLatex(*tree).empty() || toNumPy(*tree).empty())
        return "nothing written";
    static_cast<void>(derivative(*tree, vocabulary()));
    const std::vector<double> values(tree->parameters.size(), 0.5);
    const Function function(*tree, values);
    const double value = function.value(0.25);
    const Jet jet = function.jet(0.25);
    const Enclosure box = function.enclose({0.25, 0.25});
    const bool isSame = std::isnan(value) ? std::isnan(jet.value) : value == jet.value;
    if (!isSame)
        return "a jet of another value";
    const bool isInside = std::isnan(value) || (box.value.lo <= value && value <= box.value.hi);
    return isInside ? "" : "a value outside its bounds";
}

} // namespace

/// Texts made to break a reader, each read, written, differentiated and evaluated on a thread with 256 KiB of stack.
class TestHostileFormulas : public QObject {
    Q_OBJECT

private slots:
    void survives_data();
    void survives();
};

void TestHostileFormulas::survives_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const std::string& text) {
        QTest::addRow("%s", name) << QByteArray(text.data(), static_cast<qsizetype>(text.size()));
    };
    constexpr std::size_t kFull = kMaxFormulaBytes;
    row("brackets", nested(1000, "(", ")"));
    row("one bracket too many", nested(1001, "(", ")"));
    row("brackets up to the limit", nested(kFull / 2 - 1, "(", ")"));
    row("only opened", repeated(kFull, "("));
    row("only closed", repeated(kFull, ")"));
    row("square brackets", "2" + nested(999, "[", "]"));
    row("square brackets never closed", repeated(kFull, "["));
    row("braces", repeated(kFull, "{"));
    row("brackets of all kinds", nested(300, "{[(", ")]}"));
    row("calls", nested(1000, "sin(", ")"));
    row("minimum of minima", nested(1000, "min(1,", ")"));
    row("conditions", nested(900, "if(x<1,", ",2)"));
    row("activations", nested(1000, "gelu(", ")"));
    row("minus", repeated(1000, "-") + "x");
    row("minus and brackets", nested(500, "-(", ")"));
    row("bars", nested(1000, "|", "|"));
    row("bars, odd", nested(999, "|", "|") + "|");
    row("roots", repeated(1000, "√") + "x");
    row("fractions of fractions", nested(480, "\\frac{1}{1+", "}"));
    row("roots of LaTeX", nested(999, "\\sqrt{", "}"));
    row("powers of LaTeX", nested(490, "x^{", "}"));
    row("inverse functions", nested(990, "sin^{-1}(", ")"));
    row("sum", repeated(kFull / 2 - 1, "x+") + "x");
    row("sum of different terms", repeated(kFull / 16, "x*a+sin(x)+2^x+") + "x");
    row("product", repeated(kFull / 2 - 1, "x*") + "x");
    row("quotient", repeated(kFull / 2 - 1, "x/") + "x");
    row("implicit product", repeated(kFull / 5, "(x+1)"));
    row("powers", repeated(1000, "2^") + "x");
    row("nines", repeated(30, "9^") + "9");
    row("digits", repeated(kFull, "1"));
    row("decimals", "0." + repeated(kFull - 2, "3"));
    row("leading zeros", repeated(kFull - 1, "0") + "7");
    row("exponent", "1e" + repeated(kFull - 2, "9"));
    row("tiny exponent", "1e-" + repeated(kFull - 3, "9"));
    row("superscripts", "x" + repeated(kFull / 2 - 1, "²"));
    row("subscripts", "a" + repeated(kFull / 2, "_1"));
    row("arguments", "max(" + repeated(126, "x,") + "x)");
    row("too many arguments", "max(" + repeated(kFull / 2 - 4, "x,") + "x)");
    row("commas", "max(" + repeated(kFull - 4, ","));
    row("a long name", repeated(kFull, "a"));
    row("a long call", repeated(kFull - 3, "f") + "(x)");
    row("x run together", repeated(kFull, "x"));
    row("functions run together", repeated(kFull / 3 - 1, "sin") + "(x)");
    row("functions without brackets", repeated(kFull / 6, "sin x "));
    row("many functions", repeated(kFull / 8 - 1, "ReLU(x)+") + "x");
    row("many parameters", repeated(kFull / 5, "a_b+c") + "+x");
    row("spaces", repeated(kFull - 1, " ") + "x");
    row("only spaces", repeated(kFull, " "));
    row("line breaks", repeated(kFull - 1, "\n") + "x");
    row("NUL", "x" + std::string(kFull - 1, '\0'));
    row("emoji", repeated(kFull / 4, "😀"));
    row("accents", "x" + repeated(kFull / 2 - 1, "\u0301"));
    row("right to left", repeated(kFull / 3 - 1, "\u202E") + "x");
    row("no UTF-8", repeated(kFull / 4, "\xFF\xFE\xC0\x80"));
    row("backslashes", repeated(kFull, "\\"));
    row("dollars", repeated(kFull, "$"));
    row("longer than is read", repeated(kFull, "x+"));
    for (unsigned seed = 0; seed < 20; ++seed) {
        row(qPrintable(QStringLiteral("tokens %1").arg(seed)), soup(seed));
        row(qPrintable(QStringLiteral("bytes %1").arg(seed)), bytes(seed));
    }
}

void TestHostileFormulas::survives()
{
    QFETCH(QByteArray, text);
    std::string problem;
    const std::unique_ptr<QThread> thread(QThread::create(
        [&] { problem = provoke(std::string(text.constData(), static_cast<std::size_t>(text.size()))); }));
    thread->setStackSize(256 * 1024);
    thread->start();
    QVERIFY(thread->wait());
    QCOMPARE(QString::fromStdString(problem), QString());
}

QTEST_GUILESS_MAIN(TestHostileFormulas)
#include "tst_hostile_formulas.moc"
