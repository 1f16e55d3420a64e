#include <cmath>
#include <limits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/tracked.h"

namespace secant::activation {
namespace {

/// α > 0, and so that 2α is finite and f″ a normal number at 0.
bool isScale(double alpha)
{
    return alpha >= std::numeric_limits<double>::min() && alpha <= 0x1p1000;
}

bool isValid(ParameterValues p)
{
    return isScale(p[0]) && isScale(p[1]) && p[2] >= 0.0 && p[2] <= 0x1p1000;
}

/// eˣ − 1 − x for x ≤ 0, by its series where the terms cancel.
Extended restOf(Extended x)
{
    if (x < -0.5L) {
        return std::expm1(x) - x;
    }
    Extended sum = 0; // Σ xⁿ/(n + 2)!
    for (int n = 19; n >= 2; --n) {
        sum = (sum * x + 1) / n;
    }
    return x * x * sum;
}

/// x < 0. f has a root besides 0, and f′ has one, if β < αₙ; next to them all Extended digits cancel.
Jet leftJet(double x, double alpha, double beta)
{
    const Extended wide = x;
    const Extended line = beta * wide;
    const auto value = [=] { return Deep(alpha) * (exponentialLess1(Deep(x)) - Deep(x)) + Deep(beta) * Deep(x); };
    const auto slope = [=] { return Deep(alpha) * exponentialLess1(Deep(x)) + Deep(beta); };
    return rounded(kept(alpha * restOf(wide) + line, line, value), kept(alpha * std::expm1(wide) + beta, beta, slope),
                   alpha * std::exp(wide));
}

/// The limit at −∞: f falls or rises with slope β − αₙ, or settles at −αₙ.
Jet limitAtLow(ParameterValues p)
{
    const double slope = p[2] - p[1];
    return {slope == 0.0 ? -p[1] : std::copysign(kInfinity, -slope), slope, 0.0};
}

/// f = αₚx² + βx if x > 0, αₙ(eˣ − 1 − x) + βx if x ≤ 0; f′ = 2αₚx + β or αₙ(eˣ − 1) + β; f″ = 2αₚ or αₙeˣ;
/// p = {αₚ, αₙ, β}. At 0 the left curvature. αₚ ≤ 0, αₙ ≤ 0 or β < 0 gives NaN.
Jet evaluate(double x, ParameterValues p)
{
    if (std::isnan(x) || !isValid(p)) {
        return kUndefined;
    }
    if (x > 0.0) {
        const Extended wide = x;
        return rounded(wide * (p[0] * wide + p[2]), 2 * (p[0] * wide) + p[2], 2 * Extended{p[0]});
    }
    if (x == 0.0) {
        return {x, p[2], p[1]};
    }
    return std::isinf(x) ? limitAtLow(p) : leftJet(x, p[1], p[2]);
}

/// ∂f/∂αₚ = x² if x > 0, ∂f/∂αₙ = eˣ − 1 − x if x < 0, else 0; ∂f/∂β = x.
double parameterSlope(double x, ParameterValues p, std::size_t index)
{
    if (std::isnan(x) || !isValid(p)) {
        return kNaN;
    }
    if (index == 2) {
        return x;
    }
    if (index == 0) {
        return x > 0.0 ? x * x : 0.0;
    }
    return x < 0.0 ? static_cast<double>(restOf(x)) : 0.0;
}

/// For 0 < β < αₙ a minimum at ln(1 − β/αₙ). αₙ ≠ 2αₚ leaves a jump of f″.
Shape shape(ParameterValues p)
{
    if (!isValid(p)) {
        return emptyShape();
    }
    Shape shape{.atLow = limitAtLow(p), .atHigh = {kInfinity, kInfinity, 2.0 * p[0]}};
    if (p[2] > 0.0 && p[2] < p[1]) {
        shape.valueTurns = {static_cast<double>(std::log((Extended{p[1]} - p[2]) / p[1]))};
    }
    if (p[1] != 2.0 * p[0]) {
        shape.breaks = {{0.0, {0.0, p[2], p[1]}, 0.0, {0.0, p[2], 2.0 * p[0]}}};
    }
    return shape;
}

constexpr ParameterSpec kParameters[] = {
    {.name = "alpha_p",
     .symbol = "αₚ",
     .standard = 0.8,
     .min = 0.0,
     .sliderMin = 0.1,
     .sliderMax = 3.0,
     .minIncluded = false},
    {.name = "alpha_n",
     .symbol = "αₙ",
     .standard = 0.8,
     .min = 0.0,
     .sliderMin = 0.1,
     .sliderMax = 3.0,
     .minIncluded = false},
    {.name = "beta", .symbol = "β", .standard = 0.5, .min = 0.0, .sliderMin = 0.0, .sliderMax = 2.0},
};

constexpr Primitive kPrimitive{
    .name = "xielu",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
};

constexpr std::string_view kAliases[] = {"expanded integral of the ELU", "Apertus", "积分 ELU"};

constexpr FrameworkDefault kDefaults[] = {
    {"alpha_p", 0.8, "Huang & Schlag 2024"},
    {"alpha_n", 0.8, "Huang & Schlag 2024"},
    {"beta", 0.5, "Huang & Schlag 2024"},
};

constexpr FrameworkName kFrameworks[] = {
    {"Transformers", "xielu"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"xIELU", "扩展积分指数线性单元"},
    .aliases = kAliases,
    .family = Family::ExponentialLinear,
    .formula = "αₚx² + βx if x > 0, αₙ(eˣ − 1 − x) + βx if x ≤ 0",
    .latex = R"(\begin{cases}\alpha_p x^2 + \beta x & x > 0 \\ \alpha_n(e^x - 1 - x) + \beta x & x \le 0\end{cases})",
    .purpose = {"The integral of a trainable ELU, made for large language models; its slope grows on the right and "
                "may be negative on the left.",
                "可训练 ELU 的积分，用于大语言模型；右侧斜率递增，左侧斜率可以为负。"},
    .frameworks = kFrameworks,
    .paper = "Huang & Schlag 2024, Deriving Activation Functions Using Integration",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& xielu()
{
    return kActivation;
}

} // namespace secant::activation
