#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

#include <QApplication>

#include "core/figure/compose.h"
#include "tests/bench/plain_plot.h"
#include "widgets/plot/figure_view.h"

/// Processor time of the GUI thread for one frame after a change of a parameter: four curves, f and f′, shading,
/// 1920 × 1080: from the scene to the pixels in Secant, beside plain QCustomPlot that is given its points, in one run.
///
/// The thread's clock is used so that neighbours on the machine do not count. Run it on the offscreen platform.

namespace {

using namespace secant;

constexpr int kFrames = 200;
constexpr int kWarmUp = 10;
constexpr int kSteps = 40;
constexpr int kPoints = 2000;
constexpr QSize kSize(1920, 1080);

double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

/// Leaky ReLU, ELU, Swish and tanh with f, f′ and shading, the parameters moved by `step`.
Scene sceneAt(int step, bool dashes)
{
    const double alpha = 0.02 * (step + 1);
    Scene scene;
    const std::pair<const char*, const char*> curves[] = {
        {"elu", "alpha"}, {"leaky_relu", "alpha"}, {"swish", "beta"}, {"tanh", ""}};
    for (const auto& [activation, parameter] : curves) {
        CurveSpec& curve = *scene.find(addActivation(scene, activation));
        if (*parameter != '\0') {
            curve.parameters[parameter] = alpha;
        }
        // The palette has eight styles; the first of them is solid.
        curve.style = dashes ? curve.style : 0;
    }
    scene.activeCurve = scene.curves.front().id;
    scene.theme = FigureTheme::Light;
    return scene;
}

/// The same curves as a plain plot gets them: 2000 points each, ready-made.
Figure uniformlySampled(const Scene& scene)
{
    Figure figure = compose(scene, {});
    for (Pane& pane : figure.panes) {
        pane.inks.clear();
        for (const CurveSpec& curve : scene.curves) {
            const auto function = functionOf(curve);
            Ink& ink = pane.inks.emplace_back();
            ink.curve = curve.id;
            ink.style = curve.style;
            ink.runs.emplace_back();
            for (int i = 0; i < kPoints; ++i) {
                const double x = -6.0 + 12.0 * i / (kPoints - 1);
                const Jet jet = function->jet(x);
                ink.runs.back().push_back({x, pane.kind == PaneKind::Value ? jet.value : jet.slope});
            }
        }
    }
    return figure;
}

void report(const char* name, const std::function<void(int)>& frame)
{
    std::vector<double> times;
    for (int i = 0; i < kWarmUp + kFrames; ++i) {
        const double start = threadMilliseconds();
        frame(i % kSteps);
        if (i >= kWarmUp) {
            times.push_back(threadMilliseconds() - start);
        }
    }
    std::sort(times.begin(), times.end());
    std::printf("%-52s %8.2f %8.2f\n", name, times[times.size() / 2], times[times.size() * 99 / 100]);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    std::vector<Figure> ready;
    for (int step = 0; step < kSteps; ++step) {
        ready.push_back(uniformlySampled(sceneAt(step, false)));
    }
    FigureView view;
    view.resize(kSize);
    view.setFigure(compose(sceneAt(0, false), {}));
    view.show();
    PlainPlot plain(ready.front());
    plain.widget().resize(kSize);
    plain.widget().show();
    QApplication::processEvents();

    std::printf("%-52s %8s %8s\n", "processor ms a frame, 4 curves x 2 panes, 1920x1080", "p50", "p99");
    const auto showScene = [&view](const Scene& scene) {
        view.setFigure(compose(scene, view.budget()));
        view.repaint();
    };
    report("Secant, scene to pixels, solid lines", [&](int step) { showScene(sceneAt(step, false)); });
    report("Secant, scene to pixels, solid and dashed lines", [&](int step) { showScene(sceneAt(step, true)); });
    report("  of these, compose alone",
           [&](int step) { static_cast<void>(compose(sceneAt(step, true), view.budget())); });
    report("plain QCustomPlot, solid lines, points ready-made",
           [&](int step) { plain.show(ready[static_cast<std::size_t>(step)]); });
    return 0;
}
