#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

/// f = x tanh(g), g = xΦ(x) being GELU. Zero of second order at 0. +∞ gives {+∞, 1, 0}, −∞ gives {0, 0, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return x > 0.0 ? Jet{x, 1.0, 0.0} : Jet{0.0, 0.0, 0.0};
    }
    return settledJet(x, [](const auto& t) {
        const auto inner = gated(t, normalJets(t));
        return gated(t, chain(tangentJets(inner.value), inner));
    });
}

/// Extrema of f, f′ and f″ by tests/data/activations.py.
Shape shape(ParameterValues)
{
    return {.valueTurns = {-1.1954312013879125, 0.0},
            .slopeTurns = {-1.8836659940045337, -0.4704125854132817, 1.2018443521278412},
            .curvatureTurns = {-2.451565438111168, -1.0103493467641516, 0.4142950375208364, 1.6186217179693512},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0},
            .range = {0.0, kInfinity}};
}

constexpr Primitive kPrimitive{
    .name = "phish",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"tanh gate", "双曲正切门控函数"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Phish", "Phish 函数"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "x tanh(x Φ(x))",
    .latex = R"(x \tanh(x\,\Phi(x)))",
    .purpose = {"GELU inside a tanh gate: flat at 0, with a small bump on the left.",
                "以 GELU 的双曲正切为门控：在 0 处平坦，左侧有一个小凸起。"},
    .paper = "Naveen 2022, Phish: A Novel Hyper-Optimizable Activation Function",
    .inPyTorch = false,
};

} // namespace

const Activation& phish()
{
    return kActivation;
}

} // namespace secant::activation
