#include <cmath>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

/// f = x/(1 − xh), h = e^−(x + eˣ). +∞ gives {+∞, 1, 0}, −∞ gives {0, 0, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (std::abs(x) > kFarExponent) {
        return x > 0.0 ? Jet{x, 1.0, 0.0} : Jet{0.0, 0.0, 0.0};
    }
    return settledJet(x, [](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number e = exponential(t);
        const Number h = exponential(-(t + e));
        const Number steepness = Number(1) + e; // −h′/h
        const Jets<Number> product = gated(t, Jets<Number>{h, -steepness * h, (steepness * steepness - e) * h});
        return variable(t) / Jets<Number>{Number(1) - product.value, -product.slope, -product.curvature};
    });
}

/// Extrema of f, f′ and f″ by tests/data/activations.py.
Shape shape(ParameterValues)
{
    return {.valueTurns = {-0.7269249885960442},
            .slopeTurns = {-1.2743547465426963, 0.24794256348037325, 1.0759318506927502},
            .curvatureTurns = {-1.7665036125356526, -0.3897711082392359, 0.5316671956589882, 1.4291486865032768},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "colu",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"collapsing linear unit", "坍缩单元"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"CoLU", "坍缩线性单元"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "x/(1 − x e^(−(x + eˣ)))",
    .latex = R"(\frac{x}{1 - x e^{-(x + e^x)}})",
    .purpose = {"A smooth rectifier with a dip, close to x already from 1 on.",
                "带有下凹的光滑修正函数，从 1 起即接近 x。"},
    .paper = "Vagerwal 2021, Deeper Learning with CoLU Activation",
    .inPyTorch = false,
};

} // namespace

const Activation& colu()
{
    return kActivation;
}

} // namespace secant::activation
