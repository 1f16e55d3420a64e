#include <algorithm>
#include <cmath>
#include <utility>

#include "core/figure/compose_parts.h"

namespace secant::composing {
namespace {

/// |f′| ≤ this counts as saturated; negative where nothing can (sup |f′| unknown).
double thresholdOf(const Scene& scene, const Function& function)
{
    const ShadingSpec& shading = scene.shading;
    if (shading.rule == ThresholdRule::Layers) {
        return std::pow(shading.epsilon, 1.0 / std::max(shading.layers, 1));
    }
    if (shading.rule == ThresholdRule::Absolute) {
        return shading.epsilon;
    }
    const auto supremum = slopeSupremum(function, {scene.view.x.min, scene.view.x.max});
    return supremum ? shading.epsilon * supremum->value : -1.0;
}

/// What is left of the saturated regions beside the dead ones, which have their own look.
std::vector<Region> without(const std::vector<Region>& regions, const std::vector<Region>& dead)
{
    std::vector<Region> rest;
    for (Region region : regions) {
        for (const Region& hole : dead) {
            if (hole.to <= region.from || hole.from >= region.to) {
                continue;
            }
            if (hole.from > region.from) {
                rest.push_back({region.from, hole.from, region.reachesLow, false});
            }
            region.from = hole.to;
            region.reachesLow = hole.to >= region.to && hole.reachesHigh;
        }
        if (region.from < region.to) {
            rest.push_back(region);
        }
    }
    return rest;
}

void addBands(std::vector<RegionBand>& bands, const std::vector<Region>& regions, RegionKind kind,
              const CurveSpec& spec, int lane)
{
    for (const Region& region : regions) {
        bands.push_back(
            {region.from, region.to, !region.reachesLow, !region.reachesHigh, kind, spec.id, spec.style, lane});
    }
}

std::vector<EdgeLabel> edgeLabels(const std::vector<RegionBand>& bands, int style)
{
    std::vector<double> edges;
    for (const RegionBand& band : bands) {
        if (band.fromIsEdge) {
            edges.push_back(band.from);
        }
        if (band.toIsEdge) {
            edges.push_back(band.to);
        }
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::vector<EdgeLabel> labels;
    for (const double x : edges) {
        std::string text = "x = " + readable(x, 5);
        // Regions may meet at two neighbouring doubles.
        if (labels.empty() || labels.back().text != text) {
            labels.push_back({x, std::move(text), style});
        }
    }
    return labels;
}

} // namespace

std::vector<RegionSearch> searchesOf(const Scene& scene, const Function& function)
{
    const ShadingSpec& shading = scene.shading;
    std::vector<RegionSearch> searches;
    const auto add = [&](bool wanted, RegionKind kind, auto find) {
        if (wanted) {
            searches.push_back({kind, std::move(find)});
        }
    };
    const Function& f = function;
    add(shading.dead, RegionKind::Dead, [&f](const Interval& x) { return deadRegions(f, x); });
    const double threshold = shading.saturated ? thresholdOf(scene, f) : -1.0;
    add(threshold >= 0.0, RegionKind::Saturated,
        [&f, threshold](const Interval& x) { return without(saturatedRegions(f, threshold, x), deadRegions(f, x)); });
    add(shading.expanding, RegionKind::Expanding, [&f](const Interval& x) { return expandingRegions(f, x); });
    add(shading.monotone, RegionKind::Rising, [&f](const Interval& x) { return monotoneRegions(f, 1, x); });
    add(shading.monotone, RegionKind::Falling, [&f](const Interval& x) { return monotoneRegions(f, -1, x); });
    add(shading.curved, RegionKind::Convex, [&f](const Interval& x) { return curvedRegions(f, 1, x); });
    add(shading.curved, RegionKind::Concave, [&f](const Interval& x) { return curvedRegions(f, -1, x); });
    add(shading.identity, RegionKind::Identity,
        [&f, t = shading.tolerance](const Interval& x) { return nearIdentityRegions(f, t, x); });
    return searches;
}

ShadedCurve shade(const Scene& scene, const DrawnCurve& curve, int lane)
{
    ShadedCurve shaded;
    const Interval window{scene.view.x.min, scene.view.x.max};
    for (const RegionSearch& search : searchesOf(scene, curve.function)) {
        addBands(shaded.bands, search.find(window), search.kind, *curve.spec, lane);
    }
    if (lane < 0) {
        shaded.labels = edgeLabels(shaded.bands, curve.spec->style);
    }
    return shaded;
}

} // namespace secant::composing
