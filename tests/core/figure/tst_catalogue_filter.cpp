#include <QTest>

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/figure/catalogue_filter.h"
#include "tests/core/catalogue/reference.h"

using namespace secant;
using namespace secant::reference;

namespace {

/// The rows of tests/data/facts.csv for the standard parameters, by activation: fact → its values.
using FactRows = std::multimap<std::string, std::vector<std::string>>;

std::map<std::string, FactRows> standardRows()
{
    std::map<std::string, FactRows> all;
    for (const Row& row : readRows("facts.csv")) {
        const Activation* activation = findActivation(row[0]);
        std::vector<double> standards;
        for (const ParameterSpec& spec : activation->primitive->parameters) {
            standards.push_back(spec.standard);
        }
        if (numbers(row[1]) == standards) {
            all[row[0]].emplace(row[2], split(row[3], ' '));
        }
    }
    return all;
}

std::string word(const FactRows& rows, const char* fact, std::size_t index = 0)
{
    const auto found = rows.find(fact);
    return found == rows.end() ? std::string() : found->second.at(index);
}

/// From mpmath's rows alone.
PropertySet expected(const FactRows& rows)
{
    PropertySet set;
    const auto say = [&set](Property property, bool holds) { set.set(static_cast<std::size_t>(property), holds); };
    const std::string smooth = word(rows, "class");
    const std::string trend = word(rows, "trend");
    const std::string bend = word(rows, "bend");
    double lo = kInfinity;
    double hi = -kInfinity;
    for (auto [row, end] = rows.equal_range("span"); row != end; ++row) {
        lo = std::min(lo, number(row->second[0]));
        hi = std::max(hi, number(row->second[1]));
    }
    say(Property::Differentiable, smooth == "1" || smooth == "2" || smooth == "smooth");
    say(Property::Smooth, smooth == "smooth");
    say(Property::Monotone, trend == "increasing" || trend == "strictly_increasing" || trend == "constant");
    say(Property::Convex, bend == "convex" || bend == "strictly_convex" || bend == "affine");
    say(Property::BoundedBelow, std::isfinite(lo));
    say(Property::Bounded, std::isfinite(lo) && std::isfinite(hi));
    say(Property::NoDeadZone, rows.count("dead") == 0);
    say(Property::NoKink, rows.count("kink") + rows.count("jump") == 0);
    say(Property::LikeIdentity, number(word(rows, "zero", 0)) == 0.0 && number(word(rows, "zero", 1)) == 1.0 &&
                                    number(word(rows, "zero", 2)) == 1.0);
    say(Property::Lipschitz, std::isfinite(number(word(rows, "steepest"))) && rows.count("jump") == 0);
    return set;
}

PropertySet shapeOnly(PropertySet set)
{
    for (const Property framework : {Property::InPyTorch, Property::InKeras, Property::InJax, Property::InOnnx}) {
        set.reset(static_cast<std::size_t>(framework));
    }
    return set;
}

} // namespace

class TestCatalogueFilter : public QObject {
    Q_OBJECT

private slots:
    void agreesWithMpmath_data();
    void agreesWithMpmath();
    void knowsWaves_data();
    void knowsWaves();
    void knowsFrameworks();
};

void TestCatalogueFilter::agreesWithMpmath_data()
{
    QTest::addColumn<QString>("id");
    int rows = 0;
    for (const auto& [id, facts] : standardRows()) {
        QTest::addRow("%s", id.c_str()) << QString::fromStdString(id);
        ++rows;
    }
    // All but the six with infinitely many turns: two of the rest are not tabled at exactly the standard values.
    QVERIFY(rows >= 80);
}

void TestCatalogueFilter::agreesWithMpmath()
{
    QFETCH(QString, id);
    static const auto all = standardRows();
    const PropertySet wanted = expected(all.at(id.toStdString()));
    const PropertySet found = shapeOnly(propertiesOf(*findActivation(id.toStdString())));
    QCOMPARE(QString::fromStdString(found.to_string()), QString::fromStdString(wanted.to_string()));
}

void TestCatalogueFilter::knowsWaves_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("bounded");
    QTest::addColumn<bool>("monotone");
    QTest::addColumn<bool>("likeIdentity");
    QTest::addRow("sin x") << "sinusoid" << true << false << true;
    QTest::addRow("cos x") << "cosine" << true << false << false;
    QTest::addRow("x + sin² x: f′ = 1 + sin 2x ≥ 0") << "snake" << false << true << true;
    QTest::addRow("x cos x") << "gcu" << false << false << true;
    QTest::addRow("sin x/x") << "sinc" << true << false << false;
    QTest::addRow("(x + sin x) σ(x): f′(0) = 2 · ½") << "sinlu" << false << false << true;
}

void TestCatalogueFilter::knowsWaves()
{
    QFETCH(QString, id);
    const PropertySet set = propertiesOf(*findActivation(id.toStdString()));
    QTEST(has(set, Property::Bounded), "bounded");
    QTEST(has(set, Property::Monotone), "monotone");
    QTEST(has(set, Property::LikeIdentity), "likeIdentity");
    QVERIFY(has(set, Property::Smooth));
    QVERIFY(!has(set, Property::Convex));
    QVERIFY(has(set, Property::NoDeadZone));
}

void TestCatalogueFilter::knowsFrameworks()
{
    const PropertySet relu = propertiesOf(*findActivation("relu"));
    QVERIFY(has(relu, Property::InPyTorch) && has(relu, Property::InKeras) && has(relu, Property::InJax));
    QVERIFY(!has(propertiesOf(*findActivation("golu")), Property::InPyTorch));
}

QTEST_GUILESS_MAIN(TestCatalogueFilter)
#include "tst_catalogue_filter.moc"
