#pragma once

#include <functional>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "core/analysis/curve.h"
#include "core/analysis/facts.h"
#include "core/analysis/regions.h"
#include "core/figure/compose.h"
#include "core/figure/figure.h"
#include "core/figure/late_parts.h"

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
    bool isPartial = false; ///< A curve has unproved pieces that more time may prove.
};

[[nodiscard]] Window windowOf(const Scene& scene, const Budget& budget, PaneKind kind);
[[nodiscard]] PaneWindow paneWindow(const View& view, PaneKind kind);
[[nodiscard]] Ink inkOf(const CurveSpec& spec, bool active, const Curve& curve);

/// Whether some value of a visible curve within view.x is positive, as far as probes tell.
[[nodiscard]] bool hasPositive(const Scene& scene, PaneKind kind);
/// Whether what is shown needs the curves of this pane.
[[nodiscard]] bool isSampled(const Scene& scene, PaneKind kind);
/// Whether any kind of places is to be marked.
[[nodiscard]] bool asksForPlaces(const Scene& scene);
[[nodiscard]] Graph graphOf(const Scene& scene, const CurveSpec& spec, const Budget& budget, PaneKind kind);
/// Samples what the shown panes and marks need, as far as it is not among the late parts.
[[nodiscard]] DrawnCurve drawn(const Scene& scene, const CurveSpec& spec, Function function, const Budget& budget,
                               const LateParts& late);

/// Dots of one curve in one pane: jumps, holes and ends on f; kinks on f; one-sided slopes and PyTorch's on f′.
[[nodiscard]] std::vector<Dot> dotsOf(const DrawnCurve& curve, PaneKind kind, const Window& window);

/// The fan of random slopes that lies under the test-time curve; empty where there is none.
[[nodiscard]] std::vector<Ink> fanOf(const CurveSpec& spec, PaneKind kind, const Window& window);

/// The pieces that are wide enough to be seen.
[[nodiscard]] std::vector<Range> visiblePieces(const std::vector<Interval>& pieces, const Window& window);
/// Lays a pale mark under the curve there, or over the height of the pane where nothing of it is drawn.
void markUnproved(const Curve& curve, const std::vector<Range>& pieces, const Window& window, Pane& pane);

/// ∂f/∂p for every parameter of the curve.
[[nodiscard]] std::vector<Ink> parameterInks(const DrawnCurve& curve, const Window& window);

struct ShadedCurve {
    std::vector<RegionBand> bands;
    std::vector<EdgeLabel> labels;
};
/// One kind of region, and the rule by which it is found in any window.
struct RegionSearch {
    RegionKind kind = RegionKind::Saturated;
    std::function<std::vector<Region>(const Interval& window, RegionEffort* effort)> find;
};
/// The kinds that are asked for, of one function in one view. References to the function are kept.
[[nodiscard]] std::vector<RegionSearch> searchesOf(const ShadingSpec& shading, const Interval& view,
                                                   const Function& function);
/// Where inputs of the distribution are looked for, almost all of them.
[[nodiscard]] Interval reachOf(const InputSpec& inputs);

/// Finds regions within a frame, as far as they are not among the late parts. References to both are kept.
class RegionFinder {
public:
    RegionFinder(const Scene& scene, const LateParts& late);

    /// Nothing where that takes longer.
    [[nodiscard]] std::optional<std::vector<Region>> find(const CurveSpec& curve, const RegionSearch& search,
                                                          const Interval& window);
    /// Whether some were not found.
    [[nodiscard]] bool isShort() const { return m_isShort; }

private:
    const Scene& m_scene;
    const LateParts& m_late;
    RegionEffort m_frame;
    bool m_isShort = false;
};
[[nodiscard]] ShadedCurve shade(const Scene& scene, const DrawnCurve& curve, int lane, RegionFinder& finder);

/// The interval of judgement with the verdict in words; nothing where it is not shown or no curve is active.
[[nodiscard]] std::optional<JudgementInk> judgementInk(const Scene& scene, const Findings& findings);

/// Its two ends as handles that snap to 0, ±1 and the kinks, jumps and domain ends of the curve.
void addJudgementHandles(const Scene& scene, const std::vector<DrawnCurve>& curves, Figure& figure);

/// Why the verdict holds: pieces of one sign of f″ below the curve, bounds on f″, kinks with the jump of the slope; or
/// the chords that break it, their gap enlarged.
void addProof(const Scene& scene, const std::vector<DrawnCurve>& curves, const Findings& findings, Figure& figure);

/// The active curve, or null if it is hidden or cannot be drawn.
[[nodiscard]] const DrawnCurve* activeOf(const std::vector<DrawnCurve>& curves);
/// The pane of this kind, or null if it is not shown.
[[nodiscard]] Pane* findPane(Figure& figure, PaneKind kind);
/// The parts of a run of points with lo ≤ x ≤ hi, cut between its points.
[[nodiscard]] std::vector<FigurePoint> cut(const std::vector<CurvePoint>& run, double lo, double hi,
                                           const PaneWindow& window);
/// A uniform number in [0, 1) that is the same on every machine, which std::uniform_real_distribution is not.
[[nodiscard]] double uniform(std::mt19937_64& generator);

/// The sign of λ f(x₁) + (1 − λ) f(x₂) − f(λ x₁ + (1 − λ) x₂), proved by enclosures; 0 where rounding hides it or
/// something is undefined.
[[nodiscard]] int gapSense(const Function& f, double x1, double x2, double lambda);

/// The area between each chord and its curve.
void addGaps(const Scene& scene, const std::vector<DrawnCurve>& curves, Pane& pane);
/// Seeded chords of the active curve on the part of the interval of judgement that is in view, counted by their sense.
void addRandomChords(const Scene& scene, const std::vector<DrawnCurve>& curves, Figure& figure);
/// Whether one of the chords on the plot breaks convexity.
void addHunt(const Scene& scene, Figure& figure);
/// The weighted points, their polygon, the mean of the values against the value at the mean.
void addJensen(const Scene& scene, const std::vector<DrawnCurve>& curves, Figure& figure);
/// The tangent at the chosen point, or at a kink every line between the two one-sided tangents, and their slopes as a
/// bar on the pane of f′.
void addTangent(const Scene& scene, const std::vector<DrawnCurve>& curves, const Findings& findings, Figure& figure);
/// The points on and above the curve, and a segment between two of them.
void addEpigraph(const Scene& scene, const std::vector<DrawnCurve>& curves, const Findings& findings, Figure& figure);
/// The convex envelope, and the line of the chosen slope that touches from below with the conjugate that it reads off,
/// on the part of the interval of judgement that is in view. Exact for the points that are drawn, which are within half
/// a pixel of the curve.
void addEnvelope(const Scene& scene, const std::vector<DrawnCurve>& curves, Figure& figure);

/// What the legend says of the shaded regions, with the share of the inputs where that is asked for.
[[nodiscard]] std::vector<LegendEntry> regionLegend(const Scene& scene, const std::vector<DrawnCurve>& curves,
                                                    const Pane& pane, RegionFinder& finder);
/// The density of the inputs over the window, a quarter of the pane high.
[[nodiscard]] std::vector<FigurePoint> densityOf(const Scene& scene);

/// Marks the places of the active curve that the scene asks for, and says in the legend how many were found. The figure
/// is partial where a search within the frame was cut short.
void addMarks(const Scene& scene, const DrawnCurve& curve, const Window& window, const LateParts& late, Figure& figure);

/// The facts that the scene shows, as they are drawn in one pane.
[[nodiscard]] std::vector<FactMark> factMarks(const Facts& facts, const Scene& scene, PaneKind pane, int style);

[[nodiscard]] std::vector<ChordInk> chordsOf(const Scene& scene, const std::vector<DrawnCurve>& curves);

} // namespace secant::composing
