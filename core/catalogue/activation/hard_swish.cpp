#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

constexpr double kThird = 1.0 / 3.0;

/// f = 0 if x ≤ −3, x(x + 3)/6 if |x| < 3, x if x ≥ 3; f′ = 0, (2x + 3)/6, 1; f″ = 0, ⅓, 0. At −3 and 3 PyTorch 1.13
/// to 2.6 return the slopes of the parabola, −½ and 3/2; so does this.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (x < -3.0) {
        return {0.0, 0.0, 0.0};
    }
    if (x > 3.0) {
        return {x, 1.0, 0.0};
    }
    const Extended wide = x;
    return rounded(wide * (wide + 3) / 6, (2 * wide + 3) / 6, 1.0L / 3);
}

/// A kink at each end of the parabola, whose bottom is at −3/2.
Shape shape(ParameterValues)
{
    return {
        .valueTurns = {-1.5},
        .breaks = {{-3.0, {0.0, 0.0, 0.0}, 0.0, {0.0, -0.5, kThird}}, {3.0, {3.0, 1.5, kThird}, 3.0, {3.0, 1.0, 0.0}}},
        .atLow = {0.0, 0.0, 0.0},
        .atHigh = {kInfinity, 1.0, 0.0},
        .range = {-0.375, kInfinity}};
}

constexpr Primitive kPrimitive{
    .name = "hard_swish",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = {1.0, 0.0}, // ⅓ is no double.
};

constexpr std::string_view kAliases[] = {"hardswish", "hard SiLU", "h-swish", "MobileNetV3"};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.Hardswish"},
    {"Keras", "keras.activations.hard_silu"},
    {"JAX", "jax.nn.hard_silu"},
    {"ONNX", "HardSwish"},
};

constexpr KinkChoice kJaxKinks[] = {KinkChoice::Left, KinkChoice::Right};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Hard swish", "硬 Swish 函数"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "x·min(max(x + 3, 0), 6)/6",
    .latex = R"(\frac{x \min(\max(x + 3, 0), 6)}{6})",
    .purpose = {"Swish with a hard sigmoid for its gate, made for phones; it has kinks at ±3 and a dead zone.",
                "以硬 Sigmoid 为门控的 Swish，适合移动设备；在 ±3 处有拐角，左侧梯度为零。"},
    .frameworks = kFrameworks,
    .paper = "Howard et al. 2019, Searching for MobileNetV3",
    .jaxKinks = kJaxKinks,
};

} // namespace

const Activation& hardSwish()
{
    return kActivation;
}

} // namespace secant::activation
