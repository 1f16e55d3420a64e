#include <QTest>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/catalogue/frameworks.h"
#include "reference.h"

using namespace secant;
using namespace secant::reference;

namespace {

std::vector<double> standardValues(const Activation& activation)
{
    std::vector<double> values;
    for (const ParameterSpec& parameter : activation.primitive->parameters) {
        values.push_back(parameter.standard);
    }
    return values;
}

} // namespace

class TestFrameworks : public QObject {
    Q_OBJECT

private slots:
    void listsWhoShipsIt_data();
    void listsWhoShipsIt();
    void namesBelongToTheirFramework();
    void kinksHaveTheSlopeOfPyTorch();
    void kinksHaveTheSlopeOfJax_data();
    void kinksHaveTheSlopeOfJax();
    void everyKinkInJaxHasARule();
    void smoothPlacesAreNoKinks();
};

void TestFrameworks::listsWhoShipsIt_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("list");
    QTest::addRow("everybody") << "gelu"
                               << "PyTorch, Keras, JAX, ONNX";
    QTest::addRow("some") << "squareplus"
                          << "Keras, JAX";
    QTest::addRow("nobody") << "serf"
                            << "";
}

void TestFrameworks::listsWhoShipsIt()
{
    QFETCH(QString, id);
    QFETCH(QString, list);
    const Activation& activation = *findActivation(id.toStdString());
    QCOMPARE(QString::fromStdString(frameworkList(activation)), list);
    QCOMPARE(isShippedBy(activation, "JAX"), list.contains(QStringLiteral("JAX")));
    QVERIFY(!isShippedBy(activation, "Ja"));
}

void TestFrameworks::namesBelongToTheirFramework()
{
    const std::array<std::pair<std::string_view, std::string_view>, 4> prefixes{
        {{"PyTorch", "torch."}, {"Keras", "keras."}, {"JAX", "jax."}, {"ONNX", ""}}};
    for (const Activation* activation : activations()) {
        std::size_t last = 0;
        for (const FrameworkName& entry : activation->frameworks) {
            QVERIFY2(!entry.framework.empty() && !entry.name.empty(), activation->id().data());
            const auto* const known =
                std::ranges::find(prefixes, entry.framework, &std::pair<std::string_view, std::string_view>::first);
            const auto place = static_cast<std::size_t>(known - prefixes.begin());
            QVERIFY2(place >= last, activation->id().data()); // The big four come first and in this order.
            QVERIFY2(known == prefixes.end() || entry.name.starts_with(known->second), activation->id().data());
            last = place;
        }
    }
}

/// tests/data/torch_kinks.csv holds what torch itself returned.
void TestFrameworks::kinksHaveTheSlopeOfPyTorch()
{
    const std::vector<Row> rows = readRows("torch_kinks.csv");
    QVERIFY(rows.size() > 20);
    for (const Row& row : rows) {
        const Activation& activation = *findActivation(row[0]);
        const std::vector<KinkSlopes> kinks = kinkSlopes(activation, numbers(row[1]));
        const auto kink = std::ranges::find(kinks, number(row[2]), &KinkSlopes::at);
        QVERIFY2(kink != kinks.end() && kink->pyTorch, row[0].c_str());
        QVERIFY2(ulpError(*kink->pyTorch, number(row[3]), 0.0, 0.0) <= 1.0, row[0].c_str());
    }
}

void TestFrameworks::kinksHaveTheSlopeOfJax_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QList<double>>("slopes");
    // By the code of jax.nn and the documented rules: relu and relu6 define their slopes, `where` takes its branch,
    // maximum and minimum share the slope between equal arguments, |x| has the slope sign(x).
    QTest::addRow("relu: 0 by definition") << "relu" << QList{0.0};
    QTest::addRow("relu6: 0 by definition") << "relu6" << QList{0.0, 0.0};
    QTest::addRow("leaky_relu: x >= 0 is the right branch") << "leaky_relu" << QList{1.0};
    QTest::addRow("prelu in Flax: the same") << "prelu" << QList{1.0};
    QTest::addRow("selu: x > 0 is the right branch") << "selu" << QList{1.7580993408473766};
    QTest::addRow("hard_tanh: the middle includes its ends") << "hard_tanh" << QList{1.0, 1.0};
    QTest::addRow("hard_sigmoid is made of relu6") << "hard_sigmoid" << QList{0.0, 0.0};
    QTest::addRow("hard_silu is x times that") << "hard_swish" << QList{0.0, 1.0};
    QTest::addRow("sparse_sigmoid clips, with half the slope") << "sparse_sigmoid" << QList{0.25, 0.25};
    QTest::addRow("abs") << "abs" << QList{0.0};
}

void TestFrameworks::kinksHaveTheSlopeOfJax()
{
    QFETCH(QString, id);
    QFETCH(QList<double>, slopes);
    const Activation& activation = *findActivation(id.toStdString());
    const std::vector<KinkSlopes> kinks = kinkSlopes(activation, standardValues(activation));
    QCOMPARE(static_cast<qsizetype>(kinks.size()), slopes.size());
    for (std::size_t i = 0; i < kinks.size(); ++i) {
        QVERIFY(kinks[i].jax);
        QCOMPARE(*kinks[i].jax, slopes[static_cast<qsizetype>(i)]);
    }
}

void TestFrameworks::everyKinkInJaxHasARule()
{
    for (const Activation* activation : activations()) {
        const bool inJax = isShippedBy(*activation, "JAX") || isShippedBy(*activation, "Flax");
        for (const KinkSlopes& kink : kinkSlopes(*activation, standardValues(*activation))) {
            QVERIFY2(kink.jax.has_value() == inJax, activation->id().data());
        }
    }
}

void TestFrameworks::smoothPlacesAreNoKinks()
{
    QVERIFY(kinkSlopes(*findActivation("softsign"), {}).empty());                // Only f″ jumps.
    QVERIFY(kinkSlopes(*findActivation("leaky_relu"), std::array{1.0}).empty()); // The identity.
    QVERIFY(kinkSlopes(*findActivation("sinusoid"), std::array{1.0}).empty());   // No Shape.
    QVERIFY(kinkSlopes(*findActivation("clipped_relu"), std::array{-1.0}).empty());
    QVERIFY(!kinkSlopes(*findActivation("clipped_relu"), std::array{1.0}).front().pyTorch);
}

QTEST_GUILESS_MAIN(TestFrameworks)
#include "tst_frameworks.moc"
