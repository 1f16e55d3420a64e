#include <cmath>
#include <limits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

/// β > 0, and normal so that 1/β is finite.
bool isValid(double beta)
{
    return beta >= std::numeric_limits<double>::min() && std::isfinite(beta);
}

/// f = ln(1 + e^(βx))/β, f′ = σ(βx), f″ = βσ(βx)(1 − σ(βx)).
/// +∞ gives {+∞, 1, 0}, −∞ gives {0, 0, 0}; β ≤ 0 gives NaN. PyTorch returns x itself where βx > 20, off by up to
/// 2.1e-9/β there; here f is exact everywhere.
Jet evaluate(double x, ParameterValues p)
{
    const double beta = p[0];
    if (std::isnan(x) || !isValid(beta)) {
        return kUndefined;
    }
    const Extended decay = std::exp(-std::abs(Extended{x} * beta));
    const Extended bend = std::log1p(decay) / beta;
    const Extended slope = (x >= 0.0 ? 1 : decay) / (1 + decay);
    return rounded(x >= 0.0 ? x + bend : bend, slope, beta * decay / ((1 + decay) * (1 + decay)));
}

/// ∂f/∂β = (βx σ(βx) − ln(1 + e^(βx)))/β², with a = |βx| and E = e^−a: −(±aE/(1 + E) + ln(1 + E))/β².
double parameterSlope(double x, ParameterValues p, std::size_t)
{
    const double beta = p[0];
    if (std::isnan(x) || !isValid(beta)) {
        return kNaN;
    }
    const Extended z = std::abs(Extended{x} * beta);
    if (z > kFarthestExponent) {
        return -0.0;
    }
    const Extended decay = std::exp(-z);
    return static_cast<double>(-(std::log1p(decay) + z * decay / (1 + decay)) / beta / beta);
}

/// f and f′ increase throughout; f″ is greatest at 0.
Shape shape(ParameterValues p)
{
    if (!isValid(p[0])) {
        return emptyShape();
    }
    return {
        .curvatureTurns = {0.0}, .atLow = {0.0, 0.0, 0.0}, .atHigh = {kInfinity, 1.0, 0.0}, .range = {0.0, kInfinity}};
}

constexpr ParameterSpec kParameters[] = {
    {.name = "beta",
     .symbol = "β",
     .standard = 1.0,
     .min = 0.0,
     .sliderMin = 0.1,
     .sliderMax = 10.0,
     .minIncluded = false},
};

constexpr Primitive kPrimitive{
    .name = "softplus",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kExponential,
    .slopeRounding = kExponential,
    .curvatureRounding = kExponential,
    .block = BlockKind::Softplus,
};

constexpr std::string_view kAliases[] = {"smooth ReLU", "log1pexp", "平滑 ReLU", "软加函数"};

constexpr FrameworkDefault kDefaults[] = {{"beta", 1.0, "PyTorch, Keras, JAX, ONNX"}};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.Softplus"},
    {"Keras", "keras.activations.softplus"},
    {"JAX", "jax.nn.softplus"},
    {"ONNX", "Softplus"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Softplus", "Softplus 函数（平滑修正）"},
    .aliases = kAliases,
    .family = Family::SmoothRectifier,
    .formula = "ln(1 + e^(βx))/β",
    .latex = R"(\frac{1}{\beta}\ln(1 + e^{\beta x}))",
    .purpose = {"A strictly convex, smooth version of ReLU, often used where an output has to be positive.",
                "ReLU 的严格凸光滑版本，常用于要求输出为正的场合。"},
    .frameworks = kFrameworks,
    .paper = "Dugas, Bengio, Bélisle, Nadeau & Garcia 2001, Incorporating Second-Order Functional Knowledge for Better "
             "Option Pricing",
    .defaults = kDefaults,
};

} // namespace

const Activation& softplus()
{
    return kActivation;
}

} // namespace secant::activation
