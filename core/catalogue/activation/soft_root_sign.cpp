#include <cmath>
#include <numbers>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"
#include "core/catalogue/activation/waves.h"

namespace secant::activation {
namespace {

/// No pole: the denominator, least at β ln(α/β), stays positive.
bool isValid(ParameterValues p)
{
    const auto isUsable = [](double value) { return value >= 1e-100 && value <= 1e100; };
    return isUsable(p[0]) && isUsable(p[1]) && p[1] < p[0] * std::numbers::e * (1.0 - 1e-9);
}

/// Below this x/β all is 0 as a double.
constexpr double kFarLeft = -kFarExponent;

/// With e = e^−x/β and d = x/α + e: f = x/d, f′ = e(1 + x/β)/d², f″ = −(xed/β² + 2e(1 + x/β)d′)/d³.
/// −∞ gives {0, 0, 0}, +∞ gives {α, 0, 0}; β ≥ αe, where d vanishes somewhere, gives NaN.
Jet evaluate(double x, ParameterValues p)
{
    if (std::isnan(x) || !isValid(p)) {
        return kUndefined;
    }
    if (x / p[1] < kFarLeft) {
        return {-0.0, -0.0, -0.0};
    }
    if (std::isinf(x)) {
        return {p[0], 0.0, 0.0};
    }
    return settledJet(x, [p](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number one = Number(1);
        const Number ratio = t / Number(p[1]);
        const Number e = exponential(-ratio);
        const Number d = t / Number(p[0]) + e;
        const Number rise = e * (one + ratio);
        const Number tilt = one / Number(p[0]) - e / Number(p[1]);
        return Jets<Number>{t / d, rise / d / d, -(ratio * e * d / Number(p[1]) + Number(2) * rise * tilt) / d / d / d};
    });
}

/// ∂f/∂α = (x/(αd))², ∂f/∂β = −(x/(βd))² e^−x/β.
double parameterSlope(double x, ParameterValues p, std::size_t index)
{
    if (std::isnan(x) || !isValid(p)) {
        return kNaN;
    }
    if (x / p[1] < kFarLeft) {
        return 0.0;
    }
    if (std::isinf(x)) {
        return index == 0 ? 1.0 : 0.0;
    }
    return settledNumber(x, [p, index](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number e = exponential(-t / Number(p[1]));
        const Number d = t / Number(p[0]) + e;
        const Number quotient = t / (Number(p[index]) * d);
        return index == 0 ? quotient * quotient : -quotient * quotient * e;
    });
}

Enclosure enclose(const Interval& x, ParameterValues p)
{
    if (!isValid(p)) {
        return Enclosure::nowhere();
    }
    static const BoundPrimitive exponentialOf(expPrimitive(), {});
    const auto constant = [](double c) { return Enclosure::constant(Interval::point(c)); };
    const Enclosure variable = Enclosure::variable(x);
    const Enclosure exponent = -(variable / constant(p[1]));
    Enclosure denominator = variable / constant(p[0]) + compose(exponentialOf.enclose(exponent.value), exponent);
    const double least = p[1] / p[0] * (1.0 + std::log(p[0] / p[1]));
    // Some 10⁻¹⁵ of rounding next to 10⁻⁹, by which isValid() keeps away from 0.
    denominator.value = intersection(denominator.value, {least - 1e-12 * (1.0 + std::abs(least)), kInfinity});
    return variable / denominator;
}

constexpr ParameterSpec kParameters[] = {
    {.name = "alpha", .symbol = "α", .standard = 2.0, .min = 1e-100, .max = 1e100, .sliderMin = 0.5, .sliderMax = 10.0},
    {.name = "beta", .symbol = "β", .standard = 3.0, .min = 1e-100, .max = 1e100, .sliderMin = 0.1, .sliderMax = 10.0},
};

constexpr Primitive kPrimitive{
    .name = "soft_root_sign",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
    .enclose = enclose,
    .breakWithin = noBreak,
};

constexpr std::string_view kAliases[] = {"SRS", "soft root sign", "软根号函数"};

constexpr FrameworkDefault kDefaults[] = {{"alpha", 2.0, "paper"}, {"beta", 3.0, "paper"}};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Soft-root-sign", "软根符号函数"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "x/(x/α + e^(−x/β))",
    .latex = R"(\frac{x}{x/\alpha + e^{-x/\beta}})",
    .purpose = {"A bounded relative of SiLU: dips below zero and levels off at α.",
                "有界的 SiLU 近亲：先下凹，再趋近 α。"},
    .paper = "Zhou, Li, Huang et al. 2020, Soft-Root-Sign Activation Function",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& softRootSign()
{
    return kActivation;
}

} // namespace secant::activation
