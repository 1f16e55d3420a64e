#include <cmath>
#include <numbers>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

/// β is positive and β/4 a normal number.
bool isValid(ParameterValues p)
{
    return std::isfinite(p[0]) && p[1] > 0.0 && std::isfinite(p[1]) && std::isnormal(p[1] / 4.0);
}

/// f = αx if x ≥ 0, β ln((eˣ + 1)/2) if x < 0; f′ = α or βσ(x); f″ = 0 or βσ(x)(1 − σ(x)); p = {α, β}. At 0 the left
/// slope β/2. The paper's third parameter γ is β ln 2, by which f is continuous. −∞ gives {−β ln 2, 0, 0}.
Jet evaluate(double x, ParameterValues p)
{
    if (std::isnan(x) || !isValid(p)) {
        return kUndefined;
    }
    if (x > 0.0) {
        return {p[0] == 0.0 ? 0.0 : p[0] * x, p[0], 0.0};
    }
    const Extended beta = p[1];
    const Extended wide = x;
    const Extended e = std::exp(wide);
    const Extended slope = beta * e / (1 + e);
    return rounded(beta * std::log1p(std::expm1(wide) / 2), slope, slope / (1 + e));
}

/// ∂f/∂α = x if x > 0, else 0; ∂f/∂β = ln((eˣ + 1)/2) if x < 0, else 0.
double parameterSlope(double x, ParameterValues p, std::size_t index)
{
    if (std::isnan(x) || !isValid(p)) {
        return kNaN;
    }
    if (index == 0) {
        return x > 0.0 ? x : 0.0;
    }
    return x < 0.0 ? static_cast<double>(std::log1p(std::expm1(Extended{x}) / 2)) : 0.0;
}

/// β ≠ 2α is a kink; β = 2α leaves a jump of f″ from β/4 to 0.
Shape shape(ParameterValues p)
{
    const double alpha = p[0];
    if (!isValid(p)) {
        return emptyShape();
    }
    const double low = static_cast<double>(-p[1] * std::numbers::ln2_v<Extended>);
    return {.breaks = {{0.0, {0.0, 0.5 * p[1], 0.25 * p[1]}, 0.0, {0.0, alpha, 0.0}}},
            .atLow = {low, 0.0, 0.0},
            .atHigh = {alpha == 0.0 ? 0.0 : std::copysign(kInfinity, alpha), alpha, 0.0},
            .range = {alpha < 0.0 ? -kInfinity : std::nextafter(low, -kInfinity), kInfinity}};
}

constexpr ParameterSpec kParameters[] = {
    {.name = "alpha", .symbol = "α", .standard = 1.0, .sliderMin = 0.0, .sliderMax = 3.0},
    {.name = "beta",
     .symbol = "β",
     .standard = 2.0,
     .min = 0.0,
     .sliderMin = 0.1,
     .sliderMax = 6.0,
     .minIncluded = false},
};

constexpr Primitive kPrimitive{
    .name = "slu",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
};

constexpr std::string_view kAliases[] = {"softplus linear unit", "softplus 线性单元"};

constexpr FrameworkDefault kDefaults[] = {{"alpha", 1.0, "Zhao et al. 2018"}, {"beta", 2.0, "Zhao et al. 2018"}};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"SLU", "软加线性单元"},
    .aliases = kAliases,
    .family = Family::ExponentialLinear,
    .formula = "αx if x ≥ 0, β ln((eˣ + 1)/2) if x < 0",
    .latex = R"(\begin{cases}\alpha x & x \ge 0 \\ \beta \ln\frac{e^x + 1}{2} & x < 0\end{cases})",
    .purpose = {"Like ELU, with half a softplus, shifted down to start at 0, in place of the exponential.",
                "与 ELU 类似，以下移至原点的半支 softplus 代替指数部分。"},
    .paper = "Zhao, Liu, Li & Luo 2018, A Novel Softplus Linear Unit for Deep Convolutional Neural Networks",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& slu()
{
    return kActivation;
}

} // namespace secant::activation
