#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/jump_at_threshold.h"

namespace secant::activation {
namespace {

/// f = x if x > θ, v if x ≤ θ; f′ = 1 or 0; f″ = 0; p = {θ, v}. Exact. At θ PyTorch returns the value v and the slope
/// 0.
Jet evaluate(double x, ParameterValues p)
{
    return thresholdJet(x, p[0], p[1]);
}

/// ∂f/∂θ = 0 wherever it exists; ∂f/∂v = 1 if x ≤ θ, else 0.
double parameterSlope(double x, ParameterValues p, std::size_t index)
{
    if (std::isnan(x) || !isThresholdValid(p[0], p[1])) {
        return kNaN;
    }
    return index == 1 && x <= p[0] ? 1.0 : 0.0;
}

Shape shape(ParameterValues p)
{
    return thresholdShape(p[0], p[1]);
}

constexpr ParameterSpec kParameters[] = {
    {.name = "theta", .symbol = "θ", .standard = 1.0, .sliderMin = -3.0, .sliderMax = 3.0},
    {.name = "value", .symbol = "v", .standard = 0.0, .sliderMin = -3.0, .sliderMax = 3.0},
};

constexpr Rounding kExact{0.0, 0.0};

constexpr Primitive kPrimitive{
    .name = "threshold",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kExact,
    .slopeRounding = kExact,
    .curvatureRounding = kExact,
};

constexpr std::string_view kAliases[] = {"nn.Threshold", "阈值激活"};

// PyTorch and Keras have no defaults: both have to be given.
constexpr FrameworkDefault kDefaults[] = {
    {"theta", 1.0, "example"},
    {"value", 0.0, "example"},
};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.Threshold"},
    {"Keras", "keras.activations.threshold"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Threshold", "阈值函数"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "x if x > θ, v if x ≤ θ",
    .latex = R"(\begin{cases}x & x > \theta \\ v & x \le \theta\end{cases})",
    .purpose = {"Replaces everything up to a threshold by one fixed value; ReLU is the case θ = v = 0.",
                "将不超过阈值的输入替换为固定值；θ = v = 0 时即为 ReLU。"},
    .frameworks = kFrameworks,
    .defaults = kDefaults,
};

} // namespace

const Activation& threshold()
{
    return kActivation;
}

} // namespace secant::activation
