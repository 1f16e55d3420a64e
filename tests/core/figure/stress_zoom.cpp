/// stress_zoom [NOTCHES [SCENES [SEED [FIRST]]]]
///
/// Zooms SCENES random scenes (40) by NOTCHES steps of a wheel (40) in and out again at x = 0, 1 and 10^15, and from
/// the widest range there is to the narrowest, composing the figure at each step. Every number of a figure has to be
/// finite and in its window, every tick distinct. Under the sanitizers, no number may leave the integers that it is
/// cast to. Exit status 1 if anything is wrong.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <set>
#include <string>

#include "core/catalogue/catalogue.h"
#include "core/figure/compose.h"
#include "tests/core/analysis/random_formulas.h"

using namespace secant;

namespace {

constexpr double kWheel = 1.2; // Of the range, for one notch.
constexpr double kTurns = 2000.0;
/// Notches from the widest range to the narrowest.
constexpr double kDecades = 590.0;
/// On logarithmic scales: from ten decades to kMinLogWidth; and where they centre if 0 is meant.
constexpr double kLogDepth = 3e9;
constexpr double kMinLogCentre = 1e-30;
/// Parts that take longer than a frame are computed now and then.
constexpr long kNotchesPerLatePart = 41;

/// A picture small enough to compute many; what depends on pixels does so at any size.
Budget smallPicture()
{
    Budget budget;
    budget.paneWidthPx = 160.0;
    budget.paneHeightPx.fill(120.0);
    budget.tickSpacingPx = 40.0;
    return budget;
}

/// One to three curves with any of what a scene can show.
class RandomScenes {
public:
    explicit RandomScenes(unsigned seed) : m_formulas(seed), m_random(seed) {}

    Scene next()
    {
        Scene scene;
        for (auto count = 1 + m_random() % 3; count > 0; --count) {
            addCurve(scene);
        }
        scene.panes = {true, heads(), heads(), heads()};
        scene.kinks = heads();
        for (bool& mark : scene.marks) {
            mark = heads();
        }
        ShadingSpec& shading = scene.shading;
        for (bool* kind : {&shading.saturated, &shading.dead, &shading.expanding, &shading.monotone, &shading.curved,
                           &shading.identity, &shading.inputs.shown}) {
            *kind = m_random() % 4 == 0;
        }
        scene.judgement.shown = heads();
        WorkbenchSpec& workbench = scene.workbench;
        for (bool* shown : {&workbench.tangent, &workbench.epigraph, &workbench.envelope, &workbench.conjugate}) {
            *shown = m_random() % 4 == 0;
        }
        workbench.randomChords = heads() ? 5 : 0;
        if (heads()) {
            scene.chords.push_back({scene.activeCurve, -1.0, 2.0, 0.5});
        }
        return scene;
    }

private:
    [[nodiscard]] bool heads() { return m_random() % 2 == 0; }

    void addCurve(Scene& scene)
    {
        if (heads()) {
            addFormula(scene, m_formulas.next(4));
            return;
        }
        const auto all = activations();
        CurveSpec& curve = *scene.find(addActivation(scene, all[m_random() % all.size()]->id()));
        for (const CurveParameter& parameter : parametersOf(curve)) {
            if (heads()) {
                const double part = static_cast<double>(m_random() % 1000U) / 1000.0;
                curve.parameters[parameter.name] =
                    parameter.sliderMin + part * (parameter.sliderMax - parameter.sliderMin);
            }
        }
    }

    test::RandomFormulas m_formulas;
    std::mt19937 m_random;
};

bool isDrawn(const FigurePoint& point)
{
    return std::isfinite(point.x) && std::isfinite(point.y);
}

/// What is wrong with the ticks; empty if all is well.
std::string faultOf(const FigureAxis& axis)
{
    if (!(std::isfinite(axis.range.min) && std::isfinite(axis.range.max) && axis.range.min < axis.range.max)) {
        return "no range";
    }
    std::set<std::string> labels;
    double last = -HUGE_VAL;
    for (const AxisTick& tick : axis.ticks) {
        if (!(last < tick.at && axis.range.min <= tick.at && tick.at <= axis.range.max)) {
            return "a tick out of order";
        }
        if (!labels.insert(tick.label).second) {
            return "two ticks " + tick.label;
        }
        last = tick.at;
    }
    return {};
}

std::string faultOf(const Pane& pane)
{
    if (std::string fault = faultOf(pane.y); !fault.empty()) {
        return fault;
    }
    for (const Ink& ink : pane.inks) {
        for (const auto& run : ink.runs) {
            if (!std::all_of(run.begin(), run.end(), isDrawn)) {
                return "a vertex that is nowhere";
            }
        }
        const auto isFilled = [](const InkColumn& c) { return isDrawn({c.x0, c.lo}) && isDrawn({c.x1, c.hi}); };
        if (!std::all_of(ink.columns.begin(), ink.columns.end(), isFilled)) {
            return "a column that is nowhere";
        }
    }
    for (const Dot& dot : pane.dots) {
        if (!isDrawn(dot.at)) {
            return "a dot that is nowhere: " + dot.text;
        }
    }
    for (const RegionBand& band : pane.regions) {
        if (!(band.from <= band.to)) {
            return "a region without an extent";
        }
    }
    for (const LineInk& line : pane.lines) {
        if (std::any_of(line.points.begin(), line.points.end(), [](const FigurePoint& p) { return std::isnan(p.y); })) {
            return "a line that is nowhere";
        }
    }
    return {};
}

std::string faultOf(const Figure& figure)
{
    std::string fault = faultOf(figure.x);
    for (const Pane& pane : figure.panes) {
        fault = fault.empty() ? faultOf(pane) : fault;
    }
    return fault;
}

/// A scene whose view a wheel turns.
class Zoom {
public:
    Zoom(Scene scene, double centre, unsigned seed)
        : m_scene(std::move(scene)), m_budget(smallPicture()), m_centre(centre), m_random(seed)
    {
    }

    /// Whether all went well.
    bool run(long notches)
    {
        setWidth(12.0, 8.0);
        const auto steps = static_cast<double>(notches);
        const double factor = std::pow(kWheel, kTurns / steps);
        if (!turn(notches, 1.0 / factor) || !turn(notches, factor)) {
            return false;
        }
        setWidth(2.0 * kMaxCoordinate, 2.0 * kMaxCoordinate);
        return turn(notches, std::pow(10.0, -kDecades / steps));
    }

    /// The same on logarithmic scales: from ten decades in to where places end, and out to all decades.
    bool runOnLog(long notches)
    {
        m_centre = std::max(m_centre, kMinLogCentre);
        View view;
        view.xScale = AxisScale::Logarithmic;
        view.yScale = AxisScale::Logarithmic;
        view.x = {m_centre / 1e5, m_centre * 1e5};
        view.y.fill({1e-5, 1e5});
        m_scene.view = clamped(view, view);
        const double factor = std::pow(kLogDepth, 1.0 / static_cast<double>(notches));
        return turn(notches, 1.0 / factor) && turn(notches + notches / 4, factor);
    }

    [[nodiscard]] long figures() const { return m_figures; }

private:
    void setWidth(double x, double y)
    {
        View view;
        view.x = {m_centre - x / 2.0, m_centre + x / 2.0};
        view.y.fill({-y / 2.0, y / 2.0});
        m_scene.view = clamped(view, View{});
    }

    /// zoomed(), of the logarithms where the scale is made of them.
    Range zoomedOn(AxisScale scale, const Range& range, double about, double factor)
    {
        const Range places{placeOn(scale, range.min), placeOn(scale, range.max)};
        const Range next = zoomed(places, placeOn(scale, about), factor);
        return {numberAt(scale, next.min), numberAt(scale, next.max)};
    }

    /// A hand on the wheel is a pixel or two off the place it means.
    Range zoomed(const Range& range, double about, double factor)
    {
        const double shake = (static_cast<double>(m_random() % 1001U) - 500.0) / 2e5;
        const double size = range.max - range.min;
        const double part = std::clamp((about - range.min) / size + shake, 0.0, 1.0);
        const double fixed = range.min + part * size;
        return {fixed - part * size * factor, fixed + (1.0 - part) * size * factor};
    }

    bool turn(long notches, double factor)
    {
        for (long i = 0; i < notches; ++i) {
            View next = m_scene.view;
            next.x = zoomedOn(next.xScale, next.x, m_centre, factor);
            for (const PaneKind kind : kAllPanes) {
                const AxisScale scale = next.yScaleOf(kind);
                next.yOf(kind) = zoomedOn(scale, next.yOf(kind), scale == AxisScale::Linear ? 0.0 : 1.0, factor);
            }
            m_scene.view = clamped(next, m_scene.view);
            ++m_figures;
            const bool whole = m_figures % kNotchesPerLatePart == 0;
            const Figure figure = whole ? composeWhole(m_scene, m_budget) : compose(m_scene, m_budget);
            if (const std::string fault = faultOf(figure); !fault.empty()) {
                const Range& x = m_scene.view.x;
                std::printf("%s in a view of x from %.17g to %.17g after %ld notches by %g\n", fault.c_str(), x.min,
                            x.max, i, factor);
                for (const CurveSpec& curve : m_scene.curves) {
                    std::printf("    %s\n", displayName(curve, Language::English).c_str());
                }
                return false;
            }
        }
        return true;
    }

    Scene m_scene;
    Budget m_budget;
    double m_centre;
    std::mt19937 m_random;
    long m_figures = 0;
};

} // namespace

int main(int argc, char** argv)
{
    const long notches = argc > 1 ? std::max(1L, std::atol(argv[1])) : 6;
    const long scenes = argc > 2 ? std::atol(argv[2]) : 40;
    const auto seed = static_cast<unsigned>(argc > 3 ? std::atol(argv[3]) : 1);
    RandomScenes random(seed);
    const long first = argc > 4 ? std::atol(argv[4]) : 0;
    long figures = 0;
    long failed = 0;
    for (long i = 0; i < scenes; ++i) {
        const Scene scene = random.next();
        if (i < first) {
            continue;
        }
        for (const double centre : {0.0, 1.0, 1e15}) {
            Zoom zoom(scene, centre, seed + static_cast<unsigned>(i));
            failed += zoom.run(notches) ? 0 : 1;
            figures += zoom.figures();
            Zoom onLog(scene, centre, seed + static_cast<unsigned>(i));
            failed += onLog.runOnLog(notches) ? 0 : 1;
            figures += onLog.figures();
        }
    }
    std::printf("%ld scenes, %ld figures, %ld zooms failed\n", scenes - first, figures, failed);
    return failed == 0 ? 0 : 1;
}
