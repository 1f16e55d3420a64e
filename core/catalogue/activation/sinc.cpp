#include <algorithm>
#include <cmath>
#include <type_traits>

#include "core/catalogue/activation/all.h"
#include "core/catalogue/activation/composed.h"
#include "core/catalogue/activation/waves.h"

namespace secant::activation {
namespace {

/// Below this |x| the series give every digit.
constexpr double kSmall = 0.25;

/// f = Σ(−x²)ᵏ/(2k + 1)!, k = 0, 1, …, and the same differentiated term by term.
Jet seriesAt0(Extended x)
{
    const Extended square = x * x;
    Extended value = 1;
    Extended slope = 0; // Over x.
    Extended curvature = 0;
    Extended power = 1;     // (−x²)ᵏ⁻¹
    Extended factorial = 1; // (2k + 1)!
    for (int k = 1; k <= 10; ++k) {
        const Extended n = 2 * k;
        factorial *= n * (n + 1);
        value -= square * power / factorial;
        slope -= n * power / factorial;
        curvature -= n * (n - 1) * power / factorial;
        power *= -square;
    }
    return rounded(value, x * slope, curvature);
}

/// f = sin x/x and 1 at 0, f′ = (cos x − f)/x, f″ = −f − 2f′/x. ±∞ gives {0, 0, 0}.
Jet evaluate(double x, ParameterValues)
{
    if (std::isnan(x)) {
        return kUndefined;
    }
    if (std::isinf(x)) {
        return {0.0, 0.0, 0.0};
    }
    if (std::abs(x) < kSmall) {
        return seriesAt0(x);
    }
    return settledJet(x, [](const auto& t) {
        using Number = std::decay_t<decltype(t)>;
        const Number value = sine(t) / t;
        const Number slope = (cosine(t) - value) / t;
        return Jets<Number>{value, slope, -value - Number(2) * slope / t};
    });
}

/// Since f is the mean of cos(xs) over 0 ≤ s ≤ 1, |f⁽ⁿ⁾| ≤ 1/(n + 1). Its least value is −0.217233628211221657…, the
/// greatest slope 0.436181817271…; far out |f| ≤ 1/|x|, |f′| ≤ (1 + |f|)/|x|, |f″| ≤ |f| + 2|f′|/|x|.
Enclosure everywhere(const Interval& x)
{
    constexpr double kThird = 0.33333333333333338; // Rounded up.
    Enclosure e{{-0.21723362821122168, 1.0}, {-0.43618181727147, 0.43618181727147}, {-kThird, kThird}};
    if (const Interval least = Interval::point(x.mignitude()); least.lo > 0.0) {
        const Interval unit{-1.0, 1.0};
        e.value = intersection(e.value, unit / least);
        e.slope = intersection(e.slope, (unit + e.value) / least);
        e.curvature = intersection(e.curvature, e.value + (e.slope + e.slope) / least);
    }
    return e;
}

/// Taylor's formula about the middle of the box, each derivative from the bounds on the next.
Enclosure enclose(const Interval& x, ParameterValues p)
{
    Enclosure e = everywhere(x);
    if (!std::isfinite(x.lo) || !std::isfinite(x.hi)) {
        return e;
    }
    const double middle = std::clamp(0.5 * x.lo + 0.5 * x.hi, x.lo, x.hi);
    const Jet at = evaluate(middle, p);
    const Interval step = x - Interval::point(middle);
    const auto near = [&step](double computed, const Interval& rate) {
        return widened(Interval::point(computed), kTracked.ulps, kTracked.absolute) + step * rate;
    };
    e.curvature = intersection(e.curvature, near(at.curvature, {-0.25, 0.25}));
    e.slope = intersection(e.slope, near(at.slope, e.curvature));
    e.value = intersection(e.value, near(at.value, e.slope));
    return e;
}

constexpr Primitive kPrimitive{
    .name = "sinc",
    .evaluate = evaluate,
    .valueRounding = kTracked,
    .slopeRounding = kTracked,
    .curvatureRounding = kTracked,
    .enclose = enclose,
    .breakWithin = noBreak,
};

constexpr std::string_view kAliases[] = {"sin x / x", "cardinal sine", "sampling function", "采样函数"};

constexpr Activation kActivation{
    .primitive = &kPrimitive,
    .name = {"Sinc", "辛格函数"},
    .aliases = kAliases,
    .family = Family::Oscillating,
    .formula = "sin x/x, 1 at 0",
    .latex = R"(\frac{\sin x}{x})",
    .purpose = {"A bump with ripples that die away like 1/|x|.", "带有以 1/|x| 衰减的波纹的凸起。"},
    .inPyTorch = false,
};

} // namespace

const Activation& sinc()
{
    return kActivation;
}

} // namespace secant::activation
