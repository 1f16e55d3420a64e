#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "core/number/elementary_parts.h"

/// The gamma function and sin(x)/x.
namespace secant::elementary {
namespace {

constexpr double kPi = std::numbers::pi;
/// Γ has its least value for x > 0 where ψ vanishes, Γ″ where Γ‴ does (both computed to 30 digits with mpmath).
constexpr Interval kLeastGammaAt{1.4616321449683623, 1.4616321449683624};
constexpr double kLeastGamma = 0.8856031944108886;
constexpr Interval kLeastGammaCurvatureAt{1.7410, 1.7411};
constexpr double kLeastGammaCurvature = 0.758458456222951;

/// ψ(x) and ψ′(x), x > 0: ψ(x) = ψ(x + 1) − 1/x up to 12, then the asymptotic series (DLMF 5.11.2, 5.15.8).
struct Polygamma {
    double first = 0.0;
    double second = 0.0;
};

Polygamma polygamma(double x)
{
    Polygamma sum;
    for (; x < 12.0; x += 1.0) {
        sum.first -= 1.0 / x;
        sum.second += 1.0 / (x * x);
    }
    constexpr std::array kBernoulli{1.0 / 6.0,  -1.0 / 30.0,     1.0 / 42.0, -1.0 / 30.0,
                                    5.0 / 66.0, -691.0 / 2730.0, 7.0 / 6.0};
    const double inverse = 1.0 / x;
    const double square = inverse * inverse;
    double power = square;
    double first = 0.0;
    double second = 0.0;
    double order = 2.0;
    for (const double b : kBernoulli) {
        first += b / order * power;
        second += b * power * inverse;
        power *= square;
        order += 2.0;
    }
    sum.first += std::log(x) - 0.5 * inverse - first;
    sum.second += inverse + 0.5 * square + second;
    return sum;
}

/// ψ(1 − x) = ψ(x) + π cot πx, for x < 0.
Polygamma polygammaReflected(double x)
{
    const Polygamma mirrored = polygamma(1.0 - x);
    const double angle = kPi * (x - std::round(x)); // cot πx has the period 1
    const double cotangent = 1.0 / std::tan(angle);
    return {mirrored.first - kPi * cotangent, kPi * kPi * (1.0 + cotangent * cotangent) - mirrored.second};
}

/// Γ′ = Γψ, Γ″ = Γ(ψ² + ψ′); poles at 0, −1, −2, …
Jet gammaJet(double x, ParameterValues)
{
    if (std::isnan(x) || (x <= 0.0 && x == std::floor(x))) {
        return kUndefinedJet;
    }
    const double value = std::tgamma(x);
    if (std::isinf(value)) {
        return {value, x > 1.0 ? value : x > 0.0 ? -value : kNaN, value}; // Too large, or too near the pole at 0.
    }
    const Polygamma psi = x > 0.0 ? polygamma(x) : polygammaReflected(x);
    return {value, value * psi.first, value * (psi.first * psi.first + psi.second)};
}

/// Bounds for 0 ≤ x.lo < x.hi. Γ is convex for x > 0, and Γ″ has one turn.
Enclosure gammaOfPositive(const Interval& x)
{
    const Jet high = gammaJet(x.hi, {});
    const Jet low = x.lo > 0.0 ? gammaJet(x.lo, {}) : Jet{kInfinity, -kInfinity, kInfinity};
    const double least = x.hi < kLeastGammaAt.lo ? high.value : x.lo > kLeastGammaAt.hi ? low.value : kLeastGamma;
    Enclosure e;
    e.value = widened({least, std::max(low.value, high.value)}, 16.0);
    e.value.lo = std::max(e.value.lo, kLeastGamma);
    // ψ is as exact as its sum is, whose terms reach 12 and cancel near its zero: doubles next to each other may come
    // out in the wrong order.
    e.slope = widened(hull(Interval::point(low.slope), Interval::point(high.slope)), 64.0, 1e-13);
    const double leastCurvature = x.hi < kLeastGammaCurvatureAt.lo   ? high.curvature
                                  : x.lo > kLeastGammaCurvatureAt.hi ? low.curvature
                                                                     : kLeastGammaCurvature;
    e.curvature = widened({leastCurvature, std::max(low.curvature, high.curvature)}, 64.0, 1e-13);
    e.curvature.lo = std::max(e.curvature.lo, kLeastGammaCurvature);
    if (x.lo == 0.0) {
        e.valueGrade = e.slopeGrade = e.curvatureGrade = Grade::Partial;
    }
    return e;
}

bool holdsPole(const Interval& x)
{
    return x.lo <= 0.0 && std::ceil(x.lo) <= x.hi;
}

/// Γ(x) = π / (sin πx · Γ(1 − x)) between the poles.
Enclosure gammaEnclosure(const Interval& x, ParameterValues)
{
    if (x.hi == x.lo && holdsPole(x)) {
        return Enclosure::nowhere();
    }
    if (x.lo >= 0.0) {
        return gammaOfPositive(x);
    }
    constexpr double kFar = -1e6; // Beyond it nothing but 0 and the poles is left, at any scale.
    if (holdsPole(x) || x.lo < kFar) {
        return {Interval::whole(), Interval::whole(), Interval::whole(),
                Grade::Partial,    Grade::Partial,    Grade::Partial};
    }
    static const Primitive& sine = *kTrigonometric[0];
    const Enclosure pi = Enclosure::constant(widened(Interval::point(kPi), 1.0));
    const Enclosure argument = Enclosure::variable(x);
    const Enclosure angle = pi * argument;
    const Enclosure mirrored = Enclosure::constant(Interval::point(1.0)) - argument;
    return pi / (compose(sine.enclose(angle.value, {}), angle) * compose(gammaOfPositive(mirrored.value), mirrored));
}

std::optional<double> gammaPole(const Interval& x, ParameterValues)
{
    if (!holdsPole(x)) {
        return std::nullopt;
    }
    const double first = std::max(std::ceil(x.lo), -1e15);
    const double last = std::min(std::floor(x.hi), 0.0);
    return std::round(0.5 * first + 0.5 * last);
}

/// f = sin(x)/x, 1 at 0. Near 0, where the quotients of the derivatives cancel, the series
/// f = Σ (−1)ᵏ x²ᵏ/(2k + 1)!, whose terms beyond x²⁰ vanish for |x| < 1.
Jet sincSeries(double x)
{
    const double square = x * x;
    double term = 1.0; // (−1)ᵏ x^(2k−2)/(2k + 1)!, for k ≥ 1
    Jet sum{0.0, 0.0, 0.0};
    std::array<double, 11> terms{};
    for (int k = 1; k <= 10; ++k) {
        term = k == 1 ? -1.0 / 6.0 : -term * square / (2.0 * k * (2.0 * k + 1.0));
        terms[static_cast<std::size_t>(k)] = term;
    }
    for (int k = 10; k >= 1; --k) { // The small ones first.
        const double t = terms[static_cast<std::size_t>(k)];
        sum.value += t * square;
        sum.slope += 2.0 * k * t;
        sum.curvature += 2.0 * k * (2.0 * k - 1.0) * t;
    }
    return {1.0 + sum.value, sum.slope * x, sum.curvature};
}

/// f′ = (cos x − f)/x, f″ = −f − 2f′/x.
Jet sincJet(double x, ParameterValues)
{
    if (std::abs(x) < 1.0) {
        return sincSeries(x);
    }
    if (std::isinf(x)) {
        return {0.0, 0.0, 0.0};
    }
    const double value = std::sin(x) / x;
    const double slope = (std::cos(x) - value) / x;
    return {value, slope, -value - 2.0 * slope / x};
}

/// f(x) is the mean of cos(xt) over t in [0, 1], so that its n-th derivative is at most 1/(n + 1); from that a bound
/// around the middle of the box. Away from 0 the quotient gives another.
Enclosure sincEnclosure(const Interval& x, ParameterValues)
{
    constexpr double kThird = 0.33333333333333337; // The double above 1/3.
    Enclosure e{{-0.2172336282112217, 1.0}, {-0.5, 0.5}, {-kThird, kThird}};
    const double middle = 0.5 * x.lo + 0.5 * x.hi;
    const double radius = std::max(x.hi - middle, middle - x.lo);
    if (std::isfinite(radius)) {
        const Jet jet = sincJet(middle, {});
        constexpr double kRounding = 1e-14; // Of the jet; |f|, |f′|, |f″| are at most 1.
        const auto around = [radius](double at, double rate) {
            return widened(Interval::point(at), 2.0, rate * radius * (1.0 + 1e-15) + kRounding);
        };
        e.value = intersection(e.value, around(jet.value, 0.5));
        e.slope = intersection(e.slope, around(jet.slope, kThird));
        e.curvature = intersection(e.curvature, around(jet.curvature, 0.25));
    }
    if (!x.contains(0.0)) {
        const Enclosure quotient = kTrigonometric[0]->enclose(x, {}) / Enclosure::variable(x);
        e.value = intersection(e.value, quotient.value);
        e.slope = intersection(e.slope, quotient.slope);
        e.curvature = intersection(e.curvature, quotient.curvature);
    }
    return e;
}

std::optional<double> noBreak(const Interval&, ParameterValues)
{
    return std::nullopt;
}

constexpr Primitive kGamma{.name = "gamma",
                           .evaluate = gammaJet,
                           .valueRounding = {16.0, kSubnormal},
                           .slopeRounding = {64.0, 1e-13},
                           .curvatureRounding = {64.0, 1e-13},
                           .enclose = gammaEnclosure,
                           .breakWithin = gammaPole};
constexpr Primitive kSinc{.name = "sinc",
                          .evaluate = sincJet,
                          .valueRounding = {4.0, 0.0},
                          .slopeRounding = {8.0, 1e-15},
                          .curvatureRounding = {16.0, 1e-15},
                          .enclose = sincEnclosure,
                          .breakWithin = noBreak};

} // namespace

const std::array<const Primitive*, 2> kSpecial{&kGamma, &kSinc};

} // namespace secant::elementary
