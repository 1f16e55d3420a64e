#include <cmath>
#include <limits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

/// α > 0, and normal so that 1/α is finite.
bool isValid(double alpha)
{
    return alpha >= std::numeric_limits<double>::min() && std::isfinite(alpha);
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
    const Extended q = Extended{x} / alpha;
    const Extended slope = std::exp(q);
    return rounded(alpha * std::expm1(q), slope, slope / alpha);
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
    const Extended q = Extended{x} / p[0];
    if (q < -1) {
        return static_cast<double>(q < -kFarthestExponent ? -1 : std::expm1(q) - q * std::exp(q));
    }
    Extended power = 1; // q^(n − 2)/n!
    Extended sum = 0;
    for (int n = 2; n <= 22; ++n) {
        power *= n == 2 ? 0.5L : q / n;
        sum += power * (n - 1);
    }
    return static_cast<double>(-sum * q * q);
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
    .valueRounding = kExponential,
    .slopeRounding = kExponential,
    .curvatureRounding = kExponential,
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
