#include <cmath>
#include <numbers>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

/// f = 2 atan(tanh(x/2)), f′ = 1/cosh x, f″ = −f′ tanh x. ±∞ gives {±π/2, 0, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return x > 0.0 ? Jet{0.5 * std::numbers::pi, 0.0, 0.0} : Jet{-0.5 * std::numbers::pi, 0.0, 0.0};
    }
    return settledJet(x, [](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number a = magnitudeOf(t);
        const Number e = exponential(-a);
        const Number slope = Number(2) * e / (Number(1) + e * e);
        return Jets<Number>{Number(2) * arctangent(tangentJets(t / Number(2)).value), slope,
                            -slope * tangentJets(t).value};
    });
}

/// Extrema of f, f′ and f″ by tests/data/activations.py.
Shape shape(ParameterValues)
{
    return {.slopeTurns = {0.0},
            .curvatureTurns = {-0.881373587019543, 0.881373587019543},
            .atLow = {-0.5 * std::numbers::pi, 0.0, 0.0},
            .atHigh = {0.5 * std::numbers::pi, 0.0, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "gudermannian",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"gd", "古德曼双曲角"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Gudermannian", "古德曼函数"},
    .aliases = kAliases,
    .family = Family::Sigmoidal,
    .formula = "2 arctan(tanh(x/2))",
    .latex = R"(2 \arctan\left(\tanh\frac{x}{2}\right))",
    .purpose = {"An S-shaped curve with limits ±π/2, like arctan but reached exponentially fast.",
                "极限为 ±π/2 的 S 形曲线，与反正切相似，但以指数速度趋近。"},
    .inPyTorch = false,
};

} // namespace

const Activation& gudermannian()
{
    return kActivation;
}

} // namespace secant::activation
