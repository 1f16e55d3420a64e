#include <algorithm>
#include <cmath>
#include <limits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/numerics.h"

namespace secant::activation {
namespace {

/// α is a normal number, so that the kinks −β/α and (1 − β)/α are finite; β is f(0).
bool isValid(ParameterValues p)
{
    return p[0] >= std::numeric_limits<double>::min() && std::isfinite(p[0]) && p[1] >= 0.0 && p[1] <= 1.0;
}

double lowKink(ParameterValues p)
{
    return -p[1] / p[0];
}

double highKink(ParameterValues p)
{
    return (1.0 - p[1]) / p[0];
}

/// f = min(max(αx + β, 0), 1), f′ = α between the kinks, else 0; f″ = 0; p = {α, β}. At both kinks the slope 0.
/// α ≤ 0, and β outside [0, 1], give NaN.
Jet evaluate(double x, ParameterValues p)
{
    if (std::isnan(x) || !isValid(p)) {
        return kUndefined;
    }
    if (x <= lowKink(p)) {
        return {0.0, 0.0, 0.0};
    }
    if (x >= highKink(p)) {
        return {1.0, 0.0, 0.0};
    }
    return {std::clamp(std::fma(p[0], x, p[1]), 0.0, 1.0), p[0], 0.0};
}

/// ∂f/∂α = x and ∂f/∂β = 1 between the kinks, else 0.
double parameterSlope(double x, ParameterValues p, std::size_t index)
{
    if (std::isnan(x) || !isValid(p)) {
        return kNaN;
    }
    if (x <= lowKink(p) || x >= highKink(p)) {
        return 0.0;
    }
    return index == 0 ? x : 1.0;
}

Shape shape(ParameterValues p)
{
    if (!isValid(p)) {
        return emptyShape();
    }
    return {.breaks = {{lowKink(p), {0.0, 0.0, 0.0}, 0.0, {0.0, p[0], 0.0}},
                       {highKink(p), {1.0, p[0], 0.0}, 1.0, {1.0, 0.0, 0.0}}},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {1.0, 0.0, 0.0},
            .range = {0.0, 1.0}};
}

constexpr ParameterSpec kParameters[] = {
    {.name = "alpha",
     .symbol = "α",
     .standard = 0.2,
     .min = 0.0,
     .sliderMin = 0.05,
     .sliderMax = 1.0,
     .minIncluded = false},
    {.name = "beta", .symbol = "β", .standard = 0.5, .min = 0.0, .max = 1.0, .sliderMin = 0.0, .sliderMax = 1.0},
};

constexpr Primitive kPrimitive{
    .name = "hard_sigmoid_onnx",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    // One fused product and sum; the kinks are rounded, by which f may be off as much as β·2^−53 next to the lower.
    .valueRounding = {1.5, 0x1p-53},
    .slopeRounding = {0.0, 0.0},
    .curvatureRounding = {0.0, 0.0},
};

constexpr std::string_view kAliases[] = {"hardsigmoid", "hard logistic", "分段线性 Sigmoid"};

constexpr FrameworkDefault kDefaults[] = {
    {"alpha", 0.2, "ONNX, Keras 1 and 2, Theano"},
    {"alpha", 1.0 / 6.0, "PyTorch, Keras 3, JAX"},
    {"beta", 0.5, "ONNX, Keras, Theano"},
};

constexpr FrameworkName kFrameworks[] = {
    {"ONNX", "HardSigmoid"},
    {"Keras 1 and 2", "keras.activations.hard_sigmoid"},
    {"Theano", "theano.tensor.nnet.hard_sigmoid"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Hard sigmoid", "硬 S 型函数"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "min(max(αx + β, 0), 1)",
    .latex = R"(\min(\max(\alpha x + \beta, 0), 1))",
    .purpose = {"The sigmoid of three straight pieces with a slope of your choice, one fifth by default in ONNX.",
                "斜率可调的三段直线 Sigmoid，ONNX 中默认斜率为 0.2。"},
    .frameworks = kFrameworks,
    .paper =
        "Courbariaux, Bengio & David 2015, BinaryConnect: Training Deep Neural Networks with Binary Weights During "
        "Propagations",
    .defaults = kDefaults,
    .inPyTorch = false,
    .conventionGroup = "hard_sigmoid",
    .convention = {"ONNX, Keras 1 and 2, Theano: slope 0.2", "ONNX、Keras 1/2、Theano：斜率 0.2"},
};

} // namespace

const Activation& hardSigmoidOnnx()
{
    return kActivation;
}

} // namespace secant::activation
