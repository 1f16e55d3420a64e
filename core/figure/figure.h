#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/expression/parse.h"
#include "core/scene/scene.h"

namespace secant {

/// Everything there is to draw, in data coordinates, and nothing about how. The window, the exporters and the tests
/// read the same Figure. Texts are final: names and numbers in the scene's language.

struct FigurePoint {
    double x = 0.0;
    double y = 0.0;
    friend constexpr bool operator==(const FigurePoint&, const FigurePoint&) = default;
};

/// A filled stretch of pixels in which a curve oscillates: [x0, x1] × [lo, hi].
struct InkColumn {
    double x0 = 0.0;
    double x1 = 0.0;
    double lo = 0.0;
    double hi = 0.0;
};

enum class InkRole : std::uint8_t {
    Curve,
    Fan, ///< One of the lines of a fan of random slopes: thin and pale.
};

/// The graph of one curve in one pane. Each run is joined by straight lines; between runs the pen is up.
struct Ink {
    int curve = 0;
    int style = 0;
    InkRole role = InkRole::Curve;
    bool active = false; ///< Belongs to the active curve: drawn last, slightly wider.
    std::vector<std::vector<FigurePoint>> runs;
    std::vector<InkColumn> columns;
    double sampledPx = 0.0; ///< Width in pixels that was not proved.
    std::string label;      ///< Written at the curve's right end, where one style stands for several; often empty.
};

enum class DotKind : std::uint8_t {
    Closed,    ///< The function has this value.
    Open,      ///< A one-sided limit that is not taken.
    Framework, ///< What PyTorch returns there.
};

struct Dot {
    FigurePoint at;
    DotKind kind = DotKind::Closed;
    int curve = 0;
    int style = 0;
    std::string text; ///< "f′(0⁻) = 0.1", for a tooltip.
};

enum class RegionKind : std::uint8_t {
    Saturated,
    Dead,
    Expanding, ///< |f′| > 1
    Rising,
    Falling,
    Convex,
    Concave,
    Identity, ///< f(x) ≈ x
};
inline constexpr std::size_t kRegionKinds = 8;

/// A vertical band. lane < 0: as high as the pane (the active curve); otherwise the lane-th thin strip from the bottom.
struct RegionBand {
    double from = 0.0;
    double to = 0.0;
    bool fromIsEdge = true; ///< A true end, to be marked by a line; false where the window cuts the region.
    bool toIsEdge = true;
    RegionKind kind = RegionKind::Saturated;
    int curve = 0;
    int style = 0;
    int lane = -1;
};

/// The x of a region's edge, written at the top of the pane.
struct EdgeLabel {
    double x = 0.0;
    std::string text; ///< "x = −2.063"
    int style = 0;
};

/// One chord on the value pane.
struct ChordInk {
    int index = 0; ///< In Scene::chords.
    int curve = 0; ///< CurveSpec::id
    int style = 0;
    bool defined = false; ///< Both end points have finite values.
    FigurePoint first;
    FigurePoint second;
    FigurePoint onChord;
    FigurePoint onCurve;
    double lambda = 0.5;
    double gap = 0.0; ///< onChord.y − onCurve.y; NaN where the curve is undefined there.
    std::string text; ///< "λ = 0.5, gap = +0.75"
};

/// A text beside a point of a curve, clear of other texts.
struct PointLabel {
    FigurePoint at;
    std::string text; ///< "min f(−1.2785) = −W(1/e) ≈ −0.27846"
    int style = 0;
};

/// A dashed straight line across the pane: an asymptote.
struct Guide {
    FigurePoint from;
    FigurePoint to;
    int style = 0;
};

struct AxisTick {
    double at = 0.0;
    std::string label;
};

struct FigureAxis {
    Range range;
    std::vector<AxisTick> ticks;
    std::vector<double> minorTicks;
    std::string title;
};

struct Pane {
    PaneKind kind = PaneKind::Value;
    FigureAxis y;
    std::vector<RegionBand> regions;
    std::vector<EdgeLabel> edgeLabels;
    std::vector<Ink> inks; ///< In drawing order.
    std::vector<Dot> dots;
    std::vector<PointLabel> pointLabels;
    std::vector<Guide> guides;
    std::vector<ChordInk> chords;
    std::vector<FigurePoint> density; ///< Of the inputs, on the value pane; its height has no unit.
};

enum class LegendKind : std::uint8_t { Curve, Region, Framework, Density, Mark, Guide };

struct LegendEntry {
    LegendKind kind = LegendKind::Curve;
    int curve = 0;
    int style = 0;
    std::string text;
    RegionKind region = RegionKind::Saturated; ///< Where kind is Region.
};

/// A curve that could not be drawn, and why.
struct CurveProblem {
    int curve = 0;
    ParseError error;
};

struct Figure {
    FigureAxis x;
    std::vector<Pane> panes; ///< Top to bottom, the value pane first.
    std::vector<LegendEntry> legend;
    std::vector<CurveProblem> problems;
    std::string emptyHint; ///< What to do, where there is nothing to draw.
    FigureTheme theme = FigureTheme::Window;
    bool grid = true;
    View view;
};

/// What the pointer reads of one visible curve at one x.
struct ReadoutRow {
    int curve = 0;
    int style = 0;
    bool active = false;
    std::string name;
    double value = 0.0; ///< NaN where undefined.
    double slope = 0.0;
    double curvature = 0.0;
    std::string valueText;
    std::string slopeText;
    std::string curvatureText;
};

struct Readout {
    double x = 0.0;
    std::string xText;
    std::vector<ReadoutRow> rows;
};

} // namespace secant
