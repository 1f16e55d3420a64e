#include "core/figure/late_parts.h"

#include <algorithm>

#include "core/figure/compose.h"
#include "core/figure/compose_parts.h"

namespace secant {
namespace {

/// In budgets of a frame.
constexpr double kLateFrames = 32.0;

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
    return parts;
}

} // namespace secant
