#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/two_slopes.h"

namespace secant::activation {
namespace {

/// f = x if x ≥ 0, αx if x < 0, as leaky ReLU, with α learned. At 0 PyTorch returns the slope α.
Jet evaluate(double x, ParameterValues p)
{
    return twoSlopesJet(x, p[0]);
}

/// ∂f/∂α = x if x < 0, else 0: the gradient by which α is learned.
double parameterSlope(double x, ParameterValues, std::size_t)
{
    return x >= 0.0 ? 0.0 : x;
}

Shape shape(ParameterValues p)
{
    return twoSlopesShape(p[0]);
}

constexpr ParameterSpec kParameters[] = {
    {.name = "alpha", .symbol = "α", .standard = 0.25, .sliderMin = -0.5, .sliderMax = 1.5},
};

constexpr Primitive kPrimitive{
    .name = "prelu",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = {1.0, 0.0}, // One product.
    .slopeRounding = {0.0, 0.0},
    .curvatureRounding = {0.0, 0.0},
    .block = BlockKind::TwoSlopes,
};

constexpr std::string_view kAliases[] = {"parametric ReLU", "parametric rectified linear unit", "参数化 ReLU",
                                         "带参数的修正线性单元"};

constexpr FrameworkDefault kDefaults[] = {
    {"alpha", 0.25, "PyTorch, MLX, He et al. 2015"},
    {"alpha", 0.0, "Keras"},
    {"alpha", 0.01, "Flax"},
};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.PReLU"}, {"Keras", "keras.layers.PReLU"}, {"ONNX", "PRelu"},
    {"Flax", "flax.linen.PReLU"},  {"MLX", "mlx.nn.PReLU"},
};

constexpr KinkChoice kJaxKinks[] = {KinkChoice::Right};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"PReLU", "参数化修正线性单元"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "x if x ≥ 0, αx if x < 0, α learned",
    .latex = R"(\begin{cases}x & x \ge 0 \\ \alpha x & x < 0\end{cases})",
    .purpose = {"A leaky ReLU whose left slope is learned together with the weights.",
                "负半轴斜率随权重一起学习得到的带泄露 ReLU。"},
    .frameworks = kFrameworks,
    .paper = "He, Zhang, Ren & Sun 2015, Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet "
             "Classification",
    .defaults = kDefaults,
    .jaxKinks = kJaxKinks,
};

} // namespace

const Activation& prelu()
{
    return kActivation;
}

} // namespace secant::activation
