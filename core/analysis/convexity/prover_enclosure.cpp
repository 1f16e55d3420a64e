#include <algorithm>
#include <cmath>

#include "core/analysis/convexity/prover.h"

namespace secant::convexity {

namespace {

constexpr std::size_t kMaxCentredTerms = 12;

} // namespace

std::vector<Rational> Prover::samplePoints() const
{
    std::vector<Rational> points;
    for (const Rational& u :
         {Rational(1, 2), Rational(3, 17), Rational(13, 17), Rational(1, 64), Rational(2, 7), Rational(9, 10)}) {
        if (m_range.lo && m_range.hi)
            points.emplace_back(*m_range.lo + u * (*m_range.hi - *m_range.lo));
        else if (m_range.lo)
            points.emplace_back(*m_range.lo + 4 * u);
        else
            points.emplace_back(m_range.hi ? Rational(*m_range.hi - 4 * u) : u);
    }
    return points;
}

bool Prover::isNonzeroSomewhere(const Form& a)
{
    return std::ranges::any_of(samplePoints(), [&](const Rational& t) {
        const Ball b = enclose(a, Ball(t));
        return b.isPositive() || b.isNegative();
    });
}

bool Prover::hasBothSigns(const Form& a)
{
    bool isPositive = false;
    bool isNegative = false;
    for (const Rational& t : samplePoints()) {
        const Ball b = enclose(a, Ball(t));
        isPositive = isPositive || b.isPositive();
        isNegative = isNegative || b.isNegative();
        if (isPositive && isNegative)
            return true;
    }
    return false;
}

Ball Prover::enclose(const Form& a, const Ball& t)
{
    m_memo.assign(64, std::nullopt);
    Ball sum;
    for (const auto& [m, c] : a)
        sum = sum + encloseTerm(m, c, t);
    return sum;
}

/// A polynomial in t about the middle of a bounded box: tight where its terms are large and nearly cancel.
Ball Prover::enclosePolynomial(const Polynomial& p, const Ball& t)
{
    const Rational lo = t.exactLow();
    const Rational hi = t.exactHigh();
    const Rational middle = simplestBetween((3 * lo + hi) / 4, (lo + 3 * hi) / 4);
    Polynomial shifted = p;
    for (std::size_t i = 0; i + 1 < shifted.size(); ++i) {
        for (std::size_t j = shifted.size() - 1; j > i; --j)
            shifted[j - 1] += middle * shifted[j];
    }
    const Ball h(lo - middle, hi - middle);
    Ball sum;
    for (std::size_t i = 0; i < shifted.size(); ++i)
        sum = sum + Ball(shifted[i]) * power(h, static_cast<long>(i));
    return sum;
}

Ball Prover::encloseExponent(const Form& exponent, const Ball& t)
{
    const bool isBox = std::isfinite(t.low()) && std::isfinite(t.high());
    const auto p = exponent.size() > 1 && isBox ? polynomialIn(exponent, 0) : std::nullopt;
    if (p && p->size() <= kMaxCentredTerms)
        return enclosePolynomial(*p, t);
    Ball sum;
    for (const auto& [m, c] : exponent)
        sum = sum + encloseTerm(m, c, t);
    return sum;
}

Ball Prover::encloseTerm(const Monomial& m, const Rational& c, const Ball& t)
{
    m_field.budget().poll();
    Ball value(c);
    Form exponent;
    bool hasExponential = false;
    for (const auto& [k, e] : m) {
        if (m_field.kernel(k).kind == KernelKind::Exp) {
            exponent = add(exponent, m_field.kernel(k).arg, e);
            hasExponential = true;
            continue;
        }
        const Ball base = encloseKernel(k, t);
        if (e.get_den() == 1 && e.get_num().fits_slong_p())
            value = value * power(base, e.get_num().get_si());
        else
            value = value * exp(Ball(e) * log(base));
    }
    return hasExponential ? value * exp(encloseExponent(exponent, t)) : value;
}

Ball Prover::encloseKernel(int k, const Ball& t)
{
    const auto index = static_cast<std::size_t>(k);
    if (index < m_memo.size() && m_memo[index])
        return *m_memo[index];
    const KernelKind kind = m_field.kernel(k).kind;
    const auto inner = [&] {
        Ball sum;
        for (const auto& [m, c] : m_field.kernel(k).arg)
            sum = sum + encloseTerm(m, c, t);
        return sum;
    };
    Ball b;
    switch (kind) {
    case KernelKind::T:
        b = t;
        break;
    case KernelKind::Pi:
        b = Ball::pi();
        break;
    case KernelKind::Number:
    case KernelKind::Base:
        b = inner();
        break;
    case KernelKind::Exp:
        b = exp(inner());
        break;
    case KernelKind::Log:
        b = log(inner());
        break;
    case KernelKind::Sin:
        b = sin(inner());
        break;
    case KernelKind::Cos:
        b = cos(inner());
        break;
    case KernelKind::Asin:
        b = asin(inner());
        break;
    case KernelKind::Atan:
        b = atan(inner());
        break;
    case KernelKind::Asinh:
        b = asinh(inner());
        break;
    case KernelKind::Erf:
        b = erf(inner());
        break;
    case KernelKind::Gamma:
        b = gamma(inner());
        break;
    case KernelKind::Psi:
        b = m_field.kernel(k).order == 0 ? digamma(inner()) : polygamma(m_field.kernel(k).order, inner());
        break;
    }
    if (m_field.kernel(k).isPositive)
        b = clipped(b);
    if (index < m_memo.size())
        m_memo[index] = b;
    return b;
}

} // namespace secant::convexity
