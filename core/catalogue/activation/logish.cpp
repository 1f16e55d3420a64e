#include <cmath>
#include <numbers>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

/// f = x ln(1 + σ(x)). +∞ gives {+∞, ln 2, 0}, −∞ gives {0, 0, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return x > 0.0 ? Jet{x, std::numbers::ln2, 0.0} : Jet{0.0, 0.0, 0.0};
    }
    return settledJet(x, [](const auto& t) {
        const auto logistic = logisticJets(t);
        return gated(t, chain(logarithmJets(logistic.value), logistic));
    });
}

/// Extrema of f, f′ and f″ by tests/data/activations.py.
Shape shape(ParameterValues)
{
    return {.valueTurns = {-1.3724541370256922},
            .slopeTurns = {-2.5334480688920653, 2.316758514995363},
            .curvatureTurns = {-3.582433841554739, -0.2602390202959499, 3.3473583370331528},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {kInfinity, std::numbers::ln2, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "logish",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"log sigmoid gate", "对数门控"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Logish", "Logish 函数"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "x ln(1 + σ(x))",
    .latex = R"(x \ln(1 + \sigma(x)))",
    .purpose = {"A relative of SiLU whose gate is a logarithm, so that its slope rises to ln 2 only.",
                "与 SiLU 相近，以对数为门控，斜率最终只升到 ln 2。"},
    .paper = "Zhu, Zeng, Liu & Zou 2021, Logish: A New Nonlinear Nonmonotonic Activation Function for Convolutional "
             "Neural Network",
    .inPyTorch = false,
};

} // namespace

const Activation& logish()
{
    return kActivation;
}

} // namespace secant::activation
