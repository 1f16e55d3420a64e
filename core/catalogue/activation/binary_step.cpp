#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/numerics.h"

namespace secant::activation {
namespace {

/// f = 1 if x ≥ 0, 0 if x < 0; f′ = f″ = 0 on both sides of the jump. Exact. f(0) = 1 as in texts on the perceptron;
/// PyTorch, NumPy and JAX ask for it.
Jet evaluate(double x, ParameterValues)
{
    return std::isnan(x) ? kUndefined : Jet{x >= 0.0 ? 1.0 : 0.0, 0.0, 0.0};
}

Shape shape(ParameterValues)
{
    return {
        .breaks = {{0.0, {0.0, 0.0, 0.0}, 1.0, {1.0, 0.0, 0.0}}}, .atLow = {0.0, 0.0, 0.0}, .atHigh = {1.0, 0.0, 0.0}};
}

constexpr Rounding kExact{0.0, 0.0};

constexpr Primitive kPrimitive{
    .name = "binary_step",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kExact,
    .slopeRounding = kExact,
    .curvatureRounding = kExact,
};

constexpr std::string_view kAliases[] = {"Heaviside",  "unit step",    "threshold",
                                         "perceptron", "单位阶跃函数", "赫维赛德函数"};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.heaviside"},
    {"JAX", "jax.numpy.heaviside"},
    {"MLX", "mlx.nn.step"},
};

constexpr KinkChoice kJaxKinks[] = {KinkChoice::Zero};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Binary step", "阶跃函数"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "1 if x ≥ 0, 0 if x < 0",
    .latex = R"(\begin{cases}1 & x \ge 0 \\ 0 & x < 0\end{cases})",
    .purpose = {"The on-off unit of the perceptron: its slope is 0 wherever it has one, so gradients teach it nothing.",
                "感知机的开关单元：除跳跃点外导数处处为零，无法用梯度学习。"},
    .frameworks = kFrameworks,
    .paper = "McCulloch & Pitts 1943, A Logical Calculus of the Ideas Immanent in Nervous Activity",
    .inPyTorch = false,
    .jaxKinks = kJaxKinks,
};

} // namespace

const Activation& binaryStep()
{
    return kActivation;
}

} // namespace secant::activation
