#include "core/analysis/convexity/real.h"

#include <cstdlib>

namespace secant::convexity {

namespace {

/// Longer rationals are carried as balls.
constexpr std::size_t kMaxBits = 4000;

std::size_t bits(const Rational& q)
{
    return mpz_sizeinbase(q.get_num_mpz_t(), 2) + mpz_sizeinbase(q.get_den_mpz_t(), 2);
}

/// a^(n/d) if it is rational, for a > 0.
std::optional<Rational> exactRoot(const Rational& a, const Rational& p)
{
    if (!p.get_num().fits_slong_p() || !p.get_den().fits_ulong_p() || p.get_den() > 64)
        return std::nullopt;
    const unsigned long degree = p.get_den().get_ui();
    const long n = p.get_num().get_si();
    mpz_class above;
    mpz_class below;
    if (mpz_root(above.get_mpz_t(), a.get_num_mpz_t(), degree) == 0 ||
        mpz_root(below.get_mpz_t(), a.get_den_mpz_t(), degree) == 0)
        return std::nullopt;
    if (bits(Rational(above, below)) * static_cast<std::size_t>(std::labs(n)) > kMaxBits)
        return std::nullopt;
    const auto exponent = static_cast<unsigned long>(std::labs(n));
    mpz_pow_ui(above.get_mpz_t(), above.get_mpz_t(), exponent);
    mpz_pow_ui(below.get_mpz_t(), below.get_mpz_t(), exponent);
    Rational result = n >= 0 ? Rational(above, below) : Rational(below, above);
    result.canonicalize();
    return result;
}

} // namespace

Real::Real(const Rational& value)
{
    if (bits(value) <= kMaxBits)
        m_value = value;
    else
        m_value = Ball(value);
}

std::optional<int> Real::sign() const
{
    if (isExact())
        return sgn(exact());
    const Ball& ball = *std::get_if<Ball>(&m_value);
    if (ball.isPositive())
        return 1;
    if (ball.isNegative())
        return -1;
    return ball.isZero() ? std::optional(0) : std::nullopt;
}

Real operator+(const Real& a, const Real& b)
{
    return a.isExact() && b.isExact() ? Real(Rational(a.exact() + b.exact())) : Real(a.ball() + b.ball());
}

Real operator-(const Real& a, const Real& b)
{
    return a.isExact() && b.isExact() ? Real(Rational(a.exact() - b.exact())) : Real(a.ball() - b.ball());
}

Real operator*(const Real& a, const Real& b)
{
    if (a.isZero() || b.isZero())
        return Rational(0);
    return a.isExact() && b.isExact() ? Real(Rational(a.exact() * b.exact())) : Real(a.ball() * b.ball());
}

Real operator/(const Real& a, const Real& b)
{
    return a.isExact() && b.isExact() ? Real(Rational(a.exact() / b.exact())) : Real(a.ball() / b.ball());
}

Real operator-(const Real& a)
{
    return Real(Rational(0)) - a;
}

Real power(const Real& a, long n)
{
    if (n == 0)
        return Rational(1);
    if (a.isExact() && a.exact() != 0) {
        const Rational magnitude = abs(a.exact());
        if (const auto exact = exactRoot(magnitude, Rational(n)))
            return a.exact() < 0 && n % 2 != 0 ? Rational(-*exact) : *exact;
    }
    if (a.isExact() && a.exact() == 0 && n > 0)
        return Rational(0);
    return power(a.ball(), n);
}

Real power(const Real& a, const Rational& p)
{
    if (a.isExact()) {
        if (const auto exact = exactRoot(a.exact(), p))
            return *exact;
    }
    return exp(Ball(p) * log(a.ball()));
}

} // namespace secant::convexity
