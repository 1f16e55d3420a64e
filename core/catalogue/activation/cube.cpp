#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

/// f = x³, f′ = 3x², f″ = 6x.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    const Extended wide = x;
    return rounded(wide * wide * wide, 3 * wide * wide, 6 * wide);
}

Shape shape(ParameterValues)
{
    return {
        .slopeTurns = {0.0}, .atLow = {-kInfinity, kInfinity, -kInfinity}, .atHigh = {kInfinity, kInfinity, kInfinity}};
}

constexpr Primitive kPrimitive{
    .name = "cube",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
};

constexpr std::string_view kAliases[] = {"cubic", "x³", "立方"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Cube", "立方函数"},
    .aliases = kAliases,
    .family = Family::Oscillating,
    .formula = "x³",
    .latex = R"(x^3)",
    .purpose = {"Products of three inputs at once, as in a neural dependency parser.",
                "一次得到三个输入的乘积，用于神经依存句法分析。"},
    .paper = "Chen & Manning 2014, A Fast and Accurate Dependency Parser Using Neural Networks",
    .inPyTorch = false,
};

} // namespace

const Activation& cube()
{
    return kActivation;
}

} // namespace secant::activation
