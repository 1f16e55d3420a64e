#include <cmath>
#include <limits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/numerics.h"

namespace secant::activation {
namespace {

/// α > 0, and normal so that 1/α is finite.
bool isValid(double alpha)
{
    return alpha >= std::numeric_limits<double>::min() && std::isfinite(alpha);
}

/// e^q − 1 for q ≤ 0.
double expm1Of(const Pair& q)
{
    return std::expm1(q.high) + std::exp(q.high) * q.low;
}

/// With q = x/α: f = x if x > 0, α(e^q − 1) if x ≤ 0; f′ = 1 or e^q, continuous; f″ = 0 or e^q/α.
/// At 0 the left curvature 1/α. −∞ gives {−α, 0, 0}; α ≤ 0 gives NaN.
Jet evaluate(double x, ParameterValues p)
{
    const double alpha = p[0];
    if (std::isnan(x) || !isValid(alpha)) {
        return kUndefined;
    }
    if (x > 0.0) {
        return {x, 1.0, 0.0};
    }
    const Pair q = quotient(x, alpha);
    // Below 2^−60 the value is x to the last digit, while x/α may be subnormal.
    const double value = q.high > -0x1p-60 ? x : alpha * expm1Of(q);
    return {value, scaledExp(1.0, q), scaledExp(1.0 / alpha, q)};
}

/// ∂f/∂α = e^q − 1 − q e^q if x < 0, else 0. Near 0 by its series −Σ qⁿ(n − 1)/n!, n ≥ 2, as the terms cancel.
double parameterSlope(double x, ParameterValues p, std::size_t)
{
    if (std::isnan(x) || !isValid(p[0])) {
        return kNaN;
    }
    if (x >= 0.0) {
        return 0.0;
    }
    const Pair q = quotient(x, p[0]);
    if (q.high < -1.0) {
        return q.high < -kFarExponent ? -1.0 : expm1Of(q) - scaledExp(q.high, q);
    }
    double power = 1.0; // q^(n − 2)/n!, from which q² is kept apart so that it underflows last.
    double sum = 0.0;
    for (int n = 2; n <= 20; ++n) {
        power *= n == 2 ? 0.5 : q.high / n;
        sum += power * (n - 1);
    }
    return -sum * q.high * q.high;
}

Shape shape(ParameterValues p)
{
    const double alpha = p[0];
    if (!isValid(alpha)) {
        return emptyShape();
    }
    return {.breaks = {{0.0, {0.0, 1.0, 1.0 / alpha}, 0.0, {0.0, 1.0, 0.0}}},
            .atLow = {-alpha, 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0},
            .range = {-alpha, kInfinity}};
}

constexpr ParameterSpec kParameters[] = {
    {.name = "alpha",
     .symbol = "α",
     .standard = 1.0,
     .min = 0.0,
     .sliderMin = 0.1,
     .sliderMax = 3.0,
     .minIncluded = false},
};

constexpr Primitive kPrimitive{
    .name = "celu",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = {6.0, kTiny},
    .slopeRounding = {7.0, kTiny},
    .curvatureRounding = {10.0, kTiny},
};

constexpr std::string_view kAliases[] = {"continuously differentiable ELU", "连续可微 ELU"};

constexpr FrameworkDefault kDefaults[] = {{"alpha", 1.0, "PyTorch, Keras, JAX, ONNX"}};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.CELU"},
    {"Keras", "keras.activations.celu"},
    {"JAX", "jax.nn.celu"},
    {"ONNX", "Celu"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"CELU", "连续可微指数线性单元"},
    .aliases = kAliases,
    .family = Family::ExponentialLinear,
    .formula = "x if x > 0, α(e^(x/α) − 1) if x ≤ 0",
    .latex = R"(\begin{cases}x & x > 0 \\ \alpha(e^{x/\alpha} - 1) & x \le 0\end{cases})",
    .purpose = {"An ELU that stays smooth at 0 for every α.", "对任意 α 在 0 处都连续可微的 ELU。"},
    .frameworks = kFrameworks,
    .paper = "Barron 2017, Continuously Differentiable Exponential Linear Units",
    .defaults = kDefaults,
};

} // namespace

const Activation& celu()
{
    return kActivation;
}

} // namespace secant::activation
