#include <cmath>

#include "core/number/elementary_parts.h"

/// Square and cube root. √ is correctly rounded; glibc's cbrt stays within 4 ulp.
namespace secant::elementary {
namespace {

/// f = √x, f′ = 1/(2√x), f″ = −1/(4x√x); x ≥ 0. The slope at 0 is infinite.
Jet sqrtJet(double x, ParameterValues)
{
    if (!(x >= 0.0)) {
        return kUndefinedJet;
    }
    const double root = std::sqrt(x);
    return {root, 0.5 / root, -0.25 / root / x};
}

Shape sqrtShape(ParameterValues)
{
    return {.domain = {0.0, kInfinity},
            .atLow = {0.0, kInfinity, -kInfinity},
            .atHigh = {kInfinity, 0.0, 0.0},
            .range = {0.0, kInfinity}};
}

/// f = ∛x, f′ = 1/(3c²), f″ = −2/(9c⁵) with c = ∛x. At 0 the slope is infinite and the
/// curvature jumps from +∞ to −∞; the left one is returned.
Jet cbrtJet(double x, ParameterValues)
{
    if (x == 0.0) {
        return {x, kInfinity, kInfinity};
    }
    const double root = std::cbrt(x);
    const double slope = 1.0 / 3.0 / root / root;
    return {root, slope, std::isinf(x) ? std::copysign(0.0, -x) : -2.0 / 3.0 * slope / x};
}

Shape cbrtShape(ParameterValues)
{
    return {.breaks = {{0.0, {0.0, kInfinity, kInfinity}, 0.0, {0.0, kInfinity, -kInfinity}}},
            .atLow = {-kInfinity, 0.0, 0.0},
            .atHigh = {kInfinity, 0.0, 0.0}};
}

constexpr Primitive kSqrt{.name = "sqrt",
                          .evaluate = sqrtJet,
                          .shape = sqrtShape,
                          .valueRounding = {1.0, 0.0},
                          .slopeRounding = {4.0, 0.0},
                          .curvatureRounding = {6.0, kSubnormal},
                          .block = BlockKind::Sqrt};
constexpr Primitive kCbrt{.name = "cbrt",
                          .evaluate = cbrtJet,
                          .shape = cbrtShape,
                          .valueRounding = {8.0, 0.0},
                          .slopeRounding = {20.0, kSubnormal},
                          .curvatureRounding = {24.0, kSubnormal}};

} // namespace

const std::array<const Primitive*, 2> kRoots{&kSqrt, &kCbrt};

} // namespace secant::elementary
