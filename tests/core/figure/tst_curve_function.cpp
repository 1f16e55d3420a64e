#include <QTest>

#include "core/figure/compose.h"

using namespace secant;

class TestCurveFunction : public QObject {
    Q_OBJECT

private slots:
    void takesStandardValuesForWhatWasNotChosen();
    void givesFreeNamesASlider();
    void keepsTheDefaultsOfFrameworksAsTicks();
    void namesCurves_data();
    void namesCurves();
    void reportsWhereAFormulaIsWrong();
};

void TestCurveFunction::takesStandardValuesForWhatWasNotChosen()
{
    CurveSpec curve;
    curve.activation = "leaky_relu";
    // torch.nn.LeakyReLU: negative_slope = 0.01.
    QCOMPARE(functionOf(curve)->value(-1.0), -0.01);
    curve.parameters["alpha"] = 0.5;
    QCOMPARE(functionOf(curve)->value(-1.0), -0.5);
}

void TestCurveFunction::givesFreeNamesASlider()
{
    CurveSpec curve;
    curve.formula = "a*x^2 + beta";
    const auto parameters = parametersOf(curve);
    QCOMPARE(parameters.size(), std::size_t(2));
    QCOMPARE(parameters[0].name, std::string("a"));
    QCOMPARE(parameters[1].name, std::string("beta"));
    QVERIFY(parameters[0].sliderMin < parameters[0].value && parameters[0].value < parameters[0].sliderMax);
    curve.parameters["a"] = 3.0;
    QCOMPARE(functionOf(curve)->value(2.0), 13.0);
}

void TestCurveFunction::keepsTheDefaultsOfFrameworksAsTicks()
{
    CurveSpec curve;
    curve.activation = "leaky_relu";
    const auto parameters = parametersOf(curve);
    QCOMPARE(parameters.size(), std::size_t(1));
    std::vector<double> ticks;
    for (const auto& tick : parameters[0].ticks) {
        ticks.push_back(tick.value);
        QVERIFY(!tick.label.empty());
    }
    QCOMPARE(ticks, (std::vector<double>{0.01, 0.2, 0.3}));
}

void TestCurveFunction::namesCurves_data()
{
    QTest::addColumn<QString>("activation");
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("name");
    QTest::newRow("activation with a parameter") << "leaky_relu"
                                                 << ""
                                                 << "Leaky ReLU (α = 0.01)";
    QTest::newRow("activation without") << "tanh"
                                        << ""
                                        << "Tanh";
    QTest::newRow("typed formula") << ""
                                   << "x^2 + 1"
                                   << "x^2 + 1";
    QTest::newRow("typed formula with a parameter") << ""
                                                    << "a*x"
                                                    << "a*x (a = 1)";
}

void TestCurveFunction::namesCurves()
{
    QFETCH(QString, activation);
    QFETCH(QString, formula);
    CurveSpec curve;
    curve.activation = activation.toStdString();
    curve.formula = formula.toStdString();
    QTEST(QString::fromStdString(displayName(curve, Language::English)), "name");
}

void TestCurveFunction::reportsWhereAFormulaIsWrong()
{
    CurveSpec curve;
    curve.formula = "x + sn(x)";
    const auto function = functionOf(curve);
    QVERIFY(!function.ok());
    QCOMPARE(function.error().kind, ParseErrorKind::UnknownFunction);
    QCOMPARE(function.error().where.begin, std::size_t(4));
    QVERIFY(parametersOf(curve).empty());
}

QTEST_GUILESS_MAIN(TestCurveFunction)
#include "tst_curve_function.moc"
