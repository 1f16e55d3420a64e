#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

/// f = 1/(1 + e^−x), f′ = f(1 − f) ≤ 1/4, f″ = f′(1 − 2f). With a = |x| and E = e^−a no digit is lost in either tail.
/// +∞ gives {1, 0, 0}, −∞ gives {0, 0, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    const Decay decay = decayOf(std::abs(x));
    const Extended r = 1 / (1 + decay.rest);
    const Extended slope = decay.rest * (r * r);
    const Extended bend = slope * r * decay.lost;
    return x < 0.0 ? rounded(decay.rest * r, slope, bend) : rounded(r, slope, -bend);
}

/// f″ is extreme at ±ln(2 + √3).
Shape shape(ParameterValues)
{
    constexpr double kTurn = 1.3169578969248167086;
    return {.slopeTurns = {0.0},
            .curvatureTurns = {-kTurn, kTurn},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {1.0, 0.0, 0.0},
            .range = {0.0, 1.0}};
}

constexpr Primitive kPrimitive{
    .name = "sigmoid",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
    .block = BlockKind::Sigmoid,
};

constexpr std::string_view kAliases[] = {"logistic", "logistic function", "expit",
                                         "逻辑函数", "逻辑斯谛函数",      "S 形函数"};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.Sigmoid"},
    {"Keras", "keras.activations.sigmoid"},
    {"JAX", "jax.nn.sigmoid"},
    {"ONNX", "Sigmoid"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Sigmoid", "S 型函数（Sigmoid）"},
    .aliases = kAliases,
    .family = Family::Sigmoidal,
    .formula = "1/(1 + e⁻ˣ)",
    .latex = R"(\frac{1}{1 + e^{-x}})",
    .purpose = {"Squeezes any number into (0, 1): gates and probabilities, but it saturates on both sides.",
                "把任意数压缩到 (0, 1)：用于门控和概率，但两侧都会饱和。"},
    .frameworks = kFrameworks,
    .paper = "Rumelhart, Hinton & Williams 1986, Learning Representations by Back-Propagating Errors",
};

} // namespace

const Activation& sigmoid()
{
    return kActivation;
}

} // namespace secant::activation
