#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"
#include "core/catalogue/activation/logistic_gate.h"

namespace secant::activation {
namespace {

/// f = xσ(βx). β may be any real: 0 gives x/2, −β mirrors f to −f(−x), β → ∞ approaches ReLU.
Jet evaluate(double x, ParameterValues p)
{
    return logisticGate(p[0], x);
}

double parameterSlope(double x, ParameterValues p, std::size_t)
{
    return logisticGateSlope(p[0], x);
}

Shape shape(ParameterValues p)
{
    return logisticGateShape(p[0]);
}

constexpr ParameterSpec kParameters[] = {
    {.name = "beta", .symbol = "β", .standard = 1.0, .sliderMin = 0.0, .sliderMax = 10.0},
};

constexpr Primitive kPrimitive{
    .name = "swish",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kExponential,
    .slopeRounding = kExponential,
    .curvatureRounding = kExponential,
    .block = BlockKind::Swish,
};

constexpr std::string_view kAliases[] = {"swish-beta", "swish β", "带参数的 Swish"};

constexpr FrameworkDefault kDefaults[] = {
    {"beta", 1.0, "ONNX, and SiLU everywhere"},
    {"beta", 1.702, "QuickGELU (CLIP)"},
};

constexpr FrameworkName kFrameworks[] = {
    {"ONNX", "Swish"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Swish-β", "Swish 函数（带 β）"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "x σ(βx)",
    .latex = R"(x\,\sigma(\beta x) = \frac{x}{1 + e^{-\beta x}})",
    .purpose = {"SiLU with a sharpness β: from the straight line x/2 at β = 0 towards ReLU as β grows.",
                "带锐度参数 β 的 SiLU：β = 0 时是直线 x/2，β 增大时趋近 ReLU。"},
    .frameworks = kFrameworks,
    .paper = "Ramachandran, Zoph & Le 2017, Searching for Activation Functions",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& swish()
{
    return kActivation;
}

} // namespace secant::activation
