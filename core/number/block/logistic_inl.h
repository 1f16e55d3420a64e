// Kernels built of E = e^−z: sigmoid, tanh, softplus, and the gates x σ(z).
#if defined(SECANT_BLOCK_LOGISTIC_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef SECANT_BLOCK_LOGISTIC_INL
#undef SECANT_BLOCK_LOGISTIC_INL
#else
#define SECANT_BLOCK_LOGISTIC_INL
#endif

#include "core/number/block/loop_inl.h"

HWY_BEFORE_NAMESPACE();
namespace secant::block::HWY_NAMESPACE {

#if HWY_NATIVE_FMA

/// Up to here e^x, e^−x and their product with anything that a kernel multiplies them by are normal numbers.
constexpr double kFar = 690.0;

/// Within this distance of a root the series takes over from a sum that has lost six bits.
constexpr double kNear = 1.0 / 64.0;

/// f = R, f′ = ER², f″ = f′(E − 1)R with E = e^−x and R = 1/(1 + E).
struct Sigmoid {
    Reach reach{kLeast, kFar};

    HWY_INLINE V value(V x) const { return quotient(set(1.0), sum(exponential(hn::Neg(x)), set(1.0))); }

    HWY_INLINE Jets jets(V x) const
    {
        const Power parts = power({hn::Neg(x), hn::Zero(D())});
        const Pair e = secant::block::HWY_NAMESPACE::value(parts);
        const Pair r = inverse(sum(e, set(1.0)));
        const Pair slope = product(product(e, r), r);
        return {rounded(r), rounded(slope), rounded(product(slope, product(less1(parts), r)))};
    }
};

/// f = (1 − E)R, f′ = 4ER², f″ = −2ff′ with E = e^−2x.
struct Tanh {
    Reach reach{kLeast, kFar / 2};

    HWY_INLINE V value(V x) const
    {
        const Pair rise = less1(power({set(-2.0) * x, hn::Zero(D())}));
        const Pair q = quotient(rise, sum(rise, set(2.0)));
        return hn::Neg(q.high + q.low);
    }

    HWY_INLINE Jets jets(V x) const
    {
        const Power parts = power({set(-2.0) * x, hn::Zero(D())});
        const Pair e = secant::block::HWY_NAMESPACE::value(parts);
        const Pair r = inverse(sum(e, set(1.0)));
        const Pair tangent = product(less1(parts), r); // −f
        const Pair slope = scaled(product(product(e, r), r), set(4.0));
        const Pair bend = product(scaled(tangent, set(2.0)), slope);
        return {hn::Neg(rounded(tangent)), rounded(slope), rounded(bend)};
    }
};

/// f = (max(z, 0) + ln(1 + E))/β, f′ = σ(z), f″ = βER² with z = βx and E = e^−|z|.
class Softplus {
public:
    explicit Softplus(double beta) : reach{kLeast, kFar / beta}, m_beta(beta) {}

    HWY_INLINE V value(V x) const
    {
        const Pair z = product(x, set(m_beta));
        const Pair e = decay(z);
        return integral(z, logarithmOf1Plus(e, onePlus(e)));
    }

    HWY_INLINE Jets jets(V x) const
    {
        const Pair z = product(x, set(m_beta));
        const Pair e = decay(z);
        const Pair d = onePlus(e);
        const Pair r = inverse(d);
        const Pair rest = product(e, r);
        const Pair bend = product(product(rest, r), set(m_beta));
        return {integral(z, logarithmOf1Plus(e, d)), rounded(select(x < hn::Zero(D()), rest, r)), rounded(bend)};
    }

    Reach reach;

private:
    HWY_INLINE static Pair decay(const Pair& z)
    {
        const V size = hn::Abs(z.high);
        return exponential({hn::Neg(size), hn::IfThenElse(z.high < hn::Zero(D()), z.low, hn::Neg(z.low))});
    }

    HWY_INLINE static Pair onePlus(const Pair& e)
    {
        const Pair s = orderedSum(set(1.0), e.high);
        return {s.high, s.low + e.low};
    }

    HWY_INLINE V integral(const Pair& z, const Pair& logarithm) const
    {
        const M open = z.high >= hn::Zero(D());
        const Pair s = sum(hn::IfThenElseZero(open, z.high), logarithm.high);
        const V low = s.low + (logarithm.low + hn::IfThenElseZero(open, z.low));
        return quotient({s.high, low}, set(m_beta));
    }

    HWY_INLINE static V quotient(const Pair& a, V d)
    {
        const V r = set(1.0) / d;
        const V q = (a.high + a.low) * r;
        return hn::MulAdd((hn::NegMulAdd(q, d, a.high) + a.low), r, q);
    }

    double m_beta;
};

/// f = xR, f′ = (1 + E + zE)R², f″ = β(2(1 + E) + z(E − 1))ER³ with z = βx, E = e^−z and R = 1/(1 + E).
class Gate {
public:
    explicit Gate(double beta) : reach{kLeast, kFar / std::abs(beta)}, m_beta(beta) {}

    HWY_INLINE V value(V x) const { return quotient(x, sum(exponential(-product(x, set(m_beta))), set(1.0))); }

    HWY_INLINE Jets jets(V x) const
    {
        const Pair z = product(x, set(m_beta));
        const Pair e = exponential(-z);
        const Pair d = sum(e, set(1.0));
        const Pair r = inverse(d);
        const Pair sumOfSlope = sum(d, product(e, z));
        const Pair sumOfBend = sum(sum(sumOfSlope, d), -z);
        const Pair rise = withRoot(sumOfSlope, z, kGateSlopeRoot, kNear);
        const Pair bend = withRoot(withRoot(sumOfBend, z, kGateBendLeft, kNear), z, kGateBendRight, kNear);
        const Pair rest = product(product(e, r), set(m_beta));
        return {rounded(product(r, x)), rounded(product(product(rise, r), r)),
                rounded(product(product(bend, r), product(rest, r)))};
    }

    Reach reach;

private:
    double m_beta;
};

/// The same with z = x(C + Kx²): f′ = (1 + E + xz′E)R², f″ = ((2z′ + xz″)(1 + E) + xz′²(E − 1))ER³.
struct TanhGelu {
    Reach reach{kLeast, 20.5}; // z = 656 there.

    HWY_INLINE V value(V x) const
    {
        const Pair w = sum(product(constantCubic(), square(x)), constantLinear());
        return quotient(x, sum(exponential(-product(w, x)), set(1.0)));
    }

    HWY_INLINE Jets jets(V x) const
    {
        const Pair cubic = product(constantCubic(), square(x)); // Kx²
        const Pair w = sum(cubic, constantLinear());
        const Pair e = exponential(-product(w, x));
        const Pair d = sum(e, set(1.0));
        const Pair r = inverse(d);
        const Pair rate = sum(w, scaled(cubic, set(2.0)));                        // z′
        const Pair twice = sum(scaled(rate, set(2.0)), product(cubic, set(6.0))); // 2z′ + xz″
        const Pair lever = product(rate, x);                                      // xz′
        const Pair fall = product(product(lever, rate), sum(e, set(-1.0)));
        const Pair here{x, hn::Zero(D())};
        const Pair rise = withRoot(sum(d, product(e, lever)), here, kTanhGeluSlopeRoot, kNear);
        const Pair bend = withRoot(withRoot(sum(product(twice, d), fall), here, kTanhGeluBendLeft, kNear), here,
                                   kTanhGeluBendRight, kNear);
        return {rounded(product(r, x)), rounded(product(product(rise, r), r)),
                rounded(product(product(bend, r), product(product(e, r), r)))};
    }

private:
    HWY_INLINE static Pair square(V x) { return product(x, x); }
    HWY_INLINE static Pair constantLinear() { return {set(kTanhGelu), set(kTanhGeluLow)}; }
    HWY_INLINE static Pair constantCubic() { return {set(kTanhGeluCubic), set(kTanhGeluCubicLow)}; }
};

#endif // HWY_NATIVE_FMA

} // namespace secant::block::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
