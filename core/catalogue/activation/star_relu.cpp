#include <algorithm>
#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/tracked.h"

namespace secant::activation {
namespace {

bool isValid(ParameterValues p)
{
    return std::isfinite(p[0]) && std::isfinite(p[1]);
}

/// s·x² + b for a positive x; the root at √(−b/s) keeps its digits.
template<typename Number>
Number scaledSquare(double x, double s, double b)
{
    return static_cast<Number>(s) * static_cast<Number>(x) * static_cast<Number>(x) + static_cast<Number>(b);
}

/// f = s·max(0, x)² + b, f′ = 2s·max(0, x), f″ = 2s if x > 0, else 0; p = {s, b}, both learned. At 0 the left
/// curvature.
Jet evaluate(double x, ParameterValues p)
{
    if (std::isnan(x) || !isValid(p)) {
        return kUndefined;
    }
    if (!(x > 0.0) || p[0] == 0.0) { // Not 0·∞.
        return {p[1], 0.0, 0.0};
    }
    const Extended value =
        kept(scaledSquare<Extended>(x, p[0], p[1]), p[1], [&] { return scaledSquare<Deep>(x, p[0], p[1]); });
    return rounded(value, 2 * Extended{p[0]} * x, 2 * Extended{p[0]});
}

/// ∂f/∂s = max(0, x)², ∂f/∂b = 1.
double parameterSlope(double x, ParameterValues p, std::size_t index)
{
    if (std::isnan(x) || !isValid(p)) {
        return kNaN;
    }
    return index == 1 ? 1.0 : x > 0.0 ? x * x : 0.0;
}

/// f″ jumps from 0 to 2s.
Shape shape(ParameterValues p)
{
    const double s = p[0];
    const double b = p[1];
    if (!isValid(p)) {
        return emptyShape();
    }
    if (s == 0.0) {
        return {.atLow = {b, 0.0, 0.0}, .atHigh = {b, 0.0, 0.0}, .range = Interval::point(b)};
    }
    const double far = std::copysign(kInfinity, s);
    return {.breaks = {{0.0, {b, 0.0, 0.0}, b, {b, 0.0, 2.0 * s}}},
            .atLow = {b, 0.0, 0.0},
            .atHigh = {far, far, 2.0 * s},
            .range = {std::min(b, far), std::max(b, far)}};
}

constexpr ParameterSpec kParameters[] = {
    {.name = "s", .symbol = "s", .standard = 0.8944, .sliderMin = -2.0, .sliderMax = 2.0},
    {.name = "b", .symbol = "b", .standard = -0.4472, .sliderMin = -2.0, .sliderMax = 2.0},
};

constexpr Primitive kPrimitive{
    .name = "star_relu",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = {0.0, 0.0},
};

constexpr std::string_view kAliases[] = {"star ReLU", "MetaFormer", "星形 ReLU"};

constexpr FrameworkDefault kDefaults[] = {
    {"s", 0.8944, "Yu et al. 2022"},
    {"b", -0.4472, "Yu et al. 2022"},
    {"s", 1.0, "MetaFormer code"},
    {"b", 0.0, "MetaFormer code"},
};

constexpr FrameworkName kFrameworks[] = {
    {"timm", "timm.models.metaformer.StarReLU"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"StarReLU", "StarReLU 函数"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "s·max(0, x)² + b",
    .latex = R"(s \max(0, x)^2 + b)",
    .purpose =
        {"Squared ReLU, scaled and shifted so that a standard normal input comes out with mean 0 and variance 1.",
         "经缩放和平移的平方 ReLU，使标准正态输入的输出均值为 0、方差为 1。"},
    .frameworks = kFrameworks,
    .paper = "Yu, Si, Zhou, Luo, Zhou, Feng, Yan & Wang 2022, MetaFormer Baselines for Vision",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& starRelu()
{
    return kActivation;
}

} // namespace secant::activation
