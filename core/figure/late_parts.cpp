#include "core/figure/late_parts.h"

#include <algorithm>
#include <limits>

#include "core/figure/compose.h"
#include "core/figure/compose_parts.h"

namespace secant {
namespace {

/// In budgets of a frame.
constexpr double kLateFrames = 32.0;

/// Those of searches that a stop cut short are left out.
std::vector<std::pair<RegionKind, std::vector<Region>>> regionsFor(const RegionQuestion& question, const Function& f,
                                                                   const std::stop_token& stop)
{
    std::vector<std::pair<RegionKind, std::vector<Region>>> kinds;
    for (const composing::RegionSearch& search : composing::searchesOf(question.shading, question.view, f)) {
        RegionEffort effort(std::numeric_limits<int>::max(), stop);
        std::vector<Region> regions = search.find(question.window, &effort);
        if (!effort.isShort()) {
            kinds.emplace_back(search.kind, std::move(regions));
        }
    }
    return kinds;
}

} // namespace

const Curve* LateParts::curveOf(const Graph& graph) const
{
    const auto found = std::find_if(curves.begin(), curves.end(), [&](const Sampled& s) { return s.graph == graph; });
    return found == curves.end() ? nullptr : &found->curve;
}

const FoundFeatures* LateParts::placesOn(const Graph& graph) const
{
    return places && places->graph == graph ? &places->features : nullptr;
}

const std::vector<Region>* LateParts::regionsOf(const RegionQuestion& question, RegionKind kind) const
{
    for (const Shaded& shaded : regions) {
        for (const auto& [found, list] : shaded.kinds) {
            if (found == kind && shaded.question == question) {
                return &list;
            }
        }
    }
    return nullptr;
}

LateQuestions lateQuestionsOf(const Scene& scene, const Budget& budget)
{
    LateQuestions questions;
    for (const CurveSpec& curve : scene.curves) {
        if (!curve.visible) {
            continue;
        }
        for (const PaneKind pane : {PaneKind::Value, PaneKind::Slope, PaneKind::Curvature}) {
            if (composing::isSampled(scene, pane)) {
                questions.curves.push_back(composing::graphOf(scene, curve, budget, pane));
            }
        }
        const Interval view{scene.view.x.min, scene.view.x.max};
        if (scene.shading.any()) {
            questions.regions.push_back({curve, scene.shading, view, view});
        }
        if (curve.id == scene.activeCurve && scene.shading.any() && scene.shading.inputs.shown) {
            questions.regions.push_back({curve, scene.shading, view, composing::reachOf(scene.shading.inputs)});
        }
        if (curve.id == scene.activeCurve && composing::asksForPlaces(scene)) {
            questions.places = composing::graphOf(scene, curve, budget, PaneKind::Value);
        }
    }
    return questions;
}

LateParts latePartsOf(const LateQuestions& questions, const std::stop_token& stop)
{
    LateParts parts;
    for (const Graph& graph : questions.curves) {
        const auto function = functionOf(graph.curve);
        if (stop.stop_requested()) {
            return parts;
        }
        if (function) {
            parts.curves.push_back({graph, sampleCurve(*function, graph.order, graph.window, {kLateFrames, stop})});
        }
    }
    if (const auto& graph = questions.places) {
        if (const auto function = functionOf(graph->curve)) {
            parts.places = LateParts::Searched{*graph, findFeatures(*function, graph->window, stop)};
        }
    }
    for (const RegionQuestion& question : questions.regions) {
        if (stop.stop_requested()) {
            return parts;
        }
        if (const auto function = functionOf(question.curve)) {
            parts.regions.push_back({question, regionsFor(question, *function, stop)});
        }
    }
    return parts;
}

} // namespace secant
