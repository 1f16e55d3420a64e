#include <array>
#include <cmath>
#include <optional>
#include <random>
#include <string>

#include <QTest>

#include "careful_evaluator.h"
#include "core/catalogue/catalogue.h"
#include "core/expression/derivative.h"
#include "core/expression/parse.h"
#include "core/expression/print.h"
#include "core/function/function.h"
#include "random_formula.h"
#include "tests/core/expression/plain_tree.h"

using namespace secant;

namespace {

constexpr long double kUnit = 0x1p-53L;
constexpr std::array kValues{1.7, -0.6}; // Of a and b.

std::array<double, 2> valuesOf(const SyntaxTree& tree)
{
    std::array<double, 2> values{};
    for (std::size_t i = 0; i < tree.parameters.size(); ++i)
        values[i] = tree.parameters[i] == "a" ? kValues[0] : kValues[1];
    return values;
}

double somewhere(std::mt19937& random)
{
    return std::uniform_real_distribution<double>(-4.0, 4.0)(random);
}

} // namespace

/// Ten thousand random formulas (mt19937, fixed seeds): nobody chose them, so nobody avoided what breaks.
class TestRandomFormulas : public QObject {
    Q_OBJECT

private slots:
    void compiledFormAgreesWithRecursion();
    void printsWhatIsReadAsTheSame();
    void derivativeAgreesWithJets();
};

void TestRandomFormulas::compiledFormAgreesWithRecursion()
{
    std::mt19937 random(20240607);
    int compared = 0;
    for (int i = 0; i < 10000; ++i) {
        const std::string text = test::randomFormula(random, 5);
        const auto tree = parse(text, vocabulary());
        QVERIFY2(tree.ok(), text.c_str());
        const auto values = valuesOf(*tree);
        const std::span<const double> bound(values.data(), tree->parameters.size());
        const Function function(*tree, bound);
        for (int j = 0; j < 3; ++j) {
            const double x = somewhere(random);
            const auto expected = test::evaluateCarefully(*tree, x, bound);
            // Where rounding alone may change the third digit, agreement says nothing.
            if (!expected || kUnit * expected->condition > 1e-3L * std::abs(expected->value))
                continue;
            // Each operation is off by at most 2 units (the functions' own bound; sums and products half a unit), of
            // which `condition` counts one; the rest is for what is left out beyond first order.
            const long double allowed = 3.0L * kUnit * expected->condition;
            const double computed = function.value(x);
            QVERIFY2(std::abs(static_cast<long double>(computed) - expected->value) <= allowed,
                     qPrintable(QString::asprintf("%s at %.17g: %.17g, not %.17Lg", text.c_str(), x, computed,
                                                  expected->value)));
            ++compared;
        }
    }
    // Of 30000 points most are undefined somewhere, beyond the doubles or too badly conditioned.
    QVERIFY2(compared > 10000, qPrintable(QString::number(compared)));
}

void TestRandomFormulas::printsWhatIsReadAsTheSame()
{
    std::mt19937 random(19870212);
    for (int i = 0; i < 10000; ++i) {
        const std::string text = test::randomFormula(random, 6);
        const auto tree = parse(text, vocabulary());
        QVERIFY2(tree.ok(), text.c_str());
        const std::string printed = print(*tree);
        const auto again = parse(printed, vocabulary());
        QVERIFY2(again.ok() && test::sameFormula(*again, *tree), printed.c_str());
        // A cotangent is written as two calls.
        const bool isDoubled = text.find("cot") != std::string::npos;
        QVERIFY2(isDoubled || printed.size() <= 2 * text.size(), printed.c_str());
    }
}

void TestRandomFormulas::derivativeAgreesWithJets()
{
    std::mt19937 random(1646);
    int compared = 0;
    for (int i = 0; i < 10000; ++i) {
        const std::string text = test::randomFormula(random, 4);
        const auto tree = parse(text, vocabulary());
        QVERIFY2(tree.ok(), text.c_str());
        const auto slope = derivative(*tree, vocabulary());
        QVERIFY2(slope.has_value(), text.c_str());
        const auto values = valuesOf(*tree);
        const std::span<const double> bound(values.data(), tree->parameters.size());
        const double x = somewhere(random);
        const Jet jet = Function(*tree, bound).jet(x);
        const auto symbolic = test::evaluateCarefully(*slope, x, bound);
        const auto byRules = test::differentiateCarefully(*tree, x, bound);
        if (!std::isfinite(jet.slope) || !symbolic || !byRules)
            continue;
        // Both ways of computing it: the formula of f' as it stands, and the rules applied to f as jets do.
        const long double condition = kUnit * (symbolic->condition + byRules->condition);
        if (condition > 1e-3L * std::abs(byRules->value))
            continue;
        const long double allowed = 8.0L * condition;
        const double computed = Function(*slope, bound).value(x);
        QVERIFY2(std::abs(static_cast<long double>(computed) - jet.slope) <= allowed,
                 qPrintable(QString::asprintf("(%s)' = %s at %.17g: %.17g, the jet %.17g", text.c_str(),
                                              print(*slope).c_str(), x, computed, jet.slope)));
        ++compared;
    }
    QVERIFY2(compared > 2000, qPrintable(QString::number(compared)));
}

QTEST_GUILESS_MAIN(TestRandomFormulas)
#include "tst_random_formulas.moc"
