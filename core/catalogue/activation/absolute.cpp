#include "core/catalogue/activation/all.h"
#include "core/number/elementary.h"

namespace secant::activation {
namespace {

constexpr std::string_view kAliases[] = {"modulus", "full-wave rectifier", "absolute value", "模函数"};

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
        .purpose = {"Rectifies both halves of its input: no unit is ever dead, but the sign of the input is lost.",
                    "全波整流：没有死区，但丢失输入的符号。"},
        .frameworks = "PyTorch (torch.abs), ONNX (Abs)",
        .paper = "Jarrett, Kavukcuoglu, Ranzato & LeCun 2009, What Is the Best Multi-Stage Architecture for Object "
                 "Recognition?",
    };
    return activation;
}

} // namespace secant::activation
