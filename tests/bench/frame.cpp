#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

#include <QApplication>

#include "tests/bench/plain_plot.h"
#include "widgets/plot/figure_view.h"

/// Processor time of the GUI thread for one frame after a change of a parameter: four curves, f and f′, shading,
/// 1920 × 1080, FigureView beside plain QCustomPlot with the same points in the same run.
///
/// The thread's clock is used so that neighbours on the machine do not count. Run it on the offscreen platform.

namespace {

using namespace secant;

constexpr int kFrames = 200;
constexpr int kWarmUp = 10;
constexpr int kPoints = 2000;
constexpr QSize kSize(1920, 1080);

double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

Ink sampled(int curve, int style, const std::function<double(double)>& f)
{
    Ink ink;
    ink.curve = curve;
    ink.style = style;
    ink.active = curve == 1;
    ink.runs.emplace_back();
    for (int i = 0; i < kPoints; ++i) {
        const double x = -6.0 + 12.0 * i / (kPoints - 1);
        ink.runs.back().push_back({.x = x, .y = f(x)});
    }
    return ink;
}

FigureAxis axis(double min, double max, double step, const char* title)
{
    FigureAxis result;
    result.range = {.min = min, .max = max};
    result.title = title;
    for (double at = min; at <= max + 1e-9; at += step) {
        char label[32];
        std::snprintf(label, sizeof label, "%g", at);
        result.ticks.push_back({.at = at, .label = label});
    }
    return result;
}

/// ELU, leaky ReLU, Swish and tanh, each with its parameter at `alpha`. `dashes` false: every curve solid.
Figure figureAt(double alpha, bool dashes)
{
    const auto style = [dashes](int slot) { return dashes ? slot : 8 * slot; };
    const auto sigma = [](double t) { return 1.0 / (1.0 + std::exp(-t)); };
    Figure figure;
    figure.theme = FigureTheme::Light;
    figure.x = axis(-6.0, 6.0, 1.0, "x");
    Pane value;
    value.y = axis(-2.0, 6.0, 1.0, "f(x)");
    value.inks = {
        sampled(2, style(1), [=](double x) { return x > 0.0 ? x : alpha * x; }),
        sampled(3, style(2), [=](double x) { return x * sigma((1.0 + alpha) * x); }),
        sampled(4, style(3), [=](double x) { return std::tanh((1.0 + alpha) * x); }),
        sampled(1, style(0), [=](double x) { return x > 0.0 ? x : alpha * std::expm1(x); }),
    };
    Pane slope;
    slope.kind = PaneKind::Slope;
    slope.y = axis(-0.5, 1.5, 0.5, "f′(x)");
    slope.inks = {
        sampled(2, style(1), [=](double x) { return x > 0.0 ? 1.0 : alpha; }),
        sampled(3, style(2),
                [=](double x) {
                    const double s = sigma((1.0 + alpha) * x);
                    return s + (1.0 + alpha) * x * s * (1.0 - s);
                }),
        sampled(4, style(3), [=](double x) { return (1.0 + alpha) / std::pow(std::cosh((1.0 + alpha) * x), 2.0); }),
        sampled(1, style(0), [=](double x) { return x > 0.0 ? 1.0 : alpha * std::exp(x); }),
    };
    value.regions = {{.from = -6.0, .to = -2.0 - alpha, .kind = RegionKind::Dead, .curve = 1, .style = 0},
                     {.from = 3.0 + alpha, .to = 6.0, .kind = RegionKind::Saturated, .curve = 1, .style = 0}};
    slope.regions = value.regions;
    figure.panes = {value, slope};
    for (int curve = 1; curve <= 4; ++curve) {
        figure.legend.push_back(
            {.kind = LegendKind::Curve, .curve = curve, .style = style(curve - 1), .text = "curve"});
    }
    return figure;
}

void report(const char* name, const std::vector<Figure>& figures, const std::function<void(const Figure&)>& show)
{
    std::vector<double> times;
    for (int i = 0; i < kWarmUp + kFrames; ++i) {
        const Figure& figure = figures[static_cast<std::size_t>(i) % figures.size()];
        const double start = threadMilliseconds();
        show(figure);
        if (i >= kWarmUp) {
            times.push_back(threadMilliseconds() - start);
        }
    }
    std::sort(times.begin(), times.end());
    std::printf("%-42s %8.2f %8.2f\n", name, times[times.size() / 2], times[times.size() * 99 / 100]);
}

std::vector<Figure> figures(bool dashes)
{
    std::vector<Figure> result;
    for (int i = 0; i < 40; ++i) {
        result.push_back(figureAt(0.02 * (i + 1), dashes));
    }
    return result;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const std::vector<Figure> solid = figures(false);
    const std::vector<Figure> dashed = figures(true);

    FigureView view;
    view.resize(kSize);
    view.setFigure(solid.front());
    view.show();
    PlainPlot plain(solid.front());
    plain.widget().resize(kSize);
    plain.widget().show();
    QApplication::processEvents();

    std::printf("%-42s %8s %8s\n", "processor ms a frame, 4 curves x 2 panes", "p50", "p99");
    const auto showView = [&view](const Figure& figure) {
        view.setFigure(figure);
        view.repaint();
    };
    report("FigureView, solid lines", solid, showView);
    report("FigureView, solid and dashed lines", dashed, showView);
    report("plain QCustomPlot, solid lines", solid, [&plain](const Figure& figure) { plain.show(figure); });
    return 0;
}
