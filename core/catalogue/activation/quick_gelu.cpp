#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"
#include "core/catalogue/activation/logistic_gate.h"

namespace secant::activation {
namespace {

/// f = xσ(1.702x), Swish with β = 1.702. +∞ gives {+∞, 1, 0}, −∞ gives {0, 0, 0}.
Jet evaluate(double x, ParameterValues)
{
    return logisticGate(1.702, x);
}

Shape shape(ParameterValues)
{
    return logisticGateShape(1.702);
}

constexpr Primitive kPrimitive{
    .name = "quick_gelu",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kExponential,
    .slopeRounding = kExponential,
    .curvatureRounding = kExponential,
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
