#include <array>
#include <cmath>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"
#include "core/catalogue/activation/waves.h"

namespace secant::activation {
namespace {

bool isValid(ParameterValues p)
{
    return p[0] > 0.0 && p[1] > 0.0 && p[0] <= 1e100 && p[1] <= 1e100;
}

/// f = x(1 + e^−βx)^−α = x e^(−α ln(1 + e^−βx)). −∞ gives {0, 0, 0}, +∞ gives {+∞, 1, 0}; parameters outside (0, 10¹⁰⁰]
/// give NaN.
Jet evaluate(double x, ParameterValues p)
{
    if (std::isnan(x) || !isValid(p)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return x > 0.0 ? Jet{x, 1.0, 0.0} : Jet{-0.0, 0.0, 0.0};
    }
    return settledJet(x, [p](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number rate = -Number(p[1]);
        const Jets<Number> exponent = -Number(p[0]) * chain(softplusJets(rate * t), rate * variable(t));
        return gated(t, chain(exponentialJets(exponent.value), exponent));
    });
}

/// With s = ln(1 + e^−βx) and g = e^−αs: ∂f/∂α = −xsg, ∂f/∂β = αx²σ(−βx)g. 0 at ±∞.
double parameterSlope(double x, ParameterValues p, std::size_t index)
{
    if (std::isnan(x) || !isValid(p)) {
        return kNaN;
    }
    if (std::isinf(x)) {
        return 0.0;
    }
    return settledNumber(x, [p, index](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Jets<Number> softplus = softplusJets(-Number(p[1]) * t);
        const Number gate = exponential(-Number(p[0]) * softplus.value);
        return index == 0 ? -t * softplus.value * gate : Number(p[0]) * t * t * softplus.slope * gate;
    });
}

Enclosure enclose(const Interval& x, ParameterValues p)
{
    if (!isValid(p)) {
        return Enclosure::nowhere();
    }
    static const BoundPrimitive softplusOf(*softplus().primitive, std::array{1.0});
    static const BoundPrimitive exponentialOf(expPrimitive(), {});
    const Enclosure variable = Enclosure::variable(x);
    const Enclosure inner = Enclosure::constant(Interval::point(-p[1])) * variable;
    const Enclosure exponent =
        Enclosure::constant(Interval::point(-p[0])) * compose(softplusOf.enclose(inner.value), inner);
    return variable * compose(exponentialOf.enclose(exponent.value), exponent);
}

constexpr ParameterSpec kParameters[] = {
    {.name = "alpha",
     .symbol = "α",
     .standard = 1.5,
     .min = 0.0,
     .max = 1e100,
     .sliderMin = 0.1,
     .sliderMax = 5.0,
     .minIncluded = false},
    {.name = "beta",
     .symbol = "β",
     .standard = 2.0,
     .min = 0.0,
     .max = 1e100,
     .sliderMin = 0.1,
     .sliderMax = 5.0,
     .minIncluded = false},
};

constexpr Primitive kPrimitive{
    .name = "aria2",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
    .enclose = enclose,
    .breakWithin = noBreak,
};

constexpr std::string_view kAliases[] = {"adaptive Richard curve", "理查德曲线门控"};

constexpr FrameworkDefault kDefaults[] = {{"alpha", 1.5, "paper"}, {"beta", 2.0, "paper"}};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"ARiA2", "ARiA2 函数"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "x (1 + e^(−βx))^(−α)",
    .latex = R"(x (1 + e^{-\beta x})^{-\alpha})",
    .purpose = {"Swish with an exponent on its gate, which controls how far it dips below zero.",
                "门控带指数的 Swish，可控制其下凹的深度。"},
    .paper = "Patwardhan, Ingalhalikar & Walambe 2018, ARiA: Utilizing Richard's Curve for Controlling the "
             "Non-Monotonicity of the Activation Function in Deep Neural Nets",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& aria2()
{
    return kActivation;
}

} // namespace secant::activation
