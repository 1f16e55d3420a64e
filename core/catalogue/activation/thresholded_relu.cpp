#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/jump_at_threshold.h"

namespace secant::activation {
namespace {

/// θ itself, or NaN below 0.
double validTheta(ParameterValues p)
{
    return p[0] >= 0.0 ? p[0] : kNaN;
}

/// f = x if x > θ, 0 if x ≤ θ; f′ = 1 or 0; f″ = 0. Exact. At θ the slope 0. θ < 0 gives NaN.
Jet evaluate(double x, ParameterValues p)
{
    return thresholdJet(x, validTheta(p), 0.0);
}

/// ∂f/∂θ = 0 wherever it exists, which is why θ is not learned.
double parameterSlope(double x, ParameterValues p, std::size_t)
{
    return std::isnan(evaluate(x, p).value) ? kNaN : 0.0;
}

Shape shape(ParameterValues p)
{
    return thresholdShape(validTheta(p), 0.0);
}

constexpr ParameterSpec kParameters[] = {
    {.name = "theta", .symbol = "θ", .standard = 1.0, .min = 0.0, .sliderMin = 0.0, .sliderMax = 3.0},
};

constexpr Rounding kExact{0.0, 0.0};

constexpr Primitive kPrimitive{
    .name = "thresholded_relu",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kExact,
    .slopeRounding = kExact,
    .curvatureRounding = kExact,
};

constexpr std::string_view kAliases[] = {"ThresholdedReLU", "truncated rectified linear unit", "TRec", "阈值 ReLU"};

constexpr FrameworkDefault kDefaults[] = {{"theta", 1.0, "ONNX, Paddle, Keras 2"}};

constexpr FrameworkName kFrameworks[] = {
    {"ONNX", "ThresholdedRelu"},
    {"Paddle", "paddle.nn.ThresholdedReLU"},
    {"Keras 2", "keras.layers.ThresholdedReLU"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Thresholded ReLU", "阈值修正线性单元"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "x if x > θ, 0 if x ≤ θ",
    .latex = R"(\begin{cases}x & x > \theta \\ 0 & x \le \theta\end{cases})",
    .purpose = {"Passes only what exceeds a threshold, unshifted, so that small responses are silenced; it jumps at θ.",
                "只让超过阈值的输入原样通过，抑制微弱响应；在 θ 处有跳跃。"},
    .frameworks = kFrameworks,
    .paper = "Konda, Memisevic & Krueger 2015, Zero-bias Autoencoders and the Benefits of Co-adapting Features",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& thresholdedRelu()
{
    return kActivation;
}

} // namespace secant::activation
