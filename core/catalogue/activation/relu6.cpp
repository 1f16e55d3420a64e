#include <algorithm>
#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/numerics.h"

namespace secant::activation {
namespace {

/// f = min(max(0, x), 6), f′ = 1 for 0 < x < 6, else 0; f″ = 0. Exact. At both kinks PyTorch returns the slope 0.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    return {std::clamp(x, 0.0, 6.0), x > 0.0 && x < 6.0 ? 1.0 : 0.0, 0.0};
}

Shape shape(ParameterValues)
{
    return {.breaks = {{0.0, {0.0, 0.0, 0.0}, 0.0, {0.0, 1.0, 0.0}}, {6.0, {6.0, 1.0, 0.0}, 6.0, {6.0, 0.0, 0.0}}},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {6.0, 0.0, 0.0}};
}

constexpr Rounding kExact{0.0, 0.0};

constexpr Primitive kPrimitive{
    .name = "relu6",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kExact,
    .slopeRounding = kExact,
    .curvatureRounding = kExact,
};

constexpr std::string_view kAliases[] = {"ReLU 6", "clipped ReLU", "截断 ReLU"};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.ReLU6"},
    {"Keras", "keras.activations.relu6"},
    {"JAX", "jax.nn.relu6"},
    {"TensorFlow", "tf.nn.relu6"},
};

constexpr KinkChoice kJaxKinks[] = {KinkChoice::Zero, KinkChoice::Zero};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"ReLU6", "截断修正线性单元（ReLU6）"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "min(max(0, x), 6)",
    .latex = R"(\min(\max(0, x), 6))",
    .purpose = {"A ReLU cut off at 6, whose bounded output suits arithmetic with few bits on phones.",
                "在 6 处截断的 ReLU，输出有界，适合移动设备上的低精度计算。"},
    .frameworks = kFrameworks,
    .paper = "Krizhevsky 2010, Convolutional Deep Belief Networks on CIFAR-10",
    .jaxKinks = kJaxKinks,
};

} // namespace

const Activation& relu6()
{
    return kActivation;
}

} // namespace secant::activation
