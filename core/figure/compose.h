#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/figure/budget.h"
#include "core/figure/figure.h"
#include "core/figure/findings.h"
#include "core/function/function.h"
#include "core/scene/scene.h"

namespace secant {

/// The only road from what was chosen to what is drawn. Pure: equal arguments give equal figures. Findings that belong
/// to another scene are passed over; without any the figure has only what is computed within a frame.
[[nodiscard]] Figure compose(const Scene& scene, const Budget& budget, const Findings& findings = {});

/// The figure with its late parts too, for pictures that nobody waits for in front of a window.
[[nodiscard]] Figure composeWhole(const Scene& scene, const Budget& budget, Findings findings = {},
                                  const std::stop_token& stop = {});

/// Values at x for the crosshair, one row a visible curve.
[[nodiscard]] Readout readout(const Scene& scene, double x);

/// The curve as a Function, with standard values for what was not chosen.
[[nodiscard]] Result<Function, ParseError> functionOf(const CurveSpec& curve);

/// The curve's value for each of tree.parameters, in their order. `tree` is that of the curve's formula.
[[nodiscard]] std::vector<double> parameterValues(const CurveSpec& curve, const SyntaxTree& tree);

/// Parameters of a curve with their descriptions, in the order in which a person sees them.
struct CurveParameter {
    std::string name;
    std::string symbol;
    double value = 0.0;
    double standard = 0.0;
    double min = 0.0; ///< Allowed.
    double max = 0.0;
    bool minIncluded = true;
    double sliderMin = 0.0;
    double sliderMax = 1.0;
    struct Tick {
        double value = 0.0;
        std::string label;
    };
    std::vector<Tick> ticks;   ///< Framework defaults.
    std::vector<Tick> changes; ///< Where the verdict changes, in words; parametersOf() does not look for them.
};
[[nodiscard]] std::vector<CurveParameter> parametersOf(const CurveSpec& curve);

/// False where the activation's parameters, each of them allowed, make no function together: a lower bound above the
/// upper.
[[nodiscard]] bool namesAFunction(const CurveSpec& curve);

/// "Leaky ReLU (α = 0.1)" or the typed formula with its values.
[[nodiscard]] std::string displayName(const CurveSpec& curve, Language language);

/// The view with every y range fitted to what the visible curves do over view.x, with a margin and round ends.
[[nodiscard]] View fitted(const Scene& scene);
/// Whether an edit is still going on, as while a slider is held.
enum class Settling : std::uint8_t { Moving, Settled };
/// The view with the y range of every shown pane made to follow what the visible curves do, without jumping: a range
/// stays as long as the curves fit in and fill a good part of it, and otherwise goes to round ends with some room.
/// While an edit is going on ranges only grow. Applying it twice changes nothing more.
[[nodiscard]] View calmlyFitted(const Scene& scene, Settling settling);
/// The view in which one unit, or one decade, is as long on x as on y of the value pane, x range kept. Of two different
/// scales none can be: then the view stays.
[[nodiscard]] View squared(const Scene& scene, const Budget& budget);

/// A number as a person reads it: `digits` significant digits, U+2212 for minus, "∞", "undefined" as an en dash.
[[nodiscard]] std::string readable(double number, int digits = 6);

/// "y = 2 x − 3".
[[nodiscard]] std::string lineText(double slope, double intercept, int digits = 6);

/// Ticks at 1, 2 or 5 times a power of ten, at most `count` of them, labels as short as distinct allows. On a
/// logarithmic scale: at powers of ten, at every so many of them where `count` asks for it; less than three decades
/// have 1, 2 and 5 times them too, where there is room, and less than one has the ticks of a linear scale.
[[nodiscard]] FigureAxis axisFor(const Range& range, int count, AxisScale scale = AxisScale::Linear);

/// The view with another scale on x. One that is positive already is kept; otherwise a logarithmic scale begins two
/// decades below the greatest power of ten in it, and a linear one has as much room below 0 as above.
[[nodiscard]] View withXScale(const Scene& scene, AxisScale scale);
/// The view with another scale on f, f′ and f″. On a logarithmic one a range that is positive already is kept; the
/// others are fitted to what is positive of the visible curves.
[[nodiscard]] View withYScale(const Scene& scene, AxisScale scale);

} // namespace secant
