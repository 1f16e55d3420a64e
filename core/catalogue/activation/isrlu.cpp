#include <cmath>
#include <limits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

/// α > 0, and normal so that 1/√α and the turn of f″ are finite.
bool isValid(double alpha)
{
    return alpha >= std::numeric_limits<double>::min() && std::isfinite(alpha);
}

/// With r = √(1 + αx²): f = x if x ≥ 0, x/r if x < 0; f′ = 1 or 1/r³; f″ = 0 or −3αx/r⁵, continuous.
/// −∞ gives {−1/√α, 0, 0}; α ≤ 0 gives NaN.
Jet evaluate(double x, ParameterValues p)
{
    if (std::isnan(x) || !isValid(p[0])) {
        return kUndefined;
    }
    if (x >= 0.0) {
        return {x, 1.0, 0.0};
    }
    const Extended alpha = p[0];
    if (std::isinf(x)) {
        return rounded(-1 / std::sqrt(alpha), 0, 0);
    }
    const Extended wide = x;
    const Extended square = 1 + alpha * wide * wide;
    const Extended root = std::sqrt(square);
    const Extended slope = 1 / (square * root);
    return rounded(wide / root, slope, -3 * alpha * wide / square * slope);
}

/// ∂f/∂α = −(x/r)³/2 if x < 0, else 0.
double parameterSlope(double x, ParameterValues p, std::size_t)
{
    if (std::isnan(x) || !isValid(p[0])) {
        return kNaN;
    }
    if (x >= 0.0) {
        return 0.0;
    }
    const Extended inverse = 1 / Extended{x};
    const Extended value = -1 / std::sqrt(inverse * inverse + p[0]); // x/r, also at −∞.
    return static_cast<double>(-value * value * value / 2);
}

/// f″ rises to its greatest value at −1/(2√α), and falls to 0 at 0. No break: only f‴ jumps.
Shape shape(ParameterValues p)
{
    if (!isValid(p[0])) {
        return emptyShape();
    }
    const Extended floor = -1 / std::sqrt(Extended{p[0]});
    return {.curvatureTurns = {static_cast<double>(floor / 2)},
            .atLow = {static_cast<double>(floor), 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0},
            .range = {std::nextafter(static_cast<double>(floor), -kInfinity), kInfinity}};
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
    .name = "isrlu",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
};

constexpr std::string_view kAliases[] = {"inverse square root linear unit", "平方根倒数线性单元"};

constexpr FrameworkDefault kDefaults[] = {
    {"alpha", 1.0, "Carlile et al. 2017"},
    {"alpha", 3.0, "Carlile et al. 2017"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"ISRLU", "逆平方根线性单元"},
    .aliases = kAliases,
    .family = Family::ExponentialLinear,
    .formula = "x if x ≥ 0, x/√(1 + αx²) if x < 0",
    .latex = R"(\begin{cases}x & x \ge 0 \\ \frac{x}{\sqrt{1 + \alpha x^2}} & x < 0\end{cases})",
    .purpose = {"Shaped like ELU, but twice continuously differentiable and without any exponential.",
                "形状类似 ELU，但二阶连续可微，且无需指数运算。"},
    .paper = "Carlile, Delamarter, Kinney, Marti & Whitney 2017, Improving Deep Learning by Inverse Square Root Linear "
             "Units (ISRLUs)",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& isrlu()
{
    return kActivation;
}

} // namespace secant::activation
