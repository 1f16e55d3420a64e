#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

/// f = x tanh(eˣ). +∞ gives {+∞, 1, 0}, −∞ gives {0, 0, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (std::abs(x) > kFarExponent) {
        return x > 0.0 ? Jet{x, 1.0, 0.0} : Jet{0.0, 0.0, 0.0};
    }
    return settledJet(x, [](const auto& t) {
        const auto growth = exponentialJets(t);
        return gated(t, chain(tangentJets(growth.value), growth));
    });
}

/// Extrema of f, f′ and f″ by tests/data/activations.py.
Shape shape(ParameterValues)
{
    return {.valueTurns = {-1.078860058464624},
            .slopeTurns = {-2.06597189615675, 0.6965639603951724},
            .curvatureTurns = {-3.041692627482425, -0.19251612053390474, 0.9887839978890719},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "tanhexp",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"TeLU", "hyperbolic tangent exponential linear unit", "双曲正切指数线性单元"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"TanhExp", "双曲正切指数函数"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "x tanh(eˣ)",
    .latex = R"(x \tanh(e^x))",
    .purpose = {"A smooth rectifier that is x to the last digit from about 3 on.",
                "光滑修正函数，从约 3 起与 x 几乎没有差别。"},
    .paper = "Liu & Di 2020, TanhExp: A Smooth Activation Function with High Convergence Speed for Lightweight Neural "
             "Networks; Fernandez & Mali 2024, TeLU",
    .inPyTorch = false,
};

} // namespace

const Activation& tanhexp()
{
    return kActivation;
}

} // namespace secant::activation
