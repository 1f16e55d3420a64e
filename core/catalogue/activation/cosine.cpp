#include <cmath>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"
#include "core/catalogue/activation/waves.h"

namespace secant::activation {
namespace {

/// f = cos x, f′ = −sin x, f″ = −cos x. Without a limit at ±∞.
Jet evaluate(double x, ParameterValues)
{
    if (!std::isfinite(x)) {
        return kUndefined;
    }
    return settledJet(x, [](const auto& t) {
        const auto wave = cosine(t);
        return Jets<std::decay_t<decltype(t)>>{wave, -sine(t), -wave};
    });
}

Enclosure enclose(const Interval& x, ParameterValues)
{
    return cosineOf(Enclosure::variable(x));
}

constexpr Primitive kPrimitive{
    .name = "cosine",
    .evaluate = evaluate,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
    .enclose = enclose,
    .breakWithin = noBreak,
};

constexpr std::string_view kAliases[] = {"cos", "random Fourier feature", "余弦函数"};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.cos"},
    {"Keras", "keras.ops.cos"},
    {"JAX", "jax.numpy.cos"},
    {"ONNX", "Cos"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Cosine", "余弦"},
    .aliases = kAliases,
    .family = Family::Oscillating,
    .formula = "cos x",
    .latex = R"(\cos x)",
    .purpose = {"A wave that is 1 at 0, the building block of random Fourier features.",
                "在 0 处取 1 的波，是随机傅里叶特征的基本单元。"},
    .frameworks = kFrameworks,
    .paper = "Rahimi & Recht 2007, Random Features for Large-Scale Kernel Machines",
};

} // namespace

const Activation& cosine()
{
    return kActivation;
}

} // namespace secant::activation
