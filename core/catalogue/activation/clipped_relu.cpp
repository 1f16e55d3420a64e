#include <algorithm>
#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/numerics.h"

namespace secant::activation {
namespace {

bool isValid(double cap)
{
    return cap > 0.0 && std::isfinite(cap);
}

/// f = min(max(x, 0), n), f′ = 1 for 0 < x < n, else 0; f″ = 0. Exact. At both kinks the slope 0, as PyTorch returns
/// it for ReLU6. n ≤ 0 gives NaN.
Jet evaluate(double x, ParameterValues p)
{
    if (std::isnan(x) || !isValid(p[0])) {
        return kUndefined;
    }
    return {std::clamp(x, 0.0, p[0]), x > 0.0 && x < p[0] ? 1.0 : 0.0, 0.0};
}

/// ∂f/∂n = 1 for x ≥ n, else 0.
double parameterSlope(double x, ParameterValues p, std::size_t)
{
    if (std::isnan(x) || !isValid(p[0])) {
        return kNaN;
    }
    return x >= p[0] ? 1.0 : 0.0;
}

Shape shape(ParameterValues p)
{
    const double cap = p[0];
    if (!isValid(cap)) {
        return emptyShape();
    }
    return {.breaks = {{0.0, {0.0, 0.0, 0.0}, 0.0, {0.0, 1.0, 0.0}}, {cap, {cap, 1.0, 0.0}, cap, {cap, 0.0, 0.0}}},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {cap, 0.0, 0.0},
            .range = {0.0, cap}};
}

constexpr ParameterSpec kParameters[] = {
    {.name = "cap",
     .symbol = "n",
     .standard = 1.0,
     .min = 0.0,
     .sliderMin = 0.1,
     .sliderMax = 20.0,
     .minIncluded = false},
};

constexpr Rounding kExact{0.0, 0.0};

constexpr Primitive kPrimitive{
    .name = "clipped_relu",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kExact,
    .slopeRounding = kExact,
    .curvatureRounding = kExact,
};

constexpr std::string_view kAliases[] = {"bounded ReLU", "ReLU-n", "ReLU1", "BReLU", "有界 ReLU"};

constexpr FrameworkDefault kDefaults[] = {
    {"cap", 1.0, "Liew et al. 2016"},
    {"cap", 6.0, "ReLU6"},
    {"cap", 20.0, "Hannun et al. 2014"},
};

constexpr FrameworkName kFrameworks[] = {
    {"Keras", "keras.layers.ReLU(max_value=n)"},
    {"ONNX", "Clip"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Clipped ReLU", "截断修正线性单元"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "min(max(0, x), n)",
    .latex = R"(\min(\max(0, x), n))",
    .purpose = {"ReLU with a ceiling of your choice, which keeps activations within reach of a fixed-point format.",
                "带可调上限的 ReLU，使激活值保持在定点数可表示的范围内。"},
    .frameworks = kFrameworks,
    .paper = "Liew, Khalil-Hani & Bakhteri 2016, Bounded Activation Functions for Enhanced Training Stability of Deep "
             "Neural Networks on Visual Pattern Recognition Problems",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& clippedRelu()
{
    return kActivation;
}

} // namespace secant::activation
