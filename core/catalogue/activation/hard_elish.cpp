#include <cmath>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

/// With h = min(max((x + 1)/2, 0), 1): f = xh for x ≥ 0, (eˣ − 1)h for x < 0. The left slope at kinks.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (x <= -1.0) {
        return {-0.0, 0.0, 0.0};
    }
    if (x > 1.0) {
        return {x, 1.0, 0.0};
    }
    if (x > 0.0) {
        return rounded(Extended{x} * (Extended{x} + 1) / 2, x + 0.5L, 1);
    }
    return settledJet(x, [](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number e = exponential(t);
        const Jets<Number> line{(t + Number(1)) / Number(2), Number(1) / Number(2), Number(0)};
        return Jets<Number>{exponentialLess1(t), e, e} * line;
    });
}

/// Kinks at −1 and 1, a jump of f″ at 0; the least value by tests/data/activations.py.
Shape shape(ParameterValues)
{
    constexpr double kInverseE = 0.36787944117144232;
    return {.valueTurns = {-0.4428544010023886},
            .breaks = {{-1.0, {0.0, 0.0, 0.0}, 0.0, {0.0, 0.5 * (kInverseE - 1.0), kInverseE}},
                       {0.0, {0.0, 0.5, 1.5}, 0.0, {0.0, 0.5, 1.0}},
                       {1.0, {1.0, 1.5, 1.0}, 1.0, {1.0, 1.0, 0.0}}},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "hard_elish",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"hard exponential linear squashing", "硬指数线性挤压"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"HardELiSH", "硬 ELiSH"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "(x if x ≥ 0, eˣ − 1 if x < 0) · min(max((x + 1)/2, 0), 1)",
    .latex =
        R"(\begin{cases}x \min\left(\frac{x + 1}{2}, 1\right) & x \ge 0 \\ (e^x - 1) \max\left(\frac{x + 1}{2}, 0\right) & x < 0\end{cases})",
    .purpose = {"ELiSH with a hard sigmoid for its gate: dead below −1, the identity above 1.",
                "以硬 S 型函数为门控的 ELiSH：−1 以下恒为零，1 以上为恒等。"},
    .paper = "Basirat & Roth 2018, The Quest for the Golden Activation Function",
    .inPyTorch = false,
};

} // namespace

const Activation& hardElish()
{
    return kActivation;
}

} // namespace secant::activation
