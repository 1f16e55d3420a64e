#include "core/figure/slope_gaps.h"

#include <QTest>

#include <string>
#include <vector>

using namespace secant;

namespace {

/// By hand, from the definitions.
class TestSlopeGaps : public QObject {
    Q_OBJECT

private slots:
    void namesTheKinksOfActivations();
    void namesTheKinksOfCalls();
    void saysWhereNobodyKnows_data();
    void saysWhereNobodyKnows();
};

CurveSpec typed(const char* formula)
{
    CurveSpec curve;
    curve.formula = formula;
    return curve;
}

void TestSlopeGaps::namesTheKinksOfActivations()
{
    CurveSpec curve;
    curve.activation = "hard_swish";
    QCOMPARE(slopeGaps(curve).places, (std::vector<double>{-3.0, 3.0}));
    curve.activation = "gelu";
    QVERIFY(slopeGaps(curve).places.empty());
    curve.activation = "soft_shrink";
    curve.parameters["lambd"] = 2.0;
    QCOMPARE(slopeGaps(curve).places, (std::vector<double>{-2.0, 2.0}));
    curve.activation = "binary_step";
    QCOMPARE(slopeGaps(curve).places, std::vector<double>{0.0});
}

void TestSlopeGaps::namesTheKinksOfCalls()
{
    QCOMPARE(slopeGaps(typed("2relu(x) + 1")).places, std::vector<double>{0.0});
    QCOMPARE(slopeGaps(typed("relu(x)")).places, std::vector<double>{0.0});
    QVERIFY(slopeGaps(typed("sin(x)")).places.empty());
}

void TestSlopeGaps::saysWhereNobodyKnows_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<bool>("isKnown");
    QTest::addRow("polynomial") << "x^3 - x" << true;
    QTest::addRow("secant") << "sec(x)" << true;
    QTest::addRow("maximum") << "max(x, x^2)" << false;
    QTest::addRow("cases") << "piecewise(x < 0, x^2, x^3)" << false;
    QTest::addRow("bars") << "|x^2 - 1| + x" << false;
    QTest::addRow("no formula") << "x +" << true;
}

void TestSlopeGaps::saysWhereNobodyKnows()
{
    QFETCH(QString, formula);
    QFETCH(bool, isKnown);
    const SlopeGaps gaps = slopeGaps(typed(qUtf8Printable(formula)));
    QCOMPARE(gaps.isKnown, isKnown);
    QVERIFY(gaps.places.empty());
}

} // namespace

QTEST_GUILESS_MAIN(TestSlopeGaps)
#include "tst_slope_gaps.moc"
