#include <cmath>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"
#include "core/catalogue/activation/waves.h"

namespace secant::activation {
namespace {

bool isValid(double alpha)
{
    return alpha >= 1e-100 && alpha <= 1e100;
}

/// f = x + sin²(αx)/α, f′ = 1 + sin 2αx = (sin αx + cos αx)², f″ = 2α cos 2αx. ±∞ gives {±∞, NaN, NaN}; α outside
/// [10⁻¹⁰⁰, 10¹⁰⁰] gives NaN.
Jet evaluate(double x, ParameterValues p)
{
    const double alpha = p[0];
    if (std::isnan(x) || !isValid(alpha)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return {x, kNaN, kNaN};
    }
    return settledJet(x, [alpha](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number rate = Number(alpha);
        const Number s = sine(rate * t);
        const Number c = cosine(rate * t);
        return Jets<Number>{t + s * s / rate, (s + c) * (s + c), Number(2) * rate * (c - s) * (c + s)};
    });
}

/// ∂f/∂α = (x sin 2αx − sin²(αx)/α)/α.
double parameterSlope(double x, ParameterValues p, std::size_t)
{
    const double alpha = p[0];
    if (!std::isfinite(x) || !isValid(alpha)) {
        return kNaN;
    }
    return settledNumber(x, [alpha](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number rate = Number(alpha);
        const Number s = sine(rate * t);
        return s * (Number(2) * t * cosine(rate * t) - s / rate) / rate;
    });
}

/// f never falls, so that its values at the ends bound it.
Enclosure enclose(const Interval& x, ParameterValues p)
{
    if (!isValid(p[0])) {
        return Enclosure::nowhere();
    }
    const Enclosure twice = Enclosure::constant(Interval::point(2.0 * p[0])) * Enclosure::variable(x);
    const Enclosure wave = sineOf(twice);
    const Interval ends{evaluate(x.lo, p).value, evaluate(x.hi, p).value};
    return {widened(ends, kTracked.ulps, kTracked.absolute),
            intersection(Interval::point(1.0) + wave.value, {0.0, 2.0}), wave.slope};
}

constexpr ParameterSpec kParameters[] = {
    {.name = "alpha", .symbol = "α", .standard = 1.0, .min = 1e-100, .max = 1e100, .sliderMin = 0.1, .sliderMax = 10.0},
};

constexpr Primitive kPrimitive{
    .name = "snake",
    .parameters = kParameters,
    .evaluate = evaluate,
    .parameterSlope = parameterSlope,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
    .enclose = enclose,
    .breakWithin = noBreak,
};

constexpr std::string_view kAliases[] = {"snake activation", "periodic rise", "蛇形函数"};

constexpr FrameworkDefault kDefaults[] = {{"alpha", 1.0, "TensorFlow Addons"}};

constexpr FrameworkName kFrameworks[] = {
    {"TensorFlow Addons", "tfa.activations.snake"},
};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Snake", "Snake 函数"},
    .aliases = kAliases,
    .family = Family::Oscillating,
    .formula = "x + sin²(αx)/α",
    .latex = R"(x + \frac{\sin^2(\alpha x)}{\alpha})",
    .purpose = {"The identity with a ripple: learns periodic data and keeps extrapolating them.",
                "带波纹的恒等函数：可学习周期数据并持续外推。"},
    .frameworks = kFrameworks,
    .paper = "Ziyin, Hartwig & Ueda 2020, Neural Networks Fail to Learn Periodic Functions and How to Fix It",
    .defaults = kDefaults,
    .inPyTorch = false,
};

} // namespace

const Activation& snake()
{
    return kActivation;
}

} // namespace secant::activation
