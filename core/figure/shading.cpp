#include <algorithm>
#include <cmath>

#include "core/figure/compose_parts.h"

namespace secant::composing {
namespace {

/// |f′| ≤ this counts as saturated; negative where nothing can (sup |f′| unknown).
double thresholdOf(const Scene& scene, const Function& function)
{
    if (scene.shading.rule == ThresholdRule::Absolute) {
        return scene.shading.epsilon;
    }
    const auto supremum = slopeSupremum(function, {scene.view.x.min, scene.view.x.max});
    return supremum ? scene.shading.epsilon * supremum->value : -1.0;
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
        labels.push_back({x, "x = " + readable(x, 5), style});
    }
    return labels;
}

} // namespace

ShadedCurve shade(const Scene& scene, const DrawnCurve& curve, int lane)
{
    ShadedCurve shaded;
    const Interval window{scene.view.x.min, scene.view.x.max};
    const std::vector<Region> dead = deadRegions(curve.function, window);
    if (scene.shading.dead) {
        addBands(shaded.bands, dead, RegionKind::Dead, *curve.spec, lane);
    }
    if (scene.shading.saturated) {
        const double threshold = thresholdOf(scene, curve.function);
        if (threshold >= 0.0) {
            const std::vector<Region> regions = saturatedRegions(curve.function, threshold, window);
            addBands(shaded.bands, without(regions, dead), RegionKind::Saturated, *curve.spec, lane);
        }
    }
    if (lane < 0) {
        shaded.labels = edgeLabels(shaded.bands, curve.spec->style);
    }
    return shaded;
}

} // namespace secant::composing
