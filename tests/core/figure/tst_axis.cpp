#include <cmath>
#include <random>
#include <set>

#include <QTest>

#include "core/figure/compose.h"

using namespace secant;

class TestAxis : public QObject {
    Q_OBJECT

private slots:
    void writesNumbersAsPeopleReadThem_data();
    void writesNumbersAsPeopleReadThem();
    void placesTicks_data();
    void placesTicks();
    void placesTicksOnLogarithmicScales_data();
    void placesTicksOnLogarithmicScales();
    void keepsItsPromisesOnAnyRange();
    void keepsThemOnAnyLogarithmicRange();
    void refusesRangesThatCannotBeDrawn();
};

void TestAxis::writesNumbersAsPeopleReadThem_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<int>("digits");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero has no sign") << -0.0 << 6 << "0";
    QTest::newRow("true minus") << -2.5 << 6 << "−2.5";
    QTest::newRow("no trailing zeros") << 0.1 << 6 << "0.1";
    QTest::newRow("rounded to the digits") << 2.0 / 3.0 << 4 << "0.6667";
    QTest::newRow("integer") << 120.0 << 3 << "120";
    QTest::newRow("small") << 2.5e-5 << 4 << "2.5×10⁻⁵";
    QTest::newRow("power of ten") << 1e-7 << 4 << "10⁻⁷";
    QTest::newRow("negative power of ten") << -1e8 << 4 << "−10⁸";
    QTest::newRow("large") << 1.234e12 << 4 << "1.234×10¹²";
    QTest::newRow("infinite") << -HUGE_VAL << 4 << "−∞";
    QTest::newRow("undefined") << std::nan("") << 4 << "–";
}

void TestAxis::writesNumbersAsPeopleReadThem()
{
    QFETCH(double, number);
    QFETCH(int, digits);
    QTEST(QString::fromStdString(readable(number, digits)), "text");
}

void TestAxis::placesTicks_data()
{
    QTest::addColumn<double>("min");
    QTest::addColumn<double>("max");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("labels");
    QTest::newRow("ones") << -3.0 << 3.0 << 6 << "−3 −2 −1 0 1 2 3";
    QTest::newRow("twos") << -6.0 << 6.0 << 6 << "−6 −4 −2 0 2 4 6";
    QTest::newRow("halves") << -1.2 << 1.2 << 5 << "−1.0 −0.5 0 0.5 1.0";
    QTest::newRow("away from zero") << 1000.0 << 1000.5 << 5 << "1000.0 1000.1 1000.2 1000.3 1000.4 1000.5";
    QTest::newRow("tiny") << 0.0 << 4e-9 << 4 << "0 10⁻⁹ 2×10⁻⁹ 3×10⁻⁹ 4×10⁻⁹";
    QTest::newRow("huge") << -2e9 << 2e9 << 4 << "−2×10⁹ −10⁹ 0 10⁹ 2×10⁹";
}

void TestAxis::placesTicks()
{
    QFETCH(double, min);
    QFETCH(double, max);
    QFETCH(int, count);
    QStringList labels;
    for (const AxisTick& tick : axisFor({min, max}, count).ticks) {
        labels << QString::fromStdString(tick.label);
    }
    QTEST(labels.join(' '), "labels");
}

void TestAxis::placesTicksOnLogarithmicScales_data()
{
    QTest::addColumn<double>("min");
    QTest::addColumn<double>("max");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("labels");
    QTest::addColumn<int>("minors");
    QTest::newRow("every decade, digits between") << 1e-3 << 1e3 << 7 << "10⁻³ 10⁻² 10⁻¹ 10⁰ 10¹ 10² 10³" << 48;
    QTest::newRow("three hundred decades") << 1e-300 << 1.0 << 6 << "10⁻³⁰⁰ 10⁻²⁵⁰ 10⁻²⁰⁰ 10⁻¹⁵⁰ 10⁻¹⁰⁰ 10⁻⁵⁰ 10⁰" << 0;
    QTest::newRow("every fifth, decades between") << 2e-11 << 5e4 << 4 << "10⁻¹⁰ 10⁻⁵ 10⁰" << 12;
    QTest::newRow("two decades") << 0.1 << 10.0 << 6 << "0.1 0.2 0.5 1 2 5 10" << 12;
    QTest::newRow("less than a decade") << 2.0 << 4.0 << 4 << "2.0 2.5 3.0 3.5 4.0" << 16;
    QTest::newRow("no room") << 1e-3 << 1e3 << 1 << "10⁰" << 6;
}

void TestAxis::placesTicksOnLogarithmicScales()
{
    QFETCH(double, min);
    QFETCH(double, max);
    QFETCH(int, count);
    QFETCH(int, minors);
    const FigureAxis axis = axisFor({min, max}, count, AxisScale::Logarithmic);
    QStringList labels;
    for (const AxisTick& tick : axis.ticks) {
        labels << QString::fromStdString(tick.label);
    }
    QTEST(labels.join(' '), "labels");
    QCOMPARE(static_cast<int>(axis.minorTicks.size()), minors);
    QVERIFY(axis.scale == AxisScale::Logarithmic);
}

void TestAxis::keepsThemOnAnyLogarithmicRange()
{
    std::mt19937_64 generator(8);
    std::uniform_real_distribution<double> place(-299.0, 299.0);
    std::uniform_real_distribution<double> narrowing(-8.0, 2.7);
    for (int i = 0; i < 20000; ++i) {
        const double lo = place(generator);
        const double hi = std::min(299.5, lo + std::pow(10.0, narrowing(generator)));
        const Range range{std::pow(10.0, lo), std::pow(10.0, hi)};
        const int count = 1 + i % 12;
        const FigureAxis axis = axisFor(range, count, AxisScale::Logarithmic);
        const auto most = static_cast<std::size_t>(std::max(2.0 * count, count + 2.0));
        QVERIFY2(axis.ticks.size() <= most, qPrintable(QString::number(axis.ticks.size())));
        QVERIFY(axis.minorTicks.size() <= 40 * static_cast<std::size_t>(count) + 40);
        std::set<std::string> labels;
        double previous = 0.0;
        for (const AxisTick& tick : axis.ticks) {
            QVERIFY(tick.at > previous && range.min <= tick.at && tick.at <= range.max);
            QVERIFY2(labels.insert(tick.label).second, tick.label.c_str());
            previous = tick.at;
        }
    }
}

void TestAxis::keepsItsPromisesOnAnyRange()
{
    std::mt19937_64 generator(7);
    std::uniform_real_distribution<double> mantissa(-10.0, 10.0);
    std::uniform_int_distribution<int> exponent(-280, 280);
    std::uniform_int_distribution<int> narrowing(0, 14);
    for (int i = 0; i < 20000; ++i) {
        const double centre = mantissa(generator) * std::pow(10.0, exponent(generator));
        const double width = std::max(std::abs(centre) * std::pow(10.0, -narrowing(generator)), 1e-280);
        const Range range{centre - width, centre + width};
        const int count = 1 + i % 12;
        const FigureAxis axis = axisFor(range, count);
        QVERIFY(axis.ticks.size() <= static_cast<std::size_t>(count) + 1);
        std::set<std::string> labels;
        double previous = -HUGE_VAL;
        for (const AxisTick& tick : axis.ticks) {
            QVERIFY(tick.at > previous);
            QVERIFY(range.min <= tick.at && tick.at <= range.max);
            QVERIFY2(labels.insert(tick.label).second, tick.label.c_str());
            previous = tick.at;
        }
        QVERIFY(axis.minorTicks.size() <= (axis.ticks.size() + 2) * 5);
    }
}

void TestAxis::refusesRangesThatCannotBeDrawn()
{
    QVERIFY(axisFor({1.0, 1.0}, 5).ticks.empty());
    QVERIFY(axisFor({2.0, 1.0}, 5).ticks.empty());
    QVERIFY(axisFor({std::nan(""), 1.0}, 5).ticks.empty());
    QVERIFY(axisFor({-HUGE_VAL, HUGE_VAL}, 5).ticks.empty());
    for (const Range& range : {Range{0.0, 1.0}, Range{-1.0, 1.0}, Range{1.0, HUGE_VAL}, Range{2.0, 1.0}}) {
        QVERIFY(axisFor(range, 5, AxisScale::Logarithmic).ticks.empty());
    }
}

QTEST_GUILESS_MAIN(TestAxis)
#include "tst_axis.moc"
