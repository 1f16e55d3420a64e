#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <set>

#include <QTest>

#include "core/analysis/curve.h"
#include "core/figure/compose.h"
#include "core/scene/scene.h"
#include "tests/core/analysis/formula.h"

using namespace secant;
using secant::test::formula;

namespace {

constexpr int kFormulas = 40;
constexpr int kNotches = 2000;
constexpr double kFactor = 1.2; // Of the range, for one notch of a wheel.
/// Between two curves that are drawn: zooming is fast to compute, drawing at each of 500 000 notches is not.
constexpr int kNotchesPerCurve = 53;
constexpr int kNotchesPerAxis = 7;
constexpr int kTicks = 9;

/// Formulas that break, kink, oscillate, overflow and cancel, and some of the catalogue.
std::string formulaAt(int index)
{
    static constexpr std::array kFixed = {"1/x",
                                          "tan(x)",
                                          "floor(x)",
                                          "sin(1/x)",
                                          "x^x",
                                          "log(abs(x))",
                                          "sqrt(x^2-1)",
                                          "(x^2-1)/(x-1)",
                                          "exp(-1e6*(x-0.12345)^2)",
                                          "exp(exp(x))",
                                          "(sin(x)-x)/x^3",
                                          "1e300*x",
                                          "x^3",
                                          "sqrt(x)/x",
                                          "sin(1e5*x)+sin(1.1e5*x)",
                                          "cbrt(x)"};
    const auto at = static_cast<std::size_t>(index);
    if (at < kFixed.size()) {
        return kFixed[at];
    }
    const auto all = activations();
    return std::string(all[(at - kFixed.size()) % all.size()]->id()) + "(x)";
}

/// What the wheel does to a range at the place `at`, in parts of the range.
Range zoomed(const Range& range, double at, double factor)
{
    const double size = range.max - range.min;
    const double fixed = range.min + at * size;
    return {fixed - at * size * factor, fixed + (1.0 - at) * size * factor};
}

/// What is wrong with the ticks of a range; nothing if all is well.
QString faultOf(const FigureAxis& axis, const Range& range)
{
    std::set<std::string> labels;
    double last = -HUGE_VAL;
    for (const AxisTick& tick : axis.ticks) {
        if (!(last < tick.at && range.min <= tick.at && tick.at <= range.max)) {
            return QString("tick at %1").arg(tick.at);
        }
        if (!labels.insert(tick.label).second) {
            return QString("label %1 stands twice").arg(QString::fromStdString(tick.label));
        }
        last = tick.at;
    }
    return axis.ticks.size() < 2 ? "fewer than two ticks" : QString();
}

QString faultOf(const Curve& curve, const Window& window)
{
    double last = window.x.lo;
    for (const CurveSegment& segment : curve.segments) {
        for (const CurvePoint& point : segment.points) {
            if (!std::isfinite(point.y) || !(last <= point.x && point.x <= window.x.hi)) {
                return QString("vertex at %1, %2 after %3").arg(point.x).arg(point.y).arg(last);
            }
            last = point.x;
        }
    }
    for (const CurveColumn& column : curve.columns) {
        if (!(column.x0 < column.x1 && column.lo <= column.hi && std::isfinite(column.lo) &&
              std::isfinite(column.hi))) {
            return QString("column at %1").arg(column.x0);
        }
    }
    for (const CurveBreak& at : curve.breaks) {
        if (!std::isfinite(at.x)) {
            return "a break that is nowhere";
        }
    }
    return {};
}

/// One formula with the view of it, which a wheel turns.
class Zoom {
public:
    Zoom(const Function& function, double centre, unsigned seed)
        : m_function(function), m_centre(centre), m_generator(seed)
    {
        const double half = std::max(6.0, std::abs(centre) * 1e-3);
        m_view.x = {centre - half, centre + half};
    }

    /// Turns the wheel `notches` times with the pointer now here, now there.
    [[nodiscard]] QString turn(int notches, double factor)
    {
        for (int i = 0; i < notches; ++i) {
            View next = m_view;
            next.x = zoomed(m_view.x, pointerAt(m_view.x, m_centre), factor);
            const Range& y = m_view.yOf(PaneKind::Value);
            next.yOf(PaneKind::Value) = zoomed(y, pointerAt(y, 0.0), factor);
            m_view = clamped(next, m_view);
            if (const QString fault = look(i); !fault.isEmpty()) {
                const QString where = QString(" after %1 notches by %2, x from %3 to %4").arg(i).arg(factor);
                return fault + where.arg(m_view.x.min, 0, 'g', 17).arg(m_view.x.max, 0, 'g', 17);
            }
        }
        return {};
    }

private:
    /// A hand on the wheel is a pixel or two off the place it means.
    double pointerAt(const Range& range, double place)
    {
        const double shake = (static_cast<double>(m_generator() % 1001U) - 500.0) / 2e5;
        return std::clamp((place - range.min) / (range.max - range.min) + shake, 0.0, 1.0);
    }

    [[nodiscard]] QString look(int notch) const
    {
        const Range& x = m_view.x;
        const Range& y = m_view.yOf(PaneKind::Value);
        for (const Range& range : {x, y}) {
            if (!(std::isfinite(range.min) && std::isfinite(range.max) && range.min < range.max)) {
                return "no range";
            }
            if (clamped(range, {}) != range) {
                return "a range that is clamped twice differs";
            }
            if (notch % kNotchesPerAxis == 0) {
                if (const QString fault = faultOf(axisFor(range, kTicks), range); !fault.isEmpty()) {
                    return fault;
                }
            }
        }
        if (notch % kNotchesPerCurve != 0) {
            return {};
        }
        const Window window{{x.min, x.max}, {y.min, y.max}, 200.0, 150.0};
        const auto order = static_cast<Order>(notch / kNotchesPerCurve % 3);
        return faultOf(sampleCurve(m_function, order, window), window);
    }

    const Function& m_function;
    double m_centre;
    View m_view;
    std::mt19937 m_generator;
};

} // namespace

class TestZoom : public QObject {
    Q_OBJECT

private slots:
    void neverEnds_data();
    void neverEnds();
};

void TestZoom::neverEnds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("centre");
    QTest::addColumn<unsigned>("seed");
    unsigned seed = 20261124;
    for (int i = 0; i < kFormulas; ++i) {
        const std::string text = formulaAt(i);
        for (const double centre : {0.0, 1.0, 1e15}) {
            QTest::addRow("%s at %g", text.c_str(), centre) << QString::fromStdString(text) << centre << ++seed;
        }
    }
}

void TestZoom::neverEnds()
{
    QFETCH(QString, text);
    QFETCH(double, centre);
    QFETCH(unsigned, seed);
    const Function function = formula(text.toStdString());
    Zoom zoom(function, centre, seed);
    for (const double factor : {1.0 / kFactor, kFactor, kFactor, 1.0 / kFactor}) {
        const QString fault = zoom.turn(kNotches, factor);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }
}

QTEST_GUILESS_MAIN(TestZoom)
#include "tst_zoom.moc"
