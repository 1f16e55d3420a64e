#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/tracked.h"

namespace secant::activation {
namespace {

// With a = |x| and E = e^−a, tanh(ln(1 + eˣ)) is a ratio of polynomials in E. Roots by tests/data/activations.py.
constexpr double kSlopeRoot = 1.1924312145154952122;          ///< −x where f′ = 0.
constexpr double kLeftCurvatureRoot = 2.2563763963607931200;  ///< −x where f″ = 0.
constexpr double kRightCurvatureRoot = 1.4905711794854284593; ///< x where f″ = 0.

/// What f′(−a) is proportional to.
template<typename Number>
Number leftRise(const Number& a, const Number& e)
{
    return Number(4) * (Number(1) - a) + e * ((Number(6) - Number(4) * a) + e * (Number(4) + e));
}

/// What f″(−a) is proportional to.
template<typename Number>
Number leftBend(const Number& a, const Number& e)
{
    return Number(4) + e * (Number(8) + e * (Number(6) + Number(2) * e)) -
           a * (Number(2) + e * (Number(2) - e * (Number(3) + Number(2) * e)));
}

/// What f″(a) is proportional to.
template<typename Number>
Number rightBend(const Number& a, const Number& e)
{
    return Number(2) + e * (Number(6) + e * (Number(8) + Number(4) * e)) -
           a * (Number(2) + e * (Number(3) - e * (Number(2) + Number(2) * e)));
}

/// formula(a, e^−a), with more digits where they cancel.
template<typename Formula>
Extended bracket(double a, Extended e, const Formula& formula)
{
    return kept(formula(Extended{a}, e), 4, [&] { return formula(Quad{a}, exponential(-Quad{a})); });
}

Jet leftJet(double a)
{
    const Extended e = std::exp(Extended{-a});
    const Extended r = 1 / (2 + 2 * e + e * e);
    const Extended rise = bracket(a, e, [](const auto& t, const auto& u) { return leftRise(t, u); });
    const Extended bend = bracket(a, e, [](const auto& t, const auto& u) { return leftBend(t, u); });
    return rounded(-a * (2 + e) * e * r, rise * e * r * r, 4 * bend * e * r * r * r);
}

Jet rightJet(double a)
{
    const Extended e = std::exp(Extended{-a});
    const Extended r = 1 / (1 + 2 * e * (1 + e));
    const Extended rise = 1 + e * (4 + e * ((4 * Extended{a} + 6) + e * 4 * (Extended{a} + 1)));
    const Extended bend = bracket(a, e, [](const auto& t, const auto& u) { return rightBend(t, u); });
    return rounded(a * (1 + 2 * e) * r, rise * r * r, 4 * bend * e * e * r * r * r);
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
    return {.valueTurns = {-kSlopeRoot},
            .slopeTurns = {-kLeftCurvatureRoot, kRightCurvatureRoot},
            .curvatureTurns = {-3.2673378465204045761, -0.087934431314914211327, 2.1148425630208771086},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "mish",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
    .block = BlockKind::Mish,
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
