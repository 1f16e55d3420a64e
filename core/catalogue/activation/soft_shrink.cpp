#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/numerics.h"

namespace secant::activation {
namespace {

bool isValid(double lambda)
{
    return lambda >= 0.0 && std::isfinite(lambda);
}

/// f = x − λ if x > λ, x + λ if x < −λ, else 0; f′ = 1 or 0; f″ = 0. At ±λ PyTorch returns the slope 0. λ < 0 gives
/// NaN, λ = 0 is the identity.
Jet evaluate(double x, ParameterValues p)
{
    const double lambda = p[0];
    if (std::isnan(x) || !isValid(lambda)) {
        return kUndefined;
    }
    if (std::abs(x) > lambda || lambda == 0.0) {
        return {x - std::copysign(lambda, x), 1.0, 0.0};
    }
    return {0.0, 0.0, 0.0};
}

/// ∂f/∂λ = −1 if x > λ, 1 if x < −λ, else 0.
double parameterSlope(double x, ParameterValues p, std::size_t)
{
    if (std::isnan(x) || !isValid(p[0])) {
        return kNaN;
    }
    return x > p[0] ? -1.0 : x < -p[0] ? 1.0 : 0.0;
}

/// Dead between two kinks.
Shape shape(ParameterValues p)
{
    const double lambda = p[0];
    if (!isValid(lambda)) {
        return emptyShape();
    }
    Shape shape{.atLow = {-kInfinity, 1.0, 0.0}, .atHigh = {kInfinity, 1.0, 0.0}};
    if (lambda > 0.0) {
        const Jet dead{0.0, 0.0, 0.0};
        const Jet alive{0.0, 1.0, 0.0};
        shape.breaks = {{-lambda, alive, 0.0, dead}, {lambda, dead, 0.0, alive}};
    }
    return shape;
}

constexpr ParameterSpec kParameters[] = {
    {.name = "lambd", .symbol = "λ", .standard = 0.5, .min = 0.0, .sliderMin = 0.0, .sliderMax = 3.0},
};

constexpr Primitive kPrimitive{
    .name = "soft_shrink",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = {1.0, 0.0}, // One sum.
    .slopeRounding = {0.0, 0.0},
    .curvatureRounding = {0.0, 0.0},
};

constexpr std::string_view kAliases[] = {"softshrink", "soft thresholding", "软阈值函数"};

constexpr FrameworkDefault kDefaults[] = {{"lambd", 0.5, "PyTorch, Keras"}};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.Softshrink"},
    {"Keras", "keras.activations.soft_shrink"},
    {"ONNX", "Shrink(bias=λ)"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Soft shrink", "软收缩函数"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "x − λ if x > λ, x + λ if x < −λ, 0 otherwise",
    .latex =
        R"(\begin{cases}x - \lambda & x > \lambda \\ x + \lambda & x < -\lambda \\ 0 & \text{otherwise}\end{cases})",
    .purpose = {"Pulls every input towards zero by λ: the proximal map of λ|x|, at the heart of sparse coding.",
                "将输入向零收缩 λ：即 λ|x| 的近端映射，稀疏编码的核心运算。"},
    .frameworks = kFrameworks,
    .paper = "Donoho 1995, De-Noising by Soft-Thresholding",
    .defaults = kDefaults,
};

} // namespace

const Activation& softShrink()
{
    return kActivation;
}

} // namespace secant::activation
