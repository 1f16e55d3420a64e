#include <cmath>
#include <random>

#include <QTest>

#include "core/number/primitive.h"
#include "tests/core/number/quad_truth.h"

using namespace secant;

class TestEnclosure : public QObject {
    Q_OBJECT

private slots:
    void holdsTheTruth_data();
    void holdsTheTruth();
    void holdsCompositesOfArithmetic();
    void gradesPolesAndDomains();
    void gradesInfiniteSlopes();
    void findsBreaks();
    void gradesKinksAndJumps();
    void provesConstantPieces();
    void takesTheBranchThatIsAlone();
    void holdsBoundsThatAreNoDoubles();
    void isNotEmptyBetweenNeighbours();
};

void TestEnclosure::holdsTheTruth_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < truths().size(); ++i) {
        QTest::newRow(truths()[i].name) << static_cast<int>(i);
    }
}

void TestEnclosure::holdsTheTruth()
{
    QFETCH(int, index);
    const Truth& truth = truths()[static_cast<std::size_t>(index)];
    const BoundPrimitive bound(primitive(truth.name), {});
    std::mt19937_64 generator(static_cast<unsigned>(index) + 1U);
    std::uniform_real_distribution<double> middles(truth.lo, truth.hi);
    std::uniform_real_distribution<double> exponents(-14.0, 0.7);
    for (int i = 0; i < 6000; ++i) {
        const double middle = middles(generator);
        const double radius = std::pow(10.0, exponents(generator));
        const Interval box{std::max(truth.lo, middle - radius), std::min(truth.hi, middle + radius)};
        const Enclosure enclosure = bound.enclose(box);
        if (enclosure.valueGrade != Grade::Continuous) {
            QCOMPARE(std::string(truth.name), std::string("tan"));
            continue;
        }
        Quad lowest = HUGE_VALQ;
        Quad highest = -HUGE_VALQ;
        for (const double t : {0.0, 0.21, 0.5, 0.77, 1.0}) {
            const double x = std::clamp(box.lo + t * (box.hi - box.lo), box.lo, box.hi);
            const QuadJet jet = truth.at(x);
            QVERIFY2(holds(enclosure.value, jet.value), qPrintable(QString::number(x, 'g', 17)));
            QVERIFY2(holds(enclosure.slope, jet.slope), qPrintable(QString::number(x, 'g', 17)));
            QVERIFY2(holds(enclosure.curvature, jet.curvature), qPrintable(QString::number(x, 'g', 17)));
            lowest = fminq(lowest, jet.value);
            highest = fmaxq(highest, jet.value);
        }
        // Tight: a narrow box is no wider than the range itself and the rounding at both ends.
        if (radius < 1e-3) {
            const Quad reach = fmaxq(fabsq(lowest), fabsq(highest));
            const Quad range = highest - lowest;
            QVERIFY(Quad(enclosure.value.width()) <=
                    Quad(1.3) * range + Quad(32.0) * reach * Quad(0x1p-52) + Quad(1e-7) * Quad(radius));
        }
    }
}

void TestEnclosure::holdsCompositesOfArithmetic()
{
    // h = u·v, u/v and u^3 − v for u = sin x, v = 2 + x²: derivatives written out by hand.
    const BoundPrimitive sine(primitive("sin"), {});
    std::mt19937_64 generator(99);
    std::uniform_real_distribution<double> middles(-5.0, 5.0);
    std::uniform_real_distribution<double> exponents(-10.0, 0.3);
    for (int i = 0; i < 20000; ++i) {
        const double middle = middles(generator);
        const double radius = std::pow(10.0, exponents(generator));
        const Interval box{middle - radius, middle + radius};
        const Enclosure x = Enclosure::variable(box);
        const Enclosure u = compose(sine.enclose(x.value), x);
        const Enclosure v = Enclosure::constant(Interval::point(2.0)) + power(x, 2);
        const Enclosure product = u * v;
        const Enclosure quotient = u / v;
        const Enclosure difference = power(u, 3) - v;
        const double t = std::clamp(middle + 0.3 * radius, box.lo, box.hi);
        const Quad s = sinq(t);
        const Quad c = cosq(t);
        const Quad w = 2 + Quad(t) * t;
        const Quad d = 2 * Quad(t);
        QVERIFY(holds(product.value, s * w) && holds(product.slope, c * w + s * d));
        QVERIFY(holds(product.curvature, -s * w + 2 * c * d + 2 * s));
        const Quad q = s / w;
        const Quad dq = (c - q * d) / w;
        QVERIFY(holds(quotient.value, q) && holds(quotient.slope, dq));
        QVERIFY(holds(quotient.curvature, (-s - 2 * dq * d - 2 * q) / w));
        QVERIFY(holds(difference.value, s * s * s - w) && holds(difference.slope, 3 * s * s * c - d));
        QVERIFY(holds(difference.curvature, 6 * s * c * c - 3 * s * s * s - 2));
        QVERIFY(product.curvatureGrade == Grade::Continuous && quotient.curvatureGrade == Grade::Continuous);
    }
}

void TestEnclosure::gradesPolesAndDomains()
{
    const Enclosure one = Enclosure::constant(Interval::point(1.0));
    const auto x = [](double lo, double hi) { return Enclosure::variable({lo, hi}); };
    QVERIFY((one / x(-1.0, 1.0)).valueGrade == Grade::Partial);
    QVERIFY((one / x(0.0, 0.0)).valueGrade == Grade::Empty);
    QVERIFY((one / x(0.5, 1.0)).valueGrade == Grade::Continuous);
    QVERIFY(power(x(-2.0, -1.0), 0.5).valueGrade == Grade::Empty);
    QVERIFY(power(x(-2.0, 1.0), 0.5).valueGrade == Grade::Partial);
    QVERIFY(power(x(-1.0, 1.0), -1).valueGrade == Grade::Partial);
    QVERIFY(power(x(-1.0, 1.0), 3).valueGrade == Grade::Continuous);
    const BoundPrimitive logarithm(primitive("log"), {});
    QVERIFY(logarithm.enclose({-2.0, -1.0}).valueGrade == Grade::Empty);
    QVERIFY(logarithm.enclose({-1.0, 1.0}).valueGrade == Grade::Partial);
    QVERIFY(logarithm.enclose({1e-300, 1.0}).valueGrade == Grade::Continuous);
    const BoundPrimitive tangent(primitive("tan"), {});
    QVERIFY(tangent.enclose({1.0, 2.0}).valueGrade == Grade::Partial);
    QVERIFY(tangent.enclose({-1.5, 1.5}).valueGrade == Grade::Continuous);
}

void TestEnclosure::gradesInfiniteSlopes()
{
    // √x, ∛x and asin x are continuous where their slopes are infinite, so only f may be claimed there.
    const auto grades = [](const char* name, double lo, double hi) {
        const Enclosure e = BoundPrimitive(primitive(name), {}).enclose({lo, hi});
        return std::pair(e.valueGrade, e.slopeGrade);
    };
    QVERIFY(grades("sqrt", 0.0, 1.0) == std::pair(Grade::Continuous, Grade::Partial));
    QVERIFY(grades("sqrt", 1e-9, 1.0) == std::pair(Grade::Continuous, Grade::Continuous));
    QVERIFY(grades("cbrt", -1.0, 1.0) == std::pair(Grade::Continuous, Grade::Partial));
    QVERIFY(grades("cbrt", 0.0, 1.0) == std::pair(Grade::Continuous, Grade::Partial));
    QVERIFY(grades("asin", 0.5, 1.0) == std::pair(Grade::Continuous, Grade::Partial));
    QVERIFY(grades("acos", -1.5, 0.5) == std::pair(Grade::Partial, Grade::Partial));
    QVERIFY(grades("asin", 0.5, 1.5) == std::pair(Grade::Partial, Grade::Partial));
    // x^p from 0 on: f′ is finite for p ≥ 1, f″ for p ≥ 2.
    const Enclosure x = Enclosure::variable({0.0, 1.0});
    QVERIFY(power(x, 0.5).valueGrade == Grade::Continuous && power(x, 0.5).slopeGrade == Grade::Partial);
    QVERIFY(power(x, 1.5).slopeGrade == Grade::Continuous && power(x, 1.5).curvatureGrade == Grade::Partial);
    QVERIFY(power(x, 2.5).curvatureGrade == Grade::Continuous);
}

void TestEnclosure::findsBreaks()
{
    const auto within = [](const char* name, double lo, double hi) {
        return BoundPrimitive(primitive(name), {}).breakWithin({lo, hi});
    };
    QVERIFY(!within("sin", -10.0, 10.0));
    QVERIFY(!within("tan", -1.5, 1.5));
    const double pole = within("tan", 1.0, 2.0).value_or(0.0);
    QVERIFY(std::abs(pole - 1.5707963267948966) <= 0x1p-52);
    QCOMPARE(within("asin", 0.0, 4.0).value_or(0.0), 1.0); // The end of its domain.
    QCOMPARE(within("ceil", 6.1, 8.7).value_or(0.0), 7.0); // The one nearest to the middle.
    QCOMPARE(within("round", 0.6, 1.9).value_or(0.0), 1.5);
    QVERIFY(!within("round", 0.6, 1.4));
}

void TestEnclosure::gradesKinksAndJumps()
{
    const BoundPrimitive absolute(primitive("abs"), {});
    const Enclosure kink = absolute.enclose({-1.0, 2.0});
    QVERIFY(kink.valueGrade == Grade::Continuous && kink.slopeGrade == Grade::Defined);
    QCOMPARE(kink.value, (Interval{0.0, 2.0}));
    QCOMPARE(kink.slope, (Interval{-1.0, 1.0}));
    // A box that only touches the kink sees one side of it.
    const Enclosure side = absolute.enclose({0.0, 2.0});
    QVERIFY(side.slopeGrade == Grade::Continuous);
    QCOMPARE(side.slope, Interval::point(1.0));
    const BoundPrimitive step(primitive("step"), {});
    const Enclosure jump = step.enclose({-1.0, 1.0});
    QVERIFY(jump.valueGrade == Grade::Defined);
    QCOMPARE(jump.value, (Interval{0.0, 1.0}));
    QVERIFY(step.enclose({0.0, 1.0}).valueGrade == Grade::Continuous);
    QVERIFY(step.enclose({-1.0, 0.0}).valueGrade == Grade::Defined);
    const BoundPrimitive floor(primitive("floor"), {});
    QVERIFY(floor.enclose({0.2, 0.8}).valueGrade == Grade::Continuous);
    QVERIFY(floor.enclose({0.2, 1.0}).valueGrade == Grade::Defined);
    QCOMPARE(*floor.breakWithin({0.2, 1.3}), 1.0);
    QCOMPARE(*absolute.breakWithin({-0.1, 0.3}), 0.0);
    QVERIFY(!absolute.breakWithin({0.1, 0.3}));
}

void TestEnclosure::provesConstantPieces()
{
    const auto x = [](double lo, double hi) { return Enclosure::variable({lo, hi}); };
    const Enclosure zero = Enclosure::constant(Interval::point(0.0));
    const Enclosure dead = maximum(zero, x(-3.0, -1.0));
    QVERIFY(dead.slope.isZero() && dead.slopeGrade == Grade::Continuous && dead.value.isZero());
    const BoundPrimitive sign(primitive("sign"), {});
    QVERIFY(sign.enclose({-5.0, -1e-300}).slope.isZero());
    // A slope that merely underflows is not proved to vanish.
    const BoundPrimitive tanh(primitive("tanh"), {});
    QVERIFY(!tanh.enclose({800.0, 900.0}).slope.isZero());
    QVERIFY(tanh.enclose({800.0, 900.0}).slope.lo >= 0.0);
}

void TestEnclosure::takesTheBranchThatIsAlone()
{
    const auto x = [](double lo, double hi) { return Enclosure::variable({lo, hi}); };
    const Enclosure one = Enclosure::constant(Interval::point(1.0));
    const Enclosure right = maximum(x(2.0, 3.0), one);
    QCOMPARE(right.slope, Interval::point(1.0));
    const Enclosure both = minimum(x(0.0, 2.0), one);
    QVERIFY(both.slopeGrade == Grade::Defined && both.valueGrade == Grade::Continuous);
    QCOMPARE(both.slope, (Interval{0.0, 1.0}));
    QCOMPARE(both.value, (Interval{0.0, 1.0}));
}

void TestEnclosure::holdsBoundsThatAreNoDoubles()
{
    // sinc″(x) → −1/3 as x → 0, which lies below the double nearest to it.
    const Enclosure sinc = BoundPrimitive(primitive("sinc"), {}).enclose(Interval::point(1e-112));
    QVERIFY(sinc.curvature.lo <= -0.33333333333333337);
    // Γ′(x) ≈ −1/x² is below all doubles where Γ itself is above them.
    const Enclosure gamma = BoundPrimitive(primitive("gamma"), {}).enclose(Interval::point(0x1p-1074));
    QCOMPARE(gamma.slope.lo, -kInfinity);
    QVERIFY(gamma.slope.hi < 0.0);
}

void TestEnclosure::isNotEmptyBetweenNeighbours()
{
    // Γ′ by mpmath with 40 digits; computed at the ends of such a box, Γ′ may fall where it rises.
    const BoundPrimitive gamma(primitive("gamma"), {});
    const Enclosure rising = gamma.enclose({1.5325583114201358, 1.5325583114201362});
    QVERIFY(rising.slope.contains(0.059027982846510859));
    const Enclosure mirrored = gamma.enclose({-0.53255831142013621, -0.53255831142013577});
    QVERIFY(mirrored.slope.contains(0.91062304673402512));
}

QTEST_GUILESS_MAIN(TestEnclosure)
#include "tst_enclosure.moc"
