#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>

#include <hwy/targets.h>

#include "block_truth.h"
#include "core/number/interval.h"

using namespace secant;

namespace {

/// Stands for the scalar form where its answer must be told from the vectors' own.
constexpr Jet kMark{-77.0, -78.0, -79.0};

Jet marked(double, std::span<const double>)
{
    return kMark;
}

ScalarForm markedForm(const BlockTruth& truth)
{
    return {marked, truth.parameters};
}

/// |computed − exact| in ulp of the exact value; infinite where a sign is wrong at 0 or nothing was computed.
double ulpsOff(double computed, Quad exact)
{
    if (!(std::abs(computed) < kInfinity)) {
        return kInfinity;
    }
    if (exact == 0) {
        return computed == 0.0 ? 0.0 : kInfinity;
    }
    int exponent = 0;
    frexpq(exact, &exponent);
    return static_cast<double>(fabsq((Quad(computed) - exact) / ldexpq(1, std::max(exponent, -1021) - 53)));
}

bool isBlockMachine()
{
    double x = 1.0;
    return block::values(BlockKind::Relu, &x, &x, 1, {marked, {}});
}

/// Uniform on [−6, 6] and over the whole reach, by logarithms down to 1e−30, next to the roots of f′ and f″, and at the
/// edges of the windows where a series stands in.
std::vector<double> stressPoints(const BlockTruth& truth, int count)
{
    std::mt19937_64 generator(20261124);
    std::uniform_real_distribution<double> uniform(0.0, 1.0);
    const auto next = [&] { return uniform(generator); };
    const auto root = [&] {
        return truth.roots.empty() ? 2.0 * next() : truth.roots[generator() % truth.roots.size()];
    };
    std::vector<double> points;
    for (int i = 0; i < count; ++i) {
        double x = 12.0 * next() - 6.0;
        switch (i % 5) {
        case 1:
            x = truth.most * next();
            break;
        case 2:
            x = std::exp(std::log(1e-30) + next() * (std::log(truth.most) - std::log(1e-30)));
            break;
        case 3:
            x = root() + (next() - 0.5) * std::pow(10.0, -17.0 * next());
            break;
        case 4:
            x = root() +
                (next() < 0.5 ? 1.0 : -1.0) * (next() < 0.7 ? 1.0 / 64.0 : 1.0 / 16.0) * (0.99 + 0.02 * next());
            break;
        default:
            break;
        }
        x = truth.isPositive ? std::abs(x) : next() < 0.5 ? -x : x;
        points.push_back(x != 0.0 && std::abs(x) <= truth.most ? x : 1.0);
    }
    return points;
}

const BlockTruth& truthOf(const QString& name)
{
    const auto found = std::find_if(blockTruths().begin(), blockTruths().end(),
                                    [&](const BlockTruth& truth) { return name == QString::fromUtf8(truth.name); });
    Q_ASSERT(found != blockTruths().end());
    return *found;
}

} // namespace

class TestBlock : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void isRightUnderStress_data();
    void isRightUnderStress();
    void leavesTheRestToTheScalarForm_data();
    void leavesTheRestToTheScalarForm();
    void takesEveryLength_data();
    void takesEveryLength();
    void declinesParametersOutOfReach_data();
    void declinesParametersOutOfReach();
    void cleanup() { hwy::DisableTargets(0); }

private:
    /// Every function on the widest vectors of this machine, and on those of AVX2.
    static void forEachTruth()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<qint64>("withoutTargets");
        for (const BlockTruth& truth : blockTruths()) {
            const QString name = QString::fromUtf8(truth.name);
            QTest::addRow("%s", truth.name) << name << qint64{0};
            QTest::addRow("%s, AVX2", truth.name) << name << qint64{HWY_AVX3 | HWY_AVX3_DL};
        }
    }
};

void TestBlock::initTestCase()
{
    if (!isBlockMachine()) {
        QSKIP("this processor has neither AVX-512 nor AVX2 with FMA: the scalar forms do all of it");
    }
}

void TestBlock::isRightUnderStress_data()
{
    forEachTruth();
}

/// 60 000 points against quad precision. Half a unit for the last rounding, and at the doubles next to a root a quarter
/// more, because their distance from it is a single rounded double; sines next to a multiple of π round once more.
void TestBlock::isRightUnderStress()
{
    QFETCH(QString, name);
    QFETCH(qint64, withoutTargets);
    hwy::DisableTargets(withoutTargets);
    const BlockTruth& truth = truthOf(name);
    const std::vector<double> x = stressPoints(truth, 60000);
    std::vector<double> alone(x.size());
    std::vector<double> value(x.size());
    std::vector<double> slope(x.size());
    std::vector<double> curvature(x.size());
    QVERIFY(block::values(truth.kind, x.data(), alone.data(), x.size(), markedForm(truth)));
    QVERIFY(
        block::jets(truth.kind, x.data(), {value.data(), slope.data(), curvature.data()}, x.size(), markedForm(truth)));
    double worst[4] = {};
    double where[4] = {};
    for (std::size_t i = 0; i < x.size(); ++i) {
        const QuadJet exact = truth.at(Quad(x[i]));
        const double errors[4] = {ulpsOff(alone[i], exact.value), ulpsOff(value[i], exact.value),
                                  ulpsOff(slope[i], exact.slope), ulpsOff(curvature[i], exact.curvature)};
        for (int k = 0; k < 4; ++k) {
            if (!(errors[k] <= worst[k])) {
                worst[k] = errors[k];
                where[k] = x[i];
            }
        }
    }
    qInfo("%-14s f %.3f  with slopes: f %.3f  f' %.3f  f'' %.3f ulp", truth.name, worst[0], worst[1], worst[2],
          worst[3]);
    for (int k = 0; k < 4; ++k) {
        QVERIFY2(worst[k] <= (k < 2 ? 0.9 : truth.slopeUlps),
                 qPrintable(QStringLiteral("column %1 at %2").arg(k).arg(where[k], 0, 'g', 17)));
    }
}

void TestBlock::leavesTheRestToTheScalarForm_data()
{
    forEachTruth();
}

/// NaN, and but for the piecewise linear ones zeros, infinities and arguments beyond the reach: each lane for itself.
void TestBlock::leavesTheRestToTheScalarForm()
{
    QFETCH(QString, name);
    QFETCH(qint64, withoutTargets);
    hwy::DisableTargets(withoutTargets);
    const BlockTruth& truth = truthOf(name);
    if (truth.kind == BlockKind::Relu) {
        double x[] = {kNaN, -kInfinity, -0.0, 0.0, kInfinity, -1e-320, 1e-320, 3.0};
        QVERIFY(block::values(truth.kind, x, x, 8, markedForm(truth)));
        const double expected[] = {kNaN, 0.0, 0.0, 0.0, kInfinity, 0.0, 1e-320, 3.0};
        for (int i = 1; i < 8; ++i) {
            QCOMPARE(x[i], expected[i]);
            QVERIFY(!std::signbit(x[i]));
        }
        QVERIFY(std::isnan(x[0]));
        return;
    }
    const double x[] = {0.5, kNaN, kInfinity, -kInfinity, 1.7e308, 0.5, 0.5, 0.5, 0.5, 0.5};
    const bool isLinear = truth.kind == BlockKind::TwoSlopes || truth.kind == BlockKind::Abs;
    double value[10];
    double slope[10];
    double curvature[10];
    QVERIFY(block::values(truth.kind, x, value, 10, markedForm(truth)));
    // |x| takes infinities too.
    const std::vector<int> left = truth.kind == BlockKind::Abs ? std::vector{1} : std::vector{1, 2, 3};
    for (const int i : left) {
        QCOMPARE(value[i], kMark.value);
    }
    QCOMPARE(value[4] == kMark.value, !isLinear);
    for (const int i : {5, 6, 7, 8, 9}) {
        QCOMPARE(value[i], value[0]);
    }
    QVERIFY(block::jets(truth.kind, x, {value, slope, curvature}, 10, markedForm(truth)));
    for (const int i : left) {
        QVERIFY(value[i] == kMark.value && slope[i] == kMark.slope && curvature[i] == kMark.curvature);
    }
    for (const int i : {5, 6, 7, 8, 9}) {
        QVERIFY(value[i] == value[0] && slope[i] == slope[0] && curvature[i] == curvature[0]);
    }
}

void TestBlock::takesEveryLength_data()
{
    forEachTruth();
}

/// Every length up to five vectors gives the same doubles, in place too, and writes nothing behind the end.
void TestBlock::takesEveryLength()
{
    QFETCH(QString, name);
    QFETCH(qint64, withoutTargets);
    hwy::DisableTargets(withoutTargets);
    const BlockTruth& truth = truthOf(name);
    const std::vector<double> x = stressPoints(truth, 40);
    std::vector<double> whole(x.size());
    QVERIFY(block::values(truth.kind, x.data(), whole.data(), x.size(), markedForm(truth)));
    for (std::size_t count = 0; count < x.size(); ++count) {
        std::vector<double> part = x;
        QVERIFY(block::values(truth.kind, part.data(), part.data(), count, markedForm(truth)));
        QVERIFY(std::memcmp(part.data(), whole.data(), count * sizeof(double)) == 0);
        QVERIFY(std::equal(part.begin() + static_cast<std::ptrdiff_t>(count), part.end(),
                           x.begin() + static_cast<std::ptrdiff_t>(count)));
        std::vector<double> value(count + 1, 5.0);
        std::vector<double> slope(count + 1, 5.0);
        std::vector<double> curvature(count + 1, 5.0);
        QVERIFY(block::jets(truth.kind, x.data(), {value.data(), slope.data(), curvature.data()}, count,
                            markedForm(truth)));
        QVERIFY(value[count] == 5.0 && slope[count] == 5.0 && curvature[count] == 5.0);
    }
}

void TestBlock::declinesParametersOutOfReach_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("parameter");
    QTest::addRow("nothing to run") << static_cast<int>(BlockKind::None) << 1.0;
    QTest::addRow("swish without gate") << static_cast<int>(BlockKind::Swish) << 0.0;
    QTest::addRow("swish of NaN") << static_cast<int>(BlockKind::Swish) << kNaN;
    QTest::addRow("softplus upside down") << static_cast<int>(BlockKind::Softplus) << -1.0;
    QTest::addRow("softplus, products overflow") << static_cast<int>(BlockKind::Softplus) << 1e200;
    QTest::addRow("elu, low words vanish") << static_cast<int>(BlockKind::Elu) << 1e-200;
    QTest::addRow("infinite slope") << static_cast<int>(BlockKind::TwoSlopes) << kInfinity;
}

void TestBlock::declinesParametersOutOfReach()
{
    QFETCH(int, kind);
    QFETCH(double, parameter);
    const double x = 0.5;
    double out = 9.0;
    QVERIFY(!block::values(static_cast<BlockKind>(kind), &x, &out, 1, {marked, {&parameter, 1}}));
    QCOMPARE(out, 9.0);
}

QTEST_GUILESS_MAIN(TestBlock)
#include "tst_block.moc"
