#include <cmath>
#include <limits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/extended.h"
#include "core/catalogue/activation/two_slopes.h"

namespace secant::activation {
namespace {

constexpr double kLeastDivisor = std::numeric_limits<double>::min();

/// 1/mean of U(lower, upper); NaN unless 0 < lower ≤ upper < ∞ with a normal lower, so that it is finite.
Extended testSlope(ParameterValues p)
{
    if (!(p[0] >= kLeastDivisor) || !std::isfinite(p[1]) || p[0] > p[1]) {
        return kNaN;
    }
    return 2 / (Extended{p[0]} + p[1]);
}

/// At test time f = x if x ≥ 0, x/(½(lower + upper)) if x < 0; f″ = 0. At 0 the left slope.
/// lower ≤ 0 or lower > upper gives NaN: a divisor drawn from such a range may be 0.
Jet evaluate(double x, ParameterValues p)
{
    const Extended slope = testSlope(p);
    Jet jet = twoSlopesJet(x, static_cast<double>(slope));
    if (x < 0.0) {
        jet.value = static_cast<double>(x * slope);
    }
    return jet;
}

/// ∂f/∂lower = ∂f/∂upper = −x/(2 mean²) if x < 0, else 0.
double parameterSlope(double x, ParameterValues p, std::size_t)
{
    const Extended slope = testSlope(p);
    return x >= 0.0 ? 0.0 : static_cast<double>(-0.5L * x * slope * slope);
}

Shape shape(ParameterValues p)
{
    return twoSlopesShape(static_cast<double>(testSlope(p)));
}

constexpr ParameterSpec kParameters[] = {
    {.name = "lower",
     .symbol = "l",
     .standard = 3.0,
     .min = 0.0,
     .sliderMin = 1.0,
     .sliderMax = 10.0,
     .minIncluded = false},
    {.name = "upper",
     .symbol = "u",
     .standard = 8.0,
     .min = 0.0,
     .sliderMin = 1.0,
     .sliderMax = 10.0,
     .minIncluded = false},
};

constexpr Primitive kPrimitive{
    .name = "rrelu_eval_paper",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .shape = shape,
    .valueRounding = kRoundedOnce,
    .slopeRounding = kRoundedOnce,
    .curvatureRounding = {0.0, 0.0},
};

constexpr std::string_view kAliases[] = {"randomized leaky ReLU", "random ReLU", "rrelu paper", "随机 ReLU",
                                         "随机带泄露修正线性单元"};

constexpr FrameworkDefault kDefaults[] = {
    {"lower", 3.0, "Xu et al. 2015"},
    {"upper", 8.0, "Xu et al. 2015"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"RReLU", "随机修正线性单元"},
    .aliases = kAliases,
    .family = Family::Rectifier,
    .formula = "x if x ≥ 0, 2x/(l + u) if x < 0",
    .latex = R"(\begin{cases}x & x \ge 0 \\ \frac{2x}{l + u} & x < 0\end{cases})",
    .purpose = {"A leaky ReLU whose left side is divided by a number drawn anew for every input in training, which "
                "regularises; at test time by the mean of that range.",
                "训练时负半轴除以随机抽取的数，起正则化作用；测试时除以该范围的平均值。"},
    .paper = "Xu, Wang, Chen & Li 2015, Empirical Evaluation of Rectified Activations in Convolutional Network",
    .defaults = kDefaults,
    .inPyTorch = false,
    .randomSlope = {[](double draw) { return 1.0 / draw; }},
    .conventionGroup = "rrelu",
    .convention = {"Xu et al. 2015: divides by a ~ U(3, 8)", "Xu 等 2015：除以 a ~ U(3, 8)"},
};

} // namespace

const Activation& rreluPaper()
{
    return kActivation;
}

} // namespace secant::activation
