#include <algorithm>
#include <cmath>

#include "core/figure/compose_parts.h"
#include "core/figure/judgement_text.h"
#include "core/figure/wording.h"

namespace secant::composing {
namespace {

/// Shares are told of everything that is not farther out than this many deviations.
constexpr double kDeviations = 9.0;
constexpr int kDensityPoints = 400;
/// Part of the pane's height that the density fills.
constexpr double kDensityHeight = 0.25;

std::string thresholdText(const ShadingSpec& shading)
{
    const std::string bound = readable(shading.epsilon, 3);
    switch (shading.rule) {
    case ThresholdRule::Absolute:
        break;
    case ThresholdRule::Relative:
        return "|f′| ≤ " + bound + " · max|f′|";
    case ThresholdRule::Layers:
        return "|f′|^" + std::to_string(shading.layers) + " ≤ " + bound;
    }
    return "|f′| ≤ " + bound;
}

std::string textOf(RegionKind kind, const Scene& scene)
{
    const auto say = [&](const LocalizedText& text) { return std::string(spoken(text, scene.language)); };
    switch (kind) {
    case RegionKind::Saturated:
        return say(kSaturatedWord) + thresholdText(scene.shading);
    case RegionKind::Dead:
        return say(kDeadWord);
    case RegionKind::Expanding:
        return say(kExpandingWord);
    case RegionKind::Rising:
        return say(kRisingWord);
    case RegionKind::Falling:
        return say(kFallingWord);
    case RegionKind::Convex:
        return say(wordsOf(scene.naming).cup) + say(kCupSign);
    case RegionKind::Concave:
        return say(wordsOf(scene.naming).cap) + say(kCapSign);
    case RegionKind::Identity:
        return say(kIdentityWord) + readable(scene.shading.tolerance, 3);
    }
    return {};
}

/// ", 31.7 % of the inputs"; nothing while the regions are not found.
std::string shareText(const RegionSearch& search, const CurveSpec& curve, const Scene& scene, RegionFinder& finder)
{
    const InputSpec& inputs = scene.shading.inputs;
    const auto regions = finder.find(curve, search, reachOf(inputs));
    if (!regions) {
        return {};
    }
    const double share = shareOfInputs(*regions, inputs.mean, inputs.deviation);
    const std::string number = readable(100.0 * share, 3) + " %";
    const std::string word(spoken(kShareWord, scene.language));
    return scene.language == Language::Chinese ? "，" + number + " " + word : ", " + number + word;
}

} // namespace

Interval reachOf(const InputSpec& inputs)
{
    const double reach = kDeviations * inputs.deviation;
    return {inputs.mean - reach, inputs.mean + reach};
}

std::vector<LegendEntry> regionLegend(const Scene& scene, const std::vector<DrawnCurve>& curves, const Pane& pane,
                                      RegionFinder& finder)
{
    std::vector<LegendEntry> entries;
    const auto active = std::find_if(curves.begin(), curves.end(), [](const DrawnCurve& c) { return c.active; });
    const int style = active == curves.end() ? 0 : active->spec->style;
    const auto isShaded = [&](RegionKind kind) {
        return std::any_of(pane.regions.begin(), pane.regions.end(),
                           [kind](const RegionBand& band) { return band.kind == kind; });
    };
    const bool tellsShare = scene.shading.inputs.shown && active != curves.end();
    const std::vector<RegionSearch> searches =
        active == curves.end() ? std::vector<RegionSearch>()
                               : searchesOf(scene.shading, {scene.view.x.min, scene.view.x.max}, active->function);
    for (std::size_t i = 0; i < kRegionKinds; ++i) {
        const auto kind = static_cast<RegionKind>(i);
        const auto search =
            std::find_if(searches.begin(), searches.end(), [kind](const RegionSearch& s) { return s.kind == kind; });
        const bool told = tellsShare && search != searches.end();
        if (isShaded(kind) || told) {
            entries.push_back({LegendKind::Region, scene.activeCurve, style,
                               textOf(kind, scene) + (told ? shareText(*search, *active->spec, scene, finder) : ""),
                               kind});
        }
    }
    if (tellsShare) {
        const InputSpec& inputs = scene.shading.inputs;
        entries.push_back({LegendKind::Density, 0, 0,
                           std::string(spoken(kInputsWord, scene.language)) + "N(" + readable(inputs.mean, 3) + ", " +
                               readable(inputs.deviation, 3) + "²)",
                           RegionKind::Saturated});
    }
    return entries;
}

std::vector<FigurePoint> densityOf(const Scene& scene)
{
    const InputSpec& inputs = scene.shading.inputs;
    const Range& x = scene.view.x;
    const Range& y = scene.view.yOf(PaneKind::Value);
    const bool isLogX = scene.view.xScale == AxisScale::Logarithmic;
    const bool isLogY = scene.view.yScale == AxisScale::Logarithmic;
    std::vector<FigurePoint> points;
    for (int i = 0; i <= kDensityPoints; ++i) {
        const double part = static_cast<double>(i) / kDensityPoints;
        const double at = isLogX ? between(scene.view.xScale, x.min, x.max, part) : x.min * (1.0 - part) + x.max * part;
        const double z = (at - inputs.mean) / inputs.deviation;
        const double height = kDensityHeight * std::exp(-0.5 * z * z);
        points.push_back(
            {at, isLogY ? between(scene.view.yScale, y.min, y.max, height) : y.min * (1.0 - height) + y.max * height});
    }
    return points;
}

} // namespace secant::composing
