#include "core/analysis/convexity/ball.h"

/// Γ and its logarithmic derivatives on balls.
namespace secant::convexity {

namespace {

/// With 2000 bits the Bernoulli numbers behind Γ take 40 ms.
constexpr mpfr_prec_t kMostBits = 1000;
constexpr double kFarOut = 1e9;

/// log x − 1/(2x) − 1/(12x²) + [0, 1/(120x⁴)] for x > 0 (Abramowitz and Stegun 6.3.18; the series is enveloping).
/// MPFR takes as many bits for a huge x as it has digits.
Ball digammaFarOut(const Ball& x)
{
    const Ball square = power(x, 2);
    return log(x) - Ball(Rational(1)) / (Ball(Rational(2)) * x) - Ball(Rational(1)) / (Ball(Rational(12)) * square) +
           hull(Ball(), Ball(Rational(1)) / (Ball(Rational(120)) * power(square, 2)));
}

/// |ψ⁽ⁿ⁾(x)| = n! Σ (x + k)^−(n+1): terms summed up to x + k ≥ 20, and of the rest the asymptotic series, which is
/// enveloping: the truth lies between two partial sums that follow each other (Abramowitz and Stegun 6.4.11).
Ball polygammaAt(int n, const Ball& x)
{
    Ball factorial(Rational(1));
    for (int i = 2; i < n; ++i)
        factorial = factorial * Ball(Rational(i)); // (n − 1)!
    const Ball full = n > 1 ? factorial * Ball(Rational(n)) : factorial;
    Ball sum;
    Ball y = x;
    for (int k = 0; k < 20; ++k) {
        sum = sum + full / power(y, n + 1);
        y = y + Ball(Rational(1));
    }
    const Ball next = full * Ball(Rational(n + 1)) / Ball(Rational(12)) / power(y, n + 2);
    const Ball last = full * Ball(Rational((n + 1) * (n + 2) * (n + 3), 720)) / power(y, n + 4);
    return sum + factorial / power(y, n) + full / (Ball(Rational(2)) * power(y, n + 1)) + next - hull(Ball(), last);
}

} // namespace

Ball gamma(const Ball& a)
{
    // Γ falls up to 1.46163…, where it is 0.88560…, and rises from there.
    if (!a.isPositive() || !a.isBounded() || a.high() > 1e4 || WorkingBits::now() > kMostBits)
        return Ball::whole();
    const bool isLeft = a.high() <= 1.4616;
    const bool isRight = a.low() >= 1.4617;
    Ball r;
    if (isLeft || isRight) {
        mpfr_gamma(&r.m_value->left, isLeft ? &a.m_value->right : &a.m_value->left, MPFR_RNDD);
        mpfr_gamma(&r.m_value->right, isLeft ? &a.m_value->left : &a.m_value->right, MPFR_RNDU);
    } else {
        Ball other;
        mpfr_gamma(&r.m_value->right, &a.m_value->left, MPFR_RNDU);
        mpfr_gamma(&other.m_value->right, &a.m_value->right, MPFR_RNDU);
        r = hull(Ball(Rational(8856, 10000)), largest(r, other));
        mpfr_set_q(&r.m_value->left, Rational(8856, 10000).get_mpq_t(), MPFR_RNDD);
    }
    r.settle();
    return r;
}

Ball digamma(const Ball& a)
{
    if (!a.isPositive() || WorkingBits::now() > kMostBits)
        return Ball::whole();
    // It rises.
    Ball r;
    if (a.low() > kFarOut)
        r = digammaFarOut(a.lowEnd());
    else
        mpfr_digamma(&r.m_value->left, &a.m_value->left, MPFR_RNDD);
    if (a.high() > kFarOut && a.isBounded()) {
        const Ball above = digammaFarOut(a.highEnd());
        mpfr_set(&r.m_value->right, &above.m_value->right, MPFR_RNDU);
    } else {
        mpfr_digamma(&r.m_value->right, &a.m_value->right, MPFR_RNDU);
    }
    r.settle();
    return r;
}

Ball polygamma(int n, const Ball& a)
{
    if (!a.isPositive())
        return Ball::whole();
    // The magnitude falls from ∞ at 0 to 0 at ∞.
    const Ball most = polygammaAt(n, a.lowEnd());
    const Ball magnitude = a.isBounded() ? hull(polygammaAt(n, a.highEnd()), most) : hull(Ball(), most);
    return n % 2 == 1 ? magnitude : -magnitude;
}

} // namespace secant::convexity
