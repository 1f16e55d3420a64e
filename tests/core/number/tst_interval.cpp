#include <algorithm>
#include <cmath>
#include <random>

#include <QTest>

#include "core/number/interval.h"

using namespace secant;

namespace {

/// Doubles of every magnitude, both signs, with the special ones often.
class Doubles {
public:
    double next()
    {
        switch (m_generator() % 12) {
        case 0:
            return 0.0;
        case 1:
            return std::ldexp(1.0, static_cast<int>(m_generator() % 2000) - 1000);
        case 2:
            return static_cast<double>(static_cast<int>(m_generator() % 21) - 10);
        default:
            return std::ldexp(m_mantissa(m_generator), static_cast<int>(m_generator() % 500) - 250);
        }
    }
    Interval box()
    {
        const double a = next();
        const double b = m_generator() % 4 == 0 ? a : next();
        return {std::min(a, b), std::max(a, b)};
    }
    /// A point of the box.
    double inside(const Interval& box)
    {
        const double t = std::uniform_real_distribution<double>(0.0, 1.0)(m_generator);
        return std::clamp(box.lo + t * (box.hi - box.lo), box.lo, box.hi);
    }

private:
    std::mt19937_64 m_generator{42};
    std::uniform_real_distribution<double> m_mantissa{-2.0, 2.0};
};

/// Whether an exact result of doubles, known to 113 bits, lies in the interval.
bool holds(const Interval& interval, __float128 exact)
{
    // The 113 bits are themselves rounded by at most 2^−112 of their size.
    const __float128 size = exact < 0 ? -exact : exact;
    const __float128 slack = std::isinf(static_cast<double>(size)) ? 0 : size * 0x1p-110;
    return interval.lo <= exact + slack && exact - slack <= interval.hi;
}

} // namespace

class TestInterval : public QObject {
    Q_OBJECT

private slots:
    void holdsEveryExactResult();
    void isTightOnPoints_data();
    void isTightOnPoints();
    void knowsItsSpecialCases();
    void survivesOverflowAndUnderflow();
};

void TestInterval::holdsEveryExactResult()
{
    // __float128 holds 113 bits: sums and products of doubles are exact or nearly so, an outside truth.
    Doubles doubles;
    for (int i = 0; i < 200000; ++i) {
        const Interval a = doubles.box();
        const Interval b = doubles.box();
        const double x = doubles.inside(a);
        const double y = doubles.inside(b);
        const __float128 u = x;
        const __float128 v = y;
        QVERIFY(holds(a + b, u + v));
        QVERIFY(holds(a - b, u - v));
        QVERIFY(holds(a * b, u * v));
        QVERIFY(holds(square(a), u * u));
        QVERIFY(holds(power(a, 3), u * u * u));
        QVERIFY(holds(hull(a, b), u) && holds(hull(a, b), v));
        QVERIFY(holds(minimum(a, b), std::min(x, y)) && holds(maximum(a, b), std::max(x, y)));
        if (y != 0.0) {
            QVERIFY(holds(a / b, u / v));
        }
        if (x != 0.0) {
            QVERIFY(holds(power(a, -2), 1 / (u * u)));
        }
    }
}

void TestInterval::isTightOnPoints_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::newRow("exact sum and product") << 1.5 << 0.25;
    QTest::newRow("inexact") << 0.1 << 0.3;
    QTest::newRow("large and small") << 1e200 << 1e-150;
}

void TestInterval::isTightOnPoints()
{
    QFETCH(double, x);
    QFETCH(double, y);
    const Interval a = Interval::point(x);
    const Interval b = Interval::point(y);
    for (const auto& [interval, nearest] :
         {std::pair(a + b, x + y), std::pair(a - b, x - y), std::pair(a * b, x * y), std::pair(a / b, x / y)}) {
        QVERIFY(interval.contains(nearest));
        // Rounded outward by one double at most, and not at all where the result is exact.
        QVERIFY(interval.lo >= std::nextafter(nearest, -HUGE_VAL) && interval.hi <= std::nextafter(nearest, HUGE_VAL));
    }
    if (x == 1.5) {
        QCOMPARE(a + b, Interval::point(1.75));
        QCOMPARE(a * b, Interval::point(0.375));
    }
}

void TestInterval::knowsItsSpecialCases()
{
    const Interval zero = Interval::point(0.0);
    QCOMPARE(zero * Interval::whole(), zero);
    QCOMPARE(Interval::point(1.0) / Interval({-1.0, 1.0}), Interval::whole());
    QVERIFY((Interval::point(1.0) / zero).isEmpty());
    const Interval half = Interval::point(1.0) / Interval({0.0, 2.0});
    QVERIFY(half.lo <= 0.5 && half.lo > 0.4999 && half.hi == kInfinity);
    QCOMPARE(square(Interval{-2.0, 1.0}), (Interval{0.0, 4.0}));
    QCOMPARE(power(Interval{-2.0, 1.0}, 0), Interval::point(1.0));
    QVERIFY(intersection({0.0, 1.0}, {2.0, 3.0}).isEmpty());
    QVERIFY(Interval::empty().isEmpty() && !zero.isEmpty() && zero.isZero());
    QCOMPARE(hull(Interval::empty(), zero), zero);
    QCOMPARE(Interval({-3.0, 2.0}).magnitude(), 3.0);
    QCOMPARE(Interval({-3.0, 2.0}).mignitude(), 0.0);
    QCOMPARE(Interval({2.0, 5.0}).mignitude(), 2.0);
    const Interval wider = widened(Interval::point(1.0), 2.0, 0.5);
    QVERIFY(wider.lo < 0.5 && wider.hi > 1.5 && wider.width() < 1.0 + 1e-14);
}

void TestInterval::survivesOverflowAndUnderflow()
{
    const double big = std::numeric_limits<double>::max();
    const double tiny = std::numeric_limits<double>::denorm_min();
    const Interval sum = Interval::point(big) + Interval::point(big);
    QVERIFY(sum.lo <= big && sum.hi == kInfinity);
    const Interval product = Interval::point(tiny) * Interval::point(tiny);
    QVERIFY(product.lo <= 0.0 && product.hi > 0.0);
    const Interval quotient = Interval::point(tiny) / Interval::point(big);
    QVERIFY(quotient.lo <= 0.0 && quotient.hi > 0.0);
    QVERIFY((Interval::point(kInfinity) - Interval::point(kInfinity)).contains(0.0));
}

QTEST_GUILESS_MAIN(TestInterval)
#include "tst_interval.moc"
