#include <cmath>
#include <numbers>

#include "core/number/elementary.h"
#include "core/number/elementary_parts.h"
#include "core/number/extended.h"

/// Hyperbolic functions and their inverses. Worst errors of glibc 2.36 that were seen: sinh 1.7, cosh 1.0,
/// asinh 1.4, acosh 1.8, atanh 1.6 ulp; the widths below are at least twice that.
namespace secant::elementary {
namespace {

constexpr double kInverseSqrt2 = 0.70710678118654752;
constexpr double kAtanhInverseSqrt3 = 0.65847894846240836; ///< Where tanh² x = 1/3.

/// f = sinh x, f′ = cosh x, f″ = sinh x.
Jet sinhJet(double x, ParameterValues)
{
    const double value = std::sinh(x);
    return {value, std::cosh(x), value};
}

Shape sinhShape(ParameterValues)
{
    return {
        .slopeTurns = {0.0}, .atLow = {-kInfinity, kInfinity, -kInfinity}, .atHigh = {kInfinity, kInfinity, kInfinity}};
}

/// f = cosh x, f′ = sinh x, f″ = cosh x.
Jet coshJet(double x, ParameterValues)
{
    const double value = std::cosh(x);
    return {value, std::sinh(x), value};
}

Shape coshShape(ParameterValues)
{
    return {.valueTurns = {0.0},
            .curvatureTurns = {0.0},
            .atLow = {kInfinity, -kInfinity, kInfinity},
            .atHigh = {kInfinity, kInfinity, kInfinity},
            .range = {1.0, kInfinity}};
}

/// f = tanh x in (−1, 1), f′ = 4E/(1 + E)² with E = e^(−2|x|), which keeps the tails that 1 − f² loses, f″ = −2 f f′.
Jet tanhJet(double x, ParameterValues)
{
    const Decay decay = decayOf(2 * std::abs(Extended{x}));
    const Extended r = 1 / (1 + decay.rest);
    const Extended value = std::copysign(decay.lost * r, Extended{x});
    const Extended slope = 4 * decay.rest * r * r;
    return rounded(value, slope, -2 * value * slope);
}

Shape tanhShape(ParameterValues)
{
    return {.slopeTurns = {0.0},
            .curvatureTurns = {-kAtanhInverseSqrt3, kAtanhInverseSqrt3},
            .atLow = {-1.0, 0.0, 0.0},
            .atHigh = {1.0, 0.0, 0.0},
            .range = {-1.0, 1.0}};
}

/// f = asinh x, f′ = 1/√(1 + x²), f″ = −x f′³. f″ turns where 2x² = 1.
Jet asinhJet(double x, ParameterValues)
{
    const double slope = 1.0 / std::hypot(1.0, x);
    const double ratio = std::isinf(x) ? std::copysign(1.0, x) : x * slope;
    return {std::asinh(x), slope, -ratio * slope * slope};
}

Shape asinhShape(ParameterValues)
{
    return {.slopeTurns = {0.0},
            .curvatureTurns = {-kInverseSqrt2, kInverseSqrt2},
            .atLow = {-kInfinity, 0.0, 0.0},
            .atHigh = {kInfinity, 0.0, 0.0}};
}

/// f = acosh x, f′ = 1/√(x² − 1), f″ = −x f′³; x ≥ 1. The slope at 1 is infinite.
Jet acoshJet(double x, ParameterValues)
{
    if (!(x >= 1.0)) {
        return kUndefinedJet;
    }
    const double slope = 1.0 / (std::sqrt(x - 1.0) * std::sqrt(x + 1.0));
    const double ratio = std::isinf(x) ? 1.0 : x * slope;
    return {std::acosh(x), slope, -ratio * slope * slope};
}

Shape acoshShape(ParameterValues)
{
    return {.domain = {1.0, kInfinity},
            .atLow = {0.0, kInfinity, -kInfinity},
            .atHigh = {kInfinity, 0.0, 0.0},
            .range = {0.0, kInfinity}};
}

/// f = atanh x, f′ = 1/(1 − x²), f″ = 2x f′²; |x| < 1.
Jet atanhJet(double x, ParameterValues)
{
    if (!(std::abs(x) < 1.0)) {
        return kUndefinedJet;
    }
    const double slope = 1.0 / ((1.0 - x) * (1.0 + x));
    return {std::atanh(x), slope, 2.0 * x * slope * slope};
}

Shape atanhShape(ParameterValues)
{
    return {.domain = {-1.0, 1.0},
            .domainLowOpen = true,
            .domainHighOpen = true,
            .slopeTurns = {0.0},
            .atLow = {-kInfinity, kInfinity, -kInfinity},
            .atHigh = {kInfinity, kInfinity, kInfinity}};
}

constexpr Primitive named(const char* name, Jet (*evaluate)(double, ParameterValues), Shape (*shape)(ParameterValues))
{
    return {.name = name,
            .evaluate = evaluate,
            .shape = shape,
            .valueRounding = {6.0, kSubnormal},
            .slopeRounding = {10.0, kSubnormal},
            .curvatureRounding = {20.0, kSubnormal}};
}

constexpr Primitive kSinh = named("sinh", sinhJet, sinhShape);
constexpr Primitive kCosh = named("cosh", coshJet, coshShape);
constexpr Primitive kTanh = [] {
    Primitive tanh = named("tanh", tanhJet, tanhShape);
    tanh.valueRounding = tanh.slopeRounding = tanh.curvatureRounding = {1.1, kSubnormal}; // Rounded once.
    tanh.block = BlockKind::Tanh;
    return tanh;
}();
constexpr Primitive kAsinh = named("asinh", asinhJet, asinhShape);
constexpr Primitive kAcosh = named("acosh", acoshJet, acoshShape);
constexpr Primitive kAtanh = named("atanh", atanhJet, atanhShape);

} // namespace

const std::array<const Primitive*, 6> kHyperbolic{&kSinh, &kCosh, &kTanh, &kAsinh, &kAcosh, &kAtanh};

} // namespace secant::elementary

namespace secant {

const Primitive& tanhPrimitive()
{
    return elementary::kTanh;
}

} // namespace secant
