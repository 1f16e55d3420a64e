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

/// f = (x + a sin bx)σ(x). −∞ gives {0, 0, 0}, +∞ gives {+∞, NaN, NaN}.
Jet evaluate(double x, ParameterValues p)
{
    const double a = p[0];
    const double b = p[1];
    if (std::isnan(x) || !std::isfinite(a) || !std::isfinite(b)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return x > 0.0 ? Jet{x, kNaN, kNaN} : Jet{-0.0, 0.0, 0.0};
    }
    return settledJet(x, [a, b](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number height = Number(a);
        const Number rate = Number(b);
        const Number wave = height * sine(rate * t);
        return Jets<Number>{t + wave, Number(1) + height * rate * cosine(rate * t), -rate * rate * wave} *
               logisticJets(t);
    });
}

/// ∂f/∂a = sin(bx)σ(x), ∂f/∂b = ax cos(bx)σ(x).
double parameterSlope(double x, ParameterValues p, std::size_t index)
{
    const double a = p[0];
    const double b = p[1];
    if (!std::isfinite(x) || !std::isfinite(a) || !std::isfinite(b)) {
        return x == -kInfinity ? 0.0 : kNaN;
    }
    return settledNumber(x, [a, b, index](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number rate = Number(b);
        const Number gate = logisticJets(t).value;
        return index == 0 ? sine(rate * t) * gate : Number(a) * t * cosine(rate * t) * gate;
    });
}

Enclosure enclose(const Interval& x, ParameterValues p)
{
    if (!std::isfinite(p[0]) || !std::isfinite(p[1])) {
        return Enclosure::nowhere();
    }
    const Enclosure variable = Enclosure::variable(x);
    const auto constant = [](double c) { return Enclosure::constant(Interval::point(c)); };
    return (variable + constant(p[0]) * sineOf(constant(p[1]) * variable)) * logistic().enclose(x);
}

constexpr ParameterSpec kParameters[] = {
    {.name = "a", .symbol = "a", .standard = 1.0, .sliderMin = -3.0, .sliderMax = 3.0},
    {.name = "b", .symbol = "b", .standard = 1.0, .sliderMin = -5.0, .sliderMax = 5.0},
};

constexpr Primitive kPrimitive{
    .name = "sinlu",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
    .enclose = enclose,
    .breakWithin = noBreak,
};

constexpr std::string_view kAliases[] = {"sinu-sigmoidal linear unit", "正弦线性单元"};

constexpr FrameworkDefault kDefaults[] = {{"a", 1.0, "paper"}, {"b", 1.0, "paper"}};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"SinLU", "正弦 S 型线性单元"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "(x + a sin bx) σ(x)",
    .latex = R"((x + a \sin bx)\,\sigma(x))",
    .purpose = {"SiLU with a learned ripple.", "带可学习波纹的 SiLU。"},
    .paper = "Paul et al. 2022, SinLU: Sinu-Sigmoidal Linear Unit",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& sinlu()
{
    return kActivation;
}

} // namespace secant::activation
