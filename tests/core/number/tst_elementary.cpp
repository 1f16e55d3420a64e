#include <cmath>
#include <set>

#include <QFile>
#include <QTest>

#include "core/number/primitive.h"
#include "tests/support/close.h"

using namespace secant;

namespace {

const Primitive& primitive(const QByteArray& name)
{
    for (const Primitive* candidate : elementaryPrimitives()) {
        if (candidate->name == std::string_view(name.constData(), static_cast<std::size_t>(name.size()))) {
            return *candidate;
        }
    }
    qFatal("no primitive of that name");
}

/// The bound that the primitive states, around the value it computed.
bool within(double computed, double exact, const Rounding& rounding)
{
    if (computed == exact) {
        return true;
    }
    return widened(Interval::point(computed), rounding.ulps, rounding.absolute).contains(exact);
}

} // namespace

class TestElementary : public QObject {
    Q_OBJECT

private slots:
    void agreesWithReference_data();
    void agreesWithReference();
    void isUndefinedOutsideItsDomain_data();
    void isUndefinedOutsideItsDomain();
    void passesNaNOn();
    void namesAreUnique();
};

void TestElementary::agreesWithReference_data()
{
    // tests/data/elementary.py prints these rows from mpmath at 60 digits.
    QTest::addColumn<QByteArrayList>("row");
    QFile file(QStringLiteral(SECANT_TEST_DATA "/elementary.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    file.readLine();
    while (!file.atEnd()) {
        const QByteArrayList row = file.readLine().trimmed().split(',');
        QTest::addRow("%s at %s", row[0].constData(), row[1].constData()) << row;
    }
}

void TestElementary::agreesWithReference()
{
    QFETCH(QByteArrayList, row);
    const Primitive& function = primitive(row[0]);
    const auto number = [&row](int i) { return std::strtod(row[i].constData(), nullptr); };
    const Jet jet = function.evaluate(number(1), {});
    QVERIFY2(within(jet.value, number(2), function.valueRounding), qPrintable(ulpMessage(jet.value, number(2), 0)));
    QVERIFY2(within(jet.slope, number(3), function.slopeRounding), qPrintable(ulpMessage(jet.slope, number(3), 0)));
    QVERIFY2(within(jet.curvature, number(4), function.curvatureRounding),
             qPrintable(ulpMessage(jet.curvature, number(4), 0)));
}

void TestElementary::isUndefinedOutsideItsDomain_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<double>("x");
    QTest::newRow("log at 0") << QByteArray("log") << 0.0;
    QTest::newRow("log of a negative number") << QByteArray("log") << -1.0;
    QTest::newRow("log1p at −1") << QByteArray("log1p") << -1.0;
    QTest::newRow("lg at 0") << QByteArray("lg") << 0.0;
    QTest::newRow("sqrt of a negative number") << QByteArray("sqrt") << -5e-324;
    QTest::newRow("asin above 1") << QByteArray("asin") << std::nextafter(1.0, 2.0);
    QTest::newRow("acos below −1") << QByteArray("acos") << -1.5;
    QTest::newRow("acosh below 1") << QByteArray("acosh") << 0.5;
    QTest::newRow("gamma at 0") << QByteArray("gamma") << 0.0;
    QTest::newRow("gamma at −3") << QByteArray("gamma") << -3.0;
    QTest::newRow("atanh at 1") << QByteArray("atanh") << 1.0;
}

void TestElementary::isUndefinedOutsideItsDomain()
{
    QFETCH(QByteArray, name);
    QFETCH(double, x);
    const Jet jet = primitive(name).evaluate(x, {});
    QVERIFY(std::isnan(jet.value));
    const BoundPrimitive bound(primitive(name), {});
    QVERIFY(bound.enclose(Interval::point(x)).valueGrade == Grade::Empty);
}

void TestElementary::passesNaNOn()
{
    for (const Primitive* function : elementaryPrimitives()) {
        const Jet jet = function->evaluate(kNaN, {});
        QVERIFY2(std::isnan(jet.value), std::string(function->name).c_str());
    }
}

void TestElementary::namesAreUnique()
{
    std::set<std::string_view> names;
    for (const Primitive* function : elementaryPrimitives()) {
        QVERIFY2(names.insert(function->name).second, std::string(function->name).c_str());
    }
    const Vocabulary vocabulary({elementaryPrimitives().begin(), elementaryPrimitives().end()});
    QCOMPARE(vocabulary.find("sin"), &primitive("sin"));
    QVERIFY(!vocabulary.find("sn"));
}

QTEST_GUILESS_MAIN(TestElementary)
#include "tst_elementary.moc"
