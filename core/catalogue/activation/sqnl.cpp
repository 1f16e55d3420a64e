#include <cmath>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"

namespace secant::activation {
namespace {

/// f = x + x²/4 on [−2, 0], x − x²/4 on [0, 2], ∓1 outside. f″ at 0 and ±2 is the left one.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (x <= -2.0) {
        return {-1.0, 0.0, 0.0};
    }
    if (x > 2.0) {
        return {1.0, 0.0, 0.0};
    }
    const Extended wide = x;
    return x <= 0.0 ? rounded(wide * (1 + wide / 4), 1 + wide / 2, 0.5L)
                    : rounded(wide * (1 - wide / 4), 1 - wide / 2, -0.5L);
}

Shape shape(ParameterValues)
{
    return {.breaks = {{-2.0, {-1.0, 0.0, 0.0}, -1.0, {-1.0, 0.0, 0.5}},
                       {0.0, {0.0, 1.0, 0.5}, 0.0, {0.0, 1.0, -0.5}},
                       {2.0, {1.0, 0.0, -0.5}, 1.0, {1.0, 0.0, 0.0}}},
            .atLow = {-1.0, 0.0, 0.0},
            .atHigh = {1.0, 0.0, 0.0},
            .range = {-1.0, 1.0}};
}

constexpr Primitive kPrimitive{
    .name = "sqnl",
    .evaluate = evaluate,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = kRoundedOnce,
};

constexpr std::string_view kAliases[] = {"square nonlinearity", "平方非线性函数"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"SQNL", "平方非线性"},
    .aliases = kAliases,
    .family = Family::Sigmoidal,
    .formula = "−1 if x < −2, x + x²/4 if x < 0, x − x²/4 if x ≤ 2, 1 if x > 2",
    .latex =
        R"(\begin{cases}-1 & x < -2 \\ x + \frac{x^2}{4} & -2 \le x < 0 \\ x - \frac{x^2}{4} & 0 \le x \le 2 \\ 1 & x > 2\end{cases})",
    .purpose = {"An S-shaped curve of two parabolas, cheap to compute, that saturates exactly at ±2.",
                "由两段抛物线组成的 S 形曲线，计算简单，在 ±2 处完全饱和。"},
    .paper = "Wuraola & Patel 2018, SQNL: A New Computationally Efficient Activation Function",
    .inPyTorch = false,
};

} // namespace

const Activation& sqnl()
{
    return kActivation;
}

} // namespace secant::activation
