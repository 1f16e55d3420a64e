#pragma once

#include <optional>

#include "core/analysis/convexity/ball.h"

namespace secant::convexity {

/// A real number that is known exactly, as a rational, or within a ball.
class Real {
public:
    Real() : Real(Rational(0)) {}
    Real(const Rational& value);             // NOLINT: converts on purpose
    Real(const Ball& ball) : m_ball(ball) {} // NOLINT: converts on purpose

    [[nodiscard]] bool isExact() const { return m_exact.has_value(); }
    /// Precondition: isExact().
    [[nodiscard]] const Rational& exact() const { return *m_exact; }
    [[nodiscard]] Ball ball() const { return m_exact ? Ball(*m_exact) : m_ball; }

    [[nodiscard]] bool isZero() const { return m_exact ? *m_exact == 0 : m_ball.isZero(); }
    /// −1, 0 or 1; nothing if the ball does not tell.
    [[nodiscard]] std::optional<int> sign() const;

    friend Real operator+(const Real& a, const Real& b);
    friend Real operator-(const Real& a, const Real& b);
    friend Real operator*(const Real& a, const Real& b);
    /// Precondition: b is not known to be 0.
    friend Real operator/(const Real& a, const Real& b);
    /// a^n. Precondition: n ≥ 0 or a is not known to be 0.
    friend Real power(const Real& a, long n);
    /// a^p for a > 0, exact if the root is.
    friend Real power(const Real& a, const Rational& p);

private:
    std::optional<Rational> m_exact;
    Ball m_ball;
};

[[nodiscard]] Real operator-(const Real& a);

} // namespace secant::convexity
