#include <algorithm>
#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/numerics.h"

namespace secant::activation {
namespace {

bool isValid(ParameterValues p)
{
    return std::isfinite(p[0]) && std::isfinite(p[1]) && p[0] < p[1];
}

/// f = min(max(x, lo), hi), f′ = 1 for lo < x < hi, else 0; f″ = 0; p = {lo, hi}. Exact. At both kinks PyTorch returns
/// the slope 0. lo ≥ hi, which PyTorch refuses, gives NaN.
Jet evaluate(double x, ParameterValues p)
{
    if (std::isnan(x) || !isValid(p)) {
        return kUndefined;
    }
    return {std::clamp(x, p[0], p[1]), x > p[0] && x < p[1] ? 1.0 : 0.0, 0.0};
}

/// ∂f/∂lo = 1 for x ≤ lo, ∂f/∂hi = 1 for x ≥ hi, else 0.
double parameterSlope(double x, ParameterValues p, std::size_t index)
{
    if (std::isnan(x) || !isValid(p)) {
        return kNaN;
    }
    const bool clamped = index == 0 ? x <= p[0] : x >= p[1];
    return clamped ? 1.0 : 0.0;
}

Shape shape(ParameterValues p)
{
    if (!isValid(p)) {
        return emptyShape();
    }
    const Jet low{p[0], 0.0, 0.0};
    const Jet high{p[1], 0.0, 0.0};
    return {.breaks = {{p[0], low, p[0], {p[0], 1.0, 0.0}}, {p[1], {p[1], 1.0, 0.0}, p[1], high}},
            .atLow = low,
            .atHigh = high};
}

// Not "min" and "max", which a formula calls as functions.
constexpr ParameterSpec kParameters[] = {
    {.name = "min_val", .symbol = "min", .standard = -1.0, .sliderMin = -4.0, .sliderMax = 0.0},
    {.name = "max_val", .symbol = "max", .standard = 1.0, .sliderMin = 0.0, .sliderMax = 4.0},
};

constexpr Rounding kExact{0.0, 0.0};

constexpr Primitive kPrimitive{
    .name = "hard_tanh",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kExact,
    .slopeRounding = kExact,
    .curvatureRounding = kExact,
};

constexpr std::string_view kAliases[] = {"hardtanh", "clip", "clamp", "分段线性 tanh", "截断函数"};

constexpr FrameworkDefault kDefaults[] = {
    {"min_val", -1.0, "PyTorch, Keras, JAX"},
    {"max_val", 1.0, "PyTorch, Keras, JAX"},
};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.Hardtanh"},
    {"Keras", "keras.activations.hard_tanh"},
    {"JAX", "jax.nn.hard_tanh"},
};

constexpr KinkChoice kJaxKinks[] = {KinkChoice::Right, KinkChoice::Left};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Hard tanh", "硬双曲正切"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "min(max(x, min), max)",
    .latex = R"(\min(\max(x, \mathrm{min}), \mathrm{max}))",
    .purpose = {"A tanh made of three straight pieces: the identity between two bounds and dead beyond them.",
                "由三段直线构成的 tanh：两界之间为恒等，界外梯度为零。"},
    .frameworks = kFrameworks,
    .paper = "Collobert 2004, Large Scale Machine Learning",
    .defaults = kDefaults,
    .jaxKinks = kJaxKinks,
};

} // namespace

const Activation& hardTanh()
{
    return kActivation;
}

} // namespace secant::activation
