#include <cmath>
#include <iterator>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

/// Below this |x| the series of x − tanh x gives every digit.
constexpr double kSmall = 0x1p-5;

/// x³/3 − 2x⁵/15 + 17x⁷/315 − …
Extended seriesAt0(Extended x)
{
    constexpr Extended kTerms[] = {1.0L / 3,         -2.0L / 15,          17.0L / 315,          -62.0L / 2835,
                                   1382.0L / 155925, -21844.0L / 6081075, 929569.0L / 638512875};
    const Extended square = x * x;
    Extended sum = 0;
    for (std::size_t i = std::size(kTerms); i-- > 0;) {
        sum = sum * square + kTerms[i];
    }
    return x * square * sum;
}
/// f = x − tanh x, f′ = tanh² x, f″ = 2 tanh x sech² x. ±∞ gives {±∞, 1, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return x > 0.0 ? Jet{x, 1.0, 0.0} : Jet{x, 1.0, 0.0};
    }

    if (std::abs(x) < kSmall) {
        const Jets<Tracked> tangent = tangentJets(Tracked(x));
        const Extended slope = tangent.value.value * tangent.value.value;
        return rounded(seriesAt0(x), slope, -tangent.curvature.value);
    }
    return settledJet(x, [](const auto& t) {
        const auto tangent = tangentJets(t);
        return Jets<std::decay_t<decltype(t)>>{t - tangent.value, tangent.value * tangent.value, -tangent.curvature};
    });
}

/// Extrema of f, f′ and f″ by tests/data/activations.py.
Shape shape(ParameterValues)
{
    return {.slopeTurns = {0.0},
            .curvatureTurns = {-0.6584789484624084, 0.6584789484624084},
            .atLow = {-kInfinity, 1.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "tanh_shrink",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"tanhshrink", "softer shrinkage", "收缩函数"};

constexpr FrameworkName kFrameworks[] = {
    {"PyTorch", "torch.nn.Tanhshrink"},
    {"Keras", "keras.activations.tanh_shrink"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Tanh shrink", "双曲正切收缩"},
    .aliases = kAliases,
    .family = Family::Sigmoidal,
    .formula = "x − tanh x",
    .latex = R"(x - \tanh x)",
    .purpose = {"What tanh leaves of its input: small values vanish to third order, large ones shrink by 1.",
                "输入减去其双曲正切：小值按三阶消失，大值收缩 1。"},
    .frameworks = kFrameworks,
};

} // namespace

const Activation& tanhShrink()
{
    return kActivation;
}

} // namespace secant::activation
