#include "core/scene/judgement.h"

#include <cmath>

#include "core/scene/scene.h"

namespace secant {

JudgementSpec clamped(const JudgementSpec& spec, const JudgementSpec& fallback)
{
    JudgementSpec result = spec;
    if (result.lo < -kMaxCoordinate) {
        result.lo = -std::numeric_limits<double>::infinity();
    }
    if (result.hi > kMaxCoordinate) {
        result.hi = std::numeric_limits<double>::infinity();
    }
    // Also false for NaN.
    if (!(result.lo < result.hi) || result.lo > kMaxCoordinate || result.hi < -kMaxCoordinate) {
        result = fallback;
        result.shown = spec.shown;
        result.why = spec.why;
    }
    result.loClosed = result.loClosed && std::isfinite(result.lo);
    result.hiClosed = result.hiClosed && std::isfinite(result.hi);
    return result;
}

} // namespace secant
