#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/number/axis_scale.h"
#include "core/scene/fact_selection.h"
#include "core/scene/judgement.h"
#include "core/scene/workbench.h"

namespace secant {

/// Ranges and limits that hold for every scene.
inline constexpr std::size_t kMaxCurves = 1000;
inline constexpr int kMaxCurveId = 1'000'000'000; ///< Far below what an int holds.
inline constexpr std::size_t kMaxChords = 1000;
inline constexpr int kMaxDraws = 200; ///< Lines of a fan of random slopes.
inline constexpr int kStyleSlots = 8; ///< Looks that addActivation and addFormula hand out.
inline constexpr double kMaxCoordinate = 1e300;
inline constexpr double kMinRangeWidth = 1e-290; ///< Below it a number of pixels per unit would overflow.

/// Closer in ratio, the places on a logarithmic scale could not be told apart any more.
inline constexpr double kMinLogWidth = 1e-8;

struct Range {
    double min = 0.0;
    double max = 1.0;
    friend constexpr bool operator==(const Range&, const Range&) = default;
};

enum class PaneKind : std::uint8_t { Value, Slope, Curvature, ParameterSlope };
inline constexpr std::size_t kPaneKinds = 4;
inline constexpr std::array<PaneKind, kPaneKinds> kAllPanes{PaneKind::Value, PaneKind::Slope, PaneKind::Curvature,
                                                            PaneKind::ParameterSlope};

/// How an activation with random slopes (RReLU) is shown.
struct RandomSlopes {
    bool training = true;   ///< A fan of drawn slopes under the test-time line; otherwise that line alone.
    std::uint64_t seed = 1; ///< "Draw again" takes the next one.
    int draws = 24;
    friend bool operator==(const RandomSlopes&, const RandomSlopes&) = default;
};

/// One function that was put on the plot.
struct CurveSpec {
    int id = 0;                                            ///< Unique in the scene and never used again.
    std::string activation;                                ///< Catalogue id; empty for a typed formula.
    std::string formula;                                   ///< What was typed, or the activation's callText().
    std::map<std::string, double, std::less<>> parameters; ///< Chosen values; a missing one has its standard value.
    int style = 0;                                         ///< Slot of colour and dash pattern.
    bool visible = true;
    RandomSlopes randomSlopes;
    friend bool operator==(const CurveSpec&, const CurveSpec&) = default;
};

/// Whether both are the same function of x, however they are drawn.
[[nodiscard]] bool sameFunction(const CurveSpec& first, const CurveSpec& second);

/// The part of the plane in view: one x range for all panes, a y range for each kind. On a logarithmic scale ranges are
/// positive.
struct View {
    Range x{-6.0, 6.0};
    std::array<Range, kPaneKinds> y{Range{-2.0, 6.0}, Range{-0.5, 1.5}, Range{-1.0, 1.0}, Range{-6.0, 2.0}};
    AxisScale xScale = AxisScale::Linear;
    AxisScale yScale = AxisScale::Linear; ///< Of f, f′ and f″; ∂f/∂p is always on a linear one.
    [[nodiscard]] AxisScale yScaleOf(PaneKind kind) const
    {
        return kind == PaneKind::ParameterSlope ? AxisScale::Linear : yScale;
    }
    [[nodiscard]] const Range& yOf(PaneKind kind) const { return y[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] Range& yOf(PaneKind kind) { return y[static_cast<std::size_t>(kind)]; }
    friend bool operator==(const View&, const View&) = default;
};

enum class ThresholdRule : std::uint8_t {
    Absolute, ///< |f′| ≤ ε
    Relative, ///< |f′| ≤ ε · sup|f′|
    Layers,   ///< |f′|ⁿ ≤ ε: what n layers pass on together.
};

inline constexpr int kMaxLayers = 1000;
inline constexpr double kMaxInput = 1e6; ///< Of |μ| and σ of the inputs.
inline constexpr double kLeastDeviation = 1e-6;

/// Inputs with the normal distribution N(mean, deviation²), whose share in each region is told.
struct InputSpec {
    bool shown = false;
    double mean = 0.0;
    double deviation = 1.0; ///< > 0
    friend bool operator==(const InputSpec&, const InputSpec&) = default;
};

struct ShadingSpec {
    bool saturated = true;
    bool dead = true;
    double epsilon = 0.05; ///< In (0, 1].
    ThresholdRule rule = ThresholdRule::Absolute;
    int layers = 10;         ///< n of ThresholdRule::Layers, in [1, kMaxLayers].
    bool expanding = false;  ///< |f′| > 1
    bool monotone = false;   ///< Rising and falling.
    bool curved = false;     ///< Convex and concave.
    bool identity = false;   ///< |f(x) − x| ≤ tolerance
    double tolerance = 0.05; ///< In (0, 1].
    InputSpec inputs{};
    /// Whether any kind of region is to be shaded.
    [[nodiscard]] bool any() const { return saturated || dead || expanding || monotone || curved || identity; }
    friend bool operator==(const ShadingSpec&, const ShadingSpec&) = default;
};

/// A chord of one curve. The point on it is λ·(x1, f(x1)) + (1 − λ)·(x2, f(x2)).
struct ChordSpec {
    int curve = 0; ///< CurveSpec::id
    double x1 = -2.0;
    double x2 = 3.0;
    double lambda = 0.5; ///< In [0, 1].
    friend bool operator==(const ChordSpec&, const ChordSpec&) = default;
};

enum class FigureTheme : std::uint8_t {
    Window, ///< As the window is, light or dark.
    Light,
    Dark,
    Paper, ///< White, no grid.
};

/// Places of the active curve that are looked for and marked.
enum class MarkKind : std::uint8_t { Zeros, Extrema, Inflections, Breaks, Asymptotes };
inline constexpr std::size_t kMarkKinds = 5;

enum class Language : std::uint8_t { English, Chinese };

/// Everything a person chose, nothing computed. Undo is a stack of these, a session file is one.
struct Scene {
    std::vector<CurveSpec> curves;
    int activeCurve = 0; ///< Whose regions are shaded in full height, whose tangent is drawn. 0: none.
    int nextCurve = 1;   ///< Id of the next curve to be added.
    View view;
    std::array<bool, kPaneKinds> panes{true, true, false, false}; ///< The first is always shown.
    ShadingSpec shading;
    std::vector<ChordSpec> chords;
    JudgementSpec judgement;
    WorkbenchSpec workbench;
    Naming naming = Naming::International;
    std::string example; ///< Id of the example that this began as, whose question stands above the verdict; or empty.
    FactSelection facts; ///< Of the active curve.
    bool kinks = true;   ///< Dots at kinks and jumps.
    std::array<bool, kMarkKinds> marks{};
    bool crosshair = true;
    bool tangent = true;
    bool grid = true;
    bool autoHeights = false; ///< The y ranges follow the curves, calmly.
    FigureTheme theme = FigureTheme::Window;
    Language language = Language::English;

    [[nodiscard]] bool marked(MarkKind kind) const { return marks[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] bool shows(PaneKind kind) const { return panes[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] const CurveSpec* find(int id) const;
    [[nodiscard]] CurveSpec* find(int id);
    friend bool operator==(const Scene&, const Scene&) = default;
};

/// ReLU against leaky ReLU (α = 0.1) with f and f′ and dead and saturated regions shaded: what a first start shows.
[[nodiscard]] Scene defaultScene();

/// Puts a function on the plot with the least used style, and makes it the active one. Returns its id, or 0 and
/// leaves the scene alone if there is no such activation or there are kMaxCurves already.
int addActivation(Scene& scene, std::string_view activationId);
int addFormula(Scene& scene, std::string formula);
/// Removes the curve and its chords; if it was active, the one after it (else before it) becomes so.
void removeCurve(Scene& scene, int id);

/// A range that can be drawn: finite, min < max, no end beyond ±kMaxCoordinate, no narrower than kMinRangeWidth and
/// 64 units in the last place of its centre. One that is too wide is cut, one too narrow is widened; where that makes
/// no sense (NaN, min ≥ max) `fallback` is returned. Applying it twice changes nothing more.
/// On a logarithmic scale: also no end below 1 / kMaxCoordinate, and no narrower than kMinLogWidth. Where neither the
/// range nor `fallback` is positive, 0.01 … 100.
[[nodiscard]] Range clamped(const Range& range, const Range& fallback, AxisScale scale = AxisScale::Linear);
/// The same for every range of a view, on its own scales.
[[nodiscard]] View clamped(const View& view, const View& fallback);

} // namespace secant
