#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/numerics.h"

namespace secant::activation {
namespace {

/// f = max(0, x) + b, f′ = 0 for x ≤ 0 and 1 for x > 0, f″ = 0; b is learned. At 0 the left slope.
Jet evaluate(double x, ParameterValues p)
{
    if (std::isnan(x) || !std::isfinite(p[0])) {
        return kUndefined;
    }
    return x > 0.0 ? Jet{x + p[0], 1.0, 0.0} : Jet{p[0], 0.0, 0.0};
}

/// ∂f/∂b = 1.
double parameterSlope(double x, ParameterValues p, std::size_t)
{
    return std::isnan(evaluate(x, p).value) ? kNaN : 1.0;
}

Shape shape(ParameterValues p)
{
    const double b = p[0];
    if (!std::isfinite(b)) {
        return emptyShape();
    }
    return {.breaks = {{0.0, {b, 0.0, 0.0}, b, {b, 1.0, 0.0}}},
            .atLow = {b, 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0},
            .range = {b, kInfinity}};
}

constexpr ParameterSpec kParameters[] = {
    {.name = "b", .symbol = "b", .standard = -0.398, .sliderMin = -2.0, .sliderMax = 2.0},
};

constexpr Primitive kPrimitive{
    .name = "frelu",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = {1.0, 0.0}, // One sum.
    .slopeRounding = {0.0, 0.0},
    .curvatureRounding = {0.0, 0.0},
};

constexpr std::string_view kAliases[] = {"flexible ReLU", "flexible rectified linear unit", "柔性 ReLU"};

constexpr FrameworkDefault kDefaults[] = {{"b", -0.398, "Qiu, Xu & Cai 2018"}, {"b", 0.0, "ReLU"}};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"FReLU", "柔性修正线性单元"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "max(0, x) + b, b learned",
    .latex = R"(\max(0, x) + b)",
    .purpose = {"ReLU with a learned offset of its output, so that activations can have mean zero. Not the funnel "
                "activation of the same short name.",
                "输出带可学习偏移的 ReLU，使激活均值可以为零；与同样简称 FReLU 的漏斗激活不同。"},
    .paper = "Qiu, Xu & Cai 2018, FReLU: Flexible Rectified Linear Units for Improving Convolutional Neural Networks",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& frelu()
{
    return kActivation;
}

} // namespace secant::activation
