#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

/// f = x², f′ = 2x, f″ = 2.
Jet evaluate(double x, ParameterValues)
{
    return std::isnan(x) ? kUndefined : Jet{x * x, 2.0 * x, 2.0};
}

Shape shape(ParameterValues)
{
    return {.valueTurns = {0.0},
            .atLow = {kInfinity, -kInfinity, 2.0},
            .atHigh = {kInfinity, kInfinity, 2.0},
            .range = {0.0, kInfinity}};
}

constexpr Primitive kPrimitive{
    .name = "square",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
};

constexpr std::string_view kAliases[] = {"quadratic", "x²", "平方"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Square", "平方函数"},
    .aliases = kAliases,
    .family = Family::Oscillating,
    .formula = "x²",
    .latex = R"(x^2)",
    .purpose = {"The one nonlinearity that encrypted arithmetic evaluates cheaply.",
                "同态加密运算可以低成本计算的非线性函数。"},
    .paper = "Gilad-Bachrach et al. 2016, CryptoNets: Applying Neural Networks to Encrypted Data with High Throughput "
             "and Accuracy",
    .inPyTorch = false,
};

} // namespace

const Activation& square()
{
    return kActivation;
}

} // namespace secant::activation
