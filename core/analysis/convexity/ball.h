#pragma once

#include <gmpxx.h>
#include <mpfi.h>

namespace secant::convexity {

using Rational = mpq_class;

/// How many bits the balls made in this thread have, for as long as the object lives.
class WorkingBits {
public:
    explicit WorkingBits(mpfr_prec_t bits);
    ~WorkingBits();
    WorkingBits(const WorkingBits&) = delete;
    WorkingBits& operator=(const WorkingBits&) = delete;

    [[nodiscard]] static mpfr_prec_t now(); ///< In this thread.

private:
    mpfr_prec_t m_before;
};

/// An interval of reals with outward rounding (MPFI). What cannot be bounded is the whole line, never NaN.
class Ball {
public:
    Ball();
    explicit Ball(const Rational& value);
    Ball(const Rational& lo, const Rational& hi);
    Ball(const Ball& other);
    Ball(Ball&& other) noexcept;
    Ball& operator=(const Ball& other);
    Ball& operator=(Ball&& other) noexcept;
    ~Ball();

    static Ball whole();
    static Ball above(const Rational& lo); ///< [lo, ∞)
    static Ball below(const Rational& hi); ///< (−∞, hi]
    static Ball pi();

    [[nodiscard]] bool isPositive() const;    ///< Every point > 0.
    [[nodiscard]] bool isNegative() const;    ///< Every point < 0.
    [[nodiscard]] bool isNonNegative() const; ///< Every point ≥ 0.
    [[nodiscard]] bool isNonPositive() const;
    [[nodiscard]] bool isZero() const; ///< The point 0.
    [[nodiscard]] bool isBounded() const;
    [[nodiscard]] double low() const;  ///< Rounded down.
    [[nodiscard]] double high() const; ///< Rounded up.
    /// The ends as fractions, exact or, where that would be too long, rounded outward to doubles.
    /// Precondition: low() or high() is finite.
    [[nodiscard]] Rational exactLow() const;
    [[nodiscard]] Rational exactHigh() const;
    [[nodiscard]] bool isPoint() const;      ///< Both ends are one number.
    [[nodiscard]] bool isLowInteger() const; ///< The low end is an integer.
    [[nodiscard]] Ball lowEnd() const;       ///< As a point.
    [[nodiscard]] Ball highEnd() const;

    friend Ball operator+(const Ball& a, const Ball& b);
    friend Ball operator-(const Ball& a, const Ball& b);
    friend Ball operator*(const Ball& a, const Ball& b);
    friend Ball operator/(const Ball& a, const Ball& b);
    friend Ball operator-(const Ball& a);
    friend Ball hull(const Ball& a, const Ball& b);
    friend Ball largest(const Ball& a, const Ball& b);
    friend Ball smallest(const Ball& a, const Ball& b);
    /// The part of a that is ≥ 0.
    friend Ball clipped(const Ball& a);
    /// aⁿ by monotone pieces; a may contain 0 for n > 0.
    friend Ball power(const Ball& a, long n);
    friend Ball floor(const Ball& a);
    friend Ball exp(const Ball& a);
    friend Ball log(const Ball& a); ///< Of the part ≥ 0.
    friend Ball sin(const Ball& a);
    friend Ball cos(const Ball& a);
    friend Ball asin(const Ball& a); ///< Of the part in [−1, 1].
    friend Ball atan(const Ball& a);
    friend Ball asinh(const Ball& a);
    friend Ball erf(const Ball& a);
    friend Ball gamma(const Ball& a);            ///< Γ for a > 0, else the whole line; so with over 1000 bits.
    friend Ball digamma(const Ball& a);          ///< Γ′/Γ for a > 0, likewise.
    friend Ball polygamma(int n, const Ball& a); ///< Its n-th derivative, n ≥ 1, for a > 0.

private:
    void settle();

    mpfi_t m_value;
};

} // namespace secant::convexity
