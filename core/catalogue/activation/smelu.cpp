#include <cmath>
#include <limits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

/// β > 0, and normal so that f″ = 1/(2β) is finite.
bool isValid(double beta)
{
    return beta >= std::numeric_limits<double>::min() && std::isfinite(beta);
}

/// f = 0 if x ≤ −β, (x + β)²/(4β) if |x| < β, x if x ≥ β; f′ = 0, (x + β)/(2β), 1; f″ = 0, 1/(2β), 0. At ±β the left
/// curvature. β ≤ 0 gives NaN.
Jet evaluate(double x, ParameterValues p)
{
    const double beta = p[0];
    if (std::isnan(x) || !isValid(beta)) {
        return kUndefined;
    }
    if (x <= -beta) {
        return {0.0, 0.0, 0.0};
    }
    if (x > beta) {
        return {x, 1.0, 0.0};
    }
    const Extended width = 2 * Extended{beta};
    const Extended above = Extended{x} + beta;
    return rounded(above * above / (2 * width), above / width, 1 / width);
}

/// ∂f/∂β = (β − x)(β + x)/(4β²) if |x| < β, else 0.
double parameterSlope(double x, ParameterValues p, std::size_t)
{
    const Extended beta = p[0];
    if (std::isnan(x) || !isValid(p[0])) {
        return kNaN;
    }
    return std::abs(x) >= p[0] ? 0.0 : static_cast<double>((beta - x) / beta * ((beta + x) / beta) / 4);
}

/// f″ jumps at both ends of the parabola.
Shape shape(ParameterValues p)
{
    const double beta = p[0];
    if (!isValid(beta)) {
        return emptyShape();
    }
    const double curvature = 0.5 / beta;
    return {.breaks = {{-beta, {0.0, 0.0, 0.0}, 0.0, {0.0, 0.0, curvature}},
                       {beta, {beta, 1.0, curvature}, beta, {beta, 1.0, 0.0}}},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0},
            .range = {0.0, kInfinity}};
}

constexpr ParameterSpec kParameters[] = {
    {.name = "beta",
     .symbol = "β",
     .standard = 2.0,
     .min = 0.0,
     .sliderMin = 0.1,
     .sliderMax = 5.0,
     .minIncluded = false},
};

constexpr Primitive kPrimitive{
    .name = "smelu",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
};

constexpr std::string_view kAliases[] = {"SmeLU", "smooth reLU with a parabola", "Huberized ReLU", "平滑 ReLU"};

constexpr FrameworkDefault kDefaults[] = {{"beta", 2.0, "example"}, {"beta", 1.0, "sparse plus"}};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"SmeLU", "平滑修正线性单元"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "0 if x ≤ −β, (x + β)²/(4β) if |x| < β, x if x ≥ β",
    .latex =
        R"(\begin{cases}0 & x \le -\beta \\ \frac{(x + \beta)^2}{4\beta} & |x| < \beta \\ x & x \ge \beta\end{cases})",
    .purpose = {"ReLU with a parabola of chosen width in place of its corner; made to give reproducible predictions.",
                "用可调宽度的抛物线磨圆拐角的 ReLU，旨在提高预测的可复现性。"},
    .paper = "Shamir, Lin & Coviello 2020, Smooth Activations and Reproducibility in Deep Networks",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& smelu()
{
    return kActivation;
}

} // namespace secant::activation
