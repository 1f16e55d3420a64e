#include "core/catalogue/activation/all.h"
#include "core/number/elementary.h"

namespace secant::activation {
namespace {

constexpr std::string_view kAliases[] = {"modulus", "full-wave rectifier", "absolute value", "模函数"};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.abs"},
    {"Keras", "keras.ops.absolute"},
    {"JAX", "jax.numpy.abs"},
    {"ONNX", "Abs"},
};

constexpr KinkChoice kJaxKinks[] = {KinkChoice::Zero};

} // namespace

/// The elementary function itself, described as an activation.
const Activation& absolute()
{
    static const Activation activation{
        .primitive = &absPrimitive(),
        .name = {"Absolute value", "绝对值函数"},
        .aliases = kAliases,
        .family = Family::Rectifier,
        .formula = "|x|",
        .latex = R"(|x|)",
        .purpose = {"Rectifies both halves of its input: no unit is ever dead, but the sign of the input is lost.",
                    "全波整流：没有死区，但丢失输入的符号。"},
        .frameworks = kFrameworks,
        .paper = "Jarrett, Kavukcuoglu, Ranzato & LeCun 2009, What Is the Best Multi-Stage Architecture for Object "
                 "Recognition?",
        .jaxKinks = kJaxKinks,
    };
    return activation;
}

} // namespace secant::activation
