#include "core/catalogue/activation/all.h"
#include "core/number/elementary.h"

namespace secant::activation {
namespace {

constexpr std::string_view kAliases[] = {"hyperbolic tangent", "双曲正切函数"};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.Tanh"},
    {"Keras", "keras.activations.tanh"},
    {"JAX", "jax.nn.tanh"},
    {"ONNX", "Tanh"},
};

} // namespace

/// The elementary function itself, described as an activation.
const Activation& hyperbolicTangent()
{
    static const Activation activation{
        .primitive = &tanhPrimitive(),
        .name = {"Tanh", "双曲正切"},
        .aliases = kAliases,
        .family = Family::Sigmoidal,
        .formula = "(eˣ − e⁻ˣ)/(eˣ + e⁻ˣ)",
        .latex = R"(\tanh x = \frac{e^x - e^{-x}}{e^x + e^{-x}})",
        .purpose = {"An S-shaped curve through the origin with outputs in (−1, 1), the classic of recurrent networks.",
                    "过原点的 S 形曲线，输出在 (−1, 1) 内，是循环网络中的经典选择。"},
        .frameworks = kFrameworks,
        .paper = "LeCun, Bottou, Orr & Müller 1998, Efficient BackProp",
    };
    return activation;
}

} // namespace secant::activation
