#include <cmath>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"
#include "core/catalogue/activation/logistic_gate.h"

namespace secant::activation {
namespace {

/// f = max(0, x)σ(x) + T; any finite T. −∞ gives {T, 0, 0}, +∞ gives {+∞, 1, 0}; the left slope at the kink.
Jet evaluate(double x, ParameterValues p)
{
    const double floor = p[0];
    if (std::isnan(x) || !std::isfinite(floor)) {
        return kUndefined;
    }
    if (x <= 0.0) {
        return {floor, 0.0, 0.0};
    }
    if (std::isinf(x)) {
        return {x, 1.0, 0.0};
    }
    return settledJet(x, [floor](const auto& t) {
        auto jets = gated(t, logisticJets(t));
        jets.value = jets.value + std::decay_t<decltype(t)>(floor);
        return jets;
    });
}

/// ∂f/∂T = 1.
double parameterSlope(double x, ParameterValues p, std::size_t)
{
    return std::isnan(x) || !std::isfinite(p[0]) ? kNaN : 1.0;
}

/// Flat up to the kink at 0, from there on SiLU.
Shape shape(ParameterValues p)
{
    const double floor = p[0];
    if (!std::isfinite(floor)) {
        return emptyShape();
    }
    const Shape gate = logisticGateShape(1.0);
    return {.slopeTurns = {gate.slopeTurns.back()},
            .curvatureTurns = {gate.curvatureTurns.back()},
            .breaks = {{0.0, {floor, 0.0, 0.0}, floor, {floor, 0.5, 0.5}}},
            .atLow = {floor, 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0}};
}

constexpr ParameterSpec kParameters[] = {
    {.name = "t", .symbol = "T", .standard = -0.2, .sliderMin = -1.0, .sliderMax = 1.0},
};

constexpr Primitive kPrimitive{
    .name = "flatten_t_swish",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"FTS", "flatten T swish", "截平 Swish"};

constexpr FrameworkDefault kDefaults[] = {{"t", -0.2, "paper"}};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Flatten-T Swish", "平底 Swish"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "max(0, x) σ(x) + T",
    .latex = R"(\max(0, x)\,\sigma(x) + T)",
    .purpose = {"SiLU on the right, flat on the left, the whole lowered by a threshold T.",
                "右侧为 SiLU，左侧取平，整体按阈值 T 下移。"},
    .paper = "Chieng, Wahid, Pauline & Perla 2018, Flatten-T Swish: A Thresholded ReLU-Swish-Like Activation Function "
             "for Deep Learning",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& flattenTSwish()
{
    return kActivation;
}

} // namespace secant::activation
