#include <cmath>
#include <numbers>

#include "core/number/elementary.h"
#include "core/number/elementary_parts.h"
#include "core/number/extended.h"

/// erf and erfc, of which erfc alone is taken from the C library in double: glibc 2.36 is 2.5 ulp off at worst.
namespace secant::elementary {
namespace {

constexpr double kInverseSqrt2 = 0.70710678118654752;
constexpr Extended kTwoOverSqrtPi = 2 * std::numbers::inv_sqrtpi_v<Extended>;

/// f′ = 2/√π e^(−x²), f″ = −2x f′. What x² loses in rounding, which e would magnify, is multiplied back.
Jet bell(double x, double value)
{
    if (std::isinf(x)) {
        return {value, 0.0, 0.0};
    }
    const double square = x * x;
    const double lost = std::isfinite(square) ? std::fma(x, x, -square) : 0.0;
    const Extended slope = kTwoOverSqrtPi * std::exp(Extended{-square}) * (1 - Extended{lost});
    return rounded(value, slope, -2 * (x * slope)); // −2x alone may overflow.
}

Jet erfJet(double x, ParameterValues)
{
    return bell(x, static_cast<double>(std::erf(Extended{x})));
}

/// f″ turns where 2x² = 1.
Shape erfShape(ParameterValues)
{
    return {.slopeTurns = {0.0},
            .curvatureTurns = {-kInverseSqrt2, kInverseSqrt2},
            .atLow = {-1.0, 0.0, 0.0},
            .atHigh = {1.0, 0.0, 0.0},
            .range = {-1.0, 1.0}};
}

/// f = 1 − erf x.
Jet erfcJet(double x, ParameterValues)
{
    const Jet jet = bell(x, 0.0);
    return {std::erfc(x), -jet.slope, -jet.curvature};
}

Shape erfcShape(ParameterValues)
{
    return {.slopeTurns = {0.0},
            .curvatureTurns = {-kInverseSqrt2, kInverseSqrt2},
            .atLow = {2.0, 0.0, 0.0},
            .atHigh = {0.0, 0.0, 0.0},
            .range = {0.0, 2.0}};
}

constexpr Primitive named(const char* name, Jet (*evaluate)(double, ParameterValues), Shape (*shape)(ParameterValues))
{
    return {.name = name,
            .evaluate = evaluate,
            .shape = shape,
            .valueRounding = {6.0, kSubnormal},
            .slopeRounding = {6.0, 64.0 * kSubnormal},
            .curvatureRounding = {8.0, 64.0 * kSubnormal}};
}

constexpr Primitive kErf = [] {
    Primitive erf = named("erf", erfJet, erfShape);
    erf.valueRounding = erf.slopeRounding = erf.curvatureRounding = {1.1, kSubnormal}; // Rounded once.
    return erf;
}();
constexpr Primitive kErfc = named("erfc", erfcJet, erfcShape);

} // namespace

const std::array<const Primitive*, 2> kErrorFunction{&kErf, &kErfc};

} // namespace secant::elementary

namespace secant {

const Primitive& erfPrimitive()
{
    return elementary::kErf;
}

} // namespace secant
