#include <cmath>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

/// f = σ + xσ′, the slope of SiLU; f′ = 2σ′ + xσ″, f″ = 3σ″ + xσ‴. +∞ gives {1, 0, 0}, −∞ gives {0, 0, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return x > 0.0 ? Jet{1.0, 0.0, 0.0} : Jet{0.0, 0.0, 0.0};
    }
    return settledJet(x, [](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Jets<Number> logistic = logisticJets(t);
        const Number third = logistic.slope * (Number(1) - Number(6) * logistic.slope);
        return Jets<Number>{logistic.value + t * logistic.slope, Number(2) * logistic.slope + t * logistic.curvature,
                            Number(3) * logistic.curvature + t * third};
    });
}

/// Extrema of f, f′ and f″ by tests/data/activations.py.
Shape shape(ParameterValues)
{
    return {.valueTurns = {-2.3993572805154675, 2.3993572805154675},
            .slopeTurns = {-3.435840993535111, 0.0, 3.435840993535111},
            .curvatureTurns = {-4.429235100557228, -1.0319582417807491, 1.0319582417807491, 4.429235100557228},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {1.0, 0.0, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "dsilu",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"derivative of SiLU", "SiLU 的导函数"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"dSiLU", "SiLU 导数"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "σ(x)(1 + x(1 − σ(x)))",
    .latex = R"(\sigma(x)(1 + x(1 - \sigma(x))))",
    .purpose = {"The slope of SiLU as an activation: an overshooting sigmoid, used in reinforcement learning.",
                "以 SiLU 的导数为激活函数：略有过冲的 S 形曲线，用于强化学习。"},
    .paper = "Elfwing, Uchibe & Doya 2018, Sigmoid-Weighted Linear Units for Neural Network Function Approximation in "
             "Reinforcement Learning",
    .inPyTorch = false,
};

} // namespace

const Activation& dsilu()
{
    return kActivation;
}

} // namespace secant::activation
