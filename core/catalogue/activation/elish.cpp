#include <cmath>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

/// f = xσ(x) for x ≥ 0, (eˣ − 1)σ(x) for x < 0. +∞ gives {+∞, 1, 0}, −∞ gives {0, 0, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return x > 0.0 ? Jet{x, 1.0, 0.0} : Jet{0.0, 0.0, 0.0};
    }
    return settledJet(x, [](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        if (!isNegative(t)) {
            return gated(t, logisticJets(t));
        }
        const Number e = exponential(t);
        return Jets<Number>{exponentialLess1(t), e, e} * logisticJets(t);
    });
}

/// f″ jumps at 0. Extrema of f, f′ and f″ by tests/data/activations.py.
Shape shape(ParameterValues)
{
    return {.valueTurns = {-0.881373587019543},
            .slopeTurns = {-1.7175297959782472, 2.3993572805154675},
            .curvatureTurns = {-2.513706593415641, 3.435840993535111},
            .breaks = {{0.0, {0.0, 0.5, 1.0}, 0.0, {0.0, 0.5, 0.5}}},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "elish",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"exponential linear squashing", "指数线性挤压"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"ELiSH", "指数线性 Squashing"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "x σ(x) if x ≥ 0, (eˣ − 1) σ(x) if x < 0",
    .latex = R"(\begin{cases}x\,\sigma(x) & x \ge 0 \\ (e^x - 1)\,\sigma(x) & x < 0\end{cases})",
    .purpose = {"SiLU on the right and a gated ELU on the left, found by a genetic search.",
                "右侧为 SiLU，左侧为带门控的 ELU，由遗传搜索得到。"},
    .paper = "Basirat & Roth 2018, The Quest for the Golden Activation Function",
    .inPyTorch = false,
};

} // namespace

const Activation& elish()
{
    return kActivation;
}

} // namespace secant::activation
