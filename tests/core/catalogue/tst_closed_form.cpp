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
    QTest::addColumn<double>("slope");
    QTest::addColumn<QString>("slopeText");
    const auto row = [](const char* name, const char* activation, double x, double y, const char* xText,
                        const char* yText, double slope = kNaN, const char* slopeText = "") {
        QTest::addRow("%s", name) << activation << x << y << xText << yText << slope << slopeText;
    };
    row("silu", "silu", -1.2784645427610738, -0.27846454276107380, "−1 − W(1/e)", "−W(1/e)");
    row("swish", "swish", -1.2784645427610738, -0.27846454276107380, "−1 − W(1/e)", "−W(1/e)");
    row("e_swish", "e_swish", -1.2784645427610738, -0.34808067845134225, "−1 − W(1/e)", "");
    row("quick_gelu", "quick_gelu", -0.75115425544128895, -0.16361018963635358, "−(1 + W(1/e))/1.702", "−W(1/e)/1.702");
    row("gelu left", "gelu", -std::sqrt(2.0), -0.11122733598052340, "−√2", "", -0.12890414518515479,
        "(1 − erf 1)/2 − 1/(e√π)");
    row("gelu right", "gelu", std::sqrt(2.0), 1.3029862263925716, "√2", "", 1.1289041451851548,
        "(1 + erf 1)/2 + 1/(e√π)");
    row("hard_swish", "hard_swish", -1.5, -0.375, "−3/2", "−3/8");
    row("golu", "golu", -0.56714329040978387, -0.097260131227639405, "−W(1)", "");
    row("elish", "elish", -0.88137358701954303, -0.17157287525380990, "−asinh 1", "2√2 − 3");
    row("gaussian left", "gaussian", -std::sqrt(0.5), 0.60653065971263342, "−1/√2", "1/√e", 0.85776388496070680,
        "√(2/e)");
    row("gaussian right", "gaussian", std::sqrt(0.5), 0.60653065971263342, "1/√2", "1/√e", -0.85776388496070680,
        "−√(2/e)");
    row("mexican hat, dips", "mexican_hat", std::sqrt(3.0), -0.44626032029685966, "√3", "−2/e^(3/2)");
    row("mexican hat, left dip", "mexican_hat", -std::sqrt(3.0), -0.44626032029685966, "−√3", "−2/e^(3/2)");
    row("mexican hat, outer", "mexican_hat", 2.3344142183389772, -0.29172157369801740, "√(3 + √6)", "");
    row("mexican hat, outer left", "mexican_hat", -2.3344142183389772, -0.29172157369801740, "−√(3 + √6)", "");
    row("mexican hat, inner", "mexican_hat", 0.74196378430272586, 0.34133278342589927, "√(3 − √6)", "");
    row("mexican hat, inner left", "mexican_hat", -0.74196378430272586, 0.34133278342589927, "−√(3 − √6)", "");
    row("erf", "erf", 0.0, 0.0, "", "", 1.1283791670955126, "2/√π");
    row("loglog", "loglog_complementary", 0.0, 0.63212055882855768, "", "1 − 1/e", 0.36787944117144232, "1/e");
    row("soft_root_sign", "soft_root_sign", -3.0, -2.4624844021473891, "−3", "6/(3 − 2e)");
}

void TestClosedForm::isWhatItSays()
{
    QFETCH(QString, activation);
    QFETCH(double, x);
    QFETCH(double, y);
    QFETCH(QString, xText);
    QFETCH(QString, yText);
    QFETCH(double, slope);
    QFETCH(QString, slopeText);
    const ClosedForm form = closedFormAt(activation.toStdString(), x);
    QCOMPARE(QString::fromUtf8(form.x.data(), static_cast<qsizetype>(form.x.size())), xText);
    QCOMPARE(QString::fromUtf8(form.y.data(), static_cast<qsizetype>(form.y.size())), yText);
    QCOMPARE(QString::fromUtf8(form.slope.data(), static_cast<qsizetype>(form.slope.size())), slopeText);
    const Primitive& primitive = *findActivation(activation.toStdString())->primitive;
    std::vector<double> standard;
    for (const ParameterSpec& parameter : primitive.parameters) {
        standard.push_back(parameter.standard);
    }
    const Jet jet = primitive.evaluate(x, standard);
    QVERIFY(std::abs(jet.value - y) < 1e-13);
    QVERIFY(std::isnan(slope) || std::abs(jet.slope - slope) < 1e-15);
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
