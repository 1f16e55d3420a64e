#include <cmath>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

/// f = e^−x², f′ = −2x f, f″ = (4x² − 2) f. ±∞ gives {0, 0, 0}.
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
        const Number bell = exponential(-square);
        return Jets<Number>{bell, Number(-2) * t * bell, (Number(4) * square - Number(2)) * bell};
    });
}

/// f″ = 0 at ±1/√2, f‴ = 0 at 0 and ±√(3/2).
Shape shape(ParameterValues)
{
    return {.valueTurns = {0.0},
            .slopeTurns = {-0.7071067811865476, 0.7071067811865476},
            .curvatureTurns = {-1.224744871391589, 0.0, 1.224744871391589},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {0.0, 0.0, 0.0},
            .range = {0.0, 1.0}};
}

constexpr Primitive kPrimitive{
    .name = "gaussian",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"radial basis function", "RBF", "bell curve", "径向基函数", "钟形曲线"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Gaussian", "高斯函数"},
    .aliases = kAliases,
    .family = Family::Oscillating,
    .formula = "e^(−x²)",
    .latex = R"(e^{-x^2})",
    .purpose = {"A bell that answers only to inputs near 0, the unit of radial basis networks.",
                "只对零附近输入有响应的钟形曲线，是径向基网络的基本单元。"},
    .paper = "Broomhead & Lowe 1988, Multivariable Functional Interpolation and Adaptive Networks",
    .inPyTorch = false,
};

} // namespace

const Activation& gaussian()
{
    return kActivation;
}

} // namespace secant::activation
