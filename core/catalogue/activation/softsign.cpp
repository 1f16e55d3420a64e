#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

/// f = x/(1 + |x|), f′ = 1/(1 + |x|)², f″ = −2 sgn(x)/(1 + |x|)³. f′ is continuous; f″ jumps from 2 to −2 at 0, where
/// the left value is returned. ±∞ gives {±1, 0, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    const Extended q = 1 / (1 + Extended{std::abs(x)});
    const Extended bend = 2 * q * q * q;
    const Extended value = std::isinf(x) ? Extended{std::copysign(1.0, x)} : x * q;
    return rounded(value, q * q, x > 0.0 ? -bend : bend);
}

Shape shape(ParameterValues)
{
    return {.breaks = {{0.0, {0.0, 1.0, 2.0}, 0.0, {0.0, 1.0, -2.0}}},
            .atLow = {-1.0, 0.0, 0.0},
            .atHigh = {1.0, 0.0, 0.0},
            .range = {-1.0, 1.0}};
}

constexpr Primitive kPrimitive{
    .name = "softsign",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
};

constexpr std::string_view kAliases[] = {"soft sign", "Elliott", "软符号函数"};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.Softsign"},
    {"Keras", "keras.activations.softsign"},
    {"JAX", "jax.nn.soft_sign"},
    {"ONNX", "Softsign"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Softsign", "软符号函数（Softsign）"},
    .aliases = kAliases,
    .family = Family::Sigmoidal,
    .formula = "x/(1 + |x|)",
    .latex = R"(\frac{x}{1 + |x|})",
    .purpose = {"Like tanh, but it approaches ±1 slowly and so saturates later.",
                "类似 tanh，但以更慢的速度趋近 ±1，因此更晚饱和。"},
    .frameworks = kFrameworks,
    .paper =
        "Bergstra, Desjardins, Lamblin & Bengio 2009, Quadratic Polynomials Learn Better Image Features; Elliott 1993, "
        "A Better Activation Function for Artificial Neural Networks",
};

} // namespace

const Activation& softsign()
{
    return kActivation;
}

} // namespace secant::activation
