#include <algorithm>
#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

/// β > 0, and so that the slope αβ and the curvature αβ² at 0 are normal numbers, or α = 0.
bool isValid(ParameterValues p)
{
    const double slope = p[0] * p[1];
    return std::isfinite(p[0]) && p[1] > 0.0 && std::isfinite(p[1]) &&
           (p[0] == 0.0 || (std::isnormal(slope) && std::isnormal(slope * p[1])));
}

/// f = x if x > 0, α(e^(βx) − 1) if x ≤ 0; f′ = 1 or αβe^(βx); f″ = 0 or αβ²e^(βx); p = {α, β}, both learned. At 0 the
/// left slope. −∞ gives {−α, 0, 0}; β ≤ 0 gives NaN.
Jet evaluate(double x, ParameterValues p)
{
    if (std::isnan(x) || !isValid(p)) {
        return kUndefined;
    }
    if (x > 0.0) {
        return {x, 1.0, 0.0};
    }
    const Extended alpha = p[0];
    const Extended beta = p[1];
    const Extended growth = alpha * beta * std::exp(beta * x);
    return rounded(alpha * std::expm1(beta * x), growth, growth * beta);
}

/// ∂f/∂α = e^(βx) − 1 and ∂f/∂β = αxe^(βx) if x < 0, else 0.
double parameterSlope(double x, ParameterValues p, std::size_t index)
{
    if (std::isnan(x) || !isValid(p)) {
        return kNaN;
    }
    const Extended z = Extended{x} * p[1];
    if (x >= 0.0 || (index == 1 && z < -kFarthestExponent)) {
        return 0.0;
    }
    return static_cast<double>(index == 0 ? std::expm1(z) : p[0] * Extended{x} * std::exp(z));
}

/// αβ ≠ 1 is a kink; αβ = 1 leaves a jump of f″.
Shape shape(ParameterValues p)
{
    if (!isValid(p)) {
        return emptyShape();
    }
    return {.breaks = {{0.0, evaluate(0.0, p), 0.0, {0.0, 1.0, 0.0}}},
            .atLow = {-p[0], 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0},
            .range = {std::min(-p[0], 0.0), kInfinity}};
}

constexpr ParameterSpec kParameters[] = {
    {.name = "alpha", .symbol = "α", .standard = 1.0, .sliderMin = 0.0, .sliderMax = 3.0},
    {.name = "beta",
     .symbol = "β",
     .standard = 1.0,
     .min = 0.0,
     .sliderMin = 0.1,
     .sliderMax = 5.0,
     .minIncluded = false},
};

constexpr Primitive kPrimitive{
    .name = "mpelu",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kExponential,
    .slopeRounding = kExponential,
    .curvatureRounding = kExponential,
};

constexpr std::string_view kAliases[] = {"multiple parametric ELU", "多参数 ELU"};

constexpr FrameworkDefault kDefaults[] = {
    {"alpha", 1.0, "Li et al. 2018"},
    {"alpha", 0.25, "Li et al. 2018"},
    {"beta", 1.0, "Li et al. 2018"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"MPELU", "多参数指数线性单元"},
    .aliases = kAliases,
    .family = Family::ExponentialLinear,
    .formula = "x if x > 0, α(e^(βx) − 1) if x ≤ 0, α and β learned",
    .latex = R"(\begin{cases}x & x > 0 \\ \alpha(e^{\beta x} - 1) & x \le 0\end{cases})",
    .purpose = {"An ELU that learns its depth α and its steepness β, and so reaches from ReLU over leaky units to ELU.",
                "深度 α 与陡度 β 均可学习的 ELU，涵盖从 ReLU、带泄露单元到 ELU 的各种形状。"},
    .paper = "Li, Fan, Li, Wu & Ming 2018, Improving Deep Neural Network with Multiple Parametric Exponential Linear "
             "Units",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& mpelu()
{
    return kActivation;
}

} // namespace secant::activation
