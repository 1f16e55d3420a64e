#include <array>
#include <cmath>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

bool isValid(ParameterValues p)
{
    const double size = std::abs(p[0]);
    return (size == 0.0 || (size >= 1e-100 && size <= 1e100)) && std::isfinite(p[1]) && std::isfinite(p[2]);
}

/// The limit on the side of x, which is not 0.
Jet limit(double x, ParameterValues p)
{
    const double sign = p[0] == 0.0 ? 0.0 : (p[0] > 0.0) == (x > 0.0) ? 1.0 : -1.0;
    return {sign * p[1] + p[2], 0.0, 0.0};
}

/// γ tanh z + β, in the tails as β ± γ less what is left of γ.
template<typename Number>
Number shifted(const Number& z, ParameterValues p)
{
    const Number scale = isNegative(z) ? -Number(p[1]) : Number(p[1]);
    const Number rest = exponential(Number(-2) * magnitudeOf(z));
    return (Number(p[2]) + scale) - Number(2) * scale * rest / (Number(1) + rest);
}

/// f = γ tanh(αx) + β, f′ = γα sech²(αx), f″ = −2α f′ tanh(αx). α is 0 or within 10^±100.
Jet evaluate(double x, ParameterValues p)
{
    if (std::isnan(x) || !isValid(p)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return limit(x, p);
    }
    const bool isTail = std::abs(p[0] * x) > 1.0;
    return settledJet(x, [p, isTail](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number rate = Number(p[0]);
        Jets<Number> jets = Number(p[1]) * chain(tangentJets(rate * t), rate * variable(t));
        jets.value = isTail ? shifted(rate * t, p) : jets.value + Number(p[2]);
        return jets;
    });
}

/// ∂f/∂α = γx sech²(αx), ∂f/∂γ = tanh(αx), ∂f/∂β = 1.
double parameterSlope(double x, ParameterValues p, std::size_t index)
{
    if (std::isnan(x) || !isValid(p)) {
        return kNaN;
    }
    if (index == 2) {
        return 1.0;
    }
    if (std::isinf(x)) {
        return index == 1 ? limit(x, std::array{p[0], 1.0, 0.0}).value : p[0] == 0.0 ? p[1] * x : 0.0;
    }
    return settledNumber(x, [p, index](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Jets<Number> tangent = tangentJets(Number(p[0]) * t);
        return index == 0 ? Number(p[1]) * t * tangent.slope : tangent.value;
    });
}

/// The turns of tanh at αx.
Shape shape(ParameterValues p)
{
    if (!isValid(p)) {
        return emptyShape();
    }
    Shape shape;
    if (p[0] != 0.0 && p[1] != 0.0) {
        const double turn = 0.65847894846240836 / std::abs(p[0]); // tanh² = 1/3
        shape.slopeTurns = {0.0};
        shape.curvatureTurns = {-turn, turn};
    }
    shape.atLow = limit(-kInfinity, p);
    shape.atHigh = limit(kInfinity, p);
    return shape;
}

constexpr ParameterSpec kParameters[] = {
    {.name = "alpha", .symbol = "α", .standard = 0.5, .min = -1e100, .max = 1e100, .sliderMin = 0.0, .sliderMax = 5.0},
    {.name = "scale", .symbol = "γ", .standard = 1.0, .sliderMin = -3.0, .sliderMax = 3.0},
    {.name = "beta", .symbol = "β", .standard = 0.0, .sliderMin = -3.0, .sliderMax = 3.0},
};

constexpr Primitive kPrimitive{
    .name = "dyt",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"dynamic tanh", "动态 tanh"};

constexpr FrameworkDefault kDefaults[] = {{"alpha", 0.5, "paper, to start with"},
                                          {"scale", 1.0, "paper, to start with"},
                                          {"beta", 0.0, "paper, to start with"}};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"DyT", "动态双曲正切"},
    .aliases = kAliases,
    .family = Family::Sigmoidal,
    .formula = "γ tanh(αx) + β",
    .latex = R"(\gamma \tanh(\alpha x) + \beta)",
    .purpose = {"A scaled tanh that stands in for layer normalization in transformers.",
                "可替代 Transformer 中层归一化的缩放双曲正切。"},
    .paper = "Zhu, Chen, He, LeCun & Liu 2025, Transformers without Normalization",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& dyt()
{
    return kActivation;
}

} // namespace secant::activation
