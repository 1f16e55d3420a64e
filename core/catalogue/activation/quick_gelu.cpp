#include <cmath>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"

namespace secant::activation {
namespace {

/// f = xσ(1.702x), Swish with β = 1.702. +∞ gives {+∞, 1, 0}, −∞ gives {0, 0, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return x > 0.0 ? Jet{x, 1.0, 0.0} : Jet{0.0, 0.0, 0.0};
    }
    return settledJet(x, [](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number rate = Number(1.702);
        return gated(t, chain(logisticJets(rate * t), rate * variable(t)));
    });
}

/// Extrema of f, f′ and f″ by tests/data/activations.py.
Shape shape(ParameterValues)
{
    return {.valueTurns = {-0.751154255441289},
            .slopeTurns = {-1.4097281319127308, 1.4097281319127308},
            .curvatureTurns = {-2.0187079868008877, 0.0, 2.0187079868008877},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0}};
}

constexpr Primitive kPrimitive{
    .name = "quick_gelu",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
};

constexpr std::string_view kAliases[] = {"QuickGELU",    "quick GELU", "sigmoid GELU", "Gaussian error linear unit",
                                         "高斯误差单元", "快速 GELU"};

constexpr FrameworkName kFrameworks[] = {
    {"MLX", "mlx.nn.gelu_fast_approx"},
    {"timm", "timm.layers.QuickGELU"},
    {"Transformers", "quick_gelu"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"GELU", "高斯误差线性单元"},
    .aliases = kAliases,
    .family = Family::SelfGated,
    .formula = "x σ(1.702x)",
    .latex = R"(x\,\sigma(1.702x))",
    .purpose = {"GELU with the normal distribution approximated by a sigmoid, as in CLIP.",
                "用 S 型函数近似正态分布的 GELU，见于 CLIP。"},
    .frameworks = kFrameworks,
    .paper = "Hendrycks & Gimpel 2016, Gaussian Error Linear Units (GELUs)",
    .inPyTorch = false,
    .conventionGroup = "gelu",
    .convention = {"Approximate, by σ(1.702x): CLIP", "近似形式 σ(1.702x)：CLIP"},
};

} // namespace

const Activation& quickGelu()
{
    return kActivation;
}

} // namespace secant::activation
