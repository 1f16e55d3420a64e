#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/numerics.h"

namespace secant::activation {
namespace {

/// f = x, f′ = 1, f″ = 0 on ℝ. Exact.
Jet evaluate(double x, ParameterValues)
{
    return std::isnan(x) ? kUndefined : Jet{x, 1.0, 0.0};
}

Shape shape(ParameterValues)
{
    return {.atLow = {-kInfinity, 1.0, 0.0}, .atHigh = {kInfinity, 1.0, 0.0}};
}

constexpr Rounding kExact{0.0, 0.0};

constexpr Primitive kPrimitive{
    .name = "identity",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kExact,
    .slopeRounding = kExact,
    .curvatureRounding = kExact,
};

constexpr std::string_view kAliases[] = {"linear", "no activation", "线性函数", "线性激活", "恒等映射"};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.Identity"},
    {"Keras", "keras.activations.linear"},
    {"JAX", "jax.nn.identity"},
    {"ONNX", "Identity"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Identity", "恒等函数"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "x",
    .latex = R"(x)",
    .purpose = {"Passes its input on unchanged: the output layer of a regression, and the proof that layers "
                "without a bend collapse into one.",
                "原样输出：用于回归的输出层，也说明没有非线性时多层网络等价于一层。"},
    .frameworks = kFrameworks,
};

} // namespace

const Activation& identity()
{
    return kActivation;
}

} // namespace secant::activation
