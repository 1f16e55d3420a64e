#include <array>
#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"
#include "core/catalogue/activation/logistic_gate.h"

namespace secant::activation {
namespace {

/// f = βxσ(x), SiLU times β; any finite β. ±∞ gives the limits.
Jet evaluate(double x, ParameterValues p)
{
    const double beta = p[0];
    if (std::isnan(x) || !std::isfinite(beta)) {
        return kUndefined;
    }
    return logisticGate(1.0, x, beta);
}

/// ∂f/∂β = xσ(x).
double parameterSlope(double x, ParameterValues p, std::size_t)
{
    if (!std::isfinite(p[0])) {
        return kNaN;
    }
    return evaluate(x, std::array{1.0}).value;
}

/// The turns of SiLU, whatever β is.
Shape shape(ParameterValues p)
{
    const double beta = p[0];
    if (!std::isfinite(beta)) {
        return emptyShape();
    }
    if (beta == 0.0) {
        return {};
    }
    Shape shape = logisticGateShape(1.0);
    shape.atHigh = {beta * kInfinity, beta, 0.0};
    return shape;
}

constexpr ParameterSpec kParameters[] = {
    {.name = "beta", .symbol = "β", .standard = 1.25, .sliderMin = 0.0, .sliderMax = 3.0},
};

constexpr Primitive kPrimitive{
    .name = "e_swish",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
};

constexpr std::string_view kAliases[] = {"exponential swish", "e swish", "放大的 Swish"};

constexpr FrameworkDefault kDefaults[] = {{"beta", 1.25, "the middle of the advised range [1, 1.5]"}};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"E-Swish", "E-Swish 函数"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "βx σ(x)",
    .latex = R"(\beta x\,\sigma(x))",
    .purpose = {"SiLU times a constant between 1 and 2, which speeds up the training of deep networks.",
                "SiLU 乘以 1 到 2 之间的常数，以加快深层网络的训练。"},
    .paper = "Alcaide 2018, E-swish: Adjusting Activations to Different Network Depths",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& eSwish()
{
    return kActivation;
}

} // namespace secant::activation
