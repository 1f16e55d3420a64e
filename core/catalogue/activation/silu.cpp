#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"
#include "core/catalogue/activation/logistic_gate.h"

namespace secant::activation {
namespace {

/// f = xσ(x), f′ = σ(x)(1 + x(1 − σ(x))). Least value −0.2784645… at −1.2784645…, inflections at ±2.3993572….
Jet evaluate(double x, ParameterValues)
{
    return logisticGate(1.0, x);
}

Shape shape(ParameterValues)
{
    return logisticGateShape(1.0);
}

constexpr Primitive kPrimitive{
    .name = "silu",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kExponential,
    .slopeRounding = kExponential,
    .curvatureRounding = kExponential,
    .block = BlockKind::Silu,
};

constexpr std::string_view kAliases[] = {"swish", "swish-1", "sigmoid linear unit", "sigmoid-weighted linear unit",
                                         "S 型线性单元"};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.SiLU"},
    {"Keras", "keras.activations.silu"},
    {"JAX", "jax.nn.silu"},
    {"ONNX", "Swish"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"SiLU", "S 型加权线性单元"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "x σ(x) = x/(1 + e⁻ˣ)",
    .latex = R"(x\,\sigma(x) = \frac{x}{1 + e^{-x}})",
    .purpose = {"A smooth rectifier that dips below zero before it rises, common in vision and language models.",
                "先略降到零以下再上升的光滑修正函数，常见于视觉与语言模型。"},
    .frameworks = kFrameworks,
    .paper = "Elfwing, Uchibe & Doya 2018, Sigmoid-Weighted Linear Units for Neural Network Function Approximation in "
             "Reinforcement Learning; named by Hendrycks & Gimpel 2016",
};

} // namespace

const Activation& silu()
{
    return kActivation;
}

} // namespace secant::activation
