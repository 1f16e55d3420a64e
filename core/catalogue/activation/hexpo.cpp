#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

/// One half of the curve: h(e^(−|x|/w) − 1), h < 0 on the right.
struct Half {
    Extended height;
    Extended width;
};

/// Positive, and so that slope and curvature at 0 are normal numbers.
bool isValidHalf(double height, double width)
{
    return height > 0.0 && width > 0.0 && std::isfinite(height) && std::isnormal(height / width) &&
           std::isnormal(height / width / width);
}

bool isValid(ParameterValues p)
{
    return isValidHalf(p[0], p[1]) && isValidHalf(p[2], p[3]);
}

Jet halfJet(double x, const Half& half)
{
    const Extended z = -std::abs(Extended{x}) / half.width;
    const Extended growth = half.height / half.width * std::exp(z);
    return rounded(half.height * std::expm1(z), x > 0.0 ? -growth : growth, growth / half.width);
}

/// f = a(1 − e^(−x/b)) if x > 0, c(e^(x/d) − 1) if x ≤ 0; f′ = (a/b)e^(−x/b) or (c/d)e^(x/d); f″ = −(a/b²)e^(−x/b) or
/// (c/d²)e^(x/d); p = {a, b, c, d}. At 0 the left side. A parameter ≤ 0 gives NaN.
Jet evaluate(double x, ParameterValues p)
{
    if (std::isnan(x) || !isValid(p)) {
        return kUndefined;
    }
    return x > 0.0 ? halfJet(x, {-p[0], p[1]}) : halfJet(x, {p[2], p[3]});
}

/// On its own side ∂f/∂a = 1 − e^(−x/b), ∂f/∂b = −(ax/b²)e^(−x/b), ∂f/∂c = e^(x/d) − 1, ∂f/∂d = −(cx/d²)e^(x/d).
double parameterSlope(double x, ParameterValues p, std::size_t index)
{
    if (std::isnan(x) || !isValid(p)) {
        return kNaN;
    }
    const std::size_t side = x > 0.0 ? 0 : 2;
    const Extended z = -std::abs(Extended{x}) / p[side + 1];
    if (index / 2 * 2 != side) {
        return 0.0;
    }
    const Extended sign = x > 0.0 ? -1 : 1;
    if (index == side) {
        return static_cast<double>(sign * std::expm1(z));
    }
    return z < -kFarthestExponent ? 0.0
                                  : static_cast<double>(-sign * (p[side] / Extended{p[side + 1]}) * z * std::exp(z));
}

/// f″ jumps from c/d² down to −a/b²; a/b ≠ c/d is a kink.
Shape shape(ParameterValues p)
{
    if (!isValid(p)) {
        return emptyShape();
    }
    const Jet left = halfJet(0.0, {p[2], p[3]});
    const Jet right = halfJet(0.0, {p[0], p[1]});
    return {.breaks = {{0.0, {0.0, left.slope, left.curvature}, 0.0, {0.0, right.slope, -right.curvature}}},
            .atLow = {-p[2], 0.0, 0.0},
            .atHigh = {p[0], 0.0, 0.0},
            .range = {-p[2], p[0]}};
}

constexpr ParameterSpec positive(std::string_view name)
{
    return {.name = name,
            .symbol = name,
            .standard = 1.0,
            .min = 0.0,
            .sliderMin = 0.1,
            .sliderMax = 3.0,
            .minIncluded = false};
}

constexpr ParameterSpec kParameters[] = {positive("a"), positive("b"), positive("c"), positive("d")};

constexpr Primitive kPrimitive{
    .name = "hexpo",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kExponential,
    .slopeRounding = kExponential,
    .curvatureRounding = kExponential,
};

constexpr std::string_view kAliases[] = {"vanishing-proof activation", "双指数激活"};

constexpr FrameworkDefault kDefaults[] = {
    {"a", 1.0, "example"},
    {"b", 1.0, "example"},
    {"c", 1.0, "example"},
    {"d", 1.0, "example"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Hexpo", "Hexpo 函数"},
    .aliases = kAliases,
    .family = Family::ExponentialLinear,
    .formula = "a(1 − e^(−x/b)) if x ≥ 0, c(e^(x/d) − 1) if x < 0",
    .latex = R"(\begin{cases}a(1 - e^{-x/b}) & x \ge 0 \\ c(e^{x/d} - 1) & x < 0\end{cases})",
    .purpose =
        {"Two exponentials joined at 0, each with its own height and width, to scale the gradients of either side.",
         "在原点相接的两段指数曲线，各自的高度和宽度可调，以调节两侧梯度。"},
    .paper = "Kong & Takatsuka 2017, Hexpo: A Vanishing-Proof Activation Function",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& hexpo()
{
    return kActivation;
}

} // namespace secant::activation
