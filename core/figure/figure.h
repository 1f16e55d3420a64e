#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
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
    double sampledPx = 0.0;      ///< Width in pixels that was not proved.
    std::vector<Range> unproved; ///< Where that is, as far as it can be seen; the pane marks it. Ascending.
    std::string label;           ///< Written at the curve's right end, where one style stands for several; often empty.
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
    std::vector<FigurePoint> line; ///< From one to the other as it is drawn: bent where a scale is logarithmic.
    FigurePoint onChord;
    FigurePoint onCurve;
    double lambda = 0.5;
    int sense = 0;    ///< Proved sign of the gap; 0 where the two agree up to rounding.
    double gap = 0.0; ///< onChord.y − onCurve.y; NaN where the curve is undefined there.
    std::string text; ///< "λ = 0.5, gap = +0.75"
};

/// What a mark says of the curve, whatever colour the curve has.
enum class Tone : std::uint8_t {
    Cup,   ///< ∪
    Cap,   ///< ∩
    Flat,  ///< Straight.
    Plain, ///< Nothing of the kind.
};

enum class LineLook : std::uint8_t {
    Thin,
    Bold,
    Underlay, ///< Wide and translucent, below the curves.
};

/// A line that is no curve: part of a proof, of a chord, of a construction.
struct LineInk {
    std::vector<FigurePoint> points;
    Tone tone = Tone::Plain;
    LineLook look = LineLook::Thin;
};

/// An area, painted translucent below the curves.
struct FillInk {
    std::vector<FigurePoint> outline;
    Tone tone = Tone::Plain;
};

/// A text that belongs to a point.
struct Note {
    FigurePoint at;
    std::string text;
    Tone tone = Tone::Plain;
};

/// What can be dragged beside chords and views.
enum class HandleKind : std::uint8_t { JudgementLow, JudgementHigh, Jensen, Tangent, SegmentFirst, SegmentSecond };

/// A place of the value pane that a person can take hold of. An infinite coordinate means the edge of the pane.
struct Handle {
    HandleKind kind = HandleKind::JudgementLow;
    int index = 0;
    FigurePoint at;
    std::vector<double> snaps; ///< x at which it likes to stop.
};

/// A small picture in a corner of the value pane: how far a curve is from a chord of it, much enlarged.
struct Inset {
    std::string title;
    Range x;
    Range y;
    std::vector<std::vector<FigurePoint>> runs; ///< f − chord; the chord is y = 0.
    FigurePoint mark;                           ///< Where the gap was proved.
    Tone tone = Tone::Plain;
    int style = 0;
};

/// What the constructions of the workbench come to, in words; empty where there is none.
struct WorkbenchTexts {
    std::string tally;     ///< Of the random chords.
    std::string hunt;      ///< Whether the chords of a person break convexity.
    std::string jensen;    ///< "Σ wᵢ f(xᵢ) = 2.5 > f(Σ wᵢ xᵢ) = 0.25"
    std::string tangent;   ///< Where the curve is against its tangent.
    std::string conjugate; ///< "f*(0.5) = 0.0625, attained at x = 0.25"
    std::string epigraph;  ///< Whether the segment stays inside.
};

/// A text beside a point of a curve, clear of other texts.
struct PointLabel {
    FigurePoint at;
    std::string text; ///< "min f(−1.2785) = −W(1/e) ≈ −0.27846"
    int style = 0;
};

/// A dashed line across the pane, straight in the plane: an asymptote.
struct Guide {
    FigurePoint from;
    FigurePoint to;
    int style = 0;
};

enum class MarkShape : std::uint8_t {
    Point,   ///< At `from`, ringed.
    Line,    ///< Through `from` and `to`, over the whole pane.
    Segment, ///< Between them.
    Band,    ///< All x, values from `from`.y to `to`.y; infinite ends reach the edge.
    Column,  ///< All values, x from `from`.x to `to`.x.
};

/// A fact of the active curve as it is drawn.
struct FactMark {
    FactKind kind = FactKind::Range;
    MarkShape shape = MarkShape::Point;
    FigurePoint from;
    FigurePoint to;
    int style = 0;
    std::string text; ///< "max |f′| = 0.25"; often empty.
};

struct AxisTick {
    double at = 0.0;
    std::string label;
};

struct FigureAxis {
    Range range;
    AxisScale scale = AxisScale::Linear;
    std::vector<AxisTick> ticks;
    std::vector<double> minorTicks;
    std::string title;
};

/// The part of the plane that a pane shows.
struct PaneWindow {
    Range x;
    Range y;
    AxisScale xScale = AxisScale::Linear;
    AxisScale yScale = AxisScale::Linear;
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
    std::vector<FillInk> fills;
    std::vector<LineInk> lines;
    std::vector<Note> notes;
    std::vector<FigurePoint> density; ///< Of the inputs, on the value pane; its height has no unit.
    std::vector<FactMark> factMarks;
    std::string emptyHint; ///< Why nothing is drawn here and what to do; empty where something is.
};

enum class LegendKind : std::uint8_t { Curve, Region, Framework, Density, Mark, Guide, Unproved };

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

/// The interval of judgement, a bar along the x axis of the value pane, with the verdict above it.
struct JudgementInk {
    JudgementSpec on;
    int style = 0;    ///< Of the curve that is judged.
    std::string text; ///< "proved: strictly convex ∪ on (−∞, 2]"; empty until it is known.
};

struct Figure {
    FigureAxis x;
    std::vector<Pane> panes; ///< Top to bottom, the value pane first.
    std::vector<LegendEntry> legend;
    std::vector<CurveProblem> problems;
    std::optional<JudgementInk> judgement;
    std::vector<Handle> handles;
    std::vector<Inset> insets;
    WorkbenchTexts workbench;
    bool isPartial = false; ///< Parts that take longer than a frame are still to come.
    std::string emptyHint;  ///< What to do, where there is nothing to draw.
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
