#include "core/catalogue/activation/all.h"
#include "core/number/elementary.h"

namespace secant::activation {
namespace {

constexpr std::string_view kAliases[] = {"exp", "exponential function", "自然指数函数"};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.exp"},
    {"Keras", "keras.activations.exponential"},
    {"JAX", "jax.numpy.exp"},
    {"ONNX", "Exp"},
};

} // namespace

/// The elementary function itself under the name that Keras gives it.
const Activation& exponential()
{
    static const Primitive primitive = [] {
        Primitive renamed = expPrimitive();
        renamed.name = "exponential";
        return renamed;
    }();
    static const Activation activation{
        .primitive = &primitive,
        .name = {"Exponential", "指数函数"},
        .aliases = kAliases,
        .family = Family::ExponentialLinear,
        .formula = "eˣ",
        .latex = R"(e^x)",
        .purpose = {"Makes any number positive: the link of Poisson regression, and the numerator of softmax.",
                    "将任意实数变为正数：泊松回归的联系函数，也是 softmax 的分子。"},
        .frameworks = kFrameworks,
    };
    return activation;
}

} // namespace secant::activation
