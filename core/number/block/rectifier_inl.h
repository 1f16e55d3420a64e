// Kernels of the other rectifiers: ReLU and two slopes, ELU, GELU, Mish.
#if defined(SECANT_BLOCK_RECTIFIER_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef SECANT_BLOCK_RECTIFIER_INL
#undef SECANT_BLOCK_RECTIFIER_INL
#else
#define SECANT_BLOCK_RECTIFIER_INL
#endif

#include <limits>

#include "core/number/block/logistic_inl.h"

HWY_BEFORE_NAMESPACE();
namespace secant::block::HWY_NAMESPACE {

#if HWY_NATIVE_FMA

/// x for x > 0, else slope · x; the other slope at 0 is the scalar form's concern.
class TwoSlopes {
public:
    explicit TwoSlopes(double slope) : m_slope(slope) {}

    HWY_INLINE V value(V x) const { return hn::IfThenElse(x > hn::Zero(D()), x, set(m_slope) * x); }

    HWY_INLINE Jets jets(V x) const
    {
        return {value(x), hn::IfThenElse(x > hn::Zero(D()), set(1.0), set(m_slope)), hn::Zero(D())};
    }

    Reach reach{0.0, std::numeric_limits<double>::max()};

private:
    double m_slope;
};

/// max(0, x), for every x without the scalar form.
struct Relu {
    Everywhere reach;

    HWY_INLINE V value(V x) const { return hn::IfThenZeroElse(x <= hn::Zero(D()), x); }

    HWY_INLINE Jets jets(V x) const
    {
        const V f = value(x);
        return {f, hn::IfThenElse(x > hn::Zero(D()), set(1.0), f), hn::IfThenZeroElse(x == x, x)};
    }
};

/// x for x > 0, α(E − 1) else; f′ = f″ = αE there, E = e^x.
class Elu {
public:
    explicit Elu(double alpha) : m_alpha(alpha) {}

    HWY_INLINE V value(V x) const
    {
        const Pair fall = product(less1(parts(x)), set(m_alpha));
        return hn::IfThenElse(x > hn::Zero(D()), x, rounded(fall));
    }

    HWY_INLINE Jets jets(V x) const
    {
        const M positive = x > hn::Zero(D());
        const Power p = parts(x);
        const V fall = rounded(product(less1(p), set(m_alpha)));
        const V growth = rounded(product(secant::block::HWY_NAMESPACE::value(p), set(m_alpha)));
        return {hn::IfThenElse(positive, x, fall), hn::IfThenElse(positive, set(1.0), growth),
                hn::IfThenZeroElse(positive, growth)};
    }

    Reach reach{kLeast, kFar};

private:
    HWY_INLINE static Power parts(V x) { return power({hn::Min(x, hn::Zero(D())), hn::Zero(D())}); }

    double m_alpha;
};

/// With a = |x|, E = e^(−a²/2) and S = e^(a²/2) Φ(−a): f = x − aES or −aES, f′ = 1 − EN or EN with N = S − a/√(2π),
/// f″ = E(2 − a²)/√(2π). S = t G(t) with t = 2/(2 + a), G piecewise.
struct Gelu {
    Reach reach{kLeast, 37.0};

    HWY_INLINE V value(V x) const
    {
        const V a = hn::Abs(x);
        const Pair tail = product(decay(product(a, a)), normalTail(a));
        return gated(x, a, tail);
    }

    HWY_INLINE Jets jets(V x) const
    {
        const V a = hn::Abs(x);
        const Pair square = product(a, a);
        const Pair e = decay(square);
        const Pair s = normalTail(a);
        const Pair density{set(kDensity), set(kDensityLow)};
        const Pair n = withRoot(sum(s, -product(density, a)), {a, hn::Zero(D())}, kNormalSlopeRoot, 1.0 / 16.0);
        const Pair slope = product(e, n);
        const Pair rest = orderedSum(set(1.0), hn::Neg(slope.high));
        const Pair above{rest.high, rest.low - slope.low};
        const Pair turn = sum(-square, set(2.0)); // Nothing is left of its high word at √2.
        const Pair bend = product(product(e, density), sum(turn.high, turn.low));
        return {gated(x, a, product(e, s)), rounded(select(x < hn::Zero(D()), slope, above)), rounded(bend)};
    }

private:
    /// x(1 − tail) for x ≥ 0, x tail for x < 0.
    HWY_INLINE static V gated(V x, V a, const Pair& tail)
    {
        const Pair rest = orderedSum(set(1.0), hn::Neg(tail.high));
        const Pair weight = select(x < hn::Zero(D()), -tail, Pair{rest.high, rest.low - tail.low});
        return rounded(product(weight, a));
    }

    HWY_INLINE static Pair decay(const Pair& square)
    {
        return exponential({square.high * set(-0.5), square.low * set(-0.5)});
    }

    HWY_INLINE static Pair normalTail(V a)
    {
        const Pair t = scaled(inverse(orderedSum(hn::Max(a, set(2.0)), hn::Min(a, set(2.0)))), set(2.0));
        const hn::RebindToUnsigned<D> du;
        // The eighth that t lies in: adding 2^49 cuts t to eighths, after half of one is taken off.
        const V shifted = hn::Min(t.high, set(0x1.fffffffffffffp-1)) - set(0.0625) + set(0x1.8p49);
        const auto bits = hn::BitCast(du, shifted);
        const V centre = shifted - set(0x1.8p49) + set(0.0625);
        const V u = t.high - centre;
        V rest = lookup(kNormalTail13, bits);
        for (const double* coefficients :
             {kNormalTail12, kNormalTail11, kNormalTail10, kNormalTail9, kNormalTail8, kNormalTail7, kNormalTail6,
              kNormalTail5, kNormalTail4, kNormalTail3, kNormalTail2}) {
            rest = hn::MulAdd(rest, u, lookup(coefficients, bits));
        }
        const V slope = lookup(kNormalTail1, bits);
        const V first = slope * u;
        const V firstLow = hn::MulSub(slope, u, first) + hn::MulAdd(slope, t.low, lookup(kNormalTail1Low, bits) * u);
        const Pair g = orderedSum(lookup(kNormalTail0, bits), first);
        const V low = g.low + (lookup(kNormalTail0Low, bits) + firstLow);
        return product(Pair{g.high, hn::MulAdd(rest, u * u, low)}, t);
    }
};

/// With y = e^x and d = y² + 2y + 2: f = x y(y + 2)/d, f′ = y((y + 2)d + 4x(y + 1))/d²,
/// f″ = 4y(2(y + 1)d + x(2 + 2y − 3y² − 2y³))/d³.
struct Mish {
    Reach reach{kLeast, 170.0};

    HWY_INLINE V value(V x) const
    {
        const Pair y = exponential(x);
        const Pair n = product(y, sum(y, set(2.0)));
        return rounded(product(quotient(n, sum(n, set(2.0))), x));
    }

    HWY_INLINE Jets jets(V x) const
    {
        const Pair y = exponential(x);
        const Pair y1 = sum(y, set(1.0));
        const Pair y2 = sum(y1, set(1.0));
        const Pair n = product(y, y2);
        const Pair d = sum(n, set(2.0));
        const Pair r = inverse(d);
        const Pair here{x, hn::Zero(D())};
        const Pair rise = withRoot(sum(product(y2, d), product(scaled(y1, set(4.0)), x)), here, kMishSlopeRoot, kNear);
        const Pair twice = scaled(y1, set(2.0));
        const Pair turn = sum(twice, -product(product(y, y), sum(twice, set(1.0)))); // 2 + 2y − y²(2y + 3)
        const Pair bend = withRoot(withRoot(sum(product(twice, d), product(turn, x)), here, kMishBendLeft, kNear), here,
                                   kMishBendRight, kNear);
        const Pair yr = product(y, r);
        return {rounded(product(product(n, r), x)), rounded(product(product(rise, r), yr)),
                rounded(product(product(scaled(bend, set(4.0)), r), product(yr, r)))};
    }
};

#endif // HWY_NATIVE_FMA

} // namespace secant::block::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
