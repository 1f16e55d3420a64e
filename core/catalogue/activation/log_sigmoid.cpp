#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

/// f = ln σ(x) = −ln(1 + e^−x), f′ = σ(−x), f″ = −σ(x)σ(−x), by E = e^−|x|. +∞ gives {0, 0, 0}, −∞ gives {−∞, 1, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    const Extended e = std::exp(-std::abs(Extended{x}));
    const Extended bend = -std::log1p(e);
    const Extended value = x < 0.0 ? x + bend : bend;
    const Extended slope = (x < 0.0 ? 1 : e) / (1 + e);
    return rounded(value, slope, -e / ((1 + e) * (1 + e)));
}

/// f increases and f′ decreases throughout; f″ is least at 0.
Shape shape(ParameterValues)
{
    return {.curvatureTurns = {0.0},
            .atLow = {-kInfinity, 1.0, 0.0},
            .atHigh = {0.0, 0.0, 0.0},
            .range = {-kInfinity, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "log_sigmoid",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
};

constexpr std::string_view kAliases[] = {"logsigmoid", "log-sigmoid", "对数 Sigmoid"};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.LogSigmoid"},
    {"Keras", "keras.activations.log_sigmoid"},
    {"JAX", "jax.nn.log_sigmoid"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Log sigmoid", "对数 S 型函数"},
    .aliases = kAliases,
    .family = Family::SmoothRectifier,
    .formula = "ln(1/(1 + e^(−x)))",
    .latex = R"(\ln\frac{1}{1 + e^{-x}})",
    .purpose = {"The logarithm of a probability given by a sigmoid, as loss functions need it; softplus turned around.",
                "Sigmoid 概率的对数，常用于损失函数；即翻转的 softplus。"},
    .frameworks = kFrameworks,
};

} // namespace

const Activation& logSigmoid()
{
    return kActivation;
}

} // namespace secant::activation
