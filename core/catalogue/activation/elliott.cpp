#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

/// f = ½x/(1 + |x|) + ½, which is q/2 for x < 0 with q = 1/(1 + |x|), else 1 − q/2; f′ = q²/2, f″ = ∓q³.
/// ±∞ gives {0 or 1, 0, 0}; f″ at 0 is the left one.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    const Extended wide = std::abs(x);
    const Extended q = 1 / (1 + wide);
    const Extended slope = q * q / 2;
    return x > 0.0 ? rounded(std::isinf(x) ? 1 : (1 + 2 * wide) * q / 2, slope, -2 * q * slope)
                   : rounded(q / 2, slope, 2 * q * slope);
}

/// f″ jumps at 0.
Shape shape(ParameterValues)
{
    return {.breaks = {{0.0, {0.5, 0.5, 1.0}, 0.5, {0.5, 0.5, -1.0}}},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {1.0, 0.0, 0.0},
            .range = {0.0, 1.0}};
}

constexpr Primitive kPrimitive{
    .name = "elliott",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
};

constexpr std::string_view kAliases[] = {"shifted softsign", "埃利奥特函数"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Elliott sigmoid", "Elliott S 型函数"},
    .aliases = kAliases,
    .family = Family::Sigmoidal,
    .formula = "½x/(1 + |x|) + ½",
    .latex = R"(\frac{x}{2(1 + |x|)} + \frac{1}{2})",
    .purpose = {"Softsign moved to (0, 1): a sigmoid that needs no exponential.",
                "平移到 (0, 1) 的 softsign：无需指数运算的 S 型函数。"},
    .paper = "Elliott 1993, A Better Activation Function for Artificial Neural Networks",
    .inPyTorch = false,
};

} // namespace

const Activation& elliott()
{
    return kActivation;
}

} // namespace secant::activation
