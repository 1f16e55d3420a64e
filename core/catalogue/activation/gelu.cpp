#include <cmath>
#include <numbers>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/numerics.h"

namespace secant::activation {
namespace {

constexpr double kSqrtHalf = 0x1.6a09e667f3bcdp-1; // 1/√2 in two words.
constexpr double kSqrtHalfLow = -0x1.bdd3413b26456p-55;
constexpr double kInvSqrtTwoPi = 0.39894228040143267794; ///< 1/√(2π)

/// Beyond it φ is 0 and Φ 0 or 1 to the last digit.
constexpr double kFar = 40.0;

/// From here on eight terms of the asymptotic series give every digit.
constexpr double kTail = 30.0;

/// Φ(−a)/φ(a) − a near its root, by tests/data/activations.py: f′(−a)/φ(a).
constexpr RootSeries kSlopeRoot{0x1.80ead197f00b4p-1,
                                -0x1.13e74c58cada8p-56,
                                -0x1.65d4b5b9cdd03p-111,
                                {-1.4348095033989257, 0.21245271259101728, -0.09169645155828038, 0.03587902436625702,
                                 -0.012944581025090893, 0.004357899676814093, -0.001381192711799605,
                                 0.00041494133776432855, -0.00011880481453593035, 3.2562488510342534e-05,
                                 -8.574964695538479e-06, 2.1763252273075144e-06}};

/// x = −a far out, by Φ(−a)/φ(a) = (1 − 1/a² + 3/a⁴ − 15/a⁶ + …)/a, where erfc and φ alone may be subnormal.
Jet leftTail(double a, const Pair& exponent)
{
    const double w = 1.0 / (a * a);
    double sum = 1.0;
    for (int odd = 15; odd >= 1; odd -= 2) {
        sum = 1.0 - odd * w * sum;
    }
    return {scaledExp(-kInvSqrtTwoPi * sum, exponent), scaledExp(kInvSqrtTwoPi * (sum / a - a), exponent),
            scaledExp(kInvSqrtTwoPi * (2.0 - a * a), exponent)};
}

/// f = xΦ(x), f′ = Φ(x) + xφ(x), f″ = φ(x)(2 − x²), Φ and φ being the normal distribution and its density.
/// Least value −0.1699712… at −0.7517915…, inflections at ±√2. +∞ gives {+∞, 1, 0}, −∞ gives {0, 0, 0}.
/// erfc and e^−x²/2 are corrected for the rounding of their arguments, which grows with x².
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    const double a = std::abs(x);
    if (a > kFar) {
        return x > 0.0 ? Jet{x, 1.0, -0.0} : Jet{-0.0, -0.0, -0.0};
    }
    const double square = a * a;
    const double squareLow = std::fma(a, a, -square);
    const Pair exponent{-0.5 * square, -0.5 * squareLow};
    if (a > kTail) {
        const Jet tail = leftTail(a, exponent);
        return x > 0.0 ? Jet{x, 1.0, tail.curvature} : tail;
    }
    const double density = scaledExp(kInvSqrtTwoPi, exponent);
    const double y = a * kSqrtHalf;
    const double yLow = std::fma(a, kSqrtHalf, -y) + a * kSqrtHalfLow;
    const double tail = 0.5 * std::erfc(y) - std::numbers::sqrt2 * density * yLow; // Φ(−a)
    const double curvature = density * ((2.0 - square) - squareLow);
    if (x >= 0.0) {
        return {x * (1.0 - tail), (1.0 - tail) + a * density, curvature};
    }
    const double slope = kSlopeRoot.covers(a) ? density * kSlopeRoot.at({a, 0.0}) : tail - a * density;
    return {x * tail, slope, curvature};
}

/// f‴ = φ(x)·x(x² − 4).
Shape shape(ParameterValues)
{
    return {.valueTurns = {-kSlopeRoot.root},
            .slopeTurns = {-std::numbers::sqrt2, std::numbers::sqrt2},
            .curvatureTurns = {-2.0, 0.0, 2.0},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "gelu",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = {16.0, kTiny},
    .slopeRounding = {40.0, kTiny},
    .curvatureRounding = {12.0, kTiny},
};

constexpr std::string_view kAliases[] = {"Gaussian error linear unit", "GELU erf", "GELU exact", "高斯误差单元"};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.GELU"},
    {"Keras", "keras.activations.gelu"},
    {"JAX", "jax.nn.gelu(approximate=False)"},
    {"ONNX", "Gelu"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"GELU", "高斯误差线性单元"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "x Φ(x) = ½x(1 + erf(x/√2))",
    .latex = R"(x\,\Phi(x) = \frac{x}{2}\left(1 + \operatorname{erf}\frac{x}{\sqrt{2}}\right))",
    .purpose = {"Weighs its input by how large it is among normal random numbers; the usual choice in transformers.",
                "按输入在正态分布中的大小加权，是 Transformer 的常用选择。"},
    .frameworks = kFrameworks,
    .paper = "Hendrycks & Gimpel 2016, Gaussian Error Linear Units (GELUs)",
    .conventionGroup = "gelu",
    .convention = {"Exact, by erf: default of PyTorch, Keras, ONNX", "精确形式（erf）：PyTorch、Keras、ONNX 的默认"},
};

} // namespace

const Activation& gelu()
{
    return kActivation;
}

} // namespace secant::activation
