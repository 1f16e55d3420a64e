#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

// ½(1 + tanh(v/2)) = σ(v) with v = x(C + Kx²): C = 2√(2/π), K = 0.044715 C, in two words each.
constexpr Pair kC{0x1.9884533d43651p+0, -0x1.cbc0d30ebfd15p-54};
constexpr Pair kK{0x1.2444f2a4d8b4bp-4, -0x1.3023b0e5fbc6ep-58};

/// e^−v is below the least double from here on.
constexpr double kFar = 25.0;

// By tests/data/activations.py.
constexpr double kSlopeRoot = 0.75246142207101626049;    ///< −x where f′ = 0.
constexpr double kCurvatureRoot = 1.4185040087908283602; ///< |x| where f″ = 0.
constexpr double kCurvatureTurn = 2.0134807246242579374; ///< Root of f‴.

/// a(C + Ka²) to twice the digits of a double.
Pair gateArgument(double a)
{
    const double square = a * a;
    const double squareLow = std::fma(a, a, -square);
    const double cubic = kK.high * square;
    const double cubicLow = std::fma(kK.high, square, -cubic) + kK.high * squareLow + kK.low * square;
    const double sum = kC.high + cubic;
    const double shift = sum - kC.high;
    const double sumLow = (kC.high - (sum - shift)) + (cubic - shift) + kC.low + cubicLow;
    const double high = a * sum;
    return {high, std::fma(a, sum, -high) + a * sumLow};
}

/// What f′(−a) and f″(a) are proportional to, with E = e^−v: 1 + E − av′, (2v′ + av″)(1 + E) − av′²(1 − E).
template<typename Number>
struct Brackets {
    Number rise;
    Number bendRise; ///< (2v′ + av″)(1 + E), beside which `bend` may be small.
    Number bend;

    Brackets(const Number& a, const Number& rate, const Number& rateSlope, const Number& e)
        : rise(Number(1) + e - a * rate),
          bendRise((Number(2) * rate + a * rateSlope) * (Number(1) + e)),
          bend(bendRise - a * rate * rate * (Number(1) - e))
    {
    }
};

Brackets<Quad> bracketsNearRoot(double a)
{
    static const Quad kWideC = 2 * squareRoot(2 / piAs<Quad>());
    static const Quad kWideK = kWideC * Quad{0.044715};
    const Quad wide = a;
    const Quad cubic = kWideK * wide * wide;
    return {wide, kWideC + 3 * cubic, 6 * kWideK * wide, exponential(-wide * (kWideC + cubic))};
}

/// f = ½x(1 + tanh(√(2/π)(x + 0.044715x³))) = xσ(v); f′ = σ + xv′σ′; f″ = σ′(2v′ + xv″) + xv′²σ″.
/// Least value −0.1700407… at −0.7524614…, inflections at ±1.4185040…. +∞ gives {+∞, 1, 0}, −∞ gives {0, 0, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    const double a = std::abs(x);
    if (a > kFar) {
        return x > 0.0 ? Jet{x, 1.0, -0.0} : Jet{-0.0, -0.0, -0.0};
    }
    const Pair v = gateArgument(a);
    const Extended bow = Extended{kK.high} + kK.low;
    const Extended rate = (Extended{kC.high} + kC.low) + 3 * bow * a * a; // v′
    const Extended e = std::exp(Extended{-v.high}) * (1 - Extended{v.low});
    const Extended r = 1 / (1 + e);
    const Brackets<Extended> brackets(a, rate, 6 * bow * a, e);
    const Extended bend = kept(brackets.bend, brackets.bendRise, [a] { return bracketsNearRoot(a).bend; });
    const Extended curvature = e * r * r * r * bend;
    if (x >= 0.0) {
        return rounded(x * r, (1 + e + a * rate * e) * (r * r), curvature);
    }
    const Extended rise = kept(brackets.rise, 1, [a] { return bracketsNearRoot(a).rise; });
    return rounded(x * e * r, rise * e * (r * r), curvature);
}

Shape shape(ParameterValues)
{
    return {.valueTurns = {-kSlopeRoot},
            .slopeTurns = {-kCurvatureRoot, kCurvatureRoot},
            .curvatureTurns = {-kCurvatureTurn, 0.0, kCurvatureTurn},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "gelu_tanh",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
    .block = BlockKind::TanhGelu,
};

constexpr std::string_view kAliases[] = {
    "Gaussian error linear unit", "approximate GELU", "GELU tanh", "gelu_new", "高斯误差单元", "近似 GELU"};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.GELU(approximate='tanh')"},
    {"Keras", "keras.activations.gelu(approximate=True)"},
    {"JAX", "jax.nn.gelu"},
    {"ONNX", "Gelu(approximate='tanh')"},
    {"MLX", "mlx.nn.gelu_approx"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"GELU", "高斯误差线性单元"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "½x(1 + tanh(√(2/π)(x + 0.044715x³)))",
    .latex = R"(\frac{x}{2}\left(1 + \tanh\left(\sqrt{\frac{2}{\pi}}\,(x + 0.044715 x^3)\right)\right))",
    .purpose = {"GELU with the normal distribution approximated by a tanh, as in BERT and GPT-2.",
                "用 tanh 近似正态分布的 GELU，见于 BERT 与 GPT-2。"},
    .frameworks = kFrameworks,
    .paper = "Hendrycks & Gimpel 2016, Gaussian Error Linear Units (GELUs)",
    .conventionGroup = "gelu",
    .convention = {"Approximate, by tanh: default of JAX", "近似形式（tanh）：JAX 的默认"},
};

} // namespace

const Activation& geluTanh()
{
    return kActivation;
}

} // namespace secant::activation
