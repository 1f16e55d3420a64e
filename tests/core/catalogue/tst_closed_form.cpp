#include <cmath>

#include <QTest>

#include "core/catalogue/catalogue.h"
#include "core/catalogue/closed_form.h"

using namespace secant;

class TestClosedForm : public QObject {
    Q_OBJECT

private slots:
    void isWhatItSays_data();
    void isWhatItSays();
    void saysNothingElsewhere();
};

void TestClosedForm::isWhatItSays_data()
{
    // The expressions evaluated with mpmath to 17 digits; f′ or f″ vanishes there.
    QTest::addColumn<QString>("activation");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::addColumn<QString>("xText");
    QTest::addColumn<QString>("yText");
    QTest::newRow("silu") << "silu" << -1.2784645427610738 << -0.27846454276107380 << "−1 − W(1/e)"
                          << "−W(1/e)";
    QTest::newRow("swish") << "swish" << -1.2784645427610738 << -0.27846454276107380 << "−1 − W(1/e)"
                           << "−W(1/e)";
    QTest::newRow("e_swish") << "e_swish" << -1.2784645427610738 << -0.34808067845134225 << "−1 − W(1/e)"
                             << "";
    QTest::newRow("quick_gelu") << "quick_gelu" << -0.75115425544128895 << -0.16361018963635358 << "−(1 + W(1/e))/1.702"
                                << "−W(1/e)/1.702";
    QTest::newRow("gelu left") << "gelu" << -std::sqrt(2.0) << -0.11122733598052340 << "−√2"
                               << "";
    QTest::newRow("gelu right") << "gelu" << std::sqrt(2.0) << 1.3029862263925716 << "√2"
                                << "";
    QTest::newRow("hard_swish") << "hard_swish" << -1.5 << -0.375 << "−3/2"
                                << "−3/8";
    QTest::newRow("golu") << "golu" << -0.56714329040978387 << -0.097260131227639405 << "−W(1)"
                          << "";
    QTest::newRow("elish") << "elish" << -0.88137358701954303 << -0.17157287525380990 << "−asinh 1"
                           << "2√2 − 3";
    QTest::newRow("gaussian") << "gaussian" << std::sqrt(0.5) << 0.60653065971263342 << "1/√2"
                              << "1/√e";
    QTest::newRow("soft_root_sign") << "soft_root_sign" << -3.0 << -2.4624844021473891 << "−3"
                                    << "6/(3 − 2e)";
}

void TestClosedForm::isWhatItSays()
{
    QFETCH(QString, activation);
    QFETCH(double, x);
    QFETCH(double, y);
    QFETCH(QString, xText);
    QFETCH(QString, yText);
    const ClosedForm form = closedFormAt(activation.toStdString(), x);
    QCOMPARE(QString::fromUtf8(form.x.data(), static_cast<qsizetype>(form.x.size())), xText);
    QCOMPARE(QString::fromUtf8(form.y.data(), static_cast<qsizetype>(form.y.size())), yText);
    const Primitive& primitive = *findActivation(activation.toStdString())->primitive;
    std::vector<double> standard;
    for (const ParameterSpec& parameter : primitive.parameters) {
        standard.push_back(parameter.standard);
    }
    const Jet jet = primitive.evaluate(x, standard);
    QVERIFY(std::abs(jet.value - y) < 1e-13);
    QVERIFY(std::abs(jet.slope) < 1e-14 || std::abs(jet.curvature) < 1e-14);
}

void TestClosedForm::saysNothingElsewhere()
{
    QVERIFY(closedFormAt("silu", 0.0).x.empty());
    QVERIFY(closedFormAt("relu", -1.5).x.empty());
    QVERIFY(closedFormAt("", -1.5).y.empty());
}

QTEST_GUILESS_MAIN(TestClosedForm)
#include "tst_closed_form.moc"
