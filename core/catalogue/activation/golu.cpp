#include <cmath>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

/// f = x e^(−u), u = e^−x. +∞ gives {+∞, 1, 0}, −∞ gives {0, 0, 0}; below −10 all is 0 as a double.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (x < -10.0 || std::isinf(x)) {
        return x > 0.0 ? Jet{x, 1.0, 0.0} : Jet{-0.0, 0.0, 0.0};
    }
    return settledJet(x, [](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number u = exponential(-t);
        const Number gate = exponential(-u);
        const Number slope = gate * u;
        return gated(t, Jets<Number>{gate, slope, slope * exponentialLess1(-t)});
    });
}

/// Extrema of f, f′ and f″ by tests/data/activations.py.
Shape shape(ParameterValues)
{
    return {.valueTurns = {-0.5671432904097838},
            .slopeTurns = {-1.0600903198932103, 2.2386458346062827},
            .curvatureTurns = {-1.4683926330958441, 0.0, 3.256015129722529},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "golu",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"Gompertz linear unit", "Gompertz 门控"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"GoLU", "冈珀茨线性单元"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "x e^(−e⁻ˣ)",
    .latex = R"(x e^{-e^{-x}})",
    .purpose = {"A rectifier gated by the Gompertz curve, which is not symmetric: small inputs are damped more.",
                "以不对称的冈珀茨曲线为门控的修正函数，对小输入抑制更强。"},
    .paper = "Das et al. 2025, Gompertz Linear Units: Leveraging Asymmetry for Enhanced Learning Dynamics",
    .inPyTorch = false,
};

} // namespace

const Activation& golu()
{
    return kActivation;
}

} // namespace secant::activation
