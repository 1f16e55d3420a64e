#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/numerics.h"

namespace secant::activation {
namespace {

bool isValid(double lambda)
{
    return lambda >= 0.0 && std::isfinite(lambda);
}

/// f = x if |x| > λ, else 0; f′ = 1 or 0; f″ = 0. Exact. At ±λ PyTorch returns the slope 0. λ < 0 gives NaN, λ = 0 is
/// the identity.
Jet evaluate(double x, ParameterValues p)
{
    if (std::isnan(x) || !isValid(p[0])) {
        return kUndefined;
    }
    return std::abs(x) > p[0] || p[0] == 0.0 ? Jet{x, 1.0, 0.0} : Jet{0.0, 0.0, 0.0};
}

/// ∂f/∂λ = 0 wherever it exists.
double parameterSlope(double x, ParameterValues p, std::size_t)
{
    return std::isnan(evaluate(x, p).value) ? kNaN : 0.0;
}

/// Two jumps of λ, and dead between them.
Shape shape(ParameterValues p)
{
    const double lambda = p[0];
    if (!isValid(lambda)) {
        return emptyShape();
    }
    Shape shape{.atLow = {-kInfinity, 1.0, 0.0}, .atHigh = {kInfinity, 1.0, 0.0}};
    if (lambda > 0.0) {
        const Jet dead{0.0, 0.0, 0.0};
        shape.breaks = {{-lambda, {-lambda, 1.0, 0.0}, 0.0, dead}, {lambda, dead, 0.0, {lambda, 1.0, 0.0}}};
    }
    return shape;
}

constexpr ParameterSpec kParameters[] = {
    {.name = "lambd", .symbol = "λ", .standard = 0.5, .min = 0.0, .sliderMin = 0.0, .sliderMax = 3.0},
};

constexpr Rounding kExact{0.0, 0.0};

constexpr Primitive kPrimitive{
    .name = "hard_shrink",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kExact,
    .slopeRounding = kExact,
    .curvatureRounding = kExact,
};

constexpr std::string_view kAliases[] = {"hardshrink", "hard thresholding", "硬阈值函数"};

constexpr FrameworkDefault kDefaults[] = {{"lambd", 0.5, "PyTorch, Keras, ONNX"}};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.Hardshrink"},
    {"Keras", "keras.activations.hard_shrink"},
    {"ONNX", "Shrink"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Hard shrink", "硬收缩函数"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "x if |x| > λ, 0 if |x| ≤ λ",
    .latex = R"(\begin{cases}x & |x| > \lambda \\ 0 & |x| \le \lambda\end{cases})",
    .purpose = {"Keeps what is large and drops what is small, as in denoising by wavelets; it jumps at ±λ.",
                "保留大的输入、去掉小的输入，源自小波去噪；在 ±λ 处有跳跃。"},
    .frameworks = kFrameworks,
    .paper = "Donoho & Johnstone 1994, Ideal Spatial Adaptation by Wavelet Shrinkage",
    .defaults = kDefaults,
};

} // namespace

const Activation& hardShrink()
{
    return kActivation;
}

} // namespace secant::activation
