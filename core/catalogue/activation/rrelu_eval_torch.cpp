#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"
#include "core/catalogue/activation/two_slopes.h"

namespace secant::activation {
namespace {

/// The mean of U(lower, upper); NaN unless both are finite and lower ≤ upper.
Extended meanSlope(ParameterValues p)
{
    if (!std::isfinite(p[0]) || !std::isfinite(p[1]) || p[0] > p[1]) {
        return kNaN;
    }
    return (Extended{p[0]} + p[1]) / 2;
}

/// At test time f = x if x ≥ 0, ½(lower + upper)·x if x < 0; f″ = 0. At 0 PyTorch returns the left slope.
/// lower > upper, which PyTorch refuses, gives NaN.
Jet evaluate(double x, ParameterValues p)
{
    const Extended slope = meanSlope(p);
    Jet jet = twoSlopesJet(x, static_cast<double>(slope));
    if (x < 0.0 && std::isfinite(x)) {
        jet.value = static_cast<double>(x * slope);
    }
    return jet;
}

/// ∂f/∂lower = ∂f/∂upper = x/2 if x < 0, else 0.
double parameterSlope(double x, ParameterValues, std::size_t)
{
    return x >= 0.0 ? 0.0 : 0.5 * x;
}

Shape shape(ParameterValues p)
{
    return twoSlopesShape(static_cast<double>(meanSlope(p)));
}

constexpr ParameterSpec kParameters[] = {
    {.name = "lower", .symbol = "l", .standard = 1.0 / 8.0, .sliderMin = 0.0, .sliderMax = 1.0},
    {.name = "upper", .symbol = "u", .standard = 1.0 / 3.0, .sliderMin = 0.0, .sliderMax = 1.0},
};

constexpr Primitive kPrimitive{
    .name = "rrelu_eval_torch",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = {1.0, 0.0},
    .curvatureRounding = {0.0, 0.0},
};

constexpr std::string_view kAliases[] = {"randomized leaky ReLU", "random ReLU", "rrelu torch", "随机 ReLU",
                                         "随机带泄露修正线性单元"};

constexpr FrameworkDefault kDefaults[] = {
    {"lower", 1.0 / 8.0, "PyTorch, Paddle, TensorFlow Addons"},
    {"upper", 1.0 / 3.0, "PyTorch, Paddle, TensorFlow Addons"},
};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.RReLU"},
    {"Paddle", "paddle.nn.RReLU"},
    {"TensorFlow Addons", "tfa.activations.rrelu"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"RReLU", "随机修正线性单元"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "x if x ≥ 0, ½(l + u)x if x < 0",
    .latex = R"(\begin{cases}x & x \ge 0 \\ \frac{l + u}{2} x & x < 0\end{cases})",
    .purpose =
        {"A leaky ReLU whose left slope is drawn anew for every input in training, which regularises; at test time "
         "the mean slope is used.",
         "训练时负半轴斜率随机抽取，起正则化作用；测试时取平均斜率。"},
    .frameworks = kFrameworks,
    .paper = "Xu, Wang, Chen & Li 2015, Empirical Evaluation of Rectified Activations in Convolutional Network",
    .defaults = kDefaults,
    .randomSlope = {[](double draw) { return draw; }},
    .conventionGroup = "rrelu",
    .convention = {"PyTorch: multiplies by a ~ U(1/8, 1/3)", "PyTorch：乘以 a ~ U(1/8, 1/3)"},
};

} // namespace

const Activation& rreluTorch()
{
    return kActivation;
}

} // namespace secant::activation
