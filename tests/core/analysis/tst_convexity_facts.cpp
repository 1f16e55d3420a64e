#include <chrono>
#include <cmath>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "core/analysis/convexity/expr.h"
#include "core/analysis/convexity/facts.h"
#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"

using namespace secant;
using convexity::Facts;
using convexity::Range;
using convexity::Standing;
using convexity::Trend;

namespace {

// Of the processor: what else the machine does changes no count.
constexpr auto kTime = std::chrono::seconds(3); // Enough under a sanitizer.

// How many of the 137 were answered when this was written; they may only rise.
constexpr int kMeasuredTrends = 115;
constexpr int kMeasuredInflections = 118;

convexity::End end(const QString& text, bool isClosed)
{
    if (text.endsWith("inf"))
        return {true, false, 0};
    return {false, isClosed, convexity::exactNumber(text.toStdString()).value()};
}

Range range(const QJsonObject& interval)
{
    return {end(interval["lo"].toString(), interval["lo_closed"].toBool()),
            end(interval["hi"].toString(), interval["hi_closed"].toBool())};
}

/// "[0,1.2]" as in the rows below.
Range range(const QString& text)
{
    const QStringList ends = text.mid(1, text.size() - 2).split(',');
    return {end(ends[0], text.startsWith('[')), end(ends[1], text.endsWith(']'))};
}

Facts factsOf(const QString& formula, const Range& on)
{
    const std::string text = formula.toStdString();
    const auto tree = parse(text, vocabulary());
    return tree ? convexity::examine(*tree, text, {}, on, {kTime, {}}) : Facts{};
}

QString name(Trend trend)
{
    static const QStringList kNames{"unknown", "constant", "increasing", "decreasing", "none"};
    return kNames[static_cast<int>(trend)];
}

QString name(Standing standing)
{
    static const QStringList kNames{"undecided", "proved", "refuted"};
    return kNames[static_cast<int>(standing)];
}

QString written(const convexity::Stretch& stretch)
{
    const auto number = [](const Interval& x) { return QString::number((x.lo + x.hi) / 2, 'g', 6); };
    return QString("%1%2,%3%4 %5%6")
        .arg(stretch.hasLow ? "[" : "(", number(stretch.lo), number(stretch.hi), stretch.hasHigh ? "]" : ")",
             stretch.curvature > 0   ? "convex"
             : stretch.curvature < 0 ? "concave"
                                     : "affine",
             stretch.isStrict ? " strictly" : "");
}

} // namespace

class TestConvexityFacts : public QObject {
    Q_OBJECT

private slots:
    void corpus_data();
    void corpus();
    void corpusIsAnswered();
    void stretches_data();
    void stretches();
    void bounds_data();
    void bounds();
    void quasiAndLog_data();
    void quasiAndLog();
    void stopsWhenTold();

private:
    static QJsonArray cases();

    int m_trends = 0; ///< How many corpus() saw.
    int m_inflections = 0;
};

/// Truths from high-precision scans and from proofs.
QJsonArray TestConvexityFacts::cases()
{
    QFile file(SECANT_TEST_DATA "/convexity.json");
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object()["cases"].toArray();
}

void TestConvexityFacts::corpus_data()
{
    QTest::addColumn<QJsonObject>("row");
    for (const QJsonValue& value : cases())
        QTest::newRow(qPrintable(value["id"].toString())) << value.toObject();
}

void TestConvexityFacts::corpus()
{
    QFETCH(QJsonObject, row);
    const Facts facts = factsOf(row["expr"].toString(), range(row["interval"].toObject()));
    m_trends += facts.monotonicity.trend != Trend::Unknown ? 1 : 0;
    m_inflections += facts.hasAllInflections ? 1 : 0;
    const QJsonObject truth = row["monotonicity"].toObject();
    if (facts.monotonicity.trend != Trend::Unknown) {
        QCOMPARE(name(facts.monotonicity.trend), truth["kind"].toString());
        QCOMPARE(facts.monotonicity.isStrict, truth["strict"].toBool());
    }
    if (!facts.hasAllInflections || row["inflections"].isNull())
        return;
    const QJsonArray inflections = row["inflections"].toArray();
    QCOMPARE(static_cast<qsizetype>(facts.inflections.size()), inflections.size());
    for (qsizetype i = 0; i < inflections.size(); ++i) {
        const Interval found = facts.inflections[static_cast<std::size_t>(i)];
        const double x = inflections[i].toString().toDouble();
        // The truths have 18 digits; the bounds are the doubles next to the inflection.
        QVERIFY2(std::abs(found.lo - x) <= 4e-16 * std::max(1.0, std::abs(x)), qPrintable(QString::number(found.lo)));
        QVERIFY2(std::abs(found.hi - x) <= 4e-16 * std::max(1.0, std::abs(x)), qPrintable(QString::number(found.hi)));
    }
}

void TestConvexityFacts::corpusIsAnswered()
{
    QVERIFY2(m_trends >= kMeasuredTrends, qPrintable(QString::number(m_trends)));
    QVERIFY2(m_inflections >= kMeasuredInflections, qPrintable(QString::number(m_inflections)));
}

void TestConvexityFacts::stretches_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("on");
    QTest::addColumn<QStringList>("truth");
    // By hand from f″.
    QTest::newRow("one cut") << "x^3"
                             << "(-inf,inf)" << QStringList{"(-inf,0] concave strictly", "[0,inf) convex strictly"};
    QTest::newRow("one kink") << "abs(x)"
                              << "(-inf,inf)" << QStringList{"(-inf,inf) convex"};
    QTest::newRow("a line in two branches") << "relu(x)-relu(-x)"
                                            << "(-inf,inf)" << QStringList{"(-inf,inf) affine"};
    QTest::newRow("an affine stretch belongs to both")
        << "max(min(x,1),-1)"
        << "(-inf,inf)" << QStringList{"(-inf,1] convex", "[-1,inf) concave"};
    QTest::newRow("a pole") << "1/x"
                            << "(-inf,inf)" << QStringList{"(-inf,0) concave strictly", "(0,inf) convex strictly"};
    QTest::newRow("a closed end lifted") << "if(x<1,x^2,5)"
                                         << "[0,1]" << QStringList{"[0,1] convex strictly"};
    QTest::newRow("a closed end lowered") << "if(x<1,x^2,0)"
                                          << "[0,1]" << QStringList{"[0,1) convex strictly"};
    QTest::newRow("between two inflections")
        << "exp(-x^2)"
        << "(-inf,inf)"
        << QStringList{"(-inf,-0.707107] convex strictly", "[-0.707107,0.707107] concave strictly",
                       "[0.707107,inf) convex strictly"};
}

void TestConvexityFacts::stretches()
{
    QFETCH(QString, formula);
    QFETCH(QString, on);
    QFETCH(QStringList, truth);
    const Facts facts = factsOf(formula, range(on));
    QVERIFY(facts.hasAllStretches);
    QStringList found;
    for (const convexity::Stretch& stretch : facts.stretches)
        found << written(stretch);
    QCOMPARE(found, truth);
}

void TestConvexityFacts::bounds_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("on");
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("greatest");
    // inf f″ and sup f″ by hand.
    QTest::newRow("a parabola") << "x^2"
                                << "(-inf,inf)" << 2.0 << 2.0;
    QTest::newRow("a polynomial") << "x^4"
                                  << "[-1,2]" << 0.0 << 48.0;
    QTest::newRow("softplus") << "softplus(x)"
                              << "(-inf,inf)" << 0.0 << 0.25;
    QTest::newRow("a kink up") << "abs(x)+x^2"
                               << "(-inf,inf)" << 2.0 << double(kInfinity);
    QTest::newRow("a kink down") << "min(x,0)"
                                 << "(-inf,inf)" << -double(kInfinity) << 0.0;
    QTest::newRow("unbounded at an end") << "-log(x)"
                                         << "(0,1]" << 1.0 << double(kInfinity);
}

void TestConvexityFacts::bounds()
{
    QFETCH(QString, formula);
    QFETCH(QString, on);
    QFETCH(double, least);
    QFETCH(double, greatest);
    const Facts facts = factsOf(formula, range(on));
    QVERIFY(facts.strongConvexity && facts.smoothness);
    QVERIFY(facts.strongConvexity->contains(least));
    QVERIFY(facts.smoothness->contains(greatest));
    // Bounds are sharp to a few ulp, or vanish far out.
    if (std::isfinite(least))
        QVERIFY2(facts.strongConvexity->width() < 1e-14, qPrintable(QString::number(facts.strongConvexity->width())));
    if (std::isfinite(greatest))
        QVERIFY2(facts.smoothness->width() < 1e-14, qPrintable(QString::number(facts.smoothness->width())));
}

void TestConvexityFacts::quasiAndLog_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<QString>("on");
    QTest::addColumn<QStringList>("truth");
    // Quasi-convex, quasi-concave, log-convex, log-concave: by hand.
    QTest::newRow("monotone is both") << "x^3"
                                      << "(-inf,inf)" << QStringList{"proved", "proved", "refuted", "refuted"};
    QTest::newRow("a bell") << "exp(-x^2)"
                            << "(-inf,inf)" << QStringList{"refuted", "proved", "refuted", "proved"};
    QTest::newRow("an exponential") << "exp(2*x+1)"
                                    << "(-inf,inf)" << QStringList{"proved", "proved", "proved", "proved"};
    QTest::newRow("a wave") << "sin(x)"
                            << "[0,7]" << QStringList{"refuted", "refuted", "refuted", "refuted"};
    QTest::newRow("a jump down after a rise") << "if(x<1,x,x-1/2)"
                                              << "[0,2]" << QStringList{"refuted", "refuted", "refuted", "refuted"};
    QTest::newRow("1/x") << "1/x"
                         << "(0,inf)" << QStringList{"proved", "proved", "proved", "refuted"};
}

void TestConvexityFacts::quasiAndLog()
{
    QFETCH(QString, formula);
    QFETCH(QString, on);
    QFETCH(QStringList, truth);
    const Facts facts = factsOf(formula, range(on));
    const QStringList found{name(facts.quasiConvex), name(facts.quasiConcave), name(facts.logConvex),
                            name(facts.logConcave)};
    QCOMPARE(found, truth);
}

void TestConvexityFacts::stopsWhenTold()
{
    std::stop_source source;
    source.request_stop();
    const auto tree = parse("x^2", vocabulary());
    const Facts facts = convexity::examine(*tree, "x^2", {}, range("(-inf,inf)"), {kTime, source.get_token()});
    QCOMPARE(facts.monotonicity.trend, Trend::Unknown);
    QVERIFY(!facts.hasAllStretches);
}

QTEST_GUILESS_MAIN(TestConvexityFacts)
#include "tst_convexity_facts.moc"
