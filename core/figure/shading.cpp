#include <algorithm>
#include <cmath>
#include <utility>

#include "core/figure/compose_parts.h"

namespace secant::composing {
namespace {

/// Looks at boxes within a frame, and of a single search: milliseconds for a typed formula, more than a catalogue
/// activation needs.
constexpr int kLooks = 1024;
constexpr int kLooksOfOne = 256;

/// |f′| ≤ this counts as saturated; negative where nothing can (sup |f′| unknown).
double thresholdOf(const ShadingSpec& shading, const Interval& view, const Function& function)
{
    if (shading.rule == ThresholdRule::Layers) {
        return std::pow(shading.epsilon, 1.0 / std::max(shading.layers, 1));
    }
    if (shading.rule == ThresholdRule::Absolute) {
        return shading.epsilon;
    }
    const auto supremum = slopeSupremum(function, view);
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

std::vector<RegionSearch> searchesOf(const ShadingSpec& shading, const Interval& view, const Function& function)
{
    std::vector<RegionSearch> searches;
    const auto add = [&](bool wanted, RegionKind kind, auto find) {
        if (wanted) {
            searches.push_back({kind, std::move(find)});
        }
    };
    const Function& f = function;
    add(shading.dead, RegionKind::Dead,
        [&f](const Interval& x, RegionEffort* effort) { return deadRegions(f, x, effort); });
    const double threshold = shading.saturated ? thresholdOf(shading, view, f) : -1.0;
    add(threshold >= 0.0, RegionKind::Saturated, [&f, threshold](const Interval& x, RegionEffort* effort) {
        return without(saturatedRegions(f, threshold, x, effort), deadRegions(f, x, effort));
    });
    add(shading.expanding, RegionKind::Expanding,
        [&f](const Interval& x, RegionEffort* effort) { return expandingRegions(f, x, effort); });
    add(shading.monotone, RegionKind::Rising,
        [&f](const Interval& x, RegionEffort* effort) { return monotoneRegions(f, 1, x, effort); });
    add(shading.monotone, RegionKind::Falling,
        [&f](const Interval& x, RegionEffort* effort) { return monotoneRegions(f, -1, x, effort); });
    add(shading.curved, RegionKind::Convex,
        [&f](const Interval& x, RegionEffort* effort) { return curvedRegions(f, 1, x, effort); });
    add(shading.curved, RegionKind::Concave,
        [&f](const Interval& x, RegionEffort* effort) { return curvedRegions(f, -1, x, effort); });
    add(shading.identity, RegionKind::Identity, [&f, t = shading.tolerance](const Interval& x, RegionEffort* effort) {
        return nearIdentityRegions(f, t, x, effort);
    });
    return searches;
}

RegionFinder::RegionFinder(const Scene& scene, const LateParts& late) : m_scene(scene), m_late(late), m_frame(kLooks) {}

std::optional<std::vector<Region>> RegionFinder::find(const CurveSpec& curve, const RegionSearch& search,
                                                      const Interval& window)
{
    const Interval view{m_scene.view.x.min, m_scene.view.x.max};
    if (const auto* known = m_late.regionsOf({curve, m_scene.shading, view, window}, search.kind)) {
        return *known;
    }
    RegionEffort effort(std::min(kLooksOfOne, m_frame.left()));
    const int before = effort.left();
    std::vector<Region> regions = search.find(window, &effort);
    m_frame.spend(before - effort.left());
    m_isShort = m_isShort || effort.isShort();
    return effort.isShort() ? std::nullopt : std::optional(std::move(regions));
}

ShadedCurve shade(const Scene& scene, const DrawnCurve& curve, int lane, RegionFinder& finder)
{
    ShadedCurve shaded;
    const Interval window{scene.view.x.min, scene.view.x.max};
    for (const RegionSearch& search : searchesOf(scene.shading, window, curve.function)) {
        if (const auto regions = finder.find(*curve.spec, search, window)) {
            addBands(shaded.bands, *regions, search.kind, *curve.spec, lane);
        }
    }
    if (lane < 0) {
        shaded.labels = edgeLabels(shaded.bands, curve.spec->style);
    }
    return shaded;
}

} // namespace secant::composing
