#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/numerics.h"

namespace secant::activation {
namespace {

// ½(1 + tanh(v/2)) = σ(v) with v = x(C + Kx²): C = 2√(2/π), K = 0.044715 C, in two words each.
constexpr Pair kC{0x1.9884533d43651p+0, -0x1.cbc0d30ebfd15p-54};
constexpr Pair kK{0x1.2444f2a4d8b4bp-4, -0x1.3023b0e5fbc6ep-58};

/// e^−v is below the least double from here on.
constexpr double kFar = 25.0;

// Roots and series by tests/data/activations.py. E = e^−v.

/// 1 + E − av′, to which f′(−a) is proportional.
constexpr RootSeries kSlopeRoot{0x1.81429f9e97e4dp-1,
                                -0x1.3ce60c9e3b279p-55,
                                0x1.8c8cffd1d8b8bp-110,
                                {-2.4606567646302393, -0.0999115232255542, -0.4004476935340449, 0.07595899090766353,
                                 -0.030485990572147365, 0.011295232368809536, -0.0036903772927745224,
                                 0.0011529346029779267, -0.0003565119265194881, 0.00010306811509036009,
                                 -2.8083353880442184e-05, 7.610951614965095e-06, -2.006457257597586e-06}};

/// (2v′ + av″)(1 + E) − av′²(1 − E), to which f″ is proportional.
constexpr RootSeries kCurvatureRoot{0x1.6b23142700629p+0,
                                    0x1.8a76a5d7fd655p-54,
                                    0x1.f48c40a27af2ep-110,
                                    {-6.164466888959501, -3.0585482145964207, -1.6206207154012662, -0.2918541705325779,
                                     -0.06726665602557474, -0.0002734251521687124, 0.0018827763083838955,
                                     -0.00017883343329861543, 0.00015528138984880255, -0.0001348855506880562,
                                     3.1070734154735755e-05, -5.42394803035902e-06, 3.4589070230702353e-06}};

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
    const Pair exponent{-v.high, -v.low};
    const double rate = kC.high + 3.0 * kK.high * a * a; // v′
    const double rateSlope = 6.0 * kK.high * a;          // v″
    const double decay = std::exp(-v.high);
    const double r = 1.0 / (1.0 + decay);
    const double bend = kCurvatureRoot.covers(a)
                            ? kCurvatureRoot.at({a, 0.0})
                            : (2.0 * rate + a * rateSlope) * (1.0 + decay) + a * rate * rate * std::expm1(-v.high);
    const double curvature = scaledExp(bend * r * r * r, exponent);
    if (x >= 0.0) {
        return {x * r, (1.0 + decay + a * rate * decay) * (r * r), curvature};
    }
    const double rise = kSlopeRoot.covers(a) ? kSlopeRoot.at({a, 0.0}) : 1.0 + decay - a * rate;
    return {scaledExp(x * r, exponent), scaledExp(rise * (r * r), exponent), curvature};
}

Shape shape(ParameterValues)
{
    return {.valueTurns = {-kSlopeRoot.root},
            .slopeTurns = {-kCurvatureRoot.root, kCurvatureRoot.root},
            .curvatureTurns = {-kCurvatureTurn, 0.0, kCurvatureTurn},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "gelu_tanh",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = {10.0, kTiny},
    .slopeRounding = {30.0, kTiny},
    .curvatureRounding = {70.0, kTiny},
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
