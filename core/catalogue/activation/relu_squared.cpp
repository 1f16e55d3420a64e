#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/numerics.h"

namespace secant::activation {
namespace {

/// f = max(0, x)², f′ = 2 max(0, x), f″ = 2 if x > 0, else 0. At 0 the left curvature.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    return x > 0.0 ? Jet{x * x, 2.0 * x, 2.0} : Jet{0.0, 0.0, 0.0};
}

/// f″ jumps from 0 to 2.
Shape shape(ParameterValues)
{
    return {.breaks = {{0.0, {0.0, 0.0, 0.0}, 0.0, {0.0, 0.0, 2.0}}},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {kInfinity, kInfinity, 2.0},
            .range = {0.0, kInfinity}};
}

constexpr Primitive kPrimitive{
    .name = "relu_squared",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = {1.0, kTiny}, // One product.
    .slopeRounding = {0.0, 0.0},
    .curvatureRounding = {0.0, 0.0},
};

constexpr std::string_view kAliases[] = {"squared ReLU", "ReLU²", "ReLU2", "Primer", "平方 ReLU"};

constexpr FrameworkName kFrameworks[] = {
    {"MLX", "mlx.nn.relu2"},
    {"Transformers", "relu2"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"ReLU squared", "平方修正线性单元"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "max(0, x)²",
    .latex = R"(\max(0, x)^2)",
    .purpose = {"A rectifier with a smooth start and growing slope, found by search for language models and kept for "
                "its sparse activations.",
                "起点光滑、斜率递增的修正函数，由语言模型结构搜索得到，激活稀疏。"},
    .frameworks = kFrameworks,
    .paper =
        "So, Mańke, Liu, Dai, Shazeer & Le 2021, Primer: Searching for Efficient Transformers for Language Modeling",
    .inPyTorch = false,
};

} // namespace

const Activation& reluSquared()
{
    return kActivation;
}

} // namespace secant::activation
