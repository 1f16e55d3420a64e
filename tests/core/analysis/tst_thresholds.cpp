#include <chrono>

#include <QTest>

#include "core/analysis/convexity/thresholds.h"
#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"

using namespace secant;
using convexity::ThresholdList;

namespace {

const convexity::Range kLine{{true, false, 0}, {true, false, 0}};

ThresholdList thresholdsOf(const std::string& formula, double lo, double hi,
                           std::chrono::nanoseconds time = std::chrono::seconds(2), std::stop_token stop = {})
{
    const auto tree = parse(formula, vocabulary());
    return convexity::thresholds(*tree, formula, std::vector<double>(tree->parameters.size(), 1.0), 0, lo, hi, kLine,
                                 {time, std::move(stop)});
}

QString name(convexity::VerdictKind kind)
{
    static const QStringList kNames{"undecided",        "affine",  "strictly convex", "convex",
                                    "strictly concave", "concave", "neither"};
    return kNames[static_cast<int>(kind)];
}

} // namespace

class TestThresholds : public QObject {
    Q_OBJECT

private slots:
    void marks_data();
    void marks();
    void endsInTime();
    void stopsWhenTold();
};

void TestThresholds::marks_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<double>("lo");
    QTest::addColumn<double>("hi");
    QTest::addColumn<QStringList>("truth");
    // By hand from the slopes at 0 and the sign of f″.
    QTest::newRow("leaky ReLU turns over at 1")
        << "leaky_relu(x, a)" << -0.5 << 1.5 << QStringList{"1: convex, affine, concave"};
    QTest::newRow("ELU") << "elu(x, a)" << -0.5 << 3.0
                         << QStringList{"0: neither, convex, convex", "1: convex, convex, neither"};
    QTest::newRow("a parabola") << "a*x^2" << -2.0 << 2.0
                                << QStringList{"0: strictly concave, affine, strictly convex"};
    QTest::newRow("a wave on a parabola")
        << "x^2/2+a*sin(x)" << -2.0 << 2.0
        << QStringList{"-1: neither, strictly convex, strictly convex", "1: strictly convex, strictly convex, neither"};
    QTest::newRow("nothing changes") << "softplus(x)+a*x" << -2.0 << 2.0 << QStringList{};
}

void TestThresholds::marks()
{
    QFETCH(QString, formula);
    QFETCH(double, lo);
    QFETCH(double, hi);
    QFETCH(QStringList, truth);
    QStringList found;
    for (const convexity::Threshold& t : thresholdsOf(formula.toStdString(), lo, hi).thresholds) {
        QVERIFY(t.at.contains(t.mark));
        found << QString("%1: %2, %3, %4").arg(t.mark).arg(name(t.below), name(t.on), name(t.above));
    }
    QCOMPARE(found, truth);
}

void TestThresholds::endsInTime()
{
    const ThresholdList list = thresholdsOf("elu(x, a)", -0.5, 3.0, std::chrono::microseconds(200));
    QVERIFY(!list.isInTime);
}

void TestThresholds::stopsWhenTold()
{
    std::stop_source source;
    source.request_stop();
    const ThresholdList list = thresholdsOf("elu(x, a)", -0.5, 3.0, std::chrono::seconds(2), source.get_token());
    QVERIFY(!list.isInTime);
    QVERIFY(list.thresholds.empty());
}

QTEST_GUILESS_MAIN(TestThresholds)
#include "tst_thresholds.moc"
