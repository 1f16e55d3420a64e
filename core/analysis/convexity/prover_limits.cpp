#include <algorithm>

#include "core/analysis/convexity/expansion.h"

namespace secant::convexity {

namespace {

constexpr int kMaxLimitDepth = 6;
constexpr long kSeriesLength = 4;

Limit finite(const Real& value)
{
    return {Limit::Kind::Finite, value, nullptr};
}

Limit infinite(int sign)
{
    return {sign > 0 ? Limit::Kind::PlusInfinity : Limit::Kind::MinusInfinity, {}, nullptr};
}

} // namespace

Limit Prover::limitAtZero(const Form& a, int depth)
{
    m_field.budget().poll();
    if (depth > kMaxLimitDepth)
        return {};
    Real sum;
    Limit::Kind unbounded = Limit::Kind::Unknown;
    for (const auto& [m, c] : a) {
        const Limit term = termLimit(m, c, depth);
        if (term.kind == Limit::Kind::Unknown)
            return {};
        if (term.kind == Limit::Kind::Finite) {
            sum = sum + term.value;
            continue;
        }
        if (unbounded != Limit::Kind::Unknown && unbounded != term.kind)
            return {};
        unbounded = term.kind;
    }
    return unbounded != Limit::Kind::Unknown ? Limit{unbounded, {}, nullptr} : finite(sum);
}

Limit Prover::termLimit(const Monomial& m, const Rational& c, int depth)
{
    Rational order = 0; // Of t, apart from factors with a finite limit ≠ 0.
    bool vanishesMore = false;
    bool isLogarithmic = false;
    Real value = c;
    Form exponent;
    for (const auto& [k, e] : m) {
        const Kernel& kernel = m_field.kernel(k);
        if (kernel.kind == KernelKind::T) {
            order += e;
            continue;
        }
        if (kernel.kind == KernelKind::Exp) {
            exponent = add(exponent, kernel.arg, e);
            continue;
        }
        const KernelLimit limit = kernelLimit(k, depth);
        if (!limit.isKnown)
            return {};
        if (limit.isLogarithmic) {
            isLogarithmic = true;
            continue;
        }
        const auto s = limit.value.sign();
        if (!s || (*s == 0 && e < 0))
            return {};
        if (*s == 0)
            vanishesMore = true;
        else if (e.get_den() == 1 && e.get_num().fits_slong_p())
            value = value * power(limit.value, e.get_num().get_si());
        else if (*s > 0)
            value = value * power(limit.value, e);
        else
            return {};
    }
    if (!exponent.empty()) {
        const Limit inner = limitAtZero(exponent, depth + 1);
        if (inner.kind == Limit::Kind::MinusInfinity) {
            // exp(−1/t) beats every power of t where its argument is such a power.
            const bool isPowers = std::ranges::all_of(exponent, [](const auto& term) {
                return term.first.empty() || (term.first.size() == 1 && term.first[0].first == 0);
            });
            return isPowers ? finite(Rational(0)) : Limit{};
        }
        if (inner.kind != Limit::Kind::Finite)
            return {};
        if (!inner.value.isZero())
            value = value * Real(exp(inner.value.ball()));
    }
    if (order > 0 || (order == 0 && vanishesMore && !isLogarithmic))
        return finite(Rational(0));
    if (vanishesMore || isLogarithmic)
        return {};
    if (order == 0)
        return finite(value);
    const auto s = value.sign();
    return s && *s != 0 ? infinite(*s) : Limit{};
}

Prover::KernelLimit Prover::kernelLimit(int k, int depth)
{
    const KernelKind kind = m_field.kernel(k).kind;
    const Form arg = m_field.kernel(k).arg;
    if (kind == KernelKind::Pi)
        return {true, false, Ball::pi()};
    if (kind == KernelKind::Log && arg.size() == 1 && arg.begin()->first == Monomial{{0, Rational(1)}})
        return {true, true, {}};
    const Limit inner = limitAtZero(arg, depth + 1);
    if (inner.kind != Limit::Kind::Finite)
        return {};
    const Real& u = inner.value;
    switch (kind) {
    case KernelKind::Number:
    case KernelKind::Base:
        return {true, false, u};
    case KernelKind::Log:
        if (!u.ball().isPositive())
            return {};
        return {true, false, u.isExact() && u.exact() == 1 ? Real(Rational(0)) : Real(log(u.ball()))};
    case KernelKind::Cos:
        return {true, false, u.isZero() ? Real(Rational(1)) : Real(cos(u.ball()))};
    case KernelKind::Sin:
        return {true, false, u.isZero() ? u : Real(sin(u.ball()))};
    case KernelKind::Atan:
        return {true, false, u.isZero() ? u : Real(atan(u.ball()))};
    case KernelKind::Asin:
        return {true, false, u.isZero() ? u : Real(asin(u.ball()))};
    case KernelKind::Asinh:
        return {true, false, u.isZero() ? u : Real(asinh(u.ball()))};
    case KernelKind::Gamma:
        if (!u.ball().isPositive())
            return {};
        return {true, false, Real(gamma(u.ball()))};
    case KernelKind::Erf:
        return {true, false, u.isZero() ? u : Real(erf(u.ball()))};
    default:
        return {};
    }
}

Limit Prover::seriesLimit(const Form& a)
{
    try {
        Expansion expansion(m_field, *this, Rational(kSeriesLength));
        return expansion.limit(expansion.of(a));
    } catch (const NoForm&) {
        return {};
    }
}

} // namespace secant::convexity
