#include <QTest>

#include <array>
#include <cmath>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "reference.h"

using namespace secant;
using namespace secant::reference;

namespace {

std::vector<double> parametersOf(const Row& row, const Primitive& primitive)
{
    std::vector<double> values;
    for (const std::string& assignment : split(row[1], ';')) {
        if (const std::size_t equals = assignment.find('='); equals != std::string::npos) {
            values.push_back(number(assignment.substr(equals + 1)));
        }
    }
    values.resize(primitive.parameters.size());
    return values;
}

bool isSame(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

} // namespace

/// The functions as the catalogue wires them to their vector forms.
class TestActivationBlocks : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTable_data();
    void agreesWithTable();
};

void TestActivationBlocks::agreesWithTable_data()
{
    QTest::addColumn<QString>("file");
    for (const char* name : {"relu", "leaky_relu", "prelu", "sigmoid", "tanh", "silu", "swish_b1.702", "softplus",
                             "gelu", "gelu_tanh", "mish", "elu"}) {
        QTest::addRow("%s", name) << QStringLiteral("accuracy/%1.csv").arg(QLatin1String(name));
    }
}

/// Every argument of the tables at once, with its tails, zeros, infinities and NaN: within one unit of the table, or
/// the very double of the scalar form where that has the lane (tst_activation_values judges it).
void TestActivationBlocks::agreesWithTable()
{
    QFETCH(QString, file);
    const std::vector<Row> rows = readRows(file.toStdString());
    QVERIFY2(rows.size() > 390, "the table is missing or cut");
    const Primitive& primitive = *findActivation(rows[0][0])->primitive;
    QVERIFY(primitive.block != BlockKind::None);
    const BoundPrimitive bound(primitive, parametersOf(rows[0], primitive));
    std::vector<double> x;
    for (const Row& row : rows) {
        x.push_back(number(row[2]));
    }
    std::vector<double> alone(x.size());
    std::array<std::vector<double>, 3> jets;
    for (std::vector<double>& column : jets) {
        column.resize(x.size());
    }
    bound.evaluate(x, alone.data());
    bound.evaluate(x, JetBlock{jets[0].data(), jets[1].data(), jets[2].data()});
    std::string wrong;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        const Jet scalar = bound.evaluate(x[i]);
        const std::vector<double> residuals = numbers(row[9]);
        const auto residual = [&](std::size_t k) {
            return (residuals.size() == 5 ? residuals[k] : residuals[(k + 1) / 2]) / 1000.0;
        };
        const auto check = [&](double computed, double standIn, std::size_t column, std::size_t side) {
            const double expected = number(row[column]);
            const double error = ulpError(computed, expected, residual(side), 0.0);
            // Rows next to a kink give both sides; the scalar form says which one holds there.
            const bool isRight = error <= 1.0 || isSame(computed, standIn);
            if (!isRight && wrong.empty()) {
                wrong = difference(file.toStdString(), x[i], computed, expected, error);
            }
        };
        check(alone[i], scalar.value, 3, 0);
        check(jets[0][i], scalar.value, 3, 0);
        check(jets[1][i], scalar.slope, 4, 1);
        check(jets[2][i], scalar.curvature, 6, 3);
    }
    QVERIFY2(wrong.empty(), wrong.c_str());
}

QTEST_GUILESS_MAIN(TestActivationBlocks)
#include "tst_activation_blocks.moc"
