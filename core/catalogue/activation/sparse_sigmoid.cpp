#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/numerics.h"

namespace secant::activation {
namespace {

/// f = min(max((x + 1)/2, 0), 1), f′ = ½ for |x| < 1, else 0; f″ = 0. At both kinks the slope 0.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (std::abs(x) >= 1.0) {
        return {x > 0.0 ? 1.0 : 0.0, 0.0, 0.0};
    }
    return {0.5 * (x + 1.0), 0.5, 0.0};
}

Shape shape(ParameterValues)
{
    return {.breaks = {{-1.0, {0.0, 0.0, 0.0}, 0.0, {0.0, 0.5, 0.0}}, {1.0, {1.0, 0.5, 0.0}, 1.0, {1.0, 0.0, 0.0}}},
            .atLow = {0.0, 0.0, 0.0},
            .atHigh = {1.0, 0.0, 0.0},
            .range = {0.0, 1.0}};
}

constexpr Primitive kPrimitive{
    .name = "sparse_sigmoid",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = {1.0, 0.0}, // One sum.
    .slopeRounding = {0.0, 0.0},
    .curvatureRounding = {0.0, 0.0},
};

constexpr std::string_view kAliases[] = {"hardsigmoid", "hard logistic", "BinaryConnect", "sparse sigmoid",
                                         "稀疏 Sigmoid"};

constexpr FrameworkName kFrameworks[] = {
    {"Keras", "keras.activations.sparse_sigmoid"},
    {"JAX", "jax.nn.sparse_sigmoid"},
};

constexpr KinkChoice kJaxKinks[] = {KinkChoice::Mean, KinkChoice::Mean};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Hard sigmoid", "硬 S 型函数"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "min(max((x + 1)/2, 0), 1)",
    .latex = R"(\min\left(\max\left(\frac{x + 1}{2}, 0\right), 1\right))",
    .purpose = {"The steepest of the hard sigmoids: the slope of sparse plus, and the probability that BinaryConnect "
                "draws its weights by.",
                "斜率最大的硬 Sigmoid：稀疏加函数的导数，也是 BinaryConnect 采样权重的概率。"},
    .frameworks = kFrameworks,
    .paper =
        "Courbariaux, Bengio & David 2015, BinaryConnect: Training Deep Neural Networks with Binary Weights During "
        "Propagations",
    .inPyTorch = false,
    .jaxKinks = kJaxKinks,
    .conventionGroup = "hard_sigmoid",
    .convention = {"BinaryConnect, sparse_sigmoid: slope 1/2", "BinaryConnect、sparse_sigmoid：斜率 1/2"},
};

} // namespace

const Activation& sparseSigmoid()
{
    return kActivation;
}

} // namespace secant::activation
