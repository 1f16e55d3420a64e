#include <cmath>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

/// With g = e^(−x²/2): f = (1 − x²)g, f′ = (x³ − 3x)g, f″ = (6x² − 3 − x⁴)g. ±∞ gives {0, 0, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return x > 0.0 ? Jet{0.0, 0.0, 0.0} : Jet{0.0, 0.0, 0.0};
    }
    return settledJet(x, [](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number square = t * t;
        const Number bell = exponential(-square / Number(2));
        return Jets<Number>{(Number(1) - square) * bell, t * (square - Number(3)) * bell,
                            (square * (Number(6) - square) - Number(3)) * bell};
    });
}

/// Extrema of f, f′ and f″ by tests/data/activations.py.
Shape shape(ParameterValues)
{
    return {.valueTurns = {-1.7320508075688772, 0.0, 1.7320508075688772},
            .slopeTurns = {-2.3344142183389773, -0.7419637843027258, 0.7419637843027258, 2.3344142183389773},
            .curvatureTurns = {-2.8569700138728056, -1.355626179974266, 0.0, 1.355626179974266, 2.8569700138728056},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {0.0, 0.0, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "mexican_hat",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"Ricker wavelet", "Marr wavelet", "墨西哥帽函数"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Mexican hat", "墨西哥帽小波"},
    .aliases = kAliases,
    .family = Family::Oscillating,
    .formula = "(1 − x²) e^(−x²/2)",
    .latex = R"((1 - x^2) e^{-x^2/2})",
    .purpose = {"A bump between two dips, whose integral is 0: the wavelet of wavelet networks.",
                "两侧下凹的凸起，积分为零，是小波网络所用的小波。"},
    .paper = "Zhang & Benveniste 1992, Wavelet Networks",
    .inPyTorch = false,
};

} // namespace

const Activation& mexicanHat()
{
    return kActivation;
}

} // namespace secant::activation
