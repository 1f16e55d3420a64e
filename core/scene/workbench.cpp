#include "core/scene/workbench.h"

#include <algorithm>
#include <cmath>

#include "core/scene/scene.h"

namespace secant {
namespace {

double coordinate(double value, double fallback)
{
    return std::isnan(value) ? fallback : std::clamp(value, -kMaxCoordinate, kMaxCoordinate);
}

PlanePoint point(const PlanePoint& value, const PlanePoint& fallback)
{
    return {coordinate(value.x, fallback.x), coordinate(value.y, fallback.y)};
}

} // namespace

WorkbenchSpec clamped(const WorkbenchSpec& spec, const WorkbenchSpec& fallback)
{
    WorkbenchSpec result = spec;
    result.randomChords = std::clamp(spec.randomChords, 0, kMaxRandomChords);
    if (result.jensen.size() > kMaxJensenPoints) {
        result.jensen.resize(kMaxJensenPoints);
    }
    if (result.jensen.size() == 1) {
        result.jensen.clear();
    }
    for (WeightedPoint& weighted : result.jensen) {
        weighted.x = coordinate(weighted.x, 0.0);
        weighted.weight = std::isnan(weighted.weight) ? 1.0 : std::clamp(weighted.weight, 0.0, 1.0);
    }
    result.tangentX = coordinate(spec.tangentX, fallback.tangentX);
    result.conjugateSlope = coordinate(spec.conjugateSlope, fallback.conjugateSlope);
    result.segmentFirst = point(spec.segmentFirst, fallback.segmentFirst);
    result.segmentSecond = point(spec.segmentSecond, fallback.segmentSecond);
    return result;
}

} // namespace secant
