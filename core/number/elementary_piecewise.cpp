#include <algorithm>
#include <cmath>

#include "core/number/elementary.h"
#include "core/number/elementary_parts.h"

/// Functions made of straight pieces. All of them are exact in double.
namespace secant::elementary {
namespace {

constexpr Rounding kExact{0.0, 0.0};

/// f = |x|; at the kink the slope is 0, as torch.abs returns it.
Jet absJet(double x, ParameterValues)
{
    const double sign = x > 0.0 ? 1.0 : x < 0.0 ? -1.0 : x;
    return {std::abs(x), sign == 0.0 ? 0.0 : sign, std::isnan(x) ? kNaN : 0.0};
}

Shape absShape(ParameterValues)
{
    return {.breaks = {{0.0, {0.0, -1.0, 0.0}, 0.0, {0.0, 1.0, 0.0}}},
            .atLow = {kInfinity, -1.0, 0.0},
            .atHigh = {kInfinity, 1.0, 0.0},
            .range = {0.0, kInfinity}};
}

Jet constantPiece(double value, double x)
{
    return std::isnan(x) ? kUndefinedJet : Jet{value, 0.0, 0.0};
}

/// f = −1, 0 or 1.
Jet signJet(double x, ParameterValues)
{
    return constantPiece(x > 0.0 ? 1.0 : x < 0.0 ? -1.0 : 0.0, x);
}

Shape signShape(ParameterValues)
{
    return {.breaks = {{0.0, {-1.0, 0.0, 0.0}, 0.0, {1.0, 0.0, 0.0}}},
            .atLow = {-1.0, 0.0, 0.0},
            .atHigh = {1.0, 0.0, 0.0}};
}

/// f = 1 for x ≥ 0, 0 otherwise.
Jet stepJet(double x, ParameterValues)
{
    return constantPiece(x >= 0.0 ? 1.0 : 0.0, x);
}

Shape stepShape(ParameterValues)
{
    return {
        .breaks = {{0.0, {0.0, 0.0, 0.0}, 1.0, {1.0, 0.0, 0.0}}}, .atLow = {0.0, 0.0, 0.0}, .atHigh = {1.0, 0.0, 0.0}};
}

/// Range of a non-decreasing staircase. Constant on the box, or with a jump in it or at an end.
Enclosure stairs(double low, double high)
{
    if (low == high) {
        return Enclosure::constant(Interval::point(low));
    }
    return {{low, high}, Interval::whole(), Interval::whole(), Grade::Defined, Grade::Defined, Grade::Defined};
}

/// The multiple of 1 plus `offset` nearest to the middle of x, if one lies in x.
std::optional<double> stepWithin(const Interval& x, double offset)
{
    const double first = std::ceil(x.lo - offset);
    const double last = std::floor(x.hi - offset);
    if (!(first <= last)) {
        return std::nullopt;
    }
    const bool isBounded = std::isfinite(x.lo) && std::isfinite(x.hi);
    const double middle = isBounded ? 0.5 * x.lo + 0.5 * x.hi : 0.0;
    return std::clamp(std::round(middle - offset), first, last) + offset;
}

Jet floorJet(double x, ParameterValues)
{
    return constantPiece(std::floor(x), x);
}

Enclosure floorEnclosure(const Interval& x, ParameterValues)
{
    return stairs(std::floor(x.lo), std::floor(x.hi));
}

Jet ceilJet(double x, ParameterValues)
{
    return constantPiece(std::ceil(x), x);
}

Enclosure ceilEnclosure(const Interval& x, ParameterValues)
{
    return stairs(std::ceil(x.lo), std::ceil(x.hi));
}

std::optional<double> integerWithin(const Interval& x, ParameterValues)
{
    return stepWithin(x, 0.0);
}

/// f = the nearest integer, halves away from zero.
Jet roundJet(double x, ParameterValues)
{
    return constantPiece(std::round(x), x);
}

Enclosure roundEnclosure(const Interval& x, ParameterValues)
{
    return stairs(std::round(x.lo), std::round(x.hi));
}

std::optional<double> halfWithin(const Interval& x, ParameterValues)
{
    return stepWithin(x, 0.5);
}

constexpr Primitive shaped(const char* name, Jet (*evaluate)(double, ParameterValues), Shape (*shape)(ParameterValues),
                           BlockKind block = BlockKind::None)
{
    return {.name = name,
            .evaluate = evaluate,
            .shape = shape,
            .valueRounding = kExact,
            .slopeRounding = kExact,
            .curvatureRounding = kExact,
            .block = block};
}

constexpr Primitive kAbs = shaped("abs", absJet, absShape, BlockKind::Abs);
constexpr Primitive kSign = shaped("sign", signJet, signShape);
constexpr Primitive kStep = shaped("step", stepJet, stepShape);
constexpr Primitive kFloor{
    .name = "floor", .evaluate = floorJet, .enclose = floorEnclosure, .breakWithin = integerWithin};
constexpr Primitive kCeil{.name = "ceil", .evaluate = ceilJet, .enclose = ceilEnclosure, .breakWithin = integerWithin};
constexpr Primitive kRound{.name = "round", .evaluate = roundJet, .enclose = roundEnclosure, .breakWithin = halfWithin};

} // namespace

const std::array<const Primitive*, 6> kPiecewise{&kAbs, &kSign, &kStep, &kFloor, &kCeil, &kRound};

} // namespace secant::elementary

namespace secant {

const Primitive& absPrimitive()
{
    return elementary::kAbs;
}

const Primitive& signPrimitive()
{
    return elementary::kSign;
}

} // namespace secant
