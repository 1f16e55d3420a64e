#include <algorithm>
#include <cmath>
#include <random>

#include <QTest>

#include "core/number/primitive.h"

using namespace secant;

/// Every elementary function against its own contract, where the contract can be tested without outside values.
class TestPrimitive : public QObject {
    Q_OBJECT

private slots:
    void isMonotoneBetweenItsTurns_data();
    void isMonotoneBetweenItsTurns();
    void limitsAgreeWithFarValues_data();
    void limitsAgreeWithFarValues();

private:
    static void addShapedPrimitives();
};

void TestPrimitive::addShapedPrimitives()
{
    QTest::addColumn<int>("index");
    const auto all = elementaryPrimitives();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i]->shape != nullptr) {
            QTest::newRow(std::string(all[i]->name).c_str()) << static_cast<int>(i);
        }
    }
}

namespace {

/// Places where something may turn, the ends of what is sampled among them.
std::vector<double> stations(const Shape& shape, const std::vector<double>& turns)
{
    std::vector<double> places{std::max(shape.domain.lo, -30.0), std::min(shape.domain.hi, 30.0)};
    places.insert(places.end(), turns.begin(), turns.end());
    for (const Break& at : shape.breaks) {
        places.push_back(at.at);
    }
    std::sort(places.begin(), places.end());
    return places;
}

} // namespace

void TestPrimitive::isMonotoneBetweenItsTurns_data()
{
    addShapedPrimitives();
}

void TestPrimitive::isMonotoneBetweenItsTurns()
{
    QFETCH(int, index);
    const Primitive& function = *elementaryPrimitives()[static_cast<std::size_t>(index)];
    const Shape shape = function.shape({});
    const std::pair<const std::vector<double>*, double Jet::*> components[] = {
        {&shape.valueTurns, &Jet::value}, {&shape.slopeTurns, &Jet::slope}, {&shape.curvatureTurns, &Jet::curvature}};
    for (const auto& [turns, component] : components) {
        const std::vector<double> places = stations(shape, *turns);
        for (std::size_t i = 1; i < places.size(); ++i) {
            const double width = places[i] - places[i - 1];
            double previous = function.evaluate(places[i - 1] + 1e-6 * width, {}).*component;
            int rises = 0;
            int falls = 0;
            for (int k = 1; k < 400; ++k) {
                const double value = function.evaluate(places[i - 1] + width * k / 400.0, {}).*component;
                const double slack = 64.0 * std::abs(value) * 0x1p-52;
                rises += value > previous + slack;
                falls += value < previous - slack;
                previous = value;
            }
            QVERIFY2(rises == 0 || falls == 0,
                     qPrintable(QString("between %1 and %2").arg(places[i - 1]).arg(places[i])));
        }
    }
}

void TestPrimitive::limitsAgreeWithFarValues_data()
{
    addShapedPrimitives();
}

void TestPrimitive::limitsAgreeWithFarValues()
{
    QFETCH(int, index);
    const Primitive& function = *elementaryPrimitives()[static_cast<std::size_t>(index)];
    const Shape shape = function.shape({});
    const auto agrees = [](double limit, double near) {
        return std::isinf(limit) ? near * limit > 0.0 : std::abs(limit - near) < 0.05 * (1.0 + std::abs(limit));
    };
    const double low = std::isfinite(shape.domain.lo) ? shape.domain.lo + 1e-9 : -1e5;
    const double high = std::isfinite(shape.domain.hi) ? shape.domain.hi - 1e-9 : 1e5;
    for (const auto& [limit, x] : {std::pair(shape.atLow, low), std::pair(shape.atHigh, high)}) {
        const Jet jet = function.evaluate(x, {});
        QVERIFY2(agrees(limit.value, jet.value), qPrintable(QString::number(jet.value)));
        QVERIFY2(agrees(limit.slope, jet.slope), qPrintable(QString::number(jet.slope)));
        QVERIFY2(agrees(limit.curvature, jet.curvature), qPrintable(QString::number(jet.curvature)));
    }
}

QTEST_GUILESS_MAIN(TestPrimitive)
#include "tst_primitive.moc"
