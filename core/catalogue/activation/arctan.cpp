#include <cmath>
#include <numbers>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

/// f = atan x, f′ = 1/(1 + x²), f″ = −2x/(1 + x²)². ±∞ gives {±π/2, 0, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    const double value = std::atan(x);
    if (std::isinf(x)) {
        return {value, 0.0, 0.0};
    }
    const Extended wide = x;
    const Extended slope = 1 / (1 + wide * wide);
    return rounded(std::atan(wide), slope, -2 * wide * slope * slope);
}

/// f″ turns where 3x² = 1.
Shape shape(ParameterValues)
{
    return {.slopeTurns = {0.0},
            .curvatureTurns = {-0.5773502691896257, 0.5773502691896257},
            .atLow = {-0.5 * std::numbers::pi, 0.0, 0.0},
            .atHigh = {0.5 * std::numbers::pi, 0.0, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "arctan",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
};

constexpr std::string_view kAliases[] = {"arc tangent", "inverse tangent", "atan", "反正切函数"};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.atan"},
    {"Keras", "keras.ops.arctan"},
    {"JAX", "jax.numpy.arctan"},
    {"ONNX", "Atan"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Arctan", "反正切"},
    .aliases = kAliases,
    .family = Family::Sigmoidal,
    .formula = "arctan x",
    .latex = R"(\arctan x)",
    .purpose = {"An S-shaped curve through the origin whose tails approach ±π/2 only as slowly as 1/|x|.",
                "过原点的 S 形曲线，两端以 1/|x| 的速度缓慢趋近 ±π/2。"},
    .frameworks = kFrameworks,
};

} // namespace

const Activation& arctan()
{
    return kActivation;
}

} // namespace secant::activation
