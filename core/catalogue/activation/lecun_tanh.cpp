#include <cmath>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

constexpr double kHeight = 1.7159;

/// f = A tanh(2x/3), A = 1.7159, so that f(±1) is ±1 but for the rounding of A. ±∞ gives {±A, 0, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return x > 0.0 ? Jet{kHeight, 0.0, 0.0} : Jet{-kHeight, 0.0, 0.0};
    }
    return settledJet(x, [](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number rate = Number(2) / Number(3);
        return Number(kHeight) * chain(tangentJets(rate * t), rate * variable(t));
    });
}

/// Extrema of f, f′ and f″ by tests/data/activations.py.
Shape shape(ParameterValues)
{
    return {.slopeTurns = {0.0},
            .curvatureTurns = {-0.9877184226936125, 0.9877184226936125},
            .atLow = {-kHeight, 0.0, 0.0},
            .atHigh = {kHeight, 0.0, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "lecun_tanh",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"scaled tanh", "STanh", "缩放双曲正切"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"LeCun tanh", "LeCun 双曲正切"},
    .aliases = kAliases,
    .family = Family::Sigmoidal,
    .formula = "1.7159 tanh(2x/3)",
    .latex = R"(1.7159 \tanh\frac{2x}{3})",
    .purpose = {"A tanh scaled to keep f(±1) ≈ ±1 and to bend most at ±1, for inputs of unit variance.",
                "缩放后的 tanh，使 f(±1) ≈ ±1 且在 ±1 附近弯曲最大，适合单位方差的输入。"},
    .paper = "LeCun, Bottou, Orr & Müller 1998, Efficient BackProp",
    .inPyTorch = false,
};

} // namespace

const Activation& lecunTanh()
{
    return kActivation;
}

} // namespace secant::activation
