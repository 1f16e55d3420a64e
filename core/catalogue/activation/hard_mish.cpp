#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

/// f = 0 if x ≤ −2, x(x + 2)/2 if −2 < x ≤ 0, x if x > 0; f′ = 0, x + 1, 1; f″ = 0, 1, 0. At −2 the left slope, at 0
/// the left curvature.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (x <= -2.0) {
        return {0.0, 0.0, 0.0};
    }
    if (x > 0.0) {
        return {x, 1.0, 0.0};
    }
    const Extended wide = x;
    return rounded(wide * (wide + 2) / 2, wide + 1, 1);
}

/// A kink at −2, a jump of f″ at 0, and the bottom of the parabola between them.
Shape shape(ParameterValues)
{
    return {.valueTurns = {-1.0},
            .breaks = {{-2.0, {0.0, 0.0, 0.0}, 0.0, {0.0, -1.0, 1.0}}, {0.0, {0.0, 1.0, 1.0}, 0.0, {0.0, 1.0, 0.0}}},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0},
            .range = {-0.5, kInfinity}};
}

constexpr Primitive kPrimitive{
    .name = "hard_mish",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = {0.0, 0.0},
};

constexpr std::string_view kAliases[] = {"hardmish", "H-Mish", "硬 Mish"};

constexpr FrameworkName kFrameworks[] = {
    {"timm", "timm.layers.HardMish"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Hard mish", "硬 Mish 函数"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "x·min(max(x + 2, 0), 2)/2",
    .latex = R"(\frac{x \min(\max(x + 2, 0), 2)}{2})",
    .purpose = {"Mish from straight and parabolic pieces, without any exponential; dead to the left of −2.",
                "由直线和抛物线段拼成的 Mish，无需指数运算；−2 左侧梯度为零。"},
    .frameworks = kFrameworks,
    .inPyTorch = false,
};

} // namespace

const Activation& hardMish()
{
    return kActivation;
}

} // namespace secant::activation
