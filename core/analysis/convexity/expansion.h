#pragma once

#include <map>
#include <utility>

#include "core/analysis/convexity/prover.h"

namespace secant::convexity {

/// A sum of c·t^p·(log t)^k as t → 0+, and a remainder O(t^order·|log t|^n).
struct Series {
    /// Ascending powers of t, then of log t. The coefficients are constants ≠ 0 formally.
    std::map<std::pair<Rational, int>, Form> terms;
    std::optional<Rational> order; ///< Nothing: there is no remainder.
};

/// Least power among the terms and the remainder; nothing for 0.
[[nodiscard]] std::optional<Rational> leadOf(const Series& a);

/// Expands normal forms at t = 0+, and reads limits off. Throws NoForm where it does not know how.
class Expansion {
public:
    /// `length`: how far beyond its first power a series is followed. Precondition: `prover` is one of `field`.
    Expansion(Field& field, Prover& prover, const Rational& length) : m_field(field), m_prover(prover), m_length(length)
    {
    }

    [[nodiscard]] Series of(const Form& a);
    [[nodiscard]] Limit limit(const Series& a);
    /// (f − f(0+))/(direction·t): its limit is the one-sided derivative. Precondition: f has a finite limit.
    [[nodiscard]] Series quotient(const Series& f, int direction);

private:
    Series ofKernelPower(int k, const Rational& e);
    Series ofKernel(int k);
    static Series sum(const Series& a, const Series& b, const Rational& factor = 1);
    Series product(const Series& a, const Series& b);
    Series power(const Series& a, const Rational& q);
    Series exponential(const Series& u);
    Series logarithm(const Series& u);
    Series wave(const Series& u, bool isSine);
    Series arcTangent(const Series& u);
    Series errorFunction(const Series& u);
    static Series constant(const Form& c);
    /// Σ cₙ vⁿ for v → 0, with the coefficients asked for in order.
    template<typename Coefficient>
    Series composed(const Series& v, Coefficient coefficient);
    /// c and v with u = c + v, v → 0. Throws NoForm where there are none.
    static std::pair<Form, Series> split(const Series& u);
    void trim(Series& a) const;
    int signOf(const Form& constant);

    Field& m_field;
    Prover& m_prover;
    Rational m_length;
    std::map<std::pair<int, Rational>, Series> m_memo;
};

} // namespace secant::convexity
