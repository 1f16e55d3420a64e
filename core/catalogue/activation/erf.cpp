#include "core/catalogue/activation/all.h"
#include "core/number/elementary.h"

namespace secant::activation {
namespace {

constexpr std::string_view kAliases[] = {"error function", "probit", "高斯误差积分"};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.erf"},
    {"Keras", "keras.ops.erf"},
    {"JAX", "jax.scipy.special.erf"},
    {"ONNX", "Erf"},
};

} // namespace

/// The elementary function itself, described as an activation.
const Activation& errorFunction()
{
    static const Activation activation{
        .primitive = &erfPrimitive(),
        .name = {"Erf", "误差函数"},
        .aliases = kAliases,
        .family = Family::Sigmoidal,
        .formula = "(2/√π) ∫₀ˣ e^(−t²) dt",
        .latex = R"(\frac{2}{\sqrt{\pi}} \int_0^x e^{-t^2}\,dt)",
        .purpose = {"The S-shaped curve of the normal distribution, scaled to (−1, 1); its tails die off fastest.",
                    "正态分布的 S 形曲线，缩放到 (−1, 1)，尾部衰减最快。"},
        .frameworks = kFrameworks,
    };
    return activation;
}

} // namespace secant::activation
