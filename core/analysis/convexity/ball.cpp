#include "core/analysis/convexity/ball.h"

#include <cstdlib>

#include "core/analysis/convexity/spare_balls.h"
#include "core/support/mpfr_caches.h"

namespace secant::convexity {

namespace {

thread_local mpfr_prec_t workingBits = 80;

/// Beyond 2^200 the period of sine is not looked for.
constexpr mpfr_exp_t kMaxPeriodicExponent = 200;

bool isHuge(const mpfr_t x)
{
    return !mpfr_number_p(x) || (!mpfr_zero_p(x) && mpfr_get_exp(x) > kMaxPeriodicExponent);
}

constexpr mpfr_exp_t kMostExponent = 2000;

/// As a fraction it would fill the memory.
bool isExtreme(mpfr_srcptr x)
{
    return mpfr_regular_p(x) != 0 && std::abs(mpfr_get_exp(x)) > kMostExponent;
}

Rational exactly(mpfr_srcptr x)
{
    Rational q;
    mpfr_get_q(q.get_mpq_t(), x);
    return q;
}

} // namespace

WorkingBits::WorkingBits(mpfr_prec_t bits) : m_before(workingBits)
{
    workingBits = bits;
}

WorkingBits::~WorkingBits()
{
    workingBits = m_before;
}

mpfr_prec_t WorkingBits::now()
{
    return workingBits;
}

Ball::Ball()
{
    freeMpfrCachesWithThread();
    takeBall(m_value, workingBits);
    mpfi_set_ui(m_value, 0);
}

Ball::Ball(const Rational& value)
{
    freeMpfrCachesWithThread();
    takeBall(m_value, workingBits);
    mpfi_set_q(m_value, value.get_mpq_t());
}

Ball::Ball(const Rational& lo, const Rational& hi) : Ball(lo)
{
    mpfr_set_q(&m_value->right, hi.get_mpq_t(), MPFR_RNDU);
}

Ball::Ball(const Ball& other)
{
    takeBall(m_value, mpfi_get_prec(other.m_value));
    mpfi_set(m_value, other.m_value);
}

Ball::Ball(Ball&& other) noexcept
{
    takeBall(m_value, MPFR_PREC_MIN);
    mpfi_swap(m_value, other.m_value);
}

Ball& Ball::operator=(const Ball& other)
{
    if (this != &other) {
        mpfi_set_prec(m_value, mpfi_get_prec(other.m_value));
        mpfi_set(m_value, other.m_value);
    }
    return *this;
}

Ball& Ball::operator=(Ball&& other) noexcept
{
    mpfi_swap(m_value, other.m_value);
    return *this;
}

Ball::~Ball()
{
    putAside(m_value);
}

Ball Ball::whole()
{
    Ball b;
    mpfr_set_inf(&b.m_value->left, -1);
    mpfr_set_inf(&b.m_value->right, 1);
    return b;
}

Ball Ball::above(const Rational& lo)
{
    Ball b(lo);
    mpfr_set_inf(&b.m_value->right, 1);
    return b;
}

Ball Ball::below(const Rational& hi)
{
    Ball b(hi);
    mpfr_set_inf(&b.m_value->left, -1);
    return b;
}

Ball Ball::pi()
{
    Ball b;
    mpfi_const_pi(b.m_value);
    return b;
}

void Ball::settle()
{
    if (mpfr_nan_p(&m_value->left) != 0 || mpfr_nan_p(&m_value->right) != 0)
        *this = whole();
}

bool Ball::isPositive() const
{
    return mpfr_sgn(&m_value->left) > 0;
}

bool Ball::isNegative() const
{
    return mpfr_sgn(&m_value->right) < 0;
}

bool Ball::isNonNegative() const
{
    return mpfr_sgn(&m_value->left) >= 0;
}

bool Ball::isNonPositive() const
{
    return mpfr_sgn(&m_value->right) <= 0;
}

bool Ball::isZero() const
{
    return mpfr_zero_p(&m_value->left) != 0 && mpfr_zero_p(&m_value->right) != 0;
}

bool Ball::isBounded() const
{
    return mpfr_number_p(&m_value->left) != 0 && mpfr_number_p(&m_value->right) != 0;
}

double Ball::low() const
{
    return mpfr_get_d(&m_value->left, MPFR_RNDD);
}

double Ball::high() const
{
    return mpfr_get_d(&m_value->right, MPFR_RNDU);
}

Rational Ball::exactLow() const
{
    return isExtreme(&m_value->left) ? Rational(low()) : exactly(&m_value->left);
}

Rational Ball::exactHigh() const
{
    return isExtreme(&m_value->right) ? Rational(high()) : exactly(&m_value->right);
}

bool Ball::isPoint() const
{
    return mpfr_equal_p(&m_value->left, &m_value->right) != 0;
}

bool Ball::isLowInteger() const
{
    return mpfr_integer_p(&m_value->left) != 0;
}

Ball Ball::lowEnd() const
{
    Ball b(*this);
    mpfr_set(&b.m_value->right, &m_value->left, MPFR_RNDU);
    return b;
}

Ball Ball::highEnd() const
{
    Ball b(*this);
    mpfr_set(&b.m_value->left, &m_value->right, MPFR_RNDD);
    return b;
}

Ball operator+(const Ball& a, const Ball& b)
{
    Ball r;
    mpfi_add(r.m_value, a.m_value, b.m_value);
    r.settle();
    return r;
}

Ball operator-(const Ball& a, const Ball& b)
{
    Ball r;
    mpfi_sub(r.m_value, a.m_value, b.m_value);
    r.settle();
    return r;
}

Ball operator*(const Ball& a, const Ball& b)
{
    Ball r;
    if (!a.isZero() && !b.isZero()) {
        mpfi_mul(r.m_value, a.m_value, b.m_value);
        r.settle();
    }
    return r;
}

Ball operator/(const Ball& a, const Ball& b)
{
    Ball r;
    if (a.isZero())
        return r;
    if (b.isNonNegative() && !b.isPositive() && !b.isZero()) {
        // 1/[0, h] = [1/h, ∞], which MPFI leaves as the whole line for some signs of zero.
        Ball inverse;
        mpfr_ui_div(&inverse.m_value->left, 1, &b.m_value->right, MPFR_RNDD);
        mpfr_set_inf(&inverse.m_value->right, 1);
        return a * inverse;
    }
    if (!b.isPositive() && !b.isNegative())
        return b.isNonPositive() && !b.isZero() ? -(a / -b) : Ball::whole();
    mpfi_div(r.m_value, a.m_value, b.m_value);
    r.settle();
    return r;
}

Ball operator-(const Ball& a)
{
    Ball r;
    mpfi_neg(r.m_value, a.m_value);
    return r;
}

Ball hull(const Ball& a, const Ball& b)
{
    Ball r;
    mpfi_union(r.m_value, a.m_value, b.m_value);
    return r;
}

Ball largest(const Ball& a, const Ball& b)
{
    Ball r;
    mpfr_max(&r.m_value->left, &a.m_value->left, &b.m_value->left, MPFR_RNDD);
    mpfr_max(&r.m_value->right, &a.m_value->right, &b.m_value->right, MPFR_RNDU);
    return r;
}

Ball smallest(const Ball& a, const Ball& b)
{
    return -largest(-a, -b);
}

Ball clipped(const Ball& a)
{
    return a.isNonNegative() ? a : largest(a, Ball());
}

Ball power(const Ball& a, long n)
{
    if (n == 0)
        return Ball(Rational(1));
    if (n < 0)
        return Ball(Rational(1)) / power(a, -n);
    Ball r;
    const bool isEven = n % 2 == 0;
    if (isEven && a.isNonPositive() && !a.isNonNegative())
        return power(-a, n);
    if (isEven && !a.isNonNegative()) {
        const Ball magnitude = largest(a, -a);
        mpfr_pow_si(&r.m_value->right, &magnitude.m_value->right, n, MPFR_RNDU);
        return r;
    }
    mpfr_pow_si(&r.m_value->left, &a.m_value->left, n, MPFR_RNDD);
    mpfr_pow_si(&r.m_value->right, &a.m_value->right, n, MPFR_RNDU);
    r.settle();
    return r;
}

Ball exp(const Ball& a)
{
    Ball r;
    mpfr_exp(&r.m_value->left, &a.m_value->left, MPFR_RNDD);
    mpfr_exp(&r.m_value->right, &a.m_value->right, MPFR_RNDU);
    return r;
}

Ball log(const Ball& a)
{
    const Ball positive = clipped(a);
    Ball r;
    mpfr_log(&r.m_value->left, &positive.m_value->left, MPFR_RNDD);
    mpfr_log(&r.m_value->right, &positive.m_value->right, MPFR_RNDU);
    r.settle();
    return r;
}

Ball sin(const Ball& a)
{
    if (isHuge(&a.m_value->left) || isHuge(&a.m_value->right))
        return {Rational(-1), Rational(1)};
    Ball r;
    mpfi_sin(r.m_value, a.m_value);
    r.settle();
    return r;
}

Ball cos(const Ball& a)
{
    if (isHuge(&a.m_value->left) || isHuge(&a.m_value->right))
        return {Rational(-1), Rational(1)};
    Ball r;
    mpfi_cos(r.m_value, a.m_value);
    r.settle();
    return r;
}

Ball floor(const Ball& a)
{
    Ball r(a); // With as many bits, so that nothing is rounded.
    mpfr_floor(&r.m_value->left, &a.m_value->left);
    mpfr_floor(&r.m_value->right, &a.m_value->right);
    return r;
}

Ball asin(const Ball& a)
{
    const Ball inside = smallest(largest(a, Ball(Rational(-1))), Ball(Rational(1)));
    Ball r;
    mpfr_asin(&r.m_value->left, &inside.m_value->left, MPFR_RNDD);
    mpfr_asin(&r.m_value->right, &inside.m_value->right, MPFR_RNDU);
    r.settle();
    return r;
}

Ball atan(const Ball& a)
{
    Ball r;
    mpfr_atan(&r.m_value->left, &a.m_value->left, MPFR_RNDD);
    mpfr_atan(&r.m_value->right, &a.m_value->right, MPFR_RNDU);
    return r;
}

Ball erf(const Ball& a)
{
    Ball r;
    mpfr_erf(&r.m_value->left, &a.m_value->left, MPFR_RNDD);
    mpfr_erf(&r.m_value->right, &a.m_value->right, MPFR_RNDU);
    return r;
}

Ball asinh(const Ball& a)
{
    Ball r;
    mpfr_asinh(&r.m_value->left, &a.m_value->left, MPFR_RNDD);
    mpfr_asinh(&r.m_value->right, &a.m_value->right, MPFR_RNDU);
    return r;
}

} // namespace secant::convexity
