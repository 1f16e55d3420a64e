#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

/// f = x erf(ln(1 + eˣ)). +∞ gives {+∞, 1, 0}, −∞ gives {0, 0, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return x > 0.0 ? Jet{x, 1.0, 0.0} : Jet{0.0, 0.0, 0.0};
    }
    return settledJet(x, [](const auto& t) {
        const auto softplus = softplusJets(t);
        return gated(t, chain(errorFunctionJets(softplus.value), softplus));
    });
}

/// Extrema of f, f′ and f″ by tests/data/activations.py.
Shape shape(ParameterValues)
{
    return {.valueTurns = {-1.193059968928188},
            .slopeTurns = {-2.2564974802739743, 1.0960460404526293},
            .curvatureTurns = {-3.26735560445475, -0.1405517765262486, 1.54456217081687},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "serf",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"log-softplus error activation", "误差函数软加门控"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Serf", "Serf 函数"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "x erf(ln(1 + eˣ))",
    .latex = R"(x \operatorname{erf}(\ln(1 + e^x)))",
    .purpose = {"Mish with the error function in place of tanh, and so a quicker approach to x.",
                "以误差函数代替 tanh 的 Mish，更快趋近 x。"},
    .paper = "Nag, Bhattacharyya, Mukherjee & Kundu 2021, SERF: Towards Better Training of Deep Neural Networks Using "
             "Log-Softplus Error Activation Function",
    .inPyTorch = false,
};

} // namespace

const Activation& serf()
{
    return kActivation;
}

} // namespace secant::activation
