// Kernels of exp, log, sin, cos, atan, √ and |x|.
#if defined(SECANT_BLOCK_ELEMENTARY_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef SECANT_BLOCK_ELEMENTARY_INL
#undef SECANT_BLOCK_ELEMENTARY_INL
#else
#define SECANT_BLOCK_ELEMENTARY_INL
#endif

#include "core/number/block/logistic_inl.h"

HWY_BEFORE_NAMESPACE();
namespace secant::block::HWY_NAMESPACE {

#if HWY_NATIVE_FMA

struct Exp {
    Reach reach{kLeast, kFar};

    /// As power() of pair_inl.h does it, with the last sum rounded at once.
    HWY_INLINE V value(V x) const
    {
        const hn::RebindToUnsigned<D> du;
        const V shifted = hn::MulAdd(x, set(kPerEighthLog2), set(0x1.8p52));
        const auto bits = hn::BitCast(du, shifted);
        const V n = shifted - set(0x1.8p52);
        const V r = hn::NegMulAdd(n, set(kEighthLog2Low), hn::NegMulAdd(n, set(kEighthLog2), x));
        const V rise = hn::MulAdd(r * r, polynomialByHalves(kExpTail, r), r);
        const V root = lookup(kRoots, bits);
        const V f = root + hn::MulAdd(root, rise, lookup(kRootsLow, bits));
        return f * hn::BitCast(D(), hn::ShiftLeft<52>(hn::ShiftRight<3>(bits) + hn::Set(du, 1023)));
    }

    HWY_INLINE Jets jets(V x) const
    {
        const V f = value(x);
        return {f, f, f};
    }
};

/// x = 2^e m with m in [3/4, 3/2): ln x = e ln 2 + ln m, m reduced by the eighth that it is nearest to.
struct Log {
    PositiveReach reach{0x1p-500, 0x1p500};

    HWY_INLINE V value(V x) const
    {
        const hn::RebindToUnsigned<D> du;
        const auto bits = hn::BitCast(du, x);
        const auto fraction = hn::Or(hn::And(bits, hn::Set(du, 0xfffffffffffffULL)), hn::BitCast(du, set(1.0)));
        const V upper = hn::BitCast(D(), fraction); // In [1, 2).
        const M high = upper >= set(1.5);
        const V m = hn::IfThenElse(high, upper * set(0.5), upper);
        // The exponent as a double: its bits under those of 2^52.
        const auto exponentBits = hn::Or(hn::ShiftRight<52>(bits), hn::BitCast(du, set(0x1p52)));
        const V exponent =
            hn::BitCast(D(), exponentBits) - hn::IfThenElse(high, set(0x1p52 + 1022.0), set(0x1p52 + 1023.0));

        const auto eighth = hn::BitCast(du, hn::MulAdd(m, set(8.0), set(0x1.8p52)));
        const V c = lookup(kNearInverses, eighth);
        const V p = m * c;
        const V zLow = hn::MulSub(m, c, p);
        const V z = p - set(1.0);
        const V tail = hn::MulAdd(z, polynomialByHalves(kLogTail, z), set(-0.5));
        const Pair nearLog = orderedSum(lookup(kNearLogs, eighth), z);
        const Pair whole = sum(exponent * set(kLog2), nearLog.high);
        const V small = (whole.low + nearLog.low) + (lookup(kNearLogsLow, eighth) + exponent * set(kLog2Low));
        return whole.high + hn::MulAdd(z * z, tail, small + hn::NegMulAdd(zLow, z, zLow));
    }

    HWY_INLINE Jets jets(V x) const
    {
        const V slope = set(1.0) / x;
        return {value(x), slope, hn::Neg(slope) / x};
    }
};

/// x = n π/2 + r, |r| ≤ π/4, in three words of π/2.
struct QuarterTurns {
    Pair r;
    M isOdd;   ///< n is odd: sine and cosine change places.
    V sinSign; ///< −0 where the sine is negated.
    V cosSign;
};

HWY_INLINE QuarterTurns quarterTurns(V x)
{
    const hn::RebindToUnsigned<D> du;
    const V shifted = hn::MulAdd(x, set(kTwoOverPi), set(0x1.8p52));
    const auto bits = hn::BitCast(du, shifted);
    const V n = shifted - set(0x1.8p52);
    const V first = hn::NegMulAdd(n, set(kHalfPi1), x); // Exact.
    const V r = hn::NegMulAdd(n, set(kHalfPi2), first);
    const V low = hn::NegMulAdd(n, set(kHalfPi3), hn::NegMulAdd(n, set(kHalfPi2), first - r));
    const auto one = hn::Set(du, 1);
    const M isOdd = hn::RebindMask(D(), hn::And(bits, one) == one);
    const auto cosBits = hn::ShiftLeft<63>(hn::ShiftRight<1>(bits + one));
    return {{r, low}, isOdd, hn::BitCast(D(), hn::ShiftLeft<63>(hn::ShiftRight<1>(bits))), hn::BitCast(D(), cosBits)};
}

HWY_INLINE V sineOf(const Pair& r, V square)
{
    const V cube = square * r.high;
    return r.high +
           hn::MulAdd(cube, polynomialByHalves(kSinTail, square), hn::NegMulAdd(square * set(0.5), r.low, r.low));
}

HWY_INLINE V cosineOf(const Pair& r, V square)
{
    const V half = square * set(0.5);
    const V halfLow = hn::MulSub(r.high, r.high, square) * set(0.5);
    const Pair s = orderedSum(set(1.0), hn::Neg(half));
    const V low = s.low - hn::MulAdd(r.high, r.low, halfLow);
    return s.high + hn::MulAdd(square * square, polynomialByHalves(kCosTail, square), low);
}

/// Farther out the words of π/2 run short.
constexpr double kFarthestAngle = 8192.0;

struct Sin {
    Reach reach{kLeast, kFarthestAngle};

    HWY_INLINE V value(V x) const
    {
        const QuarterTurns q = quarterTurns(x);
        const V square = q.r.high * q.r.high;
        return hn::Xor(hn::IfThenElse(q.isOdd, cosineOf(q.r, square), sineOf(q.r, square)), q.sinSign);
    }

    HWY_INLINE Jets jets(V x) const
    {
        const QuarterTurns q = quarterTurns(x);
        const V square = q.r.high * q.r.high;
        const V s = sineOf(q.r, square);
        const V c = cosineOf(q.r, square);
        const V sine = hn::Xor(hn::IfThenElse(q.isOdd, c, s), q.sinSign);
        return {sine, hn::Xor(hn::IfThenElse(q.isOdd, s, c), q.cosSign), hn::Neg(sine)};
    }
};

struct Cos {
    Reach reach{kLeast, kFarthestAngle};

    HWY_INLINE V value(V x) const
    {
        const QuarterTurns q = quarterTurns(x);
        const V square = q.r.high * q.r.high;
        return hn::Xor(hn::IfThenElse(q.isOdd, sineOf(q.r, square), cosineOf(q.r, square)), q.cosSign);
    }

    HWY_INLINE Jets jets(V x) const
    {
        const Jets sine = Sin().jets(x);
        return {sine.slope, hn::Neg(sine.value), hn::Neg(sine.slope)};
    }
};

/// atan a = atan c + atan t with t = (a − c)/(1 + ac), c near a or, for a > 1, π/2 less that of 1/a.
struct Atan {
    Reach reach{kLeast, 0x1p400};

    HWY_INLINE V value(V x) const
    {
        const hn::RebindToUnsigned<D> du;
        const V a = hn::Abs(x);
        const M large = a > set(1.0);
        const V small = hn::Min(a, set(1.0) / hn::Max(a, set(1.0)));
        const auto seventh = hn::BitCast(du, hn::MulAdd(small, set(7.0), set(0x1.8p52)));
        const V c = lookup(kAtanCentres, seventh);
        const V up = hn::NegMulAdd(c, hn::IfThenElse(large, a, set(1.0)), hn::IfThenElse(large, set(1.0), a));
        const V down = hn::MulAdd(c, hn::IfThenElse(large, set(1.0), a), hn::IfThenElse(large, a, set(1.0)));
        const V t = up / down;
        const V square = t * t;
        const V cube = square * t * polynomialByHalves(kAtanTail, square);
        const V angle = lookup(kAtans, seventh);
        const V angleLow = lookup(kAtansLow, seventh);
        // For a > 1: π/2 − (angle + t + cube).
        const Pair inner = orderedSum(angle, t);
        const V innerLow = inner.low + (angleLow + cube);
        const Pair outer = orderedSum(set(kHalfPi), hn::Neg(inner.high));
        const V outerLow = (outer.low + set(kHalfPiLow)) - innerLow;
        const V size = hn::IfThenElse(large, outer.high, inner.high) + hn::IfThenElse(large, outerLow, innerLow);
        return hn::CopySign(size, x);
    }

    HWY_INLINE Jets jets(V x) const
    {
        const Pair square = product(x, x);
        const Pair slope = inverse(sum(square, set(1.0)));
        return {value(x), rounded(slope), rounded(product(product(slope, set(-2.0) * x), slope))};
    }
};

/// Negative numbers give NaN, −0 itself.
struct Sqrt {
    PositiveReach reach{0x1p-300, 0x1p300};

    HWY_INLINE V value(V x) const { return hn::Sqrt(x); }

    HWY_INLINE Jets jets(V x) const
    {
        const V root = hn::Sqrt(x);
        const V slope = set(0.5) / root;
        return {root, slope, set(-0.5) * slope / x};
    }
};

struct Abs {
    Reach reach{0x1p-1074, std::numeric_limits<double>::infinity()};

    HWY_INLINE V value(V x) const { return hn::Abs(x); }
    HWY_INLINE Jets jets(V x) const { return {hn::Abs(x), hn::CopySign(set(1.0), x), hn::Zero(D())}; }
};

#endif // HWY_NATIVE_FMA

} // namespace secant::block::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
