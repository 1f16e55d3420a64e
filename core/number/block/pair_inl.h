// Numbers of two words on the vectors of one instruction set. Included once for each set, hence the guard that toggles.
#if defined(SECANT_BLOCK_PAIR_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef SECANT_BLOCK_PAIR_INL
#undef SECANT_BLOCK_PAIR_INL
#else
#define SECANT_BLOCK_PAIR_INL
#endif

#include <hwy/highway.h>

#include "core/number/block/constants.h"

HWY_BEFORE_NAMESPACE();
namespace secant::block::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

#if HWY_NATIVE_FMA // All of this rests on products that are exact: where they are not fused, nothing is offered.

using D = hn::ScalableTag<double>;
using V = hn::Vec<D>;
using M = hn::Mask<D>;

HWY_INLINE V set(double x)
{
    return hn::Set(D(), x);
}

/// The unevaluated sum high + low, about 2^−62 of it uncertain. Not always normalised: |low| may exceed a unit of high,
/// which costs nothing in sums and products but must not reach a divisor.
struct Pair {
    V high;
    V low;
};

HWY_INLINE V rounded(const Pair& a)
{
    return a.high + a.low;
}

HWY_INLINE Pair operator-(const Pair& a)
{
    return {hn::Neg(a.high), hn::Neg(a.low)};
}

/// a + b for |a| ≥ |b| or a = 0.
HWY_INLINE Pair orderedSum(V a, V b)
{
    const V s = a + b;
    return {s, b - (s - a)};
}

HWY_INLINE Pair sum(V a, V b)
{
    const V s = a + b;
    const V t = s - a;
    return {s, (a - (s - t)) + (b - t)};
}

HWY_INLINE Pair sum(const Pair& a, V b)
{
    const Pair s = sum(a.high, b);
    return {s.high, s.low + a.low};
}

HWY_INLINE Pair sum(const Pair& a, const Pair& b)
{
    const Pair s = sum(a.high, b.high);
    return {s.high, s.low + (a.low + b.low)};
}

HWY_INLINE Pair product(V a, V b)
{
    const V h = a * b;
    return {h, hn::MulSub(a, b, h)};
}

HWY_INLINE Pair product(const Pair& a, V b)
{
    const V h = a.high * b;
    return {h, hn::MulAdd(a.low, b, hn::MulSub(a.high, b, h))};
}

HWY_INLINE Pair product(const Pair& a, const Pair& b)
{
    const V h = a.high * b.high;
    const V l = hn::MulAdd(a.low, b.high, hn::MulSub(a.high, b.high, h));
    return {h, hn::MulAdd(a.high, b.low, l)};
}

/// Times a power of two.
HWY_INLINE Pair scaled(const Pair& a, V power)
{
    return {a.high * power, a.low * power};
}

HWY_INLINE Pair select(M which, const Pair& a, const Pair& b)
{
    return {hn::IfThenElse(which, a.high, b.high), hn::IfThenElse(which, a.low, b.low)};
}

HWY_INLINE Pair inverse(const Pair& d)
{
    const V r = set(1.0) / d.high;
    const V error = hn::NegMulAdd(r, d.low, hn::NegMulAdd(r, d.high, set(1.0)));
    return {r, r * error};
}

/// n/d as a pair.
HWY_INLINE Pair quotient(const Pair& n, const Pair& d)
{
    const V r = set(1.0) / d.high;
    const V q = n.high * r;
    const V rest = hn::NegMulAdd(q, d.low, hn::NegMulAdd(q, d.high, n.high) + n.low);
    return {q, rest * r};
}

/// x/d, rounded nearly once.
HWY_INLINE V quotient(V x, const Pair& d)
{
    const V r = set(1.0) / d.high;
    const V q = x * r;
    const V rest = hn::NegMulAdd(q, d.low, hn::NegMulAdd(q, d.high, x));
    return hn::MulAdd(rest, r, q);
}

/// table[bits mod 8] for each lane.
HWY_INLINE V lookup(const double* HWY_RESTRICT table, hn::Vec<hn::RebindToUnsigned<D>> bits)
{
    const hn::RebindToUnsigned<D> du;
    const hn::RebindToSigned<D> di;
    const auto index = hn::BitCast(di, hn::And(bits, hn::Set(du, 7)));
    if constexpr (hn::MaxLanes(D()) == 8) {
        // Tables are aligned, but a sanitizer moves them.
        return hn::TableLookupLanes(hn::LoadU(D(), table), hn::IndicesFromVec(D(), index));
    } else {
        return hn::GatherIndex(D(), table, index);
    }
}

/// coefficients[0] + z (coefficients[1] + …)
template<std::size_t N>
HWY_INLINE V polynomial(const double (&coefficients)[N], V z)
{
    V value = set(coefficients[N - 1]);
    for (std::size_t i = N - 1; i-- > 0;) {
        value = hn::MulAdd(value, z, set(coefficients[i]));
    }
    return value;
}

/// The same with half the depth, for polynomials that stand alone in a chain.
template<std::size_t N>
HWY_INLINE V polynomialByHalves(const double (&coefficients)[N], V z)
{
    const V square = z * z;
    V even = set(coefficients[(N - 1) / 2 * 2]);
    V odd = set(coefficients[(N - 2) / 2 * 2 + 1]);
    for (std::size_t i = (N - 1) / 2 * 2; i >= 2; i -= 2) {
        even = hn::MulAdd(even, square, set(coefficients[i - 2]));
    }
    for (std::size_t i = (N - 2) / 2 * 2 + 1; i >= 3; i -= 2) {
        odd = hn::MulAdd(odd, square, set(coefficients[i - 2]));
    }
    return hn::MulAdd(odd, z, even);
}

/// A function that vanishes at `root`, near it by its series, which keeps relative accuracy where `elsewhere`, a sum
/// that cancels, cannot. x and the root meet in three words.
HWY_INLINE Pair withRoot(const Pair& elsewhere, const Pair& x, const Root& root, double radius)
{
    const V distance = x.high - set(root.high);
    const M near = hn::Abs(distance) < set(radius);
    if (HWY_LIKELY(hn::AllFalse(D(), near))) {
        return elsewhere;
    }
    // x.high − root.high is exact this near; the other words are summed after it.
    const Pair t = orderedSum(distance, (x.low - set(root.low)) - set(root.lowest));
    const V rest = polynomial(root.rest, t.high) * t.high;
    const Pair slope = orderedSum(set(root.slope), rest + set(root.slopeLow));
    return select(near, product(t, slope), elsewhere);
}

/// e^x = scale (root + (rise + low)): root = 2^(j/8), |rise| ≤ 0.045 root.
struct Power {
    V scale;
    V root;
    V rise;
    V low;
};

/// x.high in [−708, 709]. The parts hold e^x to about 2^−62, and e^x − 1 to 2^−57 of itself.
HWY_INLINE Power power(const Pair& x)
{
    const hn::RebindToUnsigned<D> du;
    const V magic = set(0x1.8p52); // Adding it leaves the nearest whole number in the last bits.
    const V shifted = hn::MulAdd(x.high, set(kPerEighthLog2), magic);
    const auto bits = hn::BitCast(du, shifted);
    const V n = shifted - magic;
    const V near = hn::NegMulAdd(n, set(kEighthLog2), x.high);
    const V off = hn::MulSub(n, set(kEighthLog2Low), x.low);
    const V r = near - off;
    const V rLow = (near - r) - off;
    const V tail = hn::MulAdd(r * r, polynomialByHalves(kExpTail, r), rLow);
    const V root = lookup(kRoots, bits);
    const V rise = root * r;
    const V rootLow = lookup(kRootsLow, bits);
    const V low = hn::MulAdd(rootLow, r, hn::MulSub(root, r, rise)) + hn::MulAdd(root, tail, rootLow);
    const auto exponent = hn::ShiftRight<3>(bits) + hn::Set(du, 1023);
    const Pair settled = orderedSum(rise, low);
    return {hn::BitCast(D(), hn::ShiftLeft<52>(exponent)), root, settled.high, settled.low};
}

HWY_INLINE Pair value(const Power& p)
{
    const Pair m = orderedSum(p.root, p.rise);
    return scaled({m.high, m.low + p.low}, p.scale);
}

/// e^x − 1
HWY_INLINE Pair less1(const Power& p)
{
    const Pair whole = sum(p.root * p.scale, set(-1.0));
    const Pair s = sum(whole.high, p.rise * p.scale);
    return {s.high, s.low + hn::MulAdd(p.low, p.scale, whole.low)};
}

HWY_INLINE Pair exponential(V x)
{
    return value(power({x, hn::Zero(D())}));
}

HWY_INLINE Pair exponential(const Pair& x)
{
    return value(power(x));
}

/// ln(1 + E) for a normal E in (0, 1], d = 1 + E.
HWY_INLINE Pair logarithmOf1Plus(const Pair& e, const Pair& d)
{
    const hn::RebindToUnsigned<D> du;
    const V reach = hn::Min(d.high, set(1.9)); // The last piece goes up to 2.
    const auto bits = hn::BitCast(du, hn::MulAdd(reach, set(8.0), set(0x1.8p52)));
    const V c = lookup(kInverses, bits);
    const M first = c == set(1.0);
    const V p = d.high * c;
    const V off = hn::MulAdd(d.low, c, hn::MulSub(d.high, c, p));
    const Pair z = select(first, e, {p - set(1.0), off});
    const V square = z.high * z.high;
    const V tail = hn::MulAdd(z.high, polynomialByHalves(kLogTail, z.high), set(-0.5));
    const Pair s = orderedSum(lookup(kLogs, bits), z.high);
    const V low = s.low + lookup(kLogsLow, bits);
    return {s.high, hn::MulAdd(square, tail, low + hn::NegMulAdd(z.low, z.high, z.low))};
}

#endif // HWY_NATIVE_FMA

} // namespace secant::block::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
