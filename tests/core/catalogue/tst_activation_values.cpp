#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "reference.h"

using namespace secant;
using namespace secant::reference;

namespace {

/// The worst error of one component over a table, and where it was.
struct Worst {
    double ulps = 0.0;
    std::string where = "nowhere";
    int count = 0;

    void take(std::string_view what, double x, double computed, double expected, double error)
    {
        ++count;
        if (!(error <= ulps)) {
            ulps = error;
            where = difference(what, x, computed, expected, error);
        }
    }
};

/// One line of tests/data/accuracy.
struct Reference {
    double x = 0.0;
    double value = 0.0;
    std::array<double, 2> slope{}; ///< Left and right.
    std::array<double, 2> curvature{};
    std::array<double, 5> residual{}; ///< Of value, slopes, curvatures, in ulp.
    std::string parameterSlope;
};

Reference parsed(const Row& row)
{
    Reference r{number(row[2]), number(row[3]), {number(row[4]), number(row[5])}, {number(row[6]), number(row[7])}, {},
                row[8]};
    const std::vector<double> res = numbers(row[9]);
    r.residual = res.size() == 5 ? std::array{res[0], res[1], res[2], res[3], res[4]}
                                 : std::array{res[0], res[1], res[1], res[2], res[2]};
    for (double& unit : r.residual) {
        unit /= 1000.0;
    }
    return r;
}

/// Parameters of a table as the primitive takes them, its standard ones where the table names none; SiLU's table names
/// the β = 1 that is built in.
std::vector<double> parametersOf(const Row& row, const Primitive& primitive)
{
    std::vector<double> values;
    for (const std::string& assignment : split(row[1], ';')) {
        if (const std::size_t equals = assignment.find('='); equals != std::string::npos) {
            values.push_back(number(assignment.substr(equals + 1)));
        }
    }
    if (values.size() > primitive.parameters.size()) {
        values.clear();
    }
    if (values.empty()) { // The table of sin x is that of sin(ωx) with the standard ω.
        for (const ParameterSpec& parameter : primitive.parameters) {
            values.push_back(parameter.standard);
        }
    }
    return values;
}

/// ∂f/∂p is to be as near as this to the tables, which hold it rounded.
constexpr double kParameterSlopeUlps = 1.0;

} // namespace

class TestActivationValues : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTable_data();
    void agreesWithTable();
    void enclosuresHoldTheTable_data();
    void enclosuresHoldTheTable();
    void agreesWithoutTable();
    void agreesForOtherParameters();
    void undefinedForNaN();
    void definedAtTheEndsOfTheDoubles();
    void undefinedForParametersThatNameNoFunction_data();
    void undefinedForParametersThatNameNoFunction();
    void keepsDigitsForExtremeParameters_data();
    void keepsDigitsForExtremeParameters();
};

void TestActivationValues::agreesWithTable_data()
{
    QTest::addColumn<QString>("file");
    for (const char* name :
         {"identity",     "binary_step",  "sigmoid",     "tanh",       "hard_tanh",        "hard_sigmoid",
          "relu",         "relu6",        "leaky_relu",  "prelu",      "rrelu_eval_torch", "rrelu_eval_paper",
          "elu",          "celu_a1",      "celu_a2",     "selu",       "softplus",         "softsign",
          "silu",         "swish_b1.702", "mish",        "gelu",       "gelu_tanh",        "threshold",
          "relu_squared", "hard_shrink",  "soft_shrink", "squareplus", "log_sigmoid",      "bent_identity",
          "isrlu",        "exponential",  "smelu",       "hard_swish", "arctan",           "gaussian",
          "gcu",          "isru",         "lecun_tanh",  "lisht",      "logish",           "loglog_complementary",
          "phish",        "quick_gelu",   "serf",        "sinc",       "sinusoid",         "tanh_shrink",
          "tanhexp"}) {
        QTest::addRow("%s", name) << QStringLiteral("accuracy/%1.csv").arg(QLatin1String(name));
    }
}

/// f, f′ (a side of it at kinks), f″ and ∂f/∂p are as near to the tables as the primitive promises.
void TestActivationValues::agreesWithTable()
{
    QFETCH(QString, file);
    const std::vector<Row> rows = readRows(file.toStdString());
    QVERIFY2(rows.size() > 390, "the table is missing or cut");
    const Activation* activation = findActivation(rows[0][0]);
    QVERIFY(activation != nullptr);
    const Primitive& primitive = *activation->primitive;
    const std::vector<double> parameters = parametersOf(rows[0], primitive);
    QCOMPARE(parameters.size(), primitive.parameters.size());

    Worst value;
    Worst slope;
    Worst curvature;
    Worst parameterSlope;
    for (const Row& row : rows) {
        const Reference r = parsed(row);
        const Jet jet = primitive.evaluate(r.x, parameters);
        value.take("f", r.x, jet.value, r.value,
                   ulpError(jet.value, r.value, r.residual[0], primitive.valueRounding.absolute));
        const auto side = [&](Worst& worst, std::string_view what, double computed, const std::array<double, 2>& sides,
                              const double* residual, double absolute) {
            const double left = ulpError(computed, sides[0], residual[0], absolute);
            const double right = ulpError(computed, sides[1], residual[1], absolute);
            worst.take(what, r.x, computed, left <= right ? sides[0] : sides[1], std::min(left, right));
        };
        side(slope, "f'", jet.slope, r.slope, &r.residual[1], primitive.slopeRounding.absolute);
        side(curvature, "f''", jet.curvature, r.curvature, &r.residual[3], primitive.curvatureRounding.absolute);
        if (!r.parameterSlope.empty() && !parameters.empty() && !std::isnan(r.x)) {
            const double computed = primitive.parameterSlope(r.x, parameters, 0);
            const double expected = number(r.parameterSlope);
            parameterSlope.take("df/dp", r.x, computed, expected,
                                ulpError(computed, expected, 0.0, 16 * std::numeric_limits<double>::denorm_min()));
        }
    }
    qInfo("%-18s f %.2f  f' %.2f  f'' %.2f  df/dp %.2f ulp", qPrintable(file), value.ulps, slope.ulps, curvature.ulps,
          parameterSlope.ulps);
    QVERIFY2(value.ulps <= primitive.valueRounding.ulps, value.where.c_str());
    QVERIFY2(slope.ulps <= primitive.slopeRounding.ulps, slope.where.c_str());
    QVERIFY2(curvature.ulps <= primitive.curvatureRounding.ulps, curvature.where.c_str());
    QVERIFY2(parameterSlope.ulps <= kParameterSlopeUlps, parameterSlope.where.c_str());
}

void TestActivationValues::enclosuresHoldTheTable_data()
{
    agreesWithTable_data();
}

/// What the stated rounding bounds, turns and breaks are for: boxes between points of the table hold f, and where they
/// are proved to exist f′ and f″, of every point inside.
void TestActivationValues::enclosuresHoldTheTable()
{
    QFETCH(QString, file);
    const std::vector<Row> rows = readRows(file.toStdString());
    QVERIFY(!rows.empty());
    const Primitive& primitive = *findActivation(rows[0][0])->primitive;
    const BoundPrimitive bound(primitive, parametersOf(rows[0], primitive));
    std::vector<Reference> table;
    for (const Row& row : rows) {
        if (const Reference r = parsed(row); !std::isnan(r.x)) {
            table.push_back(r);
        }
    }
    std::sort(table.begin(), table.end(), [](const Reference& a, const Reference& b) { return a.x < b.x; });
    for (const std::size_t width : {0U, 1U, 4U, 40U}) {
        for (std::size_t first = 0; first + width < table.size(); ++first) {
            const Interval box{table[first].x, table[first + width].x};
            const Enclosure e = bound.enclose(box);
            for (std::size_t i = first; i <= first + width; ++i) {
                const Reference& r = table[i];
                const std::string where = difference("enclosure", r.x, box.lo, box.hi, 0.0);
                QVERIFY2(!std::isfinite(r.value) || e.value.contains(r.value), where.c_str());
                const bool inside = box.lo < r.x && r.x < box.hi;
                for (const std::size_t side : {0U, 1U}) {
                    // At the ends of a box only the side that belongs to it counts.
                    if (!inside && r.slope[0] != r.slope[1]) {
                        continue;
                    }
                    QVERIFY2(e.slope.contains(r.slope[side]), where.c_str());
                    QVERIFY2((!inside && r.curvature[0] != r.curvature[1]) || e.curvature.contains(r.curvature[side]),
                             where.c_str());
                }
            }
        }
    }
}

/// The activations that accuracy/ has no table of, by tests/data/activation_values.py: within one unit of the last
/// place of the exact number, in the tails, next to every turn and break, and where results are subnormal.
void TestActivationValues::agreesWithoutTable()
{
    const std::vector<Row> rows = readRows("activation_values.csv");
    QVERIFY(rows.size() > 8000);
    std::map<std::string, std::array<Worst, 4>> worst;
    for (const Row& row : rows) {
        const Primitive& primitive = *findActivation(row[0])->primitive;
        const std::vector<double> parameters = numbers(row[1]);
        const double x = number(row[2]);
        const Jet jet = primitive.evaluate(x, parameters);
        std::vector<double> computed{jet.value, jet.slope, jet.curvature};
        std::vector<double> expected{number(row[3]), number(row[4]), number(row[5])};
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            computed.push_back(primitive.parameterSlope(x, parameters, i));
        }
        for (const double slope : numbers(row[6])) {
            expected.push_back(slope);
        }
        const std::vector<double> residuals = numbers(row[7]);
        QVERIFY(computed.size() == expected.size() && computed.size() == residuals.size());
        constexpr std::array kNames{"f", "f'", "f''", "df/dp"};
        for (std::size_t i = 0; i < computed.size(); ++i) {
            const std::size_t kind = std::min<std::size_t>(i, 3);
            const double error = ulpError(computed[i], expected[i], residuals[i] / 1000.0, 0.0);
            worst[row[0]][kind].take(row[0] + "(" + row[1] + ") " + kNames[kind], x, computed[i], expected[i], error);
        }
    }
    for (const auto& [id, components] : worst) {
        qInfo("%-18s f %.2f  f' %.2f  f'' %.2f  df/dp %.2f ulp", id.c_str(), components[0].ulps, components[1].ulps,
              components[2].ulps, components[3].ulps);
        for (const Worst& component : components) {
            QVERIFY2(component.ulps <= 1.0, component.where.c_str());
        }
    }
}

/// Negative, large and degenerate parameters, activations without a table next to their turns, and the derivative in
/// every parameter: differences in 60 digits by tests/data/activations.py.
void TestActivationValues::agreesForOtherParameters()
{
    const std::vector<Row> rows = readRows("activation_parameters.csv");
    QVERIFY(rows.size() > 400);
    for (const Row& row : rows) {
        const Activation* activation = findActivation(row[0]);
        QVERIFY2(activation != nullptr, row[0].c_str());
        const Primitive& primitive = *activation->primitive;
        const std::vector<double> parameters = numbers(row[1]);
        const double x = number(row[2]);
        const Jet jet = primitive.evaluate(x, parameters);
        const auto check = [&](const char* what, double computed, const std::string& text, const Rounding& allowed) {
            const double expected = number(text);
            // Half a unit more than promised: the row is rounded itself.
            const double error = ulpError(computed, expected, 0.0, allowed.absolute);
            const std::string where = row[0] + "(" + row[1] + ") " + difference(what, x, computed, expected, error);
            QVERIFY2(error <= allowed.ulps + 0.5, where.c_str());
        };
        check("f", jet.value, row[3], primitive.valueRounding);
        check("f'", jet.slope, row[4], primitive.slopeRounding);
        check("f''", jet.curvature, row[5], primitive.curvatureRounding);
        const std::vector<std::string> slopes = row[6].empty() ? std::vector<std::string>{} : split(row[6], ' ');
        QCOMPARE(slopes.size(), primitive.parameters.size());
        for (std::size_t i = 0; i < slopes.size(); ++i) {
            check("df/dp", primitive.parameterSlope(x, parameters, i), slopes[i], {kParameterSlopeUlps, 1e-320});
        }
    }
}

void TestActivationValues::undefinedForNaN()
{
    for (const Activation* activation : activations()) {
        std::vector<double> standard;
        for (const ParameterSpec& parameter : activation->primitive->parameters) {
            standard.push_back(parameter.standard);
        }
        const Jet jet = activation->primitive->evaluate(kNaN, standard);
        QVERIFY2(std::isnan(jet.value) && std::isnan(jet.slope) && std::isnan(jet.curvature), activation->id().data());
        for (std::size_t i = 0; i < standard.size(); ++i) {
            QVERIFY2(std::isnan(activation->primitive->parameterSlope(kNaN, standard, i)), activation->id().data());
        }
    }
}

/// With standard parameters all activations are functions on ℝ that are smooth far out.
void TestActivationValues::definedAtTheEndsOfTheDoubles()
{
    for (const Activation* activation : activations()) {
        std::vector<double> standard;
        for (const ParameterSpec& parameter : activation->primitive->parameters) {
            standard.push_back(parameter.standard);
        }
        for (const double size : {1e155, 1e200, 1.17710071908301e308, std::numeric_limits<double>::max()}) {
            for (const double x : {-size, size}) {
                const Jet jet = activation->primitive->evaluate(x, standard);
                const std::string where = std::string(activation->id()) + " at " + std::to_string(x);
                QVERIFY2(!std::isnan(jet.value) && !std::isnan(jet.slope) && !std::isnan(jet.curvature), where.c_str());
            }
        }
    }
}

void TestActivationValues::undefinedForParametersThatNameNoFunction_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QList<double>>("parameters");
    QTest::addRow("bounds of hard tanh crossed") << "hard_tanh" << QList{1.0, -1.0};
    QTest::addRow("bounds of hard tanh equal") << "hard_tanh" << QList{0.5, 0.5};
    QTest::addRow("range of slopes reversed") << "rrelu_eval_torch" << QList{0.5, 0.25};
    QTest::addRow("range of divisors reversed") << "rrelu_eval_paper" << QList{8.0, 3.0};
    QTest::addRow("divisor may be 0") << "rrelu_eval_paper" << QList{0.0, 3.0};
    QTest::addRow("nothing below the cap") << "clipped_relu" << QList{0.0};
    QTest::addRow("threshold below 0") << "thresholded_relu" << QList{-1.0};
    QTest::addRow("infinite value below the threshold") << "threshold" << QList{0.0, kInfinity};
    QTest::addRow("hard shrink by less than 0") << "hard_shrink" << QList{-0.5};
    QTest::addRow("soft shrink by less than 0") << "soft_shrink" << QList{-0.5};
    QTest::addRow("no offset") << "frelu" << QList{kNaN};
    QTest::addRow("hard sigmoid without slope") << "hard_sigmoid_onnx" << QList{0.0, 0.5};
    QTest::addRow("hard sigmoid that misses the middle") << "hard_sigmoid_onnx" << QList{0.2, 1.5};
    QTest::addRow("no scale") << "star_relu" << QList{kNaN, 0.0};
    QTest::addRow("parabola without width") << "smelu" << QList{0.0};
    QTest::addRow("corners of SReLU crossed") << "srelu" << QList{0.5, 0.2, -0.5, 0.2};
    QTest::addRow("PLU steeper outside") << "plu" << QList{1.5, 1.0};
    QTest::addRow("PLU without middle") << "plu" << QList{0.1, 0.0};
    QTest::addRow("logarithm of a falling line") << "nlrelu" << QList{-1.0};
    QTest::addRow("pelu divides by 0") << "pelu" << QList{1.0, 0.0};
    QTest::addRow("mpelu grows to the left") << "mpelu" << QList{1.0, -1.0};
    QTest::addRow("root of a negative number") << "isrlu" << QList{-1.0};
    QTest::addRow("softplus upside down") << "slu" << QList{1.0, -2.0};
    QTest::addRow("hexpo divides by 0") << "hexpo" << QList{1.0, 1.0, 1.0, 0.0};
    QTest::addRow("xielu without curvature") << "xielu" << QList{0.8, 0.0, 0.5};
    QTest::addRow("soft exponential beyond the doubles") << "soft_exponential" << QList{1e200};
    QTest::addRow("squareplus may have no root") << "squareplus" << QList{-1.0};
    QTest::addRow("celu divides by 0") << "celu" << QList{0.0};
    QTest::addRow("celu below 0") << "celu" << QList{-1.0};
    QTest::addRow("softplus divides by 0") << "softplus" << QList{0.0};
    QTest::addRow("infinite slope") << "leaky_relu" << QList{kInfinity};
    QTest::addRow("no slope") << "prelu" << QList{kNaN};
    QTest::addRow("no depth") << "elu" << QList{kNaN};
    QTest::addRow("product beyond the doubles") << "selu" << QList{1e200, 1e200};
    QTest::addRow("no sharpness") << "swish" << QList{kNaN};
    QTest::addRow("isru may have no root") << "isru" << QList{0.0};
    QTest::addRow("no wave") << "sinusoid" << QList{kInfinity};
    QTest::addRow("snake divides by 0") << "snake" << QList{0.0};
    QTest::addRow("soft clipping divides by 0") << "soft_clipping" << QList{0.0};
    QTest::addRow("no scale of SiLU") << "e_swish" << QList{kNaN};
    QTest::addRow("no floor") << "flatten_t_swish" << QList{kInfinity};
    QTest::addRow("no ripple") << "sinlu" << QList{kNaN, 1.0};
    QTest::addRow("no gate") << "acon_c" << QList{1.0, kNaN, 1.0};
    QTest::addRow("Richard's curve upside down") << "aria2" << QList{-1.0, 2.0};
    QTest::addRow("arctan gate beyond reason") << "xatlu" << QList{kInfinity};
    QTest::addRow("soft-root-sign with a pole") << "soft_root_sign" << QList{1.0, 3.0};
    QTest::addRow("no shift of tanh") << "dyt" << QList{0.5, 1.0, kNaN};
    QTest::addRow("turns beyond the doubles") << "swish" << QList{1e-310};
}

/// NaN everywhere and enclosures that are defined nowhere.
void TestActivationValues::undefinedForParametersThatNameNoFunction()
{
    QFETCH(QString, id);
    QFETCH(QList<double>, parameters);
    const Primitive& primitive = *findActivation(id.toStdString())->primitive;
    const std::vector<double> values(parameters.begin(), parameters.end());
    for (const double x : {-2.0, -0.1}) {
        const Jet jet = primitive.evaluate(x, values);
        QVERIFY(std::isnan(jet.value) && std::isnan(jet.slope) && std::isnan(jet.curvature));
    }
    QVERIFY(BoundPrimitive(primitive, values).enclose({-2.0, 2.0}).value.isEmpty());
}

void TestActivationValues::keepsDigitsForExtremeParameters_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<double>("parameter");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("slope");
    QTest::addColumn<double>("curvature");
    // Exact by e^−720 = 2.0322308024242932e−313 (mpmath, 30 digits), which is subnormal as a double.
    QTest::addRow("elu: subnormal exponential times a large α")
        << "elu" << 1e200 << -720.0 << -1e200 << 2.0322308024242932e-113 << 2.0322308024242932e-113;
    QTest::addRow("celu: x/α past the doubles") << "celu" << 1e-300 << -1e10 << -1e-300 << 0.0 << 0.0;
    QTest::addRow("softplus: βx past the doubles") << "softplus" << 1e300 << 1e10 << 1e10 << 1.0 << 0.0;
    QTest::addRow("softplus: flat") << "softplus" << 1e-300 << 1.0 << 6.931471805599453e299 << 0.5 << 2.5e-301;
    QTest::addRow("swish: βx past the doubles, left") << "swish" << 1e300 << -1e10 << 0.0 << 0.0 << 0.0;
    QTest::addRow("swish: βx past the doubles, right") << "swish" << 1e300 << 1e10 << 1e10 << 1.0 << 0.0;
    QTest::addRow("leaky ReLU: 0 · −∞") << "leaky_relu" << 0.0 << -kInfinity << 0.0 << 0.0 << 0.0;
}

void TestActivationValues::keepsDigitsForExtremeParameters()
{
    QFETCH(QString, id);
    QFETCH(double, parameter);
    QFETCH(double, x);
    QFETCH(double, value);
    QFETCH(double, slope);
    QFETCH(double, curvature);
    const Primitive& primitive = *findActivation(id.toStdString())->primitive;
    const Jet jet = primitive.evaluate(x, std::array{parameter});
    QVERIFY(ulpError(jet.value, value, 0.0, 0.0) <= primitive.valueRounding.ulps + 0.5);
    QVERIFY(ulpError(jet.slope, slope, 0.0, 0.0) <= primitive.slopeRounding.ulps + 0.5);
    QVERIFY(ulpError(jet.curvature, curvature, 0.0, 0.0) <= primitive.curvatureRounding.ulps + 0.5);
}

QTEST_GUILESS_MAIN(TestActivationValues)
#include "tst_activation_values.moc"
