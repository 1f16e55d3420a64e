// The rules of arithmetic on the vectors of one instruction set, for values and for jets.
#if defined(SECANT_BLOCK_RUN_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef SECANT_BLOCK_RUN_INL
#undef SECANT_BLOCK_RUN_INL
#else
#define SECANT_BLOCK_RUN_INL
#endif

#include <type_traits>

#include "core/number/block/elementary_inl.h"
#include "core/number/block/rectifier_inl.h"
#include "core/number/block/run.h"

HWY_BEFORE_NAMESPACE();
namespace secant::block::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

#if !HWY_NATIVE_FMA // Else they are those of the kernels.

using D = hn::ScalableTag<double>;
using V = hn::Vec<D>;

HWY_INLINE V set(double x)
{
    return hn::Set(D(), x);
}

struct Jets {
    V value;
    V slope;
    V curvature;
};

#endif

/// A vector as the compiler knows it: that is passed in a register, a struct of it is not always. Where vectors are
/// only emulated, the struct itself.
using Raw = std::conditional_t<std::is_array_v<decltype(V::raw)>, V, decltype(V::raw)>;

template<typename Vector>
HWY_INLINE Raw rawOf(Vector v)
{
    if constexpr (std::is_same_v<Raw, Vector>) {
        return v;
    } else {
        return v.raw;
    }
}

template<typename Vector = V>
HWY_INLINE Vector vectorOf(Raw raw)
{
    if constexpr (std::is_same_v<Raw, Vector>) {
        return raw;
    } else {
        return Vector{raw};
    }
}

/// Number i of an operand and those behind it.
HWY_INLINE V load(const Operand& operand, std::size_t i)
{
    return operand.mask == 0 ? set(*operand.at) : hn::LoadU(D(), operand.at + (i & operand.mask));
}

/// factor · rate, but 0 where the rate is.
HWY_INLINE V times(V factor, V rate)
{
    return hn::IfThenZeroElse(rate == hn::Zero(D()), factor * rate);
}

HWY_INLINE V quotient(V a, V b)
{
    return hn::IfThenElse(b == hn::Zero(D()), hn::NaN(D()), a / b);
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

HWY_INLINE Jets composed(const Jets& outer, V slope, V curvature)
{
    return {outer.value, times(outer.slope, slope),
            times(outer.curvature, slope * slope) + times(outer.slope, curvature)};
}

HWY_INLINE Jets powered(const Jets& a, int n)
{
    if (n == 1) {
        return a;
    }
    const V second = n == 2 ? set(1.0) : power(a.value, n - 2);
    const V factor = set(static_cast<double>(n) * (n - 1));
    return composed({power(a.value, n), set(n) * (second * a.value), factor * second}, a.slope, a.curvature);
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
    return composed({value, slope, half + half}, x.slope, x.curvature);
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

HWY_INLINE Jets settled(const Jets& jets)
{
    const auto isDefined = jets.value == jets.value;
    return {jets.value, hn::IfThenElse(isDefined, jets.slope, jets.value),
            hn::IfThenElse(isDefined, jets.curvature, jets.value)};
}

/// The code of an operation, of those that Codes has for each arithmetic one and each kernel.
template<typename Codes>
typename Codes::Code codeFor(Operation operation)
{
    switch (operation) {
    case Operation::Negate:
        return Codes::template arithmetic<Operation::Negate>;
    case Operation::Add:
        return Codes::template arithmetic<Operation::Add>;
    case Operation::Subtract:
        return Codes::template arithmetic<Operation::Subtract>;
    case Operation::Multiply:
        return Codes::template arithmetic<Operation::Multiply>;
    case Operation::Divide:
        return Codes::template arithmetic<Operation::Divide>;
    case Operation::MultiplyAdd:
        return Codes::template arithmetic<Operation::MultiplyAdd>;
    case Operation::Power:
        return Codes::template arithmetic<Operation::Power>;
    case Operation::Minimum:
        return Codes::template arithmetic<Operation::Minimum>;
    case Operation::Maximum:
        return Codes::template arithmetic<Operation::Maximum>;
    case Operation::Horner:
        return Codes::template arithmetic<Operation::Horner>;
#if HWY_NATIVE_FMA
    case Operation::Exp:
        return Codes::template function<Exp>;
    case Operation::Log:
        return Codes::template function<Log>;
    case Operation::Sin:
        return Codes::template function<Sin>;
    case Operation::Cos:
        return Codes::template function<Cos>;
    case Operation::Atan:
        return Codes::template function<Atan>;
    case Operation::Sqrt:
        return Codes::template function<Sqrt>;
    case Operation::Abs:
        return Codes::template function<Abs>;
    case Operation::Tanh:
        return Codes::template function<Tanh>;
    case Operation::Sigmoid:
        return Codes::template function<Sigmoid>;
    case Operation::Relu:
        return Codes::template function<Relu>;
    }
    return nullptr;
#else
    default: // The kernels need products that are exact: without them the scalar form does it all.
        return Codes::function;
    }
#endif
}

} // namespace secant::block::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
