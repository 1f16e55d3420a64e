#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/analysis/curve.h"
#include "core/analysis/regions.h"
#include "core/figure/compose.h"
#include "core/figure/figure.h"

/// The parts of compose(), one file each. Internal to core/figure.
namespace secant::composing {

/// A curve of the scene that can be drawn, and what was found out about it while composing.
struct DrawnCurve {
    const CurveSpec* spec = nullptr;
    Function function;
    bool active = false;
    Curve value;
    Curve slope;
    Curve curvature;
};

[[nodiscard]] Window windowOf(const Scene& scene, const Budget& budget, PaneKind kind);
[[nodiscard]] Ink inkOf(const CurveSpec& spec, bool active, const Curve& curve);

/// Samples what the shown panes and marks need.
[[nodiscard]] DrawnCurve drawn(const Scene& scene, const CurveSpec& spec, Function function, const Budget& budget);

/// Dots of one curve in one pane: jumps, holes and ends on f; kinks on f; one-sided slopes and PyTorch's on f′.
[[nodiscard]] std::vector<Dot> dotsOf(const DrawnCurve& curve, PaneKind kind, const Window& window);

/// The fan of random slopes that lies under the test-time curve; empty where there is none.
[[nodiscard]] std::vector<Ink> fanOf(const CurveSpec& spec, PaneKind kind, const Window& window);

/// ∂f/∂p for every parameter of the curve.
[[nodiscard]] std::vector<Ink> parameterInks(const DrawnCurve& curve, const Window& window);

struct ShadedCurve {
    std::vector<RegionBand> bands;
    std::vector<EdgeLabel> labels;
};
/// One kind of region, and the rule by which it is found in any window.
struct RegionSearch {
    RegionKind kind = RegionKind::Saturated;
    std::function<std::vector<Region>(const Interval& window)> find;
};
/// The kinds that the scene asks for, of one function. References to both are kept.
[[nodiscard]] std::vector<RegionSearch> searchesOf(const Scene& scene, const Function& function);
[[nodiscard]] ShadedCurve shade(const Scene& scene, const DrawnCurve& curve, int lane);

/// What the legend says of the shaded regions, with the share of the inputs where that is asked for.
[[nodiscard]] std::vector<LegendEntry> regionLegend(const Scene& scene, const std::vector<DrawnCurve>& curves,
                                                    const Pane& pane);
/// The density of the inputs over the window, a quarter of the pane high.
[[nodiscard]] std::vector<FigurePoint> densityOf(const Scene& scene);

/// Marks the places of the active curve that the scene asks for, and says in the legend how many were found.
void addMarks(const Scene& scene, const DrawnCurve& curve, const Window& window, Figure& figure);

[[nodiscard]] std::vector<ChordInk> chordsOf(const Scene& scene, const std::vector<DrawnCurve>& curves);

} // namespace secant::composing
