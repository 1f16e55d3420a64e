#include <cmath>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"
#include "core/catalogue/activation/waves.h"

namespace secant::activation {
namespace {

const BoundPrimitive& logistic()
{
    static const BoundPrimitive bound(*sigmoid().primitive, {});
    return bound;
}

bool isValid(ParameterValues p)
{
    const auto isUsable = [](double value) { return std::abs(value) <= 1e100; };
    return isUsable(p[0]) && isUsable(p[1]) && isUsable(p[2]);
}

/// The limits: lines of slope p₁ and p₂, or of their mean where the gate does not move.
Jet limit(double x, ParameterValues p)
{
    const double tilt = p[2] * (p[0] - p[1]) * (x > 0.0 ? 1.0 : -1.0);
    const double slope = tilt > 0.0 ? p[0] : tilt < 0.0 ? p[1] : 0.5 * p[0] + 0.5 * p[1];
    return {slope == 0.0 ? 0.0 : slope * x, slope, 0.0};
}

/// With d = p₁ − p₂ and z = βdx: f = dxσ(z) + p₂x, computed where nothing cancels for any p₁ and p₂: as
/// x(½(p₁ + p₂) + ½d tanh(z/2)) for small z, as x(p₁σ(z) + p₂σ(−z)) in the tails. Parameters beyond 10¹⁰⁰ give NaN.
Jet evaluate(double x, ParameterValues p)
{
    if (std::isnan(x) || !isValid(p)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return limit(x, p);
    }
    const bool isTail = std::abs(p[2] * (p[0] - p[1]) * x) > 1.0;
    return settledJet(x, [p, isTail](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number d = Number(p[0]) - Number(p[1]);
        const Jets<Number> half = Number(0.5) * (Number(p[2]) * d) * variable(t);
        if (!isTail) {
            Jets<Number> slope = Number(0.5) * d * chain(tangentJets(half.value), half);
            slope.value = slope.value + Number(0.5) * (Number(p[0]) + Number(p[1]));
            return gated(t, slope);
        }
        const Jets<Number> z = Number(2) * half;
        return gated(t, Number(p[0]) * chain(logisticJets(z.value), z) +
                            Number(p[1]) * chain(logisticJets(-z.value), Number(-1) * z));
    });
}

/// With z = βdx: ∂f/∂p₁ = x(σ(z) + zσ′(z)), ∂f/∂p₂ = x(σ(−z) − zσ′(z)), ∂f/∂β = d²x²σ′(z). NaN at ±∞.
double parameterSlope(double x, ParameterValues p, std::size_t index)
{
    if (!std::isfinite(x) || !isValid(p)) {
        return kNaN;
    }
    return settledNumber(x, [p, index](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number d = Number(p[0]) - Number(p[1]);
        const Number z = Number(p[2]) * d * t;
        if (index == 2) {
            return d * d * t * t * logisticJets(z).slope;
        }
        const auto gate = logisticJets(index == 0 ? z : -z);
        return t * (gate.value + (index == 0 ? z : -z) * gate.slope);
    });
}

Enclosure enclose(const Interval& x, ParameterValues p)
{
    if (!isValid(p)) {
        return Enclosure::nowhere();
    }
    const Interval d = Interval::point(p[0]) - Interval::point(p[1]);
    const Enclosure variable = Enclosure::variable(x);
    const Enclosure z = Enclosure::constant(d * Interval::point(p[2])) * variable;
    const Enclosure gate = compose(logistic().enclose(z.value), z);
    return variable * (Enclosure::constant(d) * gate + Enclosure::constant(Interval::point(p[1])));
}

constexpr ParameterSpec kParameters[] = {
    {.name = "p1", .symbol = "p₁", .standard = 1.0, .min = -1e100, .max = 1e100, .sliderMin = -2.0, .sliderMax = 2.0},
    {.name = "p2", .symbol = "p₂", .standard = 0.25, .min = -1e100, .max = 1e100, .sliderMin = -2.0, .sliderMax = 2.0},
    {.name = "beta", .symbol = "β", .standard = 1.0, .min = -1e100, .max = 1e100, .sliderMin = 0.0, .sliderMax = 10.0},
};

constexpr Primitive kPrimitive{
    .name = "acon_c",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
    .enclose = enclose,
    .breakWithin = noBreak,
};

constexpr std::string_view kAliases[] = {"activate or not", "自适应激活"};

constexpr FrameworkDefault kDefaults[] = {{"p1", 1.0, "Swish with p₂ = 0"},
                                          {"p2", 0.25, "an example"},
                                          {"p2", 0.0, "Swish"},
                                          {"beta", 1.0, "Swish with p₁ = 1, p₂ = 0"}};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"ACON-C", "ACON-C 函数"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "(p₁ − p₂)x σ(β(p₁ − p₂)x) + p₂x",
    .latex = R"((p_1 - p_2) x\,\sigma(\beta(p_1 - p_2)x) + p_2 x)",
    .purpose = {"A smooth maximum of two lines p₁x and p₂x that learns whether to switch at all.",
                "两条直线 p₁x 与 p₂x 的光滑最大值，可学习是否激活。"},
    .paper = "Ma, Zhang, Liu & Sun 2021, Activate or Not: Learning Customized Activation",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& aconC()
{
    return kActivation;
}

} // namespace secant::activation
