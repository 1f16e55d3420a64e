#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/three_lines.h"

namespace secant::activation {
namespace {

/// For α outside [0, 1] max and min of the formula would choose other lines; corners at ±c.
bool isValid(ParameterValues p)
{
    return p[0] >= 0.0 && p[0] <= 1.0 && p[1] > 0.0 && std::isfinite(p[1]);
}

ThreeLines linesOf(ParameterValues p)
{
    return {-p[1], p[0], isValid(p) ? p[1] : kNaN, p[0]};
}

/// f = max(α(x + c) − c, min(α(x − c) + c, x)): x if |x| ≤ c, slope α beyond; p = {α, c}. At ±c the left slope.
/// α outside [0, 1] or c ≤ 0 gives NaN.
Jet evaluate(double x, ParameterValues p)
{
    return threeLinesJet(x, linesOf(p));
}

/// With s the sign of x, beyond ±c ∂f/∂α = x − sc and ∂f/∂c = s(1 − α); else 0.
double parameterSlope(double x, ParameterValues p, std::size_t index)
{
    if (std::isnan(x) || !isValid(p)) {
        return kNaN;
    }
    if (std::abs(x) <= p[1]) {
        return 0.0;
    }
    return index == 0 ? x - std::copysign(p[1], x) : std::copysign(1.0 - p[0], x);
}

Shape shape(ParameterValues p)
{
    return threeLinesShape(linesOf(p));
}

constexpr ParameterSpec kParameters[] = {
    {.name = "alpha", .symbol = "α", .standard = 0.1, .min = 0.0, .max = 1.0, .sliderMin = 0.0, .sliderMax = 1.0},
    {.name = "c", .symbol = "c", .standard = 1.0, .min = 0.0, .sliderMin = 0.1, .sliderMax = 3.0, .minIncluded = false},
};

constexpr Primitive kPrimitive{
    .name = "plu",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = {0.0, 0.0},
    .curvatureRounding = {0.0, 0.0},
};

constexpr std::string_view kAliases[] = {"piecewise linear unit", "分段线性函数"};

constexpr FrameworkDefault kDefaults[] = {{"alpha", 0.1, "Nicolae 2018"}, {"c", 1.0, "Nicolae 2018"}};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"PLU", "分段线性单元"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "max(α(x + c) − c, min(α(x − c) + c, x))",
    .latex = R"(\max(\alpha(x + c) - c, \min(\alpha(x - c) + c, x)))",
    .purpose = {"A hard tanh whose outer pieces keep rising with slope α, so that no gradient vanishes.",
                "外侧仍以斜率 α 上升的硬 tanh，梯度不会消失。"},
    .paper = "Nicolae 2018, PLU: The Piecewise Linear Unit Activation Function",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& plu()
{
    return kActivation;
}

} // namespace secant::activation
