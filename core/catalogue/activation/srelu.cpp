#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/three_lines.h"

namespace secant::activation {
namespace {

ThreeLines linesOf(ParameterValues p)
{
    return {p[0], p[1], p[2], p[3]};
}

/// f = tₗ + aₗ(x − tₗ) if x ≤ tₗ, x between, tᵣ + aᵣ(x − tᵣ) if x ≥ tᵣ; p = {tₗ, aₗ, tᵣ, aᵣ}, all learned. At the
/// corners the left slope. tₗ ≥ tᵣ gives NaN.
Jet evaluate(double x, ParameterValues p)
{
    return threeLinesJet(x, linesOf(p));
}

/// On its own side ∂f/∂t = 1 − a and ∂f/∂a = x − t, else 0.
double parameterSlope(double x, ParameterValues p, std::size_t index)
{
    if (std::isnan(x) || !linesOf(p).isValid()) {
        return kNaN;
    }
    const std::size_t side = index < 2 ? 0 : 2;
    const bool beyond = side == 0 ? x < p[0] : x > p[2];
    if (!beyond) {
        return 0.0;
    }
    return index == side ? 1.0 - p[side + 1] : x - p[side];
}

Shape shape(ParameterValues p)
{
    return threeLinesShape(linesOf(p));
}

constexpr ParameterSpec kParameters[] = {
    {.name = "t_left", .symbol = "tₗ", .standard = -0.4, .sliderMin = -3.0, .sliderMax = 0.0},
    {.name = "a_left", .symbol = "aₗ", .standard = 0.2, .sliderMin = -0.5, .sliderMax = 1.5},
    {.name = "t_right", .symbol = "tᵣ", .standard = 0.4, .sliderMin = 0.1, .sliderMax = 3.0},
    {.name = "a_right", .symbol = "aᵣ", .standard = 0.2, .sliderMin = -0.5, .sliderMax = 2.0},
};

constexpr Primitive kPrimitive{
    .name = "srelu",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = {0.0, 0.0},
    .curvatureRounding = {0.0, 0.0},
};

constexpr std::string_view kAliases[] = {"S-shaped ReLU", "S-shaped rectified linear unit", "S 形 ReLU"};

constexpr FrameworkDefault kDefaults[] = {
    {"t_left", -0.4, "example"},
    {"a_left", 0.2, "example"},
    {"t_right", 0.4, "example"},
    {"a_right", 0.2, "example"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"SReLU", "S 形修正线性单元"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "tᵣ + aᵣ(x − tᵣ) if x ≥ tᵣ, x if tₗ < x < tᵣ, tₗ + aₗ(x − tₗ) if x ≤ tₗ",
    .latex =
        R"(\begin{cases}t_r + a_r (x - t_r) & x \ge t_r \\ x & t_l < x < t_r \\ t_l + a_l (x - t_l) & x \le t_l\end{cases})",
    .purpose = {"Three straight pieces with learned corners and outer slopes, which can be convex, concave or neither.",
                "三段直线，拐点与两侧斜率均可学习，可凸、可凹或两者皆非。"},
    .paper = "Jin, Xu, Feng, Wei, Xiong & Yan 2016, Deep Learning with S-shaped Rectified Linear Activation Units",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& srelu()
{
    return kActivation;
}

} // namespace secant::activation
