#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

/// a, b > 0, and so that the slope a/b and the curvature a/b² at 0 are normal numbers.
bool isValid(ParameterValues p)
{
    return p[0] > 0.0 && p[1] > 0.0 && std::isfinite(p[0]) && std::isnormal(p[0] / p[1]) &&
           std::isnormal(p[0] / p[1] / p[1]);
}

/// f = (a/b)x if x ≥ 0, a(e^(x/b) − 1) if x < 0; f′ = a/b or (a/b)e^(x/b), continuous; f″ = 0 or (a/b²)e^(x/b);
/// p = {a, b}, both learned. At 0 the left curvature. −∞ gives {−a, 0, 0}; a ≤ 0 or b ≤ 0 gives NaN.
Jet evaluate(double x, ParameterValues p)
{
    if (std::isnan(x) || !isValid(p)) {
        return kUndefined;
    }
    const Extended a = p[0];
    const Extended b = p[1];
    if (x > 0.0) {
        return rounded(a * x / b, a / b, 0);
    }
    const Extended growth = a / b * std::exp(x / b);
    return rounded(a * std::expm1(x / b), growth, growth / b);
}

/// ∂f/∂a = x/b or e^(x/b) − 1; ∂f/∂b = −ax/b² or −(ax/b²)e^(x/b).
double parameterSlope(double x, ParameterValues p, std::size_t index)
{
    if (std::isnan(x) || !isValid(p)) {
        return kNaN;
    }
    const Extended z = Extended{x} / p[1];
    if (index == 0) {
        return static_cast<double>(x >= 0.0 ? z : std::expm1(z));
    }
    if (z < -kFarthestExponent) {
        return 0.0;
    }
    return static_cast<double>(-(p[0] / Extended{p[1]}) * (x >= 0.0 ? z : z * std::exp(z)));
}

/// f″ jumps from a/b² to 0.
Shape shape(ParameterValues p)
{
    if (!isValid(p)) {
        return emptyShape();
    }
    const Jet atZero = evaluate(0.0, p);
    return {.breaks = {{0.0, atZero, 0.0, {0.0, atZero.slope, 0.0}}},
            .atLow = {-p[0], 0.0, 0.0},
            .atHigh = {kInfinity, atZero.slope, 0.0},
            .range = {-p[0], kInfinity}};
}

constexpr ParameterSpec kParameters[] = {
    {.name = "a", .symbol = "a", .standard = 1.0, .min = 0.0, .sliderMin = 0.1, .sliderMax = 3.0, .minIncluded = false},
    {.name = "b", .symbol = "b", .standard = 1.0, .min = 0.0, .sliderMin = 0.1, .sliderMax = 3.0, .minIncluded = false},
};

constexpr Primitive kPrimitive{
    .name = "pelu",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kExponential,
    .slopeRounding = kExponential,
    .curvatureRounding = kExponential,
};

constexpr std::string_view kAliases[] = {"parametric ELU", "parametric exponential linear unit", "参数化 ELU"};

constexpr FrameworkDefault kDefaults[] = {
    {"a", 1.0, "Trottier et al. 2017"},
    {"b", 1.0, "Trottier et al. 2017"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"PELU", "参数化指数线性单元"},
    .aliases = kAliases,
    .family = Family::ExponentialLinear,
    .formula = "(a/b)x if x ≥ 0, a(e^(x/b) − 1) if x < 0, a and b learned",
    .latex = R"(\begin{cases}\frac{a}{b} x & x \ge 0 \\ a(e^{x/b} - 1) & x < 0\end{cases})",
    .purpose = {"An ELU with learned depth and decay whose right slope follows along, so that it never gets a kink.",
                "深度与衰减均可学习的 ELU，右侧斜率随之变化，因而始终没有拐角。"},
    .paper = "Trottier, Giguère & Chaib-draa 2017, Parametric Exponential Linear Unit for Deep Convolutional Neural "
             "Networks",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& pelu()
{
    return kActivation;
}

} // namespace secant::activation
