#include <cmath>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

/// With u = eˣ: f = 1 − e^−u, f′ = ue^−u, f″ = (1 − u) f′. −∞ gives {0, 0, 0}, +∞ gives {1, 0, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (std::abs(x) > kFarExponent) {
        return x > 0.0 ? Jet{1.0, 0.0, 0.0} : Jet{0.0, 0.0, 0.0};
    }
    return settledJet(x, [](const auto& t) {
        const auto u = exponential(t);
        const auto slope = u * exponential(-u);
        return Jets<std::decay_t<decltype(t)>>{-exponentialLess1(-u), slope, -exponentialLess1(t) * slope};
    });
}

/// Extrema of f, f′ and f″ by tests/data/activations.py.
Shape shape(ParameterValues)
{
    return {.slopeTurns = {0.0},
            .curvatureTurns = {-0.9624236501192069, 0.9624236501192069},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {1.0, 0.0, 0.0},
            .range = {0.0, 1.0}};
}

constexpr Primitive kPrimitive{
    .name = "loglog_complementary",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"cloglog", "log-log", "Gompertz curve", "冈珀茨曲线"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Complementary log-log", "互补双对数"},
    .aliases = kAliases,
    .family = Family::Sigmoidal,
    .formula = "1 − e^(−eˣ)",
    .latex = R"(1 - e^{-e^x})",
    .purpose = {"An S-shaped curve that is not symmetric: it leaves 0 slowly and reaches 1 fast.",
                "不对称的 S 形曲线：缓慢离开 0，却很快到达 1。"},
    .paper = "Gomes & Ludermir 2008, Complementary Log-Log and Probit: Activation Functions Implemented in Artificial "
             "Neural Networks",
    .inPyTorch = false,
};

} // namespace

const Activation& loglogComplementary()
{
    return kActivation;
}

} // namespace secant::activation
