#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

bool isValid(double alpha)
{
    return alpha > 0.0 && std::isfinite(alpha);
}

/// With r = √(1 + αx²): f = x/r, f′ = 1/r³, f″ = −3αx/r⁵. ±∞ gives {±1/√α, 0, 0}; α ≤ 0 gives NaN.
Jet evaluate(double x, ParameterValues p)
{
    if (std::isnan(x) || !isValid(p[0])) {
        return kUndefined;
    }
    const Extended alpha = p[0];
    if (std::isinf(x)) {
        return {static_cast<double>(std::copysign(1 / std::sqrt(alpha), static_cast<Extended>(x))), 0.0, 0.0};
    }
    const Extended wide = x;
    const Extended root = std::sqrt(1 + alpha * wide * wide);
    const Extended slope = 1 / (root * root * root);
    return rounded(wide / root, slope, -3 * alpha * wide * slope / (root * root));
}

/// ∂f/∂α = −x³/(2r³).
double parameterSlope(double x, ParameterValues p, std::size_t)
{
    if (std::isnan(x) || !isValid(p[0])) {
        return kNaN;
    }
    const Extended alpha = p[0];
    if (std::isinf(x)) {
        return static_cast<double>(std::copysign(0.5L / (alpha * std::sqrt(alpha)), -static_cast<Extended>(x)));
    }
    const Extended quotient = x / std::sqrt(1 + alpha * x * x);
    return static_cast<double>(-quotient * quotient * quotient / 2);
}

/// f″ turns where 4αx² = 1.
Shape shape(ParameterValues p)
{
    if (!isValid(p[0])) {
        return emptyShape();
    }
    const auto turn = static_cast<double>(0.5L / std::sqrt(Extended{p[0]}));
    const auto limit = static_cast<double>(1 / std::sqrt(Extended{p[0]}));
    return {
        .slopeTurns = {0.0}, .curvatureTurns = {-turn, turn}, .atLow = {-limit, 0.0, 0.0}, .atHigh = {limit, 0.0, 0.0}};
}

constexpr ParameterSpec kParameters[] = {
    {.name = "alpha",
     .symbol = "α",
     .standard = 1.0,
     .min = 0.0,
     .sliderMin = 0.1,
     .sliderMax = 5.0,
     .minIncluded = false},
};

constexpr Primitive kPrimitive{
    .name = "isru",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
};

constexpr std::string_view kAliases[] = {"inverse square root unit", "逆平方根单元"};

constexpr FrameworkDefault kDefaults[] = {{"alpha", 1.0, "paper"}};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"ISRU", "反平方根单元"},
    .aliases = kAliases,
    .family = Family::Sigmoidal,
    .formula = "x/√(1 + αx²)",
    .latex = R"(\frac{x}{\sqrt{1 + \alpha x^2}})",
    .purpose = {"An S-shaped curve like tanh that needs one inverse square root and no exponential.",
                "形似 tanh 的 S 形曲线，只需一次反平方根而无需指数。"},
    .paper = "Carlile, Delamarter, Kinney, Marti & Whitney 2017, Improving Deep Learning by Inverse Square Root Linear "
             "Units (ISRLUs)",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& isru()
{
    return kActivation;
}

} // namespace secant::activation
