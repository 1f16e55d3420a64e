#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

/// With r = √(x² + 1): f = (r − 1)/2 + x as x + x²/(2(r + 1)), which keeps its digits next to 0; f′ = 1 + x/(2r);
/// f″ = 1/(2r³). −∞ gives {−∞, ½, 0}, +∞ gives {+∞, 3/2, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return {x, x > 0.0 ? 1.5 : 0.5, 0.0};
    }
    const Extended wide = x;
    const Extended square = wide * wide;
    const Extended root = std::sqrt(square + 1);
    return rounded(wide + square / (2 * (root + 1)), 1 + wide / (2 * root), 1 / (2 * (square + 1) * root));
}

/// f and f′ increase throughout; f″ is greatest at 0.
Shape shape(ParameterValues)
{
    return {.curvatureTurns = {0.0}, .atLow = {-kInfinity, 0.5, 0.0}, .atHigh = {kInfinity, 1.5, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "bent_identity",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
};

constexpr std::string_view kAliases[] = {"bent line", "弯曲恒等"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Bent identity", "弯曲恒等函数"},
    .aliases = kAliases,
    .family = Family::SmoothRectifier,
    .formula = "(√(x² + 1) − 1)/2 + x",
    .latex = R"(\frac{\sqrt{x^2 + 1} - 1}{2} + x)",
    .purpose = {"A straight line bent a little at 0: slope ½ far left, 3/2 far right, so gradients neither die nor "
                "explode.",
                "在原点稍作弯曲的直线：左端斜率 1/2，右端斜率 3/2，梯度既不消失也不爆炸。"},
    .inPyTorch = false,
};

} // namespace

const Activation& bentIdentity()
{
    return kActivation;
}

} // namespace secant::activation
