#include <cmath>

#include <QTest>

#include <mpfr.h>

#include "core/analysis/convexity/ball.h"

using namespace secant::convexity;

namespace {

/// 2^exponent as a ball, far beyond what a double holds.
Ball powerOfTwo(long exponent)
{
    return power(Ball(Rational(2)), exponent);
}

} // namespace

class TestBall : public QObject {
    Q_OBJECT

private slots:
    void floors_data();
    void floors();
    void keepsFractionsShort();
    void boundsDigammaFarOut_data();
    void boundsDigammaFarOut();
};

void TestBall::floors_data()
{
    QTest::addColumn<double>("lo");
    QTest::addColumn<double>("hi");
    QTest::addColumn<double>("floorLow");
    QTest::addColumn<double>("floorHigh");
    QTest::newRow("inside one step") << 1.25 << 1.75 << 1.0 << 1.0;
    QTest::newRow("across a step") << 0.5 << 1.5 << 0.0 << 1.0;
    QTest::newRow("at a step") << 2.0 << 2.5 << 2.0 << 2.0;
    QTest::newRow("below 0") << -0.25 << -0.125 << -1.0 << -1.0;
}

void TestBall::floors()
{
    QFETCH(double, lo);
    QFETCH(double, hi);
    QFETCH(double, floorLow);
    QFETCH(double, floorHigh);
    const Ball n = floor(Ball(Rational(lo), Rational(hi)));
    QCOMPARE(n.low(), floorLow);
    QCOMPARE(n.high(), floorHigh);
    QCOMPARE(n.isPoint(), floorLow == floorHigh);
}

void TestBall::keepsFractionsShort()
{
    const Ball tiny = powerOfTwo(-1000000);
    QVERIFY(tiny.exactLow() >= 0);
    QVERIFY(tiny.exactHigh() > 0);
    QVERIFY(mpz_sizeinbase(tiny.exactHigh().get_den_mpz_t(), 2) < 3000);
    const Ball huge = powerOfTwo(1000000);
    QVERIFY(mpz_sizeinbase(huge.exactLow().get_num_mpz_t(), 2) < 3000);
    QCOMPARE(Ball(Rational(1, 4)).exactLow(), Rational(1, 4));
    QVERIFY(floor(huge).isPoint());
}

void TestBall::boundsDigammaFarOut_data()
{
    QTest::addColumn<double>("x");
    QTest::newRow("before the switch") << 9.99e8;
    QTest::newRow("behind it") << 1.001e9;
    QTest::newRow("far out") << 1e15;
    QTest::newRow("farther") << 1e300;
}

void TestBall::boundsDigammaFarOut()
{
    QFETCH(double, x);
    // ψ by MPFR with 400 bits.
    mpfr_t psi;
    mpfr_init2(psi, 400);
    mpfr_set_d(psi, x, MPFR_RNDN);
    mpfr_digamma(psi, psi, MPFR_RNDN);
    const double below = mpfr_get_d(psi, MPFR_RNDD);
    const double above = mpfr_get_d(psi, MPFR_RNDU);
    mpfr_clear(psi);
    const Ball bounds = digamma(Ball(Rational(x)));
    QVERIFY(bounds.low() <= below && bounds.high() >= above);
    QVERIFY2(bounds.high() <= std::nextafter(above, 1e300) && bounds.low() >= std::nextafter(below, 0.0),
             "tight to the double beside it");
    const Ball rising = digamma(Ball(Rational(x / 2), Rational(x)));
    QVERIFY(rising.low() < below && rising.high() >= above);
}

QTEST_GUILESS_MAIN(TestBall)
#include "tst_ball.moc"
