#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include <QApplication>

#include "core/figure/compose.h"
#include "tests/bench/frame_scenes.h"
#include "tests/bench/measure.h"
#include "tests/bench/plain_plot.h"
#include "widgets/plot/figure_view.h"

/// Processor time of the GUI thread for one frame, from the scene to the pixels: after a change of a parameter, of a
/// chord, of the place of the pointer; beside plain QCustomPlot that is given its points, in one run. Run it on the
/// offscreen platform.

namespace {

using namespace secant;
using namespace secant::bench;

constexpr int kFrames = 200;
constexpr int kWarmUp = 10;
constexpr int kSteps = 40;
constexpr QSize kFullHd(1920, 1080);
constexpr QSize kUltraHd(3840, 2160);

/// Prints the median and the 99 % quantile of `frame`, and returns the median.
double report(const std::string& name, const std::function<void(int)>& frame, int frames = kFrames)
{
    std::vector<double> times;
    for (int i = 0; i < kWarmUp + frames; ++i) {
        const double start = threadMilliseconds();
        frame(i % kSteps);
        if (i >= kWarmUp) {
            times.push_back(threadMilliseconds() - start);
        }
    }
    const double median = percentile(times, 0.5);
    printFigure((name + ".p50").c_str(), median, "ms");
    printFigure((name + ".p99").c_str(), percentile(times, 0.99), "ms");
    return median;
}

void showScene(FigureView& view, const Scene& scene)
{
    view.setFigure(compose(scene, view.budget()));
    view.repaint();
}

void measureParameter(const std::string& name, QSize size)
{
    FigureView view;
    view.resize(size);
    view.setFigure(compose(sceneAt(0, 4, false), {}));
    view.show();
    std::vector<Figure> ready;
    for (int step = 0; step < kSteps; ++step) {
        ready.push_back(uniformlySampled(sceneAt(step, 4, false)));
    }
    PlainPlot plain(ready.front());
    plain.widget().resize(size);
    plain.widget().show();
    QApplication::processEvents();
    report(name, [&](int step) { showScene(view, sceneAt(step, 4, false)); });
    report(name + ".dashes", [&](int step) { showScene(view, sceneAt(step, 4, true)); });
    report(name + ".compose", [&](int step) { static_cast<void>(compose(sceneAt(step, 4, true), view.budget())); });
    report(
        name + ".qcustomplot", [&](int step) { plain.show(ready[static_cast<std::size_t>(step)]); }, kFrames / 4);
}

/// 4 to 32 functions, each with f and f′.
void measureNumber()
{
    FigureView view;
    view.resize(kFullHd);
    view.setFigure(compose(sceneAt(0, 4, false), {}));
    view.show();
    QApplication::processEvents();
    double last = 0.0;
    double secondLast = 0.0;
    for (const int functions : {8, 16, 32}) {
        secondLast = last;
        last = report("frame.curves" + std::to_string(2 * functions),
                      [&](int step) { showScene(view, sceneAt(step, functions, true)); });
    }
    printFigure("frame.curves.doubling", last / secondLast, "times");
}

void measureDrags()
{
    FigureView view;
    view.resize(kFullHd);
    Scene scene = sceneAt(20, 4, true);
    const int curve = scene.activeCurve;
    scene.chords.push_back({curve, -2.0, 3.0, 0.5});
    view.setFigure(compose(scene, {}));
    view.show();
    QApplication::processEvents();
    report("drag.chord", [&](int step) {
        scene.chords.front().x2 = 1.0 + 0.05 * step;
        showScene(view, scene);
    });
    report("drag.crosshair", [&](int step) {
        view.setReadout(readout(scene, -3.0 + 0.1 * step), true, true);
        view.repaint();
        QApplication::processEvents();
    });
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    measureParameter("frame.1080p", kFullHd);
    measureParameter("frame.4k", kUltraHd);
    measureNumber();
    measureDrags();
    return 0;
}
