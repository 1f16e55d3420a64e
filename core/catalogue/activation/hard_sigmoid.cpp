#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

constexpr double kSixth = 1.0 / 6.0;

/// f = min(max(x/6 + ½, 0), 1), f′ = 1/6 for |x| < 3, else 0; f″ = 0. At both kinks PyTorch returns the slope 0.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (std::abs(x) >= 3.0) {
        return {x > 0.0 ? 1.0 : 0.0, 0.0, 0.0};
    }
    return {static_cast<double>((Extended{x} + 3) / 6), kSixth, 0.0};
}

Shape shape(ParameterValues)
{
    return {
        .breaks = {{-3.0, {0.0, 0.0, 0.0}, 0.0, {0.0, kSixth, 0.0}}, {3.0, {1.0, kSixth, 0.0}, 1.0, {1.0, 0.0, 0.0}}},
        .atLow = {0.0, 0.0, 0.0},
        .atHigh = {1.0, 0.0, 0.0},
        .range = {0.0, 1.0}};
}

constexpr Primitive kPrimitive{
    .name = "hard_sigmoid",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = {1.0, 0.0}, // 1/6 is no double.
    .curvatureRounding = {0.0, 0.0},
};

constexpr std::string_view kAliases[] = {"hardsigmoid", "hard logistic", "分段线性 Sigmoid"};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.Hardsigmoid"},
    {"Keras", "keras.activations.hard_sigmoid"},
    {"JAX", "jax.nn.hard_sigmoid"},
    {"ONNX", "HardSigmoid(alpha=1/6)"},
};

constexpr KinkChoice kJaxKinks[] = {KinkChoice::Zero, KinkChoice::Zero};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Hard sigmoid", "硬 S 型函数"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "min(max(x/6 + ½, 0), 1)",
    .latex = R"(\min\left(\max\left(\frac{x}{6} + \frac{1}{2}, 0\right), 1\right))",
    .purpose = {"A sigmoid made of three straight pieces, cheap on phones; its outer pieces are dead.",
                "由三段直线构成的 Sigmoid，在移动设备上开销小；两侧梯度为零。"},
    .frameworks = kFrameworks,
    .paper = "Howard et al. 2019, Searching for MobileNetV3",
    .jaxKinks = kJaxKinks,
    .conventionGroup = "hard_sigmoid",
    .convention = {"PyTorch, Keras 3, JAX: slope 1/6", "PyTorch、Keras 3、JAX：斜率 1/6"},
};

} // namespace

const Activation& hardSigmoid()
{
    return kActivation;
}

} // namespace secant::activation
