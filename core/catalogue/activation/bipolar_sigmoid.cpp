#include <cmath>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

/// f = 2σ(x) − 1 = tanh(x/2). ±∞ gives {±1, 0, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return x > 0.0 ? Jet{1.0, 0.0, 0.0} : Jet{-1.0, 0.0, 0.0};
    }
    return settledJet(x, [](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number half = Number(1) / Number(2);
        return chain(tangentJets(half * t), half * variable(t));
    });
}

/// Extrema of f, f′ and f″ by tests/data/activations.py.
Shape shape(ParameterValues)
{
    return {.slopeTurns = {0.0},
            .curvatureTurns = {-1.3169578969248168, 1.3169578969248168},
            .atLow = {-1.0, 0.0, 0.0},
            .atHigh = {1.0, 0.0, 0.0},
            .range = {-1.0, 1.0}};
}

constexpr Primitive kPrimitive{
    .name = "bipolar_sigmoid",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"symmetric sigmoid", "双极 sigmoid"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Bipolar sigmoid", "双极 S 型函数"},
    .aliases = kAliases,
    .family = Family::Sigmoidal,
    .formula = "2σ(x) − 1 = tanh(x/2)",
    .latex = R"(2\sigma(x) - 1 = \tanh\frac{x}{2})",
    .purpose = {"The sigmoid stretched to (−1, 1): a tanh of half the slope.",
                "拉伸到 (−1, 1) 的 S 型函数，即斜率减半的 tanh。"},
    .inPyTorch = false,
};

} // namespace

const Activation& bipolarSigmoid()
{
    return kActivation;
}

} // namespace secant::activation
