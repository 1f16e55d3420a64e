#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"
#include "core/catalogue/activation/two_slopes.h"

namespace secant::activation {
namespace {

bool isValid(double b)
{
    return b >= 0.0 && std::isfinite(b);
}

/// With r = √(x² + b): f = (x + r)/2, for x < 0 as b/(2(r − x)), f′ = f/r, f″ = b/(2r³). +∞ gives {+∞, 1, 0},
/// −∞ gives {0, 0, 0}; b = 0 is ReLU, b < 0 gives NaN.
Jet evaluate(double x, ParameterValues p)
{
    if (std::isnan(x) || !isValid(p[0])) {
        return kUndefined;
    }
    if (p[0] == 0.0 || std::isinf(x)) {
        return twoSlopesJet(x, 0.0);
    }
    const Extended b = p[0];
    const Extended wide = x;
    const Extended square = wide * wide + b;
    const Extended root = std::sqrt(square);
    const Extended value = x < 0.0 ? b / (2 * (root - wide)) : (wide + root) / 2;
    return rounded(value, value / root, b / (2 * square * root));
}

/// ∂f/∂b = 1/(4r).
double parameterSlope(double x, ParameterValues p, std::size_t)
{
    if (std::isnan(x) || !isValid(p[0])) {
        return kNaN;
    }
    return static_cast<double>(1 / (4 * std::sqrt(Extended{x} * x + p[0])));
}

/// f and f′ increase throughout; f″ is greatest at 0.
Shape shape(ParameterValues p)
{
    if (!isValid(p[0])) {
        return emptyShape();
    }
    if (p[0] == 0.0) {
        return twoSlopesShape(0.0);
    }
    return {
        .curvatureTurns = {0.0}, .atLow = {0.0, 0.0, 0.0}, .atHigh = {kInfinity, 1.0, 0.0}, .range = {0.0, kInfinity}};
}

constexpr ParameterSpec kParameters[] = {
    {.name = "b", .symbol = "b", .standard = 4.0, .min = 0.0, .sliderMin = 0.0, .sliderMax = 10.0},
};

constexpr Primitive kPrimitive{
    .name = "squareplus",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
};

constexpr std::string_view kAliases[] = {"algebraic softplus", "square plus", "代数 softplus"};

constexpr FrameworkDefault kDefaults[] = {{"b", 4.0, "Keras, JAX"}, {"b", 0.0, "ReLU"}};

constexpr FrameworkName kFrameworks[] = {
    {"Keras", "keras.activations.squareplus"},
    {"JAX", "jax.nn.squareplus"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Squareplus", "平方根加函数"},
    .aliases = kAliases,
    .family = Family::SmoothRectifier,
    .formula = "(x + √(x² + b))/2",
    .latex = R"(\frac{x + \sqrt{x^2 + b}}{2})",
    .purpose = {"Softplus without exponentials: one square root, and a tail that falls off like b/(4|x|).",
                "无需指数运算的 softplus：只用一次平方根，左侧以 b/(4|x|) 衰减。"},
    .frameworks = kFrameworks,
    .paper = "Barron 2021, Squareplus: A Softplus-Like Algebraic Rectifier",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& squareplus()
{
    return kActivation;
}

} // namespace secant::activation
