#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/two_slopes.h"

namespace secant::activation {
namespace {

/// f = max(0, x), f′ = 0 for x ≤ 0 and 1 for x > 0, f″ = 0. Exact. At 0 PyTorch and JAX return the slope 0.
Jet evaluate(double x, ParameterValues)
{
    return twoSlopesJet(x, 0.0);
}

Shape shape(ParameterValues)
{
    return twoSlopesShape(0.0);
}

constexpr Rounding kExact{0.0, 0.0};

constexpr Primitive kPrimitive{
    .name = "relu",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kExact,
    .slopeRounding = kExact,
    .curvatureRounding = kExact,
    .block = BlockKind::Relu,
};

constexpr std::string_view kAliases[] = {"rectifier", "rectified linear unit", "ramp", "线性整流函数", "整流线性单元"};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.ReLU"},
    {"Keras", "keras.activations.relu"},
    {"JAX", "jax.nn.relu"},
    {"ONNX", "Relu"},
};

constexpr KinkChoice kJaxKinks[] = {KinkChoice::Zero};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"ReLU", "修正线性单元"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "max(0, x)",
    .latex = R"(\max(0, x))",
    .purpose = {"The everyday choice for hidden layers: cheap and never saturating on the right, but units can die "
                "on the left.",
                "隐藏层最常用的选择：计算简单，正半轴不饱和，但神经元可能在负半轴“死亡”。"},
    .frameworks = kFrameworks,
    .paper = "Nair & Hinton 2010, Rectified Linear Units Improve Restricted Boltzmann Machines; Fukushima 1969, Visual "
             "Feature Extraction by a Multilayered Network of Analog Threshold Elements",
    .jaxKinks = kJaxKinks,
};

} // namespace

const Activation& relu()
{
    return kActivation;
}

} // namespace secant::activation
