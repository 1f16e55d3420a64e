#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

/// Whether both parameters and the left slope at 0 are finite.
bool isValid(ParameterValues p)
{
    return std::isfinite(p[0]) && std::isfinite(p[1]) && std::isfinite(p[0] * p[1]);
}

/// f = λx if x > 0, λα(eˣ − 1) if x ≤ 0; f′ = λ or λαeˣ; f″ = 0 or λαeˣ. p = {α, λ}.
/// The standard values make mean 0 and variance 1 a fixed point. At 0 PyTorch returns the left slope λα.
Jet evaluate(double x, ParameterValues p)
{
    if (std::isnan(x) || !isValid(p)) {
        return kUndefined;
    }
    const double scale = p[1];
    if (x > 0.0) {
        return {scale == 0.0 ? 0.0 : scale * x, scale, 0.0};
    }
    const Extended left = Extended{p[0]} * scale;
    const Extended growth = left * std::exp(Extended{x});
    return rounded(left * std::expm1(Extended{x}), growth, growth);
}

/// ∂f/∂α = λ(eˣ − 1) if x < 0, else 0; ∂f/∂λ = x if x > 0, else α(eˣ − 1).
double parameterSlope(double x, ParameterValues p, std::size_t index)
{
    if (index == 0) {
        return x >= 0.0 ? 0.0 : static_cast<double>(p[1] * std::expm1(Extended{x}));
    }
    return x > 0.0 ? x : static_cast<double>(p[0] * std::expm1(Extended{x}));
}

Shape shape(ParameterValues p)
{
    if (!isValid(p)) {
        return emptyShape();
    }
    const double scale = p[1];
    const double left = p[0] * scale;
    Shape shape;
    shape.atLow = {-left, 0.0, 0.0};
    shape.atHigh = {scale == 0.0 ? 0.0 : std::copysign(kInfinity, scale), scale, 0.0};
    if (left != 0.0 || scale != 0.0) {
        shape.breaks.push_back({0.0, {0.0, left, left}, 0.0, {0.0, scale, 0.0}});
    }
    return shape;
}

constexpr double kAlpha = 1.6732632423543772848170429916717;
constexpr double kScale = 1.0507009873554804934193349852946;

constexpr ParameterSpec kParameters[] = {
    {.name = "alpha", .symbol = "α", .standard = kAlpha, .sliderMin = 0.0, .sliderMax = 3.0},
    {.name = "scale", .symbol = "λ", .standard = kScale, .sliderMin = 0.0, .sliderMax = 2.0},
};

constexpr Primitive kPrimitive{
    .name = "selu",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
};

constexpr std::string_view kAliases[] = {"scaled exponential linear unit", "self-normalizing", "缩放指数线性单元",
                                         "扩展指数线性单元"};

constexpr FrameworkDefault kDefaults[] = {
    {"alpha", kAlpha, "PyTorch, Keras, JAX, ONNX"},
    {"scale", kScale, "PyTorch, Keras, JAX, ONNX"},
};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.SELU"},
    {"Keras", "keras.activations.selu"},
    {"JAX", "jax.nn.selu"},
    {"ONNX", "Selu"},
};

constexpr KinkChoice kJaxKinks[] = {KinkChoice::Left};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"SELU", "自归一化指数线性单元"},
    .aliases = kAliases,
    .family = Family::ExponentialLinear,
    .formula = "λx if x > 0, λα(eˣ − 1) if x ≤ 0",
    .latex = R"(\begin{cases}\lambda x & x > 0 \\ \lambda\alpha(e^x - 1) & x \le 0\end{cases})",
    .purpose = {"A scaled ELU whose two constants keep mean 0 and variance 1 from layer to layer.",
                "经缩放的 ELU，两个常数使各层输出保持均值 0、方差 1。"},
    .frameworks = kFrameworks,
    .paper = "Klambauer, Unterthiner, Mayr & Hochreiter 2017, Self-Normalizing Neural Networks",
    .defaults = kDefaults,
    .jaxKinks = kJaxKinks,
};

} // namespace

const Activation& selu()
{
    return kActivation;
}

} // namespace secant::activation
