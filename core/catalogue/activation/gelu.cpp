#include <cmath>
#include <numbers>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

constexpr double kSqrtHalf = 0x1.6a09e667f3bcdp-1; // 1/√2 in two words.
constexpr double kSqrtHalfLow = -0x1.bdd3413b26456p-55;
constexpr Extended kInvSqrtTwoPi = 0.398942280401432677939946059934L; ///< 1/√(2π)
constexpr double kSlopeRoot = 0.75179152469356445746;                 ///< −x where f′ = 0.

/// Beyond it φ is 0 and Φ 0 or 1 to the last digit.
constexpr double kFar = 40.0;

/// e^−a²/2, corrected for what the rounding of a² would do to it.
Extended bell(double square, double squareLow)
{
    return std::exp(-0.5L * square) * (1 - 0.5L * squareLow);
}

/// Φ(−a), corrected for what the rounding of a/√2 would do to it; that grows with a².
Extended tailOf(double a, Extended density)
{
    const double product = a * kSqrtHalf;
    const Extended rest = std::fma(a, kSqrtHalf, -product) + Extended{a} * kSqrtHalfLow;
    const Extended y = product + rest;
    const Extended lost = (product - y) + rest;
    return 0.5L * std::erfc(y) - std::numbers::sqrt2_v<Extended> * density * lost;
}

/// Φ(−a) − aφ(a), which is f′(−a), next to its root.
Quad slopeNearRoot(double a)
{
    static const Quad kRootHalf = 1 / squareRoot(Quad{2});
    static const Quad kScale = kRootHalf / squareRoot(piAs<Quad>());
    const Quad wide = a;
    return errorFunctionRest(wide * kRootHalf) / 2 - wide * kScale * exponential(-wide * wide / 2);
}

/// f = xΦ(x), f′ = Φ(x) + xφ(x), f″ = φ(x)(2 − x²), Φ and φ being the normal distribution and its density.
/// Least value −0.1699712… at −0.7517915…, inflections at ±√2. +∞ gives {+∞, 1, 0}, −∞ gives {0, 0, 0}.
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
    const Extended density = kInvSqrtTwoPi * bell(square, squareLow);
    const Extended tail = tailOf(a, density);
    const Extended curvature = density * ((2 - Extended{square}) - squareLow);
    if (x >= 0.0) {
        return rounded(x * (1 - tail), (1 - tail) + a * density, curvature);
    }
    return rounded(x * tail, kept(tail - a * density, tail, [a] { return slopeNearRoot(a); }), curvature);
}

/// f‴ = φ(x)·x(x² − 4).
Shape shape(ParameterValues)
{
    return {.valueTurns = {-kSlopeRoot},
            .slopeTurns = {-std::numbers::sqrt2, std::numbers::sqrt2},
            .curvatureTurns = {-2.0, 0.0, 2.0},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "gelu",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
    .block = BlockKind::Gelu,
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
