#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

/// f = x tanh(ln(1 + σ(x))). +∞ gives {+∞, 3/5, 0}, −∞ gives {0, 0, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return x > 0.0 ? Jet{x, 0.6, 0.0} : Jet{0.0, 0.0, 0.0};
    }
    return settledJet(x, [](const auto& t) {
        const auto logistic = logisticJets(t);
        const auto logarithm = chain(logarithmJets(logistic.value), logistic);
        return gated(t, chain(tangentJets(logarithm.value), logarithm));
    });
}

/// Extrema of f, f′ and f″ by tests/data/activations.py.
Shape shape(ParameterValues)
{
    return {.valueTurns = {-1.3945193019245041},
            .slopeTurns = {-2.551100287410252, 2.2154214540088013},
            .curvatureTurns = {-3.593183920220515, -0.4196886808942039, 3.232868821068568},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {kInfinity, 0.6, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "smish",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"sigmoid mish", "S 型 Mish"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Smish", "Smish 函数"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "x tanh(ln(1 + σ(x)))",
    .latex = R"(x \tanh(\ln(1 + \sigma(x))))",
    .purpose = {"Logish inside a tanh: a smooth rectifier whose slope rises to 3/5 only.",
                "在 Logish 的门控外再套一层双曲正切：斜率最终只升到 3/5。"},
    .paper = "Wang, Ren & Wang 2022, Smish: A Novel Activation Function for Deep Learning Methods",
    .inPyTorch = false,
};

} // namespace

const Activation& smish()
{
    return kActivation;
}

} // namespace secant::activation
