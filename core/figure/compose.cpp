#include "core/figure/compose.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/figure/compose_parts.h"
#include "core/figure/curve_facts.h"
#include "core/figure/wording.h"

namespace secant {
namespace {

using namespace composing;

std::vector<DrawnCurve> drawnCurves(const Scene& scene, const Budget& budget, const LateParts& late,
                                    std::vector<CurveProblem>& problems)
{
    std::vector<DrawnCurve> curves;
    for (const CurveSpec& spec : scene.curves) {
        if (!spec.visible) {
            continue;
        }
        Result<Function, ParseError> function = functionOf(spec);
        if (function) {
            curves.push_back(drawn(scene, spec, std::move(function).value(), budget, late));
        } else {
            problems.push_back({spec.id, function.error()});
        }
    }
    // The active curve is drawn last, over the others.
    std::stable_partition(curves.begin(), curves.end(), [](const DrawnCurve& c) { return !c.active; });
    return curves;
}

std::string paneTitle(PaneKind kind, const std::vector<DrawnCurve>& curves)
{
    switch (kind) {
    case PaneKind::Value:
        return "f(x)";
    case PaneKind::Slope:
        return "f′(x)";
    case PaneKind::Curvature:
        return "f″(x)";
    case PaneKind::ParameterSlope:
        break;
    }
    std::vector<std::string> symbols;
    for (const DrawnCurve& curve : curves) {
        for (const CurveParameter& parameter : parametersOf(*curve.spec)) {
            symbols.push_back(parameter.symbol);
        }
    }
    std::sort(symbols.begin(), symbols.end());
    symbols.erase(std::unique(symbols.begin(), symbols.end()), symbols.end());
    return symbols.size() == 1 ? "∂f/∂" + symbols.front() : "∂f/∂p";
}

int tickCount(double px, double spacing)
{
    return std::clamp(static_cast<int>(px / std::max(spacing, 1.0)), 1, 100);
}

const Curve& curveIn(const DrawnCurve& curve, PaneKind kind)
{
    return kind == PaneKind::Value ? curve.value : kind == PaneKind::Slope ? curve.slope : curve.curvature;
}

Pane paneOf(const Scene& scene, const Budget& budget, PaneKind kind, const std::vector<DrawnCurve>& curves)
{
    const Window window = windowOf(scene, budget, kind);
    Pane pane;
    pane.kind = kind;
    // Rows of labels may stand closer than columns.
    pane.y = axisFor(scene.view.yOf(kind), tickCount(window.heightPx, 0.6 * budget.tickSpacingPx),
                     scene.view.yScaleOf(kind));
    pane.y.title = paneTitle(kind, curves);
    for (const DrawnCurve& curve : curves) {
        for (Ink& ink : fanOf(*curve.spec, kind, window)) {
            pane.inks.push_back(std::move(ink));
        }
    }
    for (const DrawnCurve& curve : curves) {
        if (kind == PaneKind::ParameterSlope) {
            for (Ink& ink : parameterInks(curve, window)) {
                pane.inks.push_back(std::move(ink));
            }
            continue;
        }
        Ink& ink = pane.inks.emplace_back(inkOf(*curve.spec, curve.active, curveIn(curve, kind)));
        ink.unproved = visiblePieces(curveIn(curve, kind).unproved, window);
        markUnproved(curveIn(curve, kind), ink.unproved, window, pane);
        if (scene.kinks) {
            for (Dot& dot : dotsOf(curve, kind, window)) {
                pane.dots.push_back(std::move(dot));
            }
        }
    }
    return pane;
}

/// Says why a logarithmic pane is empty where nothing in sight of x is positive.
void explainEmptiness(const Scene& scene, Pane& pane)
{
    const bool isEmpty = std::all_of(pane.inks.begin(), pane.inks.end(),
                                     [](const Ink& ink) { return ink.runs.empty() && ink.columns.empty(); });
    if (pane.y.scale == AxisScale::Logarithmic && isEmpty && !pane.inks.empty() && !hasPositive(scene, pane.kind)) {
        pane.emptyHint = spoken(kNothingPositiveHint, scene.language);
    }
}

/// Bands go to f and f′, labels of their edges to f alone.
void addShading(const Scene& scene, const std::vector<DrawnCurve>& curves, RegionFinder& finder, Figure& figure)
{
    int lane = 0;
    for (const DrawnCurve& curve : curves) {
        ShadedCurve shaded = shade(scene, curve, curve.active ? -1 : lane, finder);
        lane += !curve.active && !shaded.bands.empty() ? 1 : 0;
        for (Pane& pane : figure.panes) {
            if (pane.kind == PaneKind::Value || pane.kind == PaneKind::Slope) {
                pane.regions.insert(pane.regions.end(), shaded.bands.begin(), shaded.bands.end());
            }
        }
        std::vector<EdgeLabel>& labels = figure.panes.front().edgeLabels;
        labels.insert(labels.end(), shaded.labels.begin(), shaded.labels.end());
    }
}

void addLegend(const Scene& scene, const std::vector<DrawnCurve>& curves, RegionFinder& finder, Figure& figure)
{
    for (const CurveSpec& spec : scene.curves) {
        if (spec.visible) {
            figure.legend.push_back({LegendKind::Curve, spec.id, spec.style, displayName(spec, scene.language), {}});
        }
    }
    for (LegendEntry& entry : regionLegend(scene, curves, figure.panes.front(), finder)) {
        figure.legend.push_back(std::move(entry));
    }
    figure.isPartial = figure.isPartial || finder.isShort();
    const auto hasUnproved = [](const Pane& pane) {
        return std::any_of(pane.inks.begin(), pane.inks.end(), [](const Ink& ink) { return !ink.unproved.empty(); });
    };
    // What a worker is about to prove needs no words.
    if (!figure.isPartial && std::any_of(figure.panes.begin(), figure.panes.end(), hasUnproved)) {
        figure.legend.push_back(
            {LegendKind::Unproved, scene.activeCurve, 0, std::string(spoken(kUnprovedWord, scene.language)), {}});
    }
    const auto hasFrameworkDot = [](const Pane& pane) {
        return std::any_of(pane.dots.begin(), pane.dots.end(),
                           [](const Dot& dot) { return dot.kind == DotKind::Framework; });
    };
    if (std::any_of(figure.panes.begin(), figure.panes.end(), hasFrameworkDot)) {
        figure.legend.push_back(
            {LegendKind::Framework, scene.activeCurve, 0, std::string(spoken(kFrameworkWord, scene.language)), {}});
    }
}

void addFacts(const Scene& scene, Figure& figure)
{
    const CurveSpec* active = scene.find(scene.activeCurve);
    if (scene.facts.isEmpty() || !active || !active->visible) {
        return;
    }
    if (const auto facts = factsOfCurve(*active)) {
        for (Pane& pane : figure.panes) {
            pane.factMarks = factMarks(facts->facts, scene, pane.kind, active->style);
        }
    }
}

} // namespace

Figure compose(const Scene& scene, const Budget& budget, const Findings& findings)
{
    Figure figure;
    figure.view = scene.view;
    figure.theme = scene.theme;
    figure.grid = scene.grid && scene.theme != FigureTheme::Paper;
    const std::vector<DrawnCurve> curves = drawnCurves(scene, budget, findings.late, figure.problems);
    figure.isPartial = std::any_of(curves.begin(), curves.end(), [](const DrawnCurve& c) { return c.isPartial; });
    for (const PaneKind kind : kAllPanes) {
        if (kind == PaneKind::Value || scene.shows(kind)) {
            figure.panes.push_back(paneOf(scene, budget, kind, curves));
            explainEmptiness(scene, figure.panes.back());
        }
    }
    figure.x = axisFor(scene.view.x, tickCount(budget.paneWidthPx, budget.tickSpacingPx), scene.view.xScale);
    figure.x.title = "x";
    RegionFinder finder(scene, findings.late);
    if (scene.shading.any()) {
        addShading(scene, curves, finder, figure);
    }
    addFacts(scene, figure);
    if (scene.shading.inputs.shown) {
        figure.panes.front().density = densityOf(scene);
    }
    addLegend(scene, curves, finder, figure);
    for (const DrawnCurve& curve : curves) {
        if (curve.active) {
            addMarks(scene, curve, windowOf(scene, budget, PaneKind::Value), findings.late, figure);
        }
    }
    figure.panes.front().chords = chordsOf(scene, curves);
    addGaps(scene, curves, figure.panes.front());
    figure.judgement = judgementInk(scene, findings);
    addJudgementHandles(scene, curves, figure);
    addProof(scene, curves, findings, figure);
    addRandomChords(scene, curves, figure);
    addHunt(scene, figure);
    addJensen(scene, curves, figure);
    addTangent(scene, curves, findings, figure);
    addEpigraph(scene, curves, findings, figure);
    addEnvelope(scene, curves, figure);
    if (curves.empty()) {
        figure.emptyHint = spoken(kEmptyHint, scene.language);
    }
    return figure;
}

Figure composeWhole(const Scene& scene, const Budget& budget, Findings findings, const std::stop_token& stop)
{
    Figure figure = compose(scene, budget, findings);
    if (!figure.isPartial) {
        return figure;
    }
    findings.late = latePartsOf(lateQuestionsOf(scene, budget), stop);
    return compose(scene, budget, findings);
}

Readout readout(const Scene& scene, double x)
{
    Readout result;
    result.x = x;
    result.xText = readable(x);
    const auto text = [&](double number) {
        return std::isnan(number) ? std::string(spoken(kUndefinedWord, scene.language)) : readable(number);
    };
    for (const CurveSpec& spec : scene.curves) {
        const auto function = functionOf(spec);
        if (!spec.visible || !function) {
            continue;
        }
        const Jet jet = function->jet(x);
        result.rows.push_back({spec.id, spec.style, spec.id == scene.activeCurve, displayName(spec, scene.language),
                               jet.value, jet.slope, jet.curvature, text(jet.value), text(jet.slope),
                               text(jet.curvature)});
    }
    return result;
}

} // namespace secant
