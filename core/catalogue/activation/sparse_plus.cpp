#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

/// f = 0 if x ≤ −1, (x + 1)²/4 if |x| < 1, x if x ≥ 1; f′ = 0, (x + 1)/2, 1; f″ = 0, ½, 0. At ±1 the left curvature.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (x <= -1.0) {
        return {0.0, 0.0, 0.0};
    }
    if (x > 1.0) {
        return {x, 1.0, 0.0};
    }
    const Extended above = Extended{x} + 1;
    return rounded(above * above / 4, above / 2, 0.5L);
}

/// f″ jumps at both ends of the parabola.
Shape shape(ParameterValues)
{
    return {.breaks = {{-1.0, {0.0, 0.0, 0.0}, 0.0, {0.0, 0.0, 0.5}}, {1.0, {1.0, 1.0, 0.5}, 1.0, {1.0, 1.0, 0.0}}},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0},
            .range = {0.0, kInfinity}};
}

constexpr Primitive kPrimitive{
    .name = "sparse_plus",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = {0.0, 0.0},
};

constexpr std::string_view kAliases[] = {"sparseplus", "sparse softplus", "稀疏 softplus"};

constexpr FrameworkName kFrameworks[] = {
    {"Keras", "keras.activations.sparse_plus"},
    {"JAX", "jax.nn.sparse_plus"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Sparse plus", "稀疏加函数"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "0 if x ≤ −1, (x + 1)²/4 if −1 < x < 1, x if x ≥ 1",
    .latex = R"(\begin{cases}0 & x \le -1 \\ \frac{(x + 1)^2}{4} & -1 < x < 1 \\ x & x \ge 1\end{cases})",
    .purpose = {"To sparsemax what softplus is to softmax: ReLU with a parabola in place of its corner.",
                "对应 sparsemax 的 softplus：用抛物线磨圆拐角的 ReLU。"},
    .frameworks = kFrameworks,
    .paper = "Martins & Astudillo 2016, From Softmax to Sparsemax: A Sparse Model of Attention and Multi-Label "
             "Classification",
    .inPyTorch = false,
};

} // namespace

const Activation& sparsePlus()
{
    return kActivation;
}

} // namespace secant::activation
