#include <QTest>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

#include "core/analysis/facts.h"
#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"
#include "tests/core/catalogue/reference.h"

using namespace secant;
using namespace secant::reference;

namespace {

/// The rows of tests/data/facts.csv by activation and parameters as written, each row as its words.
using FactRows = std::vector<std::pair<std::string, std::vector<std::string>>>;

const std::map<std::pair<std::string, std::string>, FactRows>& mpmathRows()
{
    static const auto rows = [] {
        std::map<std::pair<std::string, std::string>, FactRows> all;
        for (const Row& row : readRows("facts.csv")) {
            all[{row[0], row[1]}].emplace_back(row[2], split(row[3], ' '));
        }
        return all;
    }();
    return rows;
}

Facts factsOfFormula(const std::string& formula, const std::vector<double>& values = {})
{
    const auto tree = parse(formula, vocabulary());
    if (!tree || tree->parameters.size() != values.size()) {
        qFatal("no formula: %s", formula.c_str());
    }
    return factsOf(*tree, formula, values, {std::chrono::seconds(2), {}});
}

/// Roots and values are stated to the last double or two; limits far out and places of turns lose a few more.
bool isNear(double actual, double expected, double relative = 1e-14)
{
    if (std::isinf(expected) || std::isinf(actual)) {
        return actual == expected;
    }
    return std::abs(actual - expected) <= relative * std::max(std::abs(expected), 1e-3);
}

std::string nameOf(Trend trend)
{
    constexpr const char* kNames[] = {
        "constant", "strictly_increasing", "increasing", "strictly_decreasing", "decreasing", "none"};
    return kNames[static_cast<std::size_t>(trend)];
}

std::string nameOf(Bend bend)
{
    constexpr const char* kNames[] = {"affine", "strictly_convex", "convex", "strictly_concave", "concave", "neither"};
    return kNames[static_cast<std::size_t>(bend)];
}

std::string nameOf(Smoothness smoothness)
{
    constexpr const char* kNames[] = {"discontinuous", "0", "1", "2", "smooth"};
    return kNames[static_cast<std::size_t>(smoothness)];
}

std::string nameOf(EndKind kind)
{
    constexpr const char* kNames[] = {"limit", "constant", "line", "straight", "slope", "steep", "swings", "outside"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::string text(const std::vector<double>& numbers)
{
    QString line;
    for (const double x : numbers) {
        line += QString::number(x, 'g', 17) + QLatin1Char(' ');
    }
    return line.trimmed().toStdString();
}

std::vector<double> endNumbers(const End& end)
{
    switch (end.kind) {
    case EndKind::Limit:
    case EndKind::Constant:
        return {end.value};
    case EndKind::Line:
    case EndKind::Straight:
        return {end.slope, end.intercept};
    case EndKind::Slope:
        return {end.slope};
    default:
        return {};
    }
}

/// A fact as rows of facts.csv state it.
struct Stated {
    std::string word;
    std::vector<double> numbers;
    std::string tail = {};
};

std::vector<Stated> stated(const Facts& facts, const std::string& fact)
{
    std::vector<Stated> rows;
    if (fact == "span") {
        for (const ValueSpan& s : facts.range.value) {
            rows.push_back({{}, {s.lo, s.hi, double(s.loAttained), double(s.hiAttained)}});
        }
    } else if (fact == "trend") {
        rows.push_back({nameOf(facts.trend.value), {}});
    } else if (fact == "bend") {
        rows.push_back({nameOf(facts.bend.value), {}});
    } else if (fact == "class") {
        rows.push_back({nameOf(facts.smoothness.value), {}});
    } else if (fact == "kink") {
        for (const Kink& k : facts.kinks.value.list) {
            rows.push_back({{}, {k.at, k.left, k.right}});
        }
    } else if (fact == "jump") {
        for (const Jump& j : facts.jumps.value.list) {
            rows.push_back({{}, {j.at, j.left, j.value, j.right}});
        }
    } else if (fact == "low" || fact == "high") {
        const End& end = fact == "low" ? facts.low.value : facts.high.value;
        rows.push_back({nameOf(end.kind), endNumbers(end)});
    } else if (fact == "steepest") {
        rows.push_back({{}, {facts.steepest.value.supremum, double(facts.steepest.value.isAttained)}});
    } else if (fact == "dead") {
        for (const Region& r : facts.dead.value.list) {
            rows.push_back({{}, {r.from, r.to}});
        }
    } else if (fact == "zero") {
        rows.push_back({{}, {facts.atZero.value, facts.slopesAtZero.value.left, facts.slopesAtZero.value.right}});
    } else if (fact == "extremum") {
        for (const Extremum& e : facts.extrema.value.list) {
            rows.push_back({{}, {e.at, e.value}, e.isMaximum ? "max" : "min"});
        }
        if (facts.extrema.value.endless) {
            rows.push_back({"endless", {}});
        }
    } else if (fact == "inflection") {
        for (const Inflection& i : facts.inflections.value.list) {
            rows.push_back({{}, {i.at, i.slope}});
        }
        if (facts.inflections.value.endless) {
            rows.push_back({"endless", {}});
        }
    } else if (fact == "normal") {
        const NormalMoments& n = facts.normal.value;
        rows.push_back({{}, {n.mean, n.square, n.slopeSquare}});
    }
    return rows;
}

bool isKnown(const Facts& facts, const std::string& fact)
{
    const std::map<std::string, bool> known{
        {"span", facts.range.isKnown()},        {"trend", facts.trend.isKnown()},
        {"bend", facts.bend.isKnown()},         {"class", facts.smoothness.isKnown()},
        {"kink", facts.kinks.isKnown()},        {"jump", facts.jumps.isKnown()},
        {"low", facts.low.isKnown()},           {"high", facts.high.isKnown()},
        {"dead", facts.dead.isKnown()},         {"steepest", facts.steepest.isKnown()},
        {"zero", facts.slopesAtZero.isKnown()}, {"normal", facts.normal.isKnown()},
        {"extremum", facts.extrema.isKnown()},  {"inflection", facts.inflections.isKnown()}};
    return known.at(fact);
}

/// Places that the prover finds are enclosed to 10⁻¹¹, integrals and intercepts are numerical.
constexpr double kProvedTolerance = 1e-8;

std::string described(const Stated& row)
{
    return row.word + " " + text(row.numbers) + " " + row.tail;
}

/// Ends found numerically and integrals are right to what their method promises.
double toleranceOf(const std::string& fact)
{
    return fact == "normal" ? 1e-11 : fact == "low" || fact == "high" ? 1e-9 : 1e-14;
}

bool agrees(const Stated& row, const std::vector<std::string>& words, double tolerance)
{
    const std::size_t first = row.word.empty() ? 0 : 1;
    const std::size_t last = row.tail.empty() ? 0 : 1;
    if (words.size() != first + row.numbers.size() + last || (first != 0 && words.front() != row.word) ||
        (last != 0 && words.back() != row.tail)) {
        return false;
    }
    for (std::size_t i = 0; i < row.numbers.size(); ++i) {
        if (!isNear(row.numbers[i], number(words[first + i]), tolerance)) {
            return false;
        }
    }
    return true;
}

const char* const kAllFacts[] = {"span", "trend", "bend",     "class", "kink",   "jump",     "low",
                                 "high", "dead",  "steepest", "zero",  "normal", "extremum", "inflection"};

} // namespace

class TestFacts : public QObject {
    Q_OBJECT

private slots:
    void agreesWithMpmath_data();
    void agreesWithMpmath();
    void scaledAndShifted_data();
    void scaledAndShifted();
    void provesTypedFormulas_data();
    void provesTypedFormulas();
    void doesNotGuess_data();
    void doesNotGuess();
    void stopsWhenTold();
    void saysWhenNothingIsKnown();
};

void TestFacts::agreesWithMpmath_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("parameters");
    for (const auto& [key, rows] : mpmathRows()) {
        QTest::addRow("%s(%s)", key.first.c_str(), key.second.c_str())
            << QString::fromStdString(key.first) << QString::fromStdString(key.second);
    }
}

void TestFacts::agreesWithMpmath()
{
    QFETCH(QString, id);
    QFETCH(QString, parameters);
    const FactRows& rows = mpmathRows().at({id.toStdString(), parameters.toStdString()});
    const Activation* activation = findActivation(id.toStdString());
    QVERIFY(activation);
    const Facts facts = factsOfFormula(callText(*activation), numbers(parameters.toStdString()));
    // Where the turns move with the parameters in no closed form, the prover finds what it can.
    const bool isContract = activation->primitive->shape != nullptr;
    QVERIFY(id == QStringLiteral("soft_root_sign") || (facts.trend.isKnown() && facts.bend.isKnown()));
    for (const std::string fact : kAllFacts) {
        std::vector<std::vector<std::string>> expected;
        for (const auto& [name, words] : rows) {
            if (name == fact) {
                expected.push_back(words);
            }
        }
        if (!isContract && !isKnown(facts, fact)) {
            continue;
        }
        const std::vector<Stated> actual = stated(facts, fact);
        std::string message = fact + ": ";
        for (const Stated& row : actual) {
            message += "[" + described(row) + "] ";
        }
        QVERIFY2(actual.size() == expected.size(), message.c_str());
        for (std::size_t i = 0; i < actual.size(); ++i) {
            QVERIFY2(agrees(actual[i], expected[i], isContract ? toleranceOf(fact) : kProvedTolerance),
                     message.c_str());
        }
    }
}

void TestFacts::scaledAndShifted_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("fact");
    QTest::addColumn<QString>("expected");
    // By hand from the facts of the function inside.
    QTest::addRow("range of a stretched sigmoid") << "2 sigmoid(3x) - 1"
                                                  << "span"
                                                  << "-1 1 0 0";
    QTest::addRow("its steepest slope") << "2 sigmoid(3x) - 1"
                                        << "steepest"
                                        << "1.5 1";
    QTest::addRow("its inflection") << "2 sigmoid(3x) - 1"
                                    << "inflection"
                                    << "0 1.5";
    QTest::addRow("mirrored ReLU is concave") << "-relu(-x)"
                                              << "bend"
                                              << "concave";
    QTest::addRow("its range") << "-relu(-x)"
                               << "span"
                               << "-inf 0 0 1";
    QTest::addRow("its kink") << "-relu(-x)"
                              << "kink"
                              << "0 1 0";
    QTest::addRow("its dead side") << "-relu(-x)"
                                   << "dead"
                                   << "0 inf";
    QTest::addRow("its left end") << "-relu(-x)"
                                  << "low"
                                  << "straight 1 0";
    QTest::addRow("shifted ReLU") << "3 - relu(2x + 4)/2"
                                  << "kink"
                                  << "-2 0 -1";
    QTest::addRow("line far out") << "3 - relu(2x + 4)/2"
                                  << "high"
                                  << "straight -1 1";
    QTest::addRow("logarithm") << "log(x)"
                               << "trend"
                               << "strictly_increasing";
    QTest::addRow("where it begins") << "log(x)"
                                     << "low"
                                     << "outside";
    QTest::addRow("how it ends") << "log(x)"
                                 << "high"
                                 << "slope 0";
    QTest::addRow("square root") << "sqrt(x)"
                                 << "span"
                                 << "0 inf 1 0";
    // Waves: |sin| ≤ 1, and the derivative of x + sin² x is 1 + sin 2x.
    QTest::addRow("sine") << "sin(x)"
                          << "span"
                          << "-1 1 1 1";
    QTest::addRow("stretched sine") << "1 - 2sin(3x)"
                                    << "span"
                                    << "-1 3 1 1";
    QTest::addRow("its slope") << "1 - 2sin(3x)"
                               << "steepest"
                               << "6 1";
    QTest::addRow("snake rises") << "snake(x, 2)"
                                 << "trend"
                                 << "strictly_increasing";
    QTest::addRow("its slope at most") << "snake(x, 2)"
                                       << "steepest"
                                       << "2 1";
    QTest::addRow("sinc") << "sinc(x)"
                          << "span"
                          << "-0.21723362821122166 1 1 1"; // mpmath: the least value, at ±4.4934.
    QTest::addRow("its limit") << "3 + sinc(2x)"
                               << "high"
                               << "limit 3";
    QTest::addRow("GCU has no limit") << "gcu(x)"
                                      << "low"
                                      << "swings";
    QTest::addRow("exponential") << "exp(-x)"
                                 << "trend"
                                 << "strictly_decreasing";
}

void TestFacts::scaledAndShifted()
{
    QFETCH(QString, formula);
    QFETCH(QString, fact);
    QFETCH(QString, expected);
    const std::vector<Stated> actual = stated(factsOfFormula(formula.toStdString()), fact.toStdString());
    QCOMPARE(actual.size(), std::size_t(1));
    QVERIFY2(agrees(actual.front(), split(expected.toStdString(), ' '), toleranceOf(fact.toStdString())),
             described(actual.front()).c_str());
}

void TestFacts::provesTypedFormulas_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("id"); // Whose rows of facts.csv hold for it.
    QTest::addColumn<QString>("parameters");
    QTest::addRow("SiLU") << "x/(1 + exp(-x))"
                          << "silu"
                          << "";
    QTest::addRow("ReLU") << "max(0, x)"
                          << "relu"
                          << "";
    QTest::addRow("hard tanh") << "max(-1, min(1, x))"
                               << "hard_tanh"
                               << "-1.0 1.0";
    QTest::addRow("ELU, α = 2.5") << "if(x > 0, x, 2.5(exp(x) - 1))"
                                  << "elu"
                                  << "2.5";
    QTest::addRow("softsign") << "x/(1 + |x|)"
                              << "softsign"
                              << "";
    QTest::addRow("bent identity") << "(sqrt(x^2 + 1) - 1)/2 + x"
                                   << "bent_identity"
                                   << "";
    QTest::addRow("squared ReLU") << "max(0, x)^2"
                                  << "relu_squared"
                                  << "";
    QTest::addRow("cube") << "x^3"
                          << "cube"
                          << "";
    QTest::addRow("Gaussian") << "exp(-x^2)"
                              << "gaussian"
                              << "";
    QTest::addRow("a step") << "if(x < 0, 0, 1)"
                            << "binary_step"
                            << "";
}

/// What is known must be true; monotone and convex must be known.
void TestFacts::provesTypedFormulas()
{
    QFETCH(QString, formula);
    QFETCH(QString, id);
    QFETCH(QString, parameters);
    const FactRows& rows = mpmathRows().at({id.toStdString(), parameters.toStdString()});
    const Facts facts = factsOfFormula(formula.toStdString());
    QVERIFY(facts.trend.isKnown() && facts.bend.isKnown());
    for (const std::string fact : kAllFacts) {
        if (!isKnown(facts, fact)) {
            continue;
        }
        std::vector<std::vector<std::string>> expected;
        for (const auto& [name, words] : rows) {
            if (name == fact) {
                expected.push_back(words);
            }
        }
        const std::vector<Stated> actual = stated(facts, fact);
        std::string message = fact + ": ";
        for (const Stated& row : actual) {
            message += "[" + described(row) + "] ";
        }
        QVERIFY2(actual.size() == expected.size(), message.c_str());
        for (std::size_t i = 0; i < actual.size(); ++i) {
            QVERIFY2(agrees(actual[i], expected[i], kProvedTolerance), message.c_str());
        }
    }
}

void TestFacts::doesNotGuess_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("trend");
    QTest::addColumn<QString>("bend");
    // f″ = 2 − 2.5 sin 50x is negative at sin = 1, though the picture is a parabola; f′ = 2x + … changes sign.
    QTest::addRow("looks convex") << "x^2 + 0.001sin(50x)"
                                  << "none"
                                  << "neither";
    QTest::addRow("looks constant") << "1 + 0.0000001atan(x)"
                                    << "strictly_increasing"
                                    << "neither";
    QTest::addRow("x⁴: f″(0) = 0") << "x^4"
                                   << "none"
                                   << "strictly_convex";
}

void TestFacts::doesNotGuess()
{
    QFETCH(QString, formula);
    const Facts facts = factsOfFormula(formula.toStdString());
    if (facts.trend.isKnown()) {
        QTEST(QString::fromStdString(nameOf(facts.trend.value)), "trend");
    }
    if (facts.bend.isKnown()) {
        QTEST(QString::fromStdString(nameOf(facts.bend.value)), "bend");
    }
}

void TestFacts::stopsWhenTold()
{
    std::stop_source stop;
    stop.request_stop();
    const std::string formula = "gamma(sin(x^2 + exp(x))) + x^x";
    const auto tree = parse(formula, vocabulary());
    QVERIFY(tree.ok());
    const Facts facts = factsOf(*tree, formula, {}, {std::chrono::minutes(10), stop.get_token()});
    QVERIFY(!facts.range.isKnown());
}

void TestFacts::saysWhenNothingIsKnown()
{
    // hard_tanh with its lower bound above the upper is no function.
    const Facts facts = factsOfFormula(callText(*findActivation("hard_tanh")), {2.0, 1.0});
    QVERIFY(!facts.range.isKnown());
    QVERIFY(!facts.trend.isKnown());
    QVERIFY(!facts.normal.isKnown());
}

QTEST_GUILESS_MAIN(TestFacts)
#include "tst_facts.moc"
