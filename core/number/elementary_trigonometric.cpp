#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/number/elementary.h"
#include "core/number/elementary_parts.h"

/// Circular functions and their inverses. glibc stays within 1 ulp of sin, cos, tan, asin, acos and atan; the widths
/// below are at least twice what the formulas add to that.
namespace secant::elementary {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kInverseSqrt3 = 0.57735026918962576;
/// Beyond this a double is too coarse to say where in its period it lies.
constexpr double kFarArgument = 1e15;

/// Whole numbers k for which phase + kπ may lie in the box: widened, so that none is missed.
struct Multiples {
    double first;
    double last;

    Multiples(const Interval& x, double phase)
    {
        const double slack = 1e-15 * (4.0 + x.magnitude());
        first = std::ceil((x.lo - phase) / kPi - slack);
        last = std::floor((x.hi - phase) / kPi + slack);
    }
    [[nodiscard]] bool any() const { return first <= last; }
    [[nodiscard]] bool anyOdd() const { return last - first >= 1.0 || (any() && std::fmod(first, 2.0) != 0.0); }
    [[nodiscard]] bool anyEven() const { return last - first >= 1.0 || (any() && std::fmod(first, 2.0) == 0.0); }
};

/// Range of a wave that is 1 at phase + 2kπ and −1 half a period later, `low` and `high` being its values at the ends.
Interval waveRange(const Interval& x, double phase, double low, double high)
{
    if (!(x.magnitude() < kFarArgument)) {
        return {-1.0, 1.0};
    }
    const Multiples turns(x, phase);
    Interval range = widened(hull(Interval::point(low), Interval::point(high)), 2.0);
    if (turns.anyEven()) {
        range.hi = 1.0;
    }
    if (turns.anyOdd()) {
        range.lo = -1.0;
    }
    return intersection(range, {-1.0, 1.0});
}

Interval sinRange(const Interval& x)
{
    return waveRange(x, 0.5 * kPi, std::sin(x.lo), std::sin(x.hi));
}

Interval cosRange(const Interval& x)
{
    return waveRange(x, 0.0, std::cos(x.lo), std::cos(x.hi));
}

std::optional<double> noBreak(const Interval&, ParameterValues)
{
    return std::nullopt;
}

/// f = sin x, f′ = cos x, f″ = −sin x.
Jet sinJet(double x, ParameterValues)
{
    const double value = std::sin(x);
    return {value, std::cos(x), -value};
}

Enclosure sinEnclosure(const Interval& x, ParameterValues)
{
    const Interval value = sinRange(x);
    return {value, cosRange(x), -value};
}

/// f = cos x, f′ = −sin x, f″ = −cos x.
Jet cosJet(double x, ParameterValues)
{
    const double value = std::cos(x);
    return {value, -std::sin(x), -value};
}

Enclosure cosEnclosure(const Interval& x, ParameterValues)
{
    const Interval value = cosRange(x);
    return {value, -sinRange(x), -value};
}

/// f = tan x, f′ = 1 + f², f″ = 2f(1 + f²); poles at π/2 + kπ, none of which is a double.
Jet tanJet(double x, ParameterValues)
{
    const double value = std::tan(x);
    const double slope = 1.0 + value * value;
    return {value, slope, 2.0 * value * slope};
}

Enclosure tanEnclosure(const Interval& x, ParameterValues)
{
    if (!(x.magnitude() < kFarArgument) || Multiples(x, 0.5 * kPi).any()) {
        return {Interval::whole(), {1.0, kInfinity}, Interval::whole(), Grade::Partial, Grade::Partial, Grade::Partial};
    }
    const Interval value = widened({std::tan(x.lo), std::tan(x.hi)}, 2.0);
    // f″ grows with f, so that its range is that of the ends.
    const auto curvature = [](double f) {
        const Interval at = Interval::point(f);
        return (at + at) * (Interval::point(1.0) + square(at));
    };
    return {value, Interval::point(1.0) + square(value), {curvature(value.lo).lo, curvature(value.hi).hi}};
}

std::optional<double> tanBreak(const Interval& x, ParameterValues)
{
    const Multiples poles(x, 0.5 * kPi);
    if (!poles.any() || !(x.magnitude() < kFarArgument)) {
        return std::nullopt;
    }
    const double nearest = std::round((0.5 * x.lo + 0.5 * x.hi) / kPi - 0.5);
    return std::clamp(0.5 * kPi + std::clamp(nearest, poles.first, poles.last) * kPi, x.lo, x.hi);
}

/// f = asin x, f′ = 1/√(1 − x²), f″ = x f′³; |x| ≤ 1. Both end slopes are infinite.
Jet asinJet(double x, ParameterValues)
{
    if (!(std::abs(x) <= 1.0)) {
        return kUndefinedJet;
    }
    const double slope = 1.0 / std::sqrt((1.0 - x) * (1.0 + x));
    return {std::asin(x), slope, x * slope * slope * slope};
}

Shape asinShape(ParameterValues)
{
    return {.domain = {-1.0, 1.0},
            .slopeTurns = {0.0},
            .atLow = {-0.5 * kPi, kInfinity, -kInfinity},
            .atHigh = {0.5 * kPi, kInfinity, kInfinity}};
}

/// f = acos x = π/2 − asin x.
Jet acosJet(double x, ParameterValues p)
{
    const Jet arcsine = asinJet(x, p);
    return {std::isnan(arcsine.value) ? kNaN : std::acos(x), -arcsine.slope, -arcsine.curvature};
}

Shape acosShape(ParameterValues)
{
    return {.domain = {-1.0, 1.0},
            .slopeTurns = {0.0},
            .atLow = {kPi, -kInfinity, kInfinity},
            .atHigh = {0.0, -kInfinity, -kInfinity}};
}

/// f = atan x, f′ = 1/(1 + x²), f″ = −2x f′². f″ turns where 3x² = 1.
Jet atanJet(double x, ParameterValues)
{
    if (std::abs(x) > 1e150) { // x² overflows long before 1/x² vanishes.
        const double inverse = 1.0 / x;
        return {std::atan(x), inverse * inverse, -2.0 * inverse * inverse * inverse};
    }
    const double slope = 1.0 / (1.0 + x * x);
    return {std::atan(x), slope, -2.0 * x * slope * slope};
}

Shape atanShape(ParameterValues)
{
    return {.slopeTurns = {0.0},
            .curvatureTurns = {-kInverseSqrt3, kInverseSqrt3},
            .atLow = {-0.5 * kPi, 0.0, 0.0},
            .atHigh = {0.5 * kPi, 0.0, 0.0}};
}

constexpr Primitive kSin{
    .name = "sin", .evaluate = sinJet, .block = BlockKind::Sin, .enclose = sinEnclosure, .breakWithin = noBreak};
constexpr Primitive kCos{
    .name = "cos", .evaluate = cosJet, .block = BlockKind::Cos, .enclose = cosEnclosure, .breakWithin = noBreak};
constexpr Primitive kTan{.name = "tan", .evaluate = tanJet, .enclose = tanEnclosure, .breakWithin = tanBreak};

constexpr Primitive inverseNamed(const char* name, Jet (*evaluate)(double, ParameterValues),
                                 Shape (*shape)(ParameterValues), BlockKind block = BlockKind::None)
{
    return {.name = name,
            .evaluate = evaluate,
            .shape = shape,
            .valueRounding = {2.0, kSubnormal},
            .slopeRounding = {6.0, kSubnormal},
            .curvatureRounding = {16.0, kSubnormal},
            .block = block};
}

constexpr Primitive kAsin = inverseNamed("asin", asinJet, asinShape);
constexpr Primitive kAcos = inverseNamed("acos", acosJet, acosShape);
constexpr Primitive kAtan = inverseNamed("atan", atanJet, atanShape, BlockKind::Atan);

} // namespace

const std::array<const Primitive*, 6> kTrigonometric{&kSin, &kCos, &kTan, &kAsin, &kAcos, &kAtan};

} // namespace secant::elementary

namespace secant {

const Primitive& sinPrimitive()
{
    return elementary::kSin;
}

const Primitive& cosPrimitive()
{
    return elementary::kCos;
}

} // namespace secant
