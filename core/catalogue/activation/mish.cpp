#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/numerics.h"

namespace secant::activation {
namespace {

// With a = |x| and E = e^−a, tanh(ln(1 + eˣ)) is a ratio of polynomials in E. Roots and series by
// tests/data/activations.py.

/// Proportional to f′(−a).
constexpr RootSeries kSlopeRoot{0x1.31432c0d12d84p+0,
                                0x1.bf319154da210p-55,
                                0x1.3b82ea8c1efc4p-109,
                                {-6.407964080090054, 2.2632074335192134, -1.286182291977346, 0.5578184890230967,
                                 -0.2085348386108657, 0.0716825354043923, -0.0232452953734544, 0.00713752469673982,
                                 -0.0020670392756840066, 0.0005622392837959497, -0.00014329059386493075,
                                 3.419272493900515e-05, -7.643695250594083e-06}};

/// Proportional to f″(−a).
constexpr RootSeries kLeftCurvatureRoot{0x1.20d0f116eb001p+1,
                                        0x1.ed98c925498a2p-54,
                                        0x1.deda07b4fd530p-108,
                                        {-2.8420263316170953, 0.6331401510964277, -0.30985600025108984,
                                         0.11453470309688947, -0.03457804938288795, 0.008849924346789554,
                                         -0.0019156468679942585, 0.0003246352124452661, -2.6838582070112225e-05,
                                         -9.103837092676452e-06, 6.215807115103108e-06, -2.3800182071463382e-06}};

/// Proportional to f″(a).
constexpr RootSeries kRightCurvatureRoot{
    0x1.7d9612a440040p+0,
    0x1.48a1647177d43p-54,
    -0x1.91d439cb8c07ep-108,
    {-4.249232708977586, 2.0496012841971516, -1.1912887279257536, 0.5294930315756233, -0.19635917187461552,
     0.06306647977224968, -0.017613587435932478, 0.004167106166322434, -0.0007676877458444324, 7.448221059095328e-05,
     1.7715661832882358e-05, -1.334224896033874e-05, 5.064911966601564e-06}};

Jet leftJet(double a)
{
    const double e = std::exp(-a);
    const double d = 2.0 + 2.0 * e + e * e;
    const Pair exponent{-a, 0.0};
    const double rise =
        kSlopeRoot.covers(a) ? kSlopeRoot.at({a, 0.0}) : 4.0 * (1.0 - a) + e * ((6.0 - 4.0 * a) + e * (4.0 + e));
    const double bend = kLeftCurvatureRoot.covers(a)
                            ? kLeftCurvatureRoot.at({a, 0.0})
                            : 4.0 + e * (8.0 + e * (6.0 + 2.0 * e)) - a * (2.0 + e * (2.0 - e * (3.0 + 2.0 * e)));
    return {scaledExp(-a * (2.0 + e) / d, exponent), scaledExp(rise / (d * d), exponent),
            scaledExp(4.0 * bend / (d * d * d), exponent)};
}

Jet rightJet(double a)
{
    const double e = std::exp(-a);
    const double d = 1.0 + 2.0 * e * (1.0 + e);
    const double rise = 1.0 + e * (4.0 + e * ((4.0 * a + 6.0) + e * 4.0 * (a + 1.0)));
    const double bend = kRightCurvatureRoot.covers(a)
                            ? kRightCurvatureRoot.at({a, 0.0})
                            : 2.0 + e * (6.0 + e * (8.0 + 4.0 * e)) - a * (2.0 + e * (3.0 - e * (2.0 + 2.0 * e)));
    return {a * ((1.0 + 2.0 * e) / d), rise / (d * d), scaledExp(4.0 * bend / (d * d * d), {-2.0 * a, 0.0})};
}

/// f = x tanh(ln(1 + eˣ)). Least value −0.3088434… at −1.1924312…, inflections at −2.2563763… and 1.4905711….
/// +∞ gives {+∞, 1, 0}, −∞ gives {0, 0, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (std::abs(x) > kFarExponent) {
        return x > 0.0 ? Jet{x, 1.0, -0.0} : Jet{-0.0, -0.0, -0.0};
    }
    Jet jet = x > 0.0 ? rightJet(x) : leftJet(-x);
    if (x == 0.0) {
        jet.value = x;
    }
    return jet;
}

Shape shape(ParameterValues)
{
    return {.valueTurns = {-kSlopeRoot.root},
            .slopeTurns = {-kLeftCurvatureRoot.root, kRightCurvatureRoot.root},
            .curvatureTurns = {-3.2673378465204045761, -0.087934431314914211327, 2.1148425630208771086},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "mish",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = {10.0, kTiny},
    .slopeRounding = {16.0, kTiny},
    .curvatureRounding = {64.0, kTiny},
};

constexpr std::string_view kAliases[] = {"self regularized non-monotonic", "自正则非单调激活函数"};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.Mish"},
    {"Keras", "keras.activations.mish"},
    {"JAX", "jax.nn.mish"},
    {"ONNX", "Mish"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Mish", "Mish 函数"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "x tanh(ln(1 + eˣ))",
    .latex = R"(x \tanh(\ln(1 + e^x)))",
    .purpose = {"A smooth, non-monotone relative of SiLU with a deeper dip, known from object detectors.",
                "与 SiLU 相近的光滑非单调函数，下凹更深，因目标检测模型而知名。"},
    .frameworks = kFrameworks,
    .paper = "Misra 2019, Mish: A Self Regularized Non-Monotonic Activation Function",
};

} // namespace

const Activation& mish()
{
    return kActivation;
}

} // namespace secant::activation
