#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/two_slopes.h"

namespace secant::activation {
namespace {

/// f = x if x ≥ 0, αx if x < 0; f′ = 1 or α; f″ = 0. α may be any real: below 0 f is not monotone, above 1 it is
/// concave. At 0 PyTorch returns the slope α.
Jet evaluate(double x, ParameterValues p)
{
    return twoSlopesJet(x, p[0]);
}

/// ∂f/∂α = x if x < 0, else 0.
double parameterSlope(double x, ParameterValues, std::size_t)
{
    return x >= 0.0 ? 0.0 : x;
}

Shape shape(ParameterValues p)
{
    return twoSlopesShape(p[0]);
}

constexpr ParameterSpec kParameters[] = {
    {.name = "alpha", .symbol = "α", .standard = 0.01, .sliderMin = -0.5, .sliderMax = 1.5},
};

constexpr Primitive kPrimitive{
    .name = "leaky_relu",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = {1.0, 0.0}, // One product.
    .slopeRounding = {0.0, 0.0},
    .curvatureRounding = {0.0, 0.0},
    .block = BlockKind::TwoSlopes,
};

constexpr std::string_view kAliases[] = {"LeakyReLU",        "LReLU",     "leaky rectifier",
                                         "渗漏整流线性单元", "泄漏 ReLU", "带泄漏修正线性单元"};

constexpr FrameworkDefault kDefaults[] = {
    {"alpha", 0.01, "PyTorch, JAX, ONNX"},
    {"alpha", 0.2, "tf.nn, keras.activations"},
    {"alpha", 0.3, "keras.layers"},
};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.LeakyReLU"},  {"Keras", "keras.activations.leaky_relu"},
    {"JAX", "jax.nn.leaky_relu"},       {"ONNX", "LeakyRelu"},
    {"TensorFlow", "tf.nn.leaky_relu"},
};

constexpr KinkChoice kJaxKinks[] = {KinkChoice::Right};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Leaky ReLU", "带泄露修正线性单元"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "x if x ≥ 0, αx if x < 0",
    .latex = R"(\begin{cases}x & x \ge 0 \\ \alpha x & x < 0\end{cases})",
    .purpose = {"A ReLU with a small slope on the left, so that no unit dies.",
                "在负半轴保留一个小斜率的 ReLU，使神经元不会“死亡”。"},
    .frameworks = kFrameworks,
    .paper = "Maas, Hannun & Ng 2013, Rectifier Nonlinearities Improve Neural Network Acoustic Models",
    .defaults = kDefaults,
    .jaxKinks = kJaxKinks,
};

} // namespace

const Activation& leakyRelu()
{
    return kActivation;
}

} // namespace secant::activation
