#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "reference.h"

using namespace secant;
using namespace secant::reference;

namespace {

/// What tests/data/activation_facts.csv says of one activation with fixed parameters.
struct Facts {
    std::array<std::vector<std::pair<double, Jet>>, 3> turns; ///< Of f, f′, f″: where, and the jet there.
    std::vector<Break> breaks;
    Jet low;
    Jet high;
};

using FactsKey = std::pair<std::string, std::string>; // Activation and parameters as written.

std::map<FactsKey, Facts> readFacts()
{
    std::map<FactsKey, Facts> all;
    for (const Row& row : readRows("activation_facts.csv")) {
        Facts& facts = all[{row[0], row[1]}];
        const double at = number(row[3]);
        const Jet jet{number(row[4]), number(row[5]), number(row[6])};
        if (row[2] == "value_turn" || row[2] == "slope_turn" || row[2] == "curvature_turn") {
            facts.turns[row[2] == "value_turn" ? 0 : row[2] == "slope_turn" ? 1 : 2].emplace_back(at, jet);
        } else if (row[2] == "break_left") {
            facts.breaks.push_back({at, jet, kNaN, {}});
        } else if (row[2] == "break_value") {
            facts.breaks.back().value = jet.value;
        } else if (row[2] == "break_right") {
            facts.breaks.back().right = jet;
        } else {
            (row[2] == "low" ? facts.low : facts.high) = jet;
        }
    }
    return all;
}

double component(const Jet& jet, std::size_t order)
{
    return order == 0 ? jet.value : order == 1 ? jet.slope : jet.curvature;
}

const Rounding& rounding(const Primitive& primitive, std::size_t order)
{
    return order == 0 ? primitive.valueRounding : order == 1 ? primitive.slopeRounding : primitive.curvatureRounding;
}

/// Within what the primitive promises, and half a unit for the rounding of the row.
bool agrees(const Primitive& primitive, std::size_t order, double computed, double expected)
{
    const Rounding& allowed = rounding(primitive, order);
    return ulpError(computed, expected, 0.0, allowed.absolute) <= allowed.ulps + 0.5;
}

bool agrees(const Primitive& primitive, const Jet& computed, const Jet& expected)
{
    return agrees(primitive, 0, computed.value, expected.value) &&
           agrees(primitive, 1, computed.slope, expected.slope) &&
           agrees(primitive, 2, computed.curvature, expected.curvature);
}

std::vector<double> standardParameters(const Primitive& primitive)
{
    std::vector<double> values;
    for (const ParameterSpec& parameter : primitive.parameters) {
        values.push_back(parameter.standard);
    }
    return values;
}

const std::vector<double>& turnsOf(const Shape& shape, std::size_t order)
{
    return order == 0 ? shape.valueTurns : order == 1 ? shape.slopeTurns : shape.curvatureTurns;
}

} // namespace

class TestActivationShape : public QObject {
    Q_OBJECT

private slots:
    void everyActivationHasFacts();
    void shapeAgreesWithFacts_data();
    void shapeAgreesWithFacts();
    void jetsAtInfinityAreTheLimits();
    void slopeAtKinkIsPyTorchs_data();
    void slopeAtKinkIsPyTorchs();
    void deadPiecesHaveExactZeros_data();
    void deadPiecesHaveExactZeros();
    void monotoneBetweenTurns_data();
    void monotoneBetweenTurns();
    void ownEnclosuresHoldEveryPoint();
    void staysInItsRange();
    void endsWhereItsLogarithmDoes();
};

void TestActivationShape::everyActivationHasFacts()
{
    const std::map<FactsKey, Facts> all = readFacts();
    for (const Activation* activation : activations()) {
        const auto named = [activation](const auto& entry) { return entry.first.first == activation->id(); };
        QVERIFY2(std::any_of(all.begin(), all.end(), named), activation->id().data());
    }
}

void TestActivationShape::shapeAgreesWithFacts_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("parameters");
    for (const auto& [key, facts] : readFacts()) {
        QTest::addRow("%s(%s)", key.first.c_str(), key.second.c_str())
            << QString::fromStdString(key.first) << QString::fromStdString(key.second);
    }
}

/// Every extremum of f, f′ and f″, every kink with both sides, and both limits are those that scans with mpmath find.
void TestActivationShape::shapeAgreesWithFacts()
{
    QFETCH(QString, id);
    QFETCH(QString, parameters);
    const std::map<FactsKey, Facts> all = readFacts();
    const Facts& facts = all.at({id.toStdString(), parameters.toStdString()});
    const Primitive& primitive = *findActivation(id.toStdString())->primitive;
    const std::vector<double> values = numbers(parameters.toStdString());
    if (primitive.shape == nullptr) { // Then its enclosures are its own, and ownEnclosuresHoldEveryPoint() tests them.
        QVERIFY(primitive.enclose != nullptr && primitive.breakWithin != nullptr);
        return;
    }
    const Shape shape = primitive.shape(values);

    for (std::size_t order = 0; order < 3; ++order) {
        const std::vector<double>& turns = turnsOf(shape, order);
        QCOMPARE(turns.size(), facts.turns[order].size());
        QVERIFY(std::is_sorted(turns.begin(), turns.end()));
        for (std::size_t i = 0; i < turns.size(); ++i) {
            const auto& [at, jet] = facts.turns[order][i];
            // A rounded root divided by a parameter: 1.5 ulp.
            QVERIFY2(ulpError(turns[i], at, 0.0, 0.0) <= 2.0, qPrintable(QString::number(turns[i], 'g', 17)));
            QVERIFY(agrees(primitive, order, component(primitive.evaluate(turns[i], values), order),
                           component(jet, order)));
        }
    }
    QCOMPARE(shape.breaks.size(), facts.breaks.size());
    for (std::size_t i = 0; i < shape.breaks.size(); ++i) {
        QCOMPARE(shape.breaks[i].at, facts.breaks[i].at);
        QVERIFY(agrees(primitive, shape.breaks[i].left, facts.breaks[i].left));
        QVERIFY(agrees(primitive, shape.breaks[i].right, facts.breaks[i].right));
        QCOMPARE(shape.breaks[i].value, facts.breaks[i].value);
    }
    QVERIFY(agrees(primitive, shape.atLow, facts.low));
    QVERIFY(agrees(primitive, shape.atHigh, facts.high));
}

void TestActivationShape::jetsAtInfinityAreTheLimits()
{
    for (const auto& [key, facts] : readFacts()) {
        const Primitive& primitive = *findActivation(key.first)->primitive;
        const std::vector<double> values = numbers(key.second);
        QVERIFY2(agrees(primitive, primitive.evaluate(-kInfinity, values), facts.low), key.first.c_str());
        QVERIFY2(agrees(primitive, primitive.evaluate(kInfinity, values), facts.high), key.first.c_str());
    }
}

void TestActivationShape::slopeAtKinkIsPyTorchs_data()
{
    // Gradients of PyTorch 1.13 in float64 at exactly these points; the leaky ones and ELU return the left slope.
    QTest::addColumn<QString>("id");
    QTest::addColumn<QList<double>>("parameters");
    QTest::addColumn<double>("at");
    QTest::addColumn<double>("slope");
    QTest::addRow("ReLU") << "relu" << QList<double>{} << 0.0 << 0.0;
    QTest::addRow("ReLU6, lower") << "relu6" << QList<double>{} << 0.0 << 0.0;
    QTest::addRow("ReLU6, upper") << "relu6" << QList<double>{} << 6.0 << 0.0;
    QTest::addRow("hard tanh, lower") << "hard_tanh" << QList{-1.0, 1.0} << -1.0 << 0.0;
    QTest::addRow("hard tanh, upper") << "hard_tanh" << QList{-1.0, 1.0} << 1.0 << 0.0;
    QTest::addRow("hard sigmoid, lower") << "hard_sigmoid" << QList<double>{} << -3.0 << 0.0;
    QTest::addRow("hard sigmoid, upper") << "hard_sigmoid" << QList<double>{} << 3.0 << 0.0;
    QTest::addRow("leaky ReLU") << "leaky_relu" << QList{0.01} << 0.0 << 0.01;
    QTest::addRow("PReLU") << "prelu" << QList{0.25} << 0.0 << 0.25;
    QTest::addRow("RReLU") << "rrelu_eval_torch" << QList{0.125, 1.0 / 3.0} << 0.0 << 11.0 / 48.0;
    QTest::addRow("ELU, smooth") << "elu" << QList{1.0} << 0.0 << 1.0;
    QTest::addRow("ELU, kink") << "elu" << QList{0.5} << 0.0 << 0.5;
    QTest::addRow("CELU") << "celu" << QList{2.0} << 0.0 << 1.0;
    QTest::addRow("SELU") << "selu" << QList{1.6732632423543772, 1.0507009873554805} << 0.0 << 1.7580993408473766;
    QTest::addRow("absolute value") << "abs" << QList<double>{} << 0.0 << 0.0;
    QTest::addRow("sign") << "sign" << QList<double>{} << 0.0 << 0.0;
    QTest::addRow("threshold") << "threshold" << QList{0.5, 0.2} << 0.5 << 0.0;
    QTest::addRow("hard shrink, lower") << "hard_shrink" << QList{0.5} << -0.5 << 0.0;
    QTest::addRow("hard shrink, upper") << "hard_shrink" << QList{0.5} << 0.5 << 0.0;
    QTest::addRow("soft shrink, lower") << "soft_shrink" << QList{0.5} << -0.5 << 0.0;
    QTest::addRow("soft shrink, upper") << "soft_shrink" << QList{0.5} << 0.5 << 0.0;
    QTest::addRow("hard swish, lower") << "hard_swish" << QList<double>{} << -3.0 << -0.5;
    QTest::addRow("hard swish, upper") << "hard_swish" << QList<double>{} << 3.0 << 1.5;
    QTest::addRow("softsign") << "softsign" << QList<double>{} << 0.0 << 1.0;
}

void TestActivationShape::slopeAtKinkIsPyTorchs()
{
    QFETCH(QString, id);
    QFETCH(QList<double>, parameters);
    QFETCH(double, at);
    QFETCH(double, slope);
    const Activation* activation = findActivation(id.toStdString());
    QVERIFY(activation->inPyTorch);
    const std::vector<double> values(parameters.begin(), parameters.end());
    for (const double x : {at, at == 0.0 ? -0.0 : at}) {
        QVERIFY(ulpError(activation->primitive->evaluate(x, values).slope, slope, 0.0, 0.0) <= 1.0);
    }
}

void TestActivationShape::deadPiecesHaveExactZeros_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QList<double>>("parameters");
    QTest::addColumn<bool>("left");
    QTest::addColumn<bool>("right");
    QTest::addRow("ReLU") << "relu" << QList<double>{} << true << false;
    QTest::addRow("ReLU6") << "relu6" << QList<double>{} << true << true;
    QTest::addRow("leaky ReLU that does not leak") << "leaky_relu" << QList{0.0} << true << false;
    QTest::addRow("ELU of depth 0") << "elu" << QList{0.0} << true << false;
    QTest::addRow("hard sigmoid") << "hard_sigmoid" << QList<double>{} << true << true;
    QTest::addRow("hard tanh") << "hard_tanh" << QList{-1.0, 1.0} << true << true;
    QTest::addRow("binary step") << "binary_step" << QList<double>{} << true << true;
    QTest::addRow("clipped ReLU") << "clipped_relu" << QList{2.0} << true << true;
    QTest::addRow("thresholded ReLU") << "thresholded_relu" << QList{1.0} << true << false;
    QTest::addRow("squared ReLU") << "relu_squared" << QList<double>{} << true << false;
    QTest::addRow("hard sigmoid of ONNX") << "hard_sigmoid_onnx" << QList{0.2, 0.5} << true << true;
    QTest::addRow("soft shrink is dead in the middle only") << "soft_shrink" << QList{0.5} << false << false;
    QTest::addRow("star ReLU") << "star_relu" << QList{0.8944, -0.4472} << true << false;
    QTest::addRow("sparse plus") << "sparse_plus" << QList<double>{} << true << false;
    QTest::addRow("hard swish") << "hard_swish" << QList<double>{} << true << false;
    QTest::addRow("hard mish") << "hard_mish" << QList<double>{} << true << false;
    QTest::addRow("PLU of slope 0") << "plu" << QList{0.0, 1.0} << true << true;
    QTest::addRow("PLU keeps rising") << "plu" << QList{0.1, 1.0} << false << false;
    QTest::addRow("MPELU of depth 0") << "mpelu" << QList{0.0, 2.0} << true << false;
    QTest::addRow("hexpo saturates, but is not dead") << "hexpo" << QList{1.0, 1.0, 1.0, 1.0} << false << false;
    QTest::addRow("leaky ReLU leaks") << "leaky_relu" << QList{0.01} << false << false;
    QTest::addRow("ELU saturates, but is not dead") << "elu" << QList{1.0} << false << false;
    QTest::addRow("softsign saturates, but is not dead") << "softsign" << QList<double>{} << false << false;
}

/// f′ = 0 at both ends of an outer piece, without a turn, is what proves it dead; where it is alive that must not
/// happen.
void TestActivationShape::deadPiecesHaveExactZeros()
{
    QFETCH(QString, id);
    QFETCH(QList<double>, parameters);
    QFETCH(bool, left);
    QFETCH(bool, right);
    const std::vector<double> values(parameters.begin(), parameters.end());
    const Shape shape = findActivation(id.toStdString())->primitive->shape(values);
    QVERIFY(!shape.breaks.empty());
    QVERIFY(shape.slopeTurns.empty());
    QCOMPARE(shape.atLow.slope == 0.0 && shape.breaks.front().left.slope == 0.0, left);
    QCOMPARE(shape.atHigh.slope == 0.0 && shape.breaks.back().right.slope == 0.0, right);
    QCOMPARE(shape.atLow.curvature, 0.0);
}

void TestActivationShape::monotoneBetweenTurns_data()
{
    shapeAgreesWithFacts_data();
}

/// Neighbouring random points of one stretch never step against its direction by more than rounding allows.
/// In addition to the scans with mpmath behind shapeAgreesWithFacts.
void TestActivationShape::monotoneBetweenTurns()
{
    QFETCH(QString, id);
    QFETCH(QString, parameters);
    const Primitive& primitive = *findActivation(id.toStdString())->primitive;
    const std::vector<double> values = numbers(parameters.toStdString());
    const Shape shape = BoundPrimitive(primitive, values).shape();
    if (primitive.shape == nullptr) {
        QVERIFY(shape.valueTurns.empty() && shape.breaks.empty());
        return;
    }
    std::mt19937 random(7);
    for (std::size_t order = 0; order < 3; ++order) {
        std::vector<double> ends = turnsOf(shape, order);
        for (const Break& at : shape.breaks) {
            ends.push_back(at.at);
        }
        ends.insert(ends.end(), {-50.0, 50.0});
        std::sort(ends.begin(), ends.end());
        for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
            std::uniform_real_distribution<double> within(ends[i], ends[i + 1]);
            std::vector<double> at(300);
            std::generate(at.begin(), at.end(), [&] { return within(random); });
            std::sort(at.begin(), at.end());
            at.erase(std::remove_if(at.begin(), at.end(), [&](double x) { return x <= ends[i] || x >= ends[i + 1]; }),
                     at.end());
            double rise = 0.0;
            double fall = 0.0;
            for (std::size_t k = 1; k < at.size(); ++k) {
                const double before = component(primitive.evaluate(at[k - 1], values), order);
                const double after = component(primitive.evaluate(at[k], values), order);
                const double slack =
                    2.0 * (rounding(primitive, order).ulps * 0x1p-52 * std::max(std::abs(before), std::abs(after)) +
                           rounding(primitive, order).absolute);
                rise = std::max(rise, after - before - slack);
                fall = std::max(fall, before - after - slack);
            }
            QVERIFY2(
                rise <= 0.0 || fall <= 0.0,
                qPrintable(
                    QStringLiteral("derivative %1 turns between %2 and %3").arg(order).arg(ends[i]).arg(ends[i + 1])));
        }
    }
}

/// Of activations that have infinitely many turns, or turns that are not known: random boxes of all sizes hold f, f′
/// and f″ at points inside, whose values the tables test, and shrink with the box.
void TestActivationShape::ownEnclosuresHoldEveryPoint()
{
    std::mt19937 random(11);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    int tested = 0;
    for (const auto& [key, facts] : readFacts()) {
        const Primitive& primitive = *findActivation(key.first)->primitive;
        if (primitive.enclose == nullptr) {
            continue;
        }
        ++tested;
        const std::vector<double> values = numbers(key.second);
        const BoundPrimitive bound(primitive, values);
        for (int i = 0; i < 3000; ++i) {
            const double width = std::pow(10.0, 3.0 * unit(random) * (i % 2 == 0 ? -2.0 : 1.0));
            const double low = (unit(random) - 0.5) * (i % 3 == 0 ? 100.0 : 10.0) - 0.5 * width;
            const Enclosure e = bound.enclose({low, low + width});
            QVERIFY2(e.curvatureGrade == Grade::Continuous, key.first.c_str());
            const double inside = low + width * unit(random);
            for (const double x : {low, inside, low + width}) {
                const Jet jet = primitive.evaluate(x, values);
                QVERIFY2(e.value.contains(jet.value), key.first.c_str());
                QVERIFY2(e.slope.contains(jet.slope), key.first.c_str());
                QVERIFY2(e.curvature.contains(jet.curvature), key.first.c_str());
            }
            if (width < 1e-5) { // Not much wider than slope × width, for slopes and x up to some hundreds.
                QVERIFY2(e.value.width() < 0.1 && e.slope.width() < 1.0, key.first.c_str());
            }
        }
    }
    QVERIFY(tested > 0);
}

/// The stated range is clipped to without widening, so no computed value, rounded as it is, may leave it.
void TestActivationShape::staysInItsRange()
{
    for (const Activation* activation : activations()) {
        const std::vector<double> values = standardParameters(*activation->primitive);
        const Shape shape = BoundPrimitive(*activation->primitive, values).shape();
        for (int i = -4000; i <= 4000; ++i) {
            const double x = std::copysign(std::pow(std::abs(0.01 * i), 3.0), i);
            QVERIFY2(shape.range.contains(activation->primitive->evaluate(x, values).value), activation->id().data());
        }
    }
}

/// Soft exponential with α = −½ is 2 ln w, w = ¾ + x/2, defined for x > −3/2. At the first double inside w is 2^−53, by
/// which f = −106 ln 2, f′ = 2^53 and f″ = −2^105 exactly.
void TestActivationShape::endsWhereItsLogarithmDoes()
{
    const Primitive& primitive = *findActivation("soft_exponential")->primitive;
    const std::vector<double> values{-0.5};
    const Shape shape = primitive.shape(values);
    QCOMPARE(shape.domain.lo, -1.5);
    QVERIFY(shape.domainLowOpen);
    QVERIFY(std::isnan(primitive.evaluate(-1.5, values).value));
    const Jet first = primitive.evaluate(std::nextafter(-1.5, 0.0), values);
    QCOMPARE(first.value, -73.473601139354203);
    QCOMPARE(first.slope, 0x1p53);
    QCOMPARE(first.curvature, -0x1p105);
    QCOMPARE(shape.atLow.value, -kInfinity);
    const BoundPrimitive bound(primitive, values);
    QVERIFY(bound.enclose({-3.0, -1.5}).value.isEmpty());
    QVERIFY(bound.enclose({-2.0, 0.0}).valueGrade == Grade::Partial);
}

QTEST_GUILESS_MAIN(TestActivationShape)
#include "tst_activation_shape.moc"
