#include <cmath>
#include <random>

#include <QTest>

#include "core/number/primitive.h"
#include "tests/core/number/quad_truth.h"

using namespace secant;

namespace {

/// Abscissae of every size: subnormal, huge, beside ±1 where domains end, and of the size that people type.
class Abscissae {
public:
    explicit Abscissae(unsigned seed) : m_generator(seed) {}

    double next()
    {
        const double kind = uniform();
        const double sign = uniform() < 0.5 ? -1.0 : 1.0;
        if (kind < 0.5) {
            return sign * std::ldexp(1.0 + uniform(), static_cast<int>(uniform() * 2098.0) - 1074);
        }
        if (kind < 0.75) {
            const double side = uniform() < 0.5 ? -1.0 : 1.0;
            return sign * (1.0 + side * std::ldexp(uniform(), -static_cast<int>(uniform() * 53.0)));
        }
        return 1500.0 * (uniform() - 0.5);
    }

    /// A point, or x with a neighbourhood from one unit in the last place to its own size.
    Interval boxAround(double x)
    {
        const double radius =
            uniform() < 0.3 ? 0.0 : std::abs(x) * std::ldexp(uniform(), -static_cast<int>(uniform() * 60.0));
        return {x - radius, x + radius};
    }

private:
    double uniform() { return std::uniform_real_distribution<double>(0.0, 1.0)(m_generator); }

    std::mt19937_64 m_generator;
};

} // namespace

/// Enclosures of the elementary functions at every size of argument that a double can have.
class TestEnclosureRange : public QObject {
    Q_OBJECT

private slots:
    void holdsTheTruthAtEverySize_data();
    void holdsTheTruthAtEverySize();
    void isAFewUnitsWideAtAPoint_data();
    void isAFewUnitsWideAtAPoint();

private:
    static void addTruths();
};

void TestEnclosureRange::addTruths()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < truths().size(); ++i) {
        QTest::newRow(truths()[i].name) << static_cast<int>(i);
    }
}

void TestEnclosureRange::holdsTheTruthAtEverySize_data()
{
    addTruths();
}

void TestEnclosureRange::holdsTheTruthAtEverySize()
{
    QFETCH(int, index);
    const Truth& truth = truths()[static_cast<std::size_t>(index)];
    const BoundPrimitive bound(primitive(truth.name), {});
    Abscissae abscissae(static_cast<unsigned>(index) + 41U);
    int checked = 0;
    for (int i = 0; i < 20000; ++i) {
        const double x = abscissae.next();
        const Interval box = abscissae.boxAround(x);
        if (x == 0.0 || std::isnan(bound.evaluate(x).value)) {
            continue; // Outside the domain, which tst_enclosure grades.
        }
        const Enclosure enclosure = bound.enclose(box);
        const QuadJet exact = truth.at(x);
        const QString place = QString::number(x, 'g', 17);
        QVERIFY2(enclosure.valueGrade != Grade::Empty, qPrintable(place));
        QVERIFY2(holds(enclosure.value, exact.value), qPrintable(place));
        QVERIFY2(holds(enclosure.slope, exact.slope), qPrintable(place));
        QVERIFY2(holds(enclosure.curvature, exact.curvature), qPrintable(place));
        ++checked;
    }
    QVERIFY(checked > 5000);
}

void TestEnclosureRange::isAFewUnitsWideAtAPoint_data()
{
    addTruths();
}

void TestEnclosureRange::isAFewUnitsWideAtAPoint()
{
    QFETCH(int, index);
    const Truth& truth = truths()[static_cast<std::size_t>(index)];
    const BoundPrimitive bound(primitive(truth.name), {});
    std::mt19937_64 generator(static_cast<unsigned>(index) + 7U);
    std::uniform_real_distribution<double> places(truth.lo, truth.hi);
    // Twice the widest stated rounding, 24 ulp, and both ends rounded outward.
    const double limit = 52.0 * 0x1p-52;
    for (int i = 0; i < 3000; ++i) {
        const double x = places(generator);
        const Enclosure enclosure = bound.enclose(Interval::point(x));
        for (const Interval& bounds : {enclosure.value, enclosure.slope, enclosure.curvature}) {
            QVERIFY2(bounds.width() <= limit * bounds.magnitude(), qPrintable(QString::number(x, 'g', 17)));
        }
    }
}

QTEST_GUILESS_MAIN(TestEnclosureRange)
#include "tst_enclosure_range.moc"
