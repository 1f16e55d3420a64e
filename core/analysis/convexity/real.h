#pragma once

#include <optional>
#include <variant>

#include "core/analysis/convexity/ball.h"

namespace secant::convexity {

/// A real number that is known exactly, as a rational, or within a ball.
class Real {
public:
    Real() : Real(Rational(0)) {}
    Real(const Rational& value);              // NOLINT: converts on purpose
    Real(const Ball& ball) : m_value(ball) {} // NOLINT: converts on purpose

    [[nodiscard]] bool isExact() const { return std::holds_alternative<Rational>(m_value); }
    /// Precondition: isExact().
    [[nodiscard]] const Rational& exact() const { return *std::get_if<Rational>(&m_value); }
    [[nodiscard]] Ball ball() const { return isExact() ? Ball(exact()) : *std::get_if<Ball>(&m_value); }

    [[nodiscard]] bool isZero() const { return isExact() ? exact() == 0 : std::get_if<Ball>(&m_value)->isZero(); }
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
    std::variant<Rational, Ball> m_value;
};

[[nodiscard]] Real operator-(const Real& a);

} // namespace secant::convexity
