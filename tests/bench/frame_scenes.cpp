#include "tests/bench/frame_scenes.h"

#include <array>
#include <utility>

#include "core/figure/compose.h"

namespace secant::bench {
namespace {

constexpr int kPoints = 2000;
constexpr std::array<std::pair<const char*, const char*>, 4> kFunctions{
    {{"elu", "alpha"}, {"leaky_relu", "alpha"}, {"swish", "beta"}, {"tanh", ""}}};

} // namespace

Scene sceneAt(int step, int functions, bool dashes)
{
    Scene scene;
    for (int i = 0; i < functions; ++i) {
        const auto& [activation, parameter] = kFunctions[static_cast<std::size_t>(i) % kFunctions.size()];
        CurveSpec& curve = *scene.find(addActivation(scene, activation));
        if (*parameter != '\0') {
            // Those after the first four lie a little apart, as one would see them.
            curve.parameters[parameter] = 0.02 * (step + 1) + 0.01 * (i / 4);
        }
        curve.style = dashes ? curve.style : 0;
    }
    scene.activeCurve = scene.curves.front().id;
    scene.theme = FigureTheme::Light;
    return scene;
}

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

} // namespace secant::bench
