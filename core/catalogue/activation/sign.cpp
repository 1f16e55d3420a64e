#include "core/catalogue/activation/all.h"
#include "core/number/elementary.h"

namespace secant::activation {
namespace {

constexpr std::string_view kAliases[] = {"signum", "sgn", "hard limiter", "binary activation", "signum 函数", "硬限幅"};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.sign"},
    {"Keras", "keras.ops.sign"},
    {"JAX", "jax.numpy.sign"},
    {"ONNX", "Sign"},
};

constexpr KinkChoice kJaxKinks[] = {KinkChoice::Zero};

} // namespace

/// The elementary function itself, described as an activation.
const Activation& sign()
{
    static const Activation activation{
        .primitive = &signPrimitive(),
        .name = {"Sign", "符号函数"},
        .aliases = kAliases,
        .family = Family::Rectifier,
        .formula = "1 if x > 0, 0 if x = 0, −1 if x < 0",
        .latex = R"(\begin{cases}1 & x > 0 \\ 0 & x = 0 \\ -1 & x < 0\end{cases})",
        .purpose =
            {"The bipolar step of binarized networks, trained by pretending that it has the slope of a hard tanh.",
             "二值化网络中的双极阶跃，训练时借用硬 tanh 的斜率代替其梯度。"},
        .frameworks = kFrameworks,
        .paper = "Courbariaux, Hubara, Soudry, El-Yaniv & Bengio 2016, Binarized Neural Networks",
        .jaxKinks = kJaxKinks,
    };
    return activation;
}

} // namespace secant::activation
