#include <cmath>

#include <QTest>

#include "core/figure/curve_notes.h"

using namespace secant;

namespace {

CurveSpec typed(const QString& formula)
{
    Scene scene;
    addFormula(scene, formula.toStdString());
    return scene.curves.front();
}

} // namespace

class TestLikeness : public QObject {
    Q_OBJECT

private slots:
    void recognises_data();
    void recognises();
    void doesNotTakeWhatIsNear_data();
    void doesNotTakeWhatIsNear();
    void measuresTheLargestGap_data();
    void measuresTheLargestGap();
    void bindsParameters();
};

void TestLikeness::recognises_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("proved");
    QTest::addRow("SiLU as a product") << "x*sigmoid(x)"
                                       << "silu(x)" << true;
    QTest::addRow("SiLU as a quotient") << "x/(1 + exp(-x))"
                                        << "silu(x)" << true;
    QTest::addRow("Swish with β = 3") << "2x/(1 + exp(-3x))"
                                      << "2*swish(x, 3)" << true;
    QTest::addRow("ReLU") << "max(0, x)"
                          << "relu(x)" << true;
    QTest::addRow("softplus") << "log(1 + exp(x))"
                              << "softplus(x, 1)" << true;
    QTest::addRow("tanh of exponentials") << "(exp(x) - exp(-x))/(exp(x) + exp(-x))"
                                          << "tanh(x)" << true;
    QTest::addRow("leaky ReLU") << "if(x > 0, x, 0.2x)"
                                << "leaky_relu(x, 0.2)" << true;
    QTest::addRow("shifted") << "(x + 1)/(1 + exp(-x - 1))"
                             << "silu(x + 1)" << true;
    QTest::addRow("a third of it") << "x*sigmoid(x)/3"
                                   << "1/3*silu(x)" << true;
    QTest::addRow("a parameter with its value") << "a*x/(1 + exp(-x)) + 2"
                                                << "silu(x) + 2" << true;
}

void TestLikeness::recognises()
{
    QFETCH(QString, formula);
    QFETCH(QString, expected);
    QFETCH(bool, proved);
    const auto likeness = likenessOf(typed(formula));
    QVERIFY(likeness.has_value());
    QCOMPARE(QString::fromStdString(likeness->formula()), expected);
    QCOMPARE(likeness->assurance == Assurance::Proved, proved);
}

void TestLikeness::doesNotTakeWhatIsNear_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addRow("a line") << "2x + 1";
    QTest::addRow("nothing known") << "x*sin(x)";
    QTest::addRow("SiLU but for a ripple") << "x/(1 + exp(-x)) + 0.000001cos(x)";
    QTest::addRow("an activation by its own name") << "2silu(3x) + 1";
    QTest::addRow("undefined on a side") << "log(x)";
}

void TestLikeness::doesNotTakeWhatIsNear()
{
    QFETCH(QString, formula);
    QVERIFY(!likenessOf(typed(formula)));
}

void TestLikeness::measuresTheLargestGap_data()
{
    // mpmath, 40 digits: the root of the derivative of the difference.
    QTest::addColumn<QString>("formula");
    QTest::addColumn<double>("at");
    QTest::addColumn<double>("size");
    QTest::addRow("GELU and its tanh form") << "gelu(x) - gelu_tanh(x)" << 2.698941386377271 << 0.00047323552068728427;
    QTest::addRow("GELU and its sigmoid form") << "gelu(x) - quick_gelu(x)" << 2.27039773719661 << 0.020334872209239234;
}

void TestLikeness::measuresTheLargestGap()
{
    QFETCH(QString, formula);
    QFETCH(double, at);
    QFETCH(double, size);
    const CurveNotes notes = notesOf(typed(formula));
    QVERIFY(notes.gap.has_value());
    // The place of a maximum is known to the root of what its value is known to.
    QVERIFY(std::abs(std::abs(notes.gap->at) - at) < 1e-2);
    QVERIFY(std::abs(std::abs(notes.gap->value) - size) <= 1e-6 * size);
    QVERIFY(notes.gap->bound >= size && notes.gap->bound <= size * (1.0 + 2e-6));
    QVERIFY(!notesOf(typed(QStringLiteral("x - 1"))).gap);
}

void TestLikeness::bindsParameters()
{
    Scene scene;
    addActivation(scene, "leaky_relu");
    scene.curves.back().parameters["alpha"] = -0.25;
    addFormula(scene, "a*x + b");
    scene.curves.back().parameters["a"] = 3.0;
    QCOMPARE(QString::fromStdString(boundFormula(scene.curves.front())), QStringLiteral("leaky_relu(x, -0.25)"));
    QCOMPARE(QString::fromStdString(differenceFormula(scene.curves.front(), scene.curves.back())),
             QStringLiteral("leaky_relu(x, -0.25) - (3*x + 1)"));
}

QTEST_GUILESS_MAIN(TestLikeness)
#include "tst_likeness.moc"
