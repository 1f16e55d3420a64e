#include "core/number/block/arithmetic.h"

// Compiled once for each instruction set, as block.cpp is.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/number/block/arithmetic.cpp"
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3_DL)
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace secant::block::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

namespace {

using D = hn::CappedTag<double, kGrain>;
using V = hn::Vec<D>;

HWY_INLINE V set(double x)
{
    return hn::Set(D(), x);
}

HWY_INLINE V load(const Operand& operand, std::size_t i)
{
    return hn::LoadU(D(), operand.at + (operand.isConstant ? 0 : i));
}

HWY_INLINE V undefined()
{
    return hn::NaN(D());
}

/// factor · rate, but 0 where the rate is.
HWY_INLINE V times(V factor, V rate)
{
    return hn::IfThenZeroElse(rate == hn::Zero(D()), factor * rate);
}

HWY_INLINE V quotient(V a, V b)
{
    return hn::IfThenElse(b == hn::Zero(D()), undefined(), a / b);
}

HWY_INLINE V least(V a, V b)
{
    const V smaller = hn::IfThenElse(b < a, b, a);
    return hn::IfThenElse(b == b, smaller, b); // a NaN compares false and is kept.
}

HWY_INLINE V greatest(V a, V b)
{
    const V larger = hn::IfThenElse(a < b, b, a);
    return hn::IfThenElse(b == b, larger, b);
}

/// a^n by squaring, in two words so that it is rounded nearly once.
HWY_INLINE V power(V a, int n)
{
    if (n <= 2) {
        return n == 2 ? a * a : a;
    }
    V high = a;
    V low = hn::Zero(D());
    int bit = 8;
    while ((n & bit) == 0 && n < 16) {
        bit >>= 1;
    }
    bit = n == 16 ? 16 : bit;
    while ((bit >>= 1) != 0) {
        const V square = high * high;
        low = hn::MulAdd(high + high, low, hn::MulSub(high, high, square));
        high = square;
        if ((n & bit) != 0) {
            const V next = high * a;
            low = hn::MulAdd(low, a, hn::MulSub(high, a, next));
            high = next;
        }
    }
    const V result = high + low;
    return hn::IfThenElse(hn::Abs(result) <= set(0x1.fffffffffffffp1023), result, high);
}

HWY_INLINE V horner(std::span<const double> coefficients, V x)
{
    V value = hn::MulAdd(set(coefficients[0]), x, set(coefficients[1]));
    for (std::size_t k = 2; k < coefficients.size(); ++k) {
        value = hn::MulAdd(value, x, set(coefficients[k]));
    }
    return value;
}

template<typename Rule>
HWY_INLINE void each(double* out, std::size_t count, const Rule& rule)
{
    for (std::size_t i = 0; i < count; i += hn::Lanes(D())) {
        hn::StoreU(rule(i), D(), out + i);
    }
}

struct Jets {
    V value;
    V slope;
    V curvature;
};

HWY_INLINE Jets load(const JetOperand& operand, std::size_t i)
{
    return {load(operand.value, i), load(operand.slope, i), load(operand.curvature, i)};
}

template<typename Rule>
HWY_INLINE void eachJet(const JetBlock& out, std::size_t count, const Rule& rule)
{
    for (std::size_t i = 0; i < count; i += hn::Lanes(D())) {
        const Jets jets = rule(i);
        hn::StoreU(jets.value, D(), out.value + i);
        hn::StoreU(jets.slope, D(), out.slope + i);
        hn::StoreU(jets.curvature, D(), out.curvature + i);
    }
}

/// u″v + 2u′v′ + uv″ and its lower orders.
HWY_INLINE Jets multiplied(const Jets& a, const Jets& b)
{
    const V slope = hn::MulAdd(a.slope, b.value, a.value * b.slope);
    const V cross = hn::MulAdd(a.slope + a.slope, b.slope, a.value * b.curvature);
    return {a.value * b.value, slope, hn::MulAdd(a.curvature, b.value, cross)};
}

/// q = a/b, q′ = (a′ − q b′)/b, q″ = (a″ − 2q′b′ − q b″)/b.
HWY_INLINE Jets divided(const Jets& a, const Jets& b)
{
    const V q = quotient(a.value, b.value);
    const V slope = hn::NegMulAdd(q, b.slope, a.slope) / b.value;
    const V rest = hn::NegMulAdd(slope + slope, b.slope, a.curvature);
    return {q, slope, hn::NegMulAdd(q, b.curvature, rest) / b.value};
}

HWY_INLINE Jets composed(V value, V outerSlope, V outerCurvature, V slope, V curvature)
{
    return {value, times(outerSlope, slope), times(outerCurvature, slope * slope) + times(outerSlope, curvature)};
}

HWY_INLINE Jets powered(const Jets& a, int n)
{
    if (n == 1) {
        return a;
    }
    const V second = n == 2 ? set(1.0) : power(a.value, n - 2);
    const V factor = set(static_cast<double>(n) * (n - 1));
    return composed(power(a.value, n), set(n) * (second * a.value), factor * second, a.slope, a.curvature);
}

HWY_INLINE Jets hornerJets(std::span<const double> coefficients, const Jets& x)
{
    V value = set(coefficients[0]);
    V slope = hn::Zero(D());
    V half = hn::Zero(D());
    for (std::size_t k = 1; k < coefficients.size(); ++k) {
        half = hn::MulAdd(half, x.value, slope);
        slope = hn::MulAdd(slope, x.value, value);
        value = hn::MulAdd(value, x.value, set(coefficients[k]));
    }
    return composed(value, slope, half + half, x.slope, x.curvature);
}

/// The chosen one; where both are equal, the mean of their derivatives; NaN where either is.
HWY_INLINE Jets chosen(V value, const Jets& a, const Jets& b)
{
    const auto isFirst = value == a.value;
    const auto isTie = a.value == b.value;
    const V half = set(0.5);
    const V slope = hn::IfThenElse(isFirst, a.slope, b.slope);
    const V curvature = hn::IfThenElse(isFirst, a.curvature, b.curvature);
    return {value, hn::IfThenElse(isTie, half * (a.slope + b.slope), slope),
            hn::IfThenElse(isTie, half * (a.curvature + b.curvature), curvature)};
}

} // namespace

void valuesOnTarget(const Arithmetic& what, const Operand (&operands)[3], double* out, std::size_t count)
{
    const Operand a = operands[0];
    const Operand b = operands[1];
    const Operand c = operands[2];
    switch (what.operation) {
    case Operation::Negate:
        return each(out, count, [&](std::size_t i) { return hn::Neg(load(a, i)); });
    case Operation::Add:
        return each(out, count, [&](std::size_t i) { return load(a, i) + load(b, i); });
    case Operation::Subtract:
        return each(out, count, [&](std::size_t i) { return load(a, i) - load(b, i); });
    case Operation::Multiply:
        return each(out, count, [&](std::size_t i) { return load(a, i) * load(b, i); });
    case Operation::Divide:
        return each(out, count, [&](std::size_t i) { return quotient(load(a, i), load(b, i)); });
    case Operation::MultiplyAdd:
        return each(out, count, [&](std::size_t i) { return hn::MulAdd(load(a, i), load(b, i), load(c, i)); });
    case Operation::Power:
        return each(out, count, [&, n = what.exponent](std::size_t i) { return power(load(a, i), n); });
    case Operation::Minimum:
        return each(out, count, [&](std::size_t i) { return least(load(a, i), load(b, i)); });
    case Operation::Maximum:
        return each(out, count, [&](std::size_t i) { return greatest(load(a, i), load(b, i)); });
    case Operation::Horner:
        return each(out, count, [&](std::size_t i) { return horner(what.coefficients, load(a, i)); });
    }
}

void jetsOnTarget(const Arithmetic& what, const JetOperand (&operands)[3], const JetBlock& out, std::size_t count)
{
    const JetOperand a = operands[0];
    const JetOperand b = operands[1];
    const JetOperand c = operands[2];
    switch (what.operation) {
    case Operation::Negate:
        return eachJet(out, count, [&](std::size_t i) {
            const Jets u = load(a, i);
            return Jets{hn::Neg(u.value), hn::Neg(u.slope), hn::Neg(u.curvature)};
        });
    case Operation::Add:
        return eachJet(out, count, [&](std::size_t i) {
            const Jets u = load(a, i);
            const Jets v = load(b, i);
            return Jets{u.value + v.value, u.slope + v.slope, u.curvature + v.curvature};
        });
    case Operation::Subtract:
        return eachJet(out, count, [&](std::size_t i) {
            const Jets u = load(a, i);
            const Jets v = load(b, i);
            return Jets{u.value - v.value, u.slope - v.slope, u.curvature - v.curvature};
        });
    case Operation::Multiply:
        return eachJet(out, count, [&](std::size_t i) { return multiplied(load(a, i), load(b, i)); });
    case Operation::Divide:
        return eachJet(out, count, [&](std::size_t i) { return divided(load(a, i), load(b, i)); });
    case Operation::MultiplyAdd:
        return eachJet(out, count, [&](std::size_t i) {
            const Jets u = load(a, i);
            const Jets v = load(b, i);
            const Jets w = load(c, i);
            const Jets p = multiplied(u, v);
            return Jets{hn::MulAdd(u.value, v.value, w.value), p.slope + w.slope, p.curvature + w.curvature};
        });
    case Operation::Power:
        return eachJet(out, count, [&, n = what.exponent](std::size_t i) { return powered(load(a, i), n); });
    case Operation::Minimum:
        return eachJet(out, count, [&](std::size_t i) {
            const Jets u = load(a, i);
            const Jets v = load(b, i);
            return chosen(least(u.value, v.value), u, v);
        });
    case Operation::Maximum:
        return eachJet(out, count, [&](std::size_t i) {
            const Jets u = load(a, i);
            const Jets v = load(b, i);
            return chosen(greatest(u.value, v.value), u, v);
        });
    case Operation::Horner:
        return eachJet(out, count, [&](std::size_t i) { return hornerJets(what.coefficients, load(a, i)); });
    }
}

void chainOnTarget(const JetBlock& out, const Operand& slope, const Operand& curvature, std::size_t count)
{
    for (std::size_t i = 0; i < count; i += hn::Lanes(D())) {
        const V outerSlope = hn::LoadU(D(), out.slope + i);
        const V outerCurvature = hn::LoadU(D(), out.curvature + i);
        const Jets jets = composed(outerSlope, outerSlope, outerCurvature, load(slope, i), load(curvature, i));
        hn::StoreU(jets.slope, D(), out.slope + i);
        hn::StoreU(jets.curvature, D(), out.curvature + i);
    }
}

void settleOnTarget(const JetBlock& out, std::size_t count)
{
    for (std::size_t i = 0; i < count; i += hn::Lanes(D())) {
        const V value = hn::LoadU(D(), out.value + i);
        const auto isDefined = value == value;
        hn::StoreU(hn::IfThenElse(isDefined, hn::LoadU(D(), out.slope + i), value), D(), out.slope + i);
        hn::StoreU(hn::IfThenElse(isDefined, hn::LoadU(D(), out.curvature + i), value), D(), out.curvature + i);
    }
}

} // namespace secant::block::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace secant::block {

HWY_EXPORT(valuesOnTarget);
HWY_EXPORT(jetsOnTarget);
HWY_EXPORT(chainOnTarget);
HWY_EXPORT(settleOnTarget);

void values(const Arithmetic& what, const Operand (&operands)[3], double* out, std::size_t count)
{
    HWY_DYNAMIC_DISPATCH(valuesOnTarget)(what, operands, out, count);
}

void jets(const Arithmetic& what, const JetOperand (&operands)[3], const JetBlock& out, std::size_t count)
{
    HWY_DYNAMIC_DISPATCH(jetsOnTarget)(what, operands, out, count);
}

void chain(const JetBlock& out, const Operand& slope, const Operand& curvature, std::size_t count)
{
    HWY_DYNAMIC_DISPATCH(chainOnTarget)(out, slope, curvature, count);
}

void settle(const JetBlock& out, std::size_t count)
{
    HWY_DYNAMIC_DISPATCH(settleOnTarget)(out, count);
}

} // namespace secant::block

#endif
