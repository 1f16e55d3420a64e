#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

bool isValid(double beta)
{
    return beta > 0.0 && beta <= 0x1p500; // β² is finite.
}

/// f = ln(1 + βx) if x > 0, else 0; f′ = β/(1 + βx) or 0; f″ = −β²/(1 + βx)² or 0. At 0 the left slope. +∞ gives
/// {+∞, 0, 0}; β ≤ 0 gives NaN.
Jet evaluate(double x, ParameterValues p)
{
    const double beta = p[0];
    if (std::isnan(x) || !isValid(beta)) {
        return kUndefined;
    }
    if (!(x > 0.0)) {
        return {0.0, 0.0, 0.0};
    }
    const Extended z = Extended{x} * beta;
    const Extended slope = beta / (1 + z);
    return rounded(std::log1p(z), slope, -slope * slope);
}

/// ∂f/∂β = x/(1 + βx) if x > 0, else 0; 1/β at +∞.
double parameterSlope(double x, ParameterValues p, std::size_t)
{
    if (std::isnan(x) || !isValid(p[0])) {
        return kNaN;
    }
    return x > 0.0 ? static_cast<double>(1 / (1 / Extended{x} + p[0])) : 0.0;
}

Shape shape(ParameterValues p)
{
    const double beta = p[0];
    if (!isValid(beta)) {
        return emptyShape();
    }
    return {.breaks = {{0.0, {0.0, 0.0, 0.0}, 0.0, {0.0, beta, -beta * beta}}},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {kInfinity, 0.0, 0.0},
            .range = {0.0, kInfinity}};
}

constexpr ParameterSpec kParameters[] = {
    {.name = "beta",
     .symbol = "β",
     .standard = 1.0,
     .min = 0.0,
     .sliderMin = 0.1,
     .sliderMax = 5.0,
     .minIncluded = false},
};

constexpr Primitive kPrimitive{
    .name = "nlrelu",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
};

constexpr std::string_view kAliases[] = {"natural logarithm ReLU", "logarithmic rectifier", "自然对数 ReLU"};

constexpr FrameworkDefault kDefaults[] = {{"beta", 1.0, "Liu et al. 2019"}};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"NLReLU", "自然对数修正线性单元"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "ln(1 + β·max(0, x))",
    .latex = R"(\ln(1 + \beta \max(0, x)))",
    .purpose = {"ReLU behind a logarithm, which tames large activations but never quite saturates.",
                "对 ReLU 取对数，压缩大的激活值，但不会真正饱和。"},
    .paper = "Liu, Zhang, Gao, Qu & Ji 2019, Natural-Logarithm-Rectified Activation Function in Convolutional Neural "
             "Networks",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& nlrelu()
{
    return kActivation;
}

} // namespace secant::activation
