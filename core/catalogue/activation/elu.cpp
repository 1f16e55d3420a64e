#include <algorithm>
#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

/// f = x if x > 0, α(eˣ − 1) if x ≤ 0; f′ = 1 or αeˣ; f″ = 0 or αeˣ. α may be any real.
/// At 0 PyTorch returns the left slope α; the left curvature goes with it. −∞ gives {−α, 0, 0}.
Jet evaluate(double x, ParameterValues p)
{
    const double alpha = p[0];
    if (std::isnan(x) || !std::isfinite(alpha)) {
        return kUndefined;
    }
    if (x > 0.0) {
        return {x, 1.0, 0.0};
    }
    const Extended growth = alpha * std::exp(Extended{x});
    return rounded(alpha * std::expm1(Extended{x}), growth, growth);
}

/// ∂f/∂α = eˣ − 1 if x < 0, else 0.
double parameterSlope(double x, ParameterValues, std::size_t)
{
    return x >= 0.0 ? 0.0 : static_cast<double>(std::expm1(Extended{x}));
}

/// α ≠ 1 is a kink; α = 1 leaves a jump of f″ from 1 to 0.
Shape shape(ParameterValues p)
{
    const double alpha = p[0];
    if (!std::isfinite(alpha)) {
        return emptyShape();
    }
    return {.breaks = {{0.0, {0.0, alpha, alpha}, 0.0, {0.0, 1.0, 0.0}}},
            .atLow = {-alpha, 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0},
            .range = {std::min(-alpha, 0.0), kInfinity}};
}

constexpr ParameterSpec kParameters[] = {
    {.name = "alpha", .symbol = "α", .standard = 1.0, .sliderMin = 0.0, .sliderMax = 3.0},
};

constexpr Primitive kPrimitive{
    .name = "elu",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
    .block = BlockKind::Elu,
};

constexpr std::string_view kAliases[] = {"exponential linear unit", "指数线性函数"};

constexpr FrameworkDefault kDefaults[] = {{"alpha", 1.0, "PyTorch, Keras, JAX, ONNX"}};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.ELU"},
    {"Keras", "keras.activations.elu"},
    {"JAX", "jax.nn.elu"},
    {"ONNX", "Elu"},
};

constexpr KinkChoice kJaxKinks[] = {KinkChoice::Left};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"ELU", "指数线性单元"},
    .aliases = kAliases,
    .family = Family::ExponentialLinear,
    .formula = "x if x > 0, α(eˣ − 1) if x ≤ 0",
    .latex = R"(\begin{cases}x & x > 0 \\ \alpha(e^x - 1) & x \le 0\end{cases})",
    .purpose = {"A rectifier that levels off at −α on the left, which brings the mean output closer to zero.",
                "负半轴平滑趋于 −α 的修正单元，使输出均值更接近零。"},
    .frameworks = kFrameworks,
    .paper =
        "Clevert, Unterthiner & Hochreiter 2016, Fast and Accurate Deep Network Learning by Exponential Linear Units "
        "(ELUs)",
    .defaults = kDefaults,
    .jaxKinks = kJaxKinks,
};

} // namespace

const Activation& elu()
{
    return kActivation;
}

} // namespace secant::activation
