#include <cmath>
#include <numbers>

#include "core/number/elementary.h"
#include "core/number/elementary_parts.h"

/// exp, exp2 and the logarithms. Rounding: glibc stays within 1 ulp of exp, exp2, log, log2 and 2 ulp of log10; each
/// further factor or division adds half an ulp. The bounds below are at least twice that.
namespace secant::elementary {
namespace {

constexpr double kLn2 = std::numbers::ln2;
constexpr double kLn10 = std::numbers::ln10;

/// f = f′ = f″ = eˣ, in (0, ∞).
Jet expJet(double x, ParameterValues)
{
    const double value = std::exp(x);
    return {value, value, value};
}

Shape expShape(ParameterValues)
{
    return {.atLow = {0.0, 0.0, 0.0}, .atHigh = {kInfinity, kInfinity, kInfinity}, .range = {0.0, kInfinity}};
}

/// f = 2ˣ, f′ = ln 2 · 2ˣ, f″ = ln² 2 · 2ˣ.
Jet exp2Jet(double x, ParameterValues)
{
    const double value = std::exp2(x);
    return {value, kLn2 * value, kLn2 * kLn2 * value};
}

/// f = log x · scale, f′ = scale/x, f″ = −scale/x²; x > 0.
Jet logarithm(double value, double x, double scale)
{
    if (!(x > 0.0)) {
        return kUndefinedJet;
    }
    return {value, scale / x, -(scale / x) / x};
}

Jet logJet(double x, ParameterValues)
{
    return logarithm(std::log(x), x, 1.0);
}

Jet log2Jet(double x, ParameterValues)
{
    return logarithm(std::log2(x), x, 1.0 / kLn2);
}

Jet log10Jet(double x, ParameterValues)
{
    return logarithm(std::log10(x), x, 1.0 / kLn10);
}

Shape logShape(ParameterValues)
{
    return {.domain = {0.0, kInfinity},
            .domainLowOpen = true,
            .atLow = {-kInfinity, kInfinity, -kInfinity},
            .atHigh = {kInfinity, 0.0, 0.0}};
}

/// f = log(1 + x), f′ = 1/(1 + x), f″ = −1/(1 + x)²; x > −1.
Jet log1pJet(double x, ParameterValues)
{
    if (!(x > -1.0)) {
        return kUndefinedJet;
    }
    const double slope = 1.0 / (1.0 + x);
    return {std::log1p(x), slope, -slope * slope};
}

Shape log1pShape(ParameterValues)
{
    Shape shape = logShape({});
    shape.domain.lo = -1.0;
    return shape;
}

/// f = eˣ − 1, f′ = f″ = eˣ.
Jet expm1Jet(double x, ParameterValues)
{
    const double slope = std::exp(x);
    return {std::expm1(x), slope, slope};
}

Shape expm1Shape(ParameterValues)
{
    Shape shape = expShape({});
    shape.atLow.value = -1.0;
    shape.range = {-1.0, kInfinity};
    return shape;
}

constexpr Primitive kExp{.name = "exp",
                         .evaluate = expJet,
                         .shape = expShape,
                         .valueRounding = {2.0, kSubnormal},
                         .slopeRounding = {2.0, kSubnormal},
                         .curvatureRounding = {2.0, kSubnormal},
                         .block = BlockKind::Exp};
constexpr Primitive kExp2{.name = "exp2",
                          .evaluate = exp2Jet,
                          .shape = expShape,
                          .valueRounding = {2.0, kSubnormal},
                          .slopeRounding = {4.0, kSubnormal},
                          .curvatureRounding = {6.0, kSubnormal}};
constexpr Primitive kExpm1{.name = "expm1",
                           .evaluate = expm1Jet,
                           .shape = expm1Shape,
                           .valueRounding = {4.0, kSubnormal},
                           .slopeRounding = {2.0, kSubnormal},
                           .curvatureRounding = {2.0, kSubnormal}};

constexpr Primitive logarithmNamed(const char* name, Jet (*evaluate)(double, ParameterValues),
                                   BlockKind block = BlockKind::None)
{
    return {.name = name,
            .evaluate = evaluate,
            .shape = logShape,
            .valueRounding = {4.0, 0.0},
            .slopeRounding = {4.0, kSubnormal},
            .curvatureRounding = {6.0, kSubnormal},
            .block = block};
}

constexpr Primitive kLog = logarithmNamed("log", logJet, BlockKind::Log);
constexpr Primitive kLn = logarithmNamed("ln", logJet, BlockKind::Log);
constexpr Primitive kLog2 = logarithmNamed("log2", log2Jet);
constexpr Primitive kLog10 = logarithmNamed("log10", log10Jet);
constexpr Primitive kLg = logarithmNamed("lg", log10Jet);
// 1 + x is rounded before the division, which a pole at −1 turns into a large relative error of f′ only where 1 + x
// itself cancels; it is exact there (Sterbenz).
constexpr Primitive kLog1p{.name = "log1p",
                           .evaluate = log1pJet,
                           .shape = log1pShape,
                           .valueRounding = {4.0, kSubnormal},
                           .slopeRounding = {4.0, kSubnormal},
                           .curvatureRounding = {8.0, kSubnormal}};

} // namespace

const std::array<const Primitive*, 9> kExponential{&kExp, &kExp2, &kExpm1, &kLog, &kLn, &kLog2, &kLog10, &kLg, &kLog1p};

} // namespace secant::elementary

namespace secant {

const Primitive& expPrimitive()
{
    return elementary::kExp;
}

} // namespace secant
