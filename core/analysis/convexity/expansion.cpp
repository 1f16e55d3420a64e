#include "core/analysis/convexity/expansion.h"

#include <algorithm>

namespace secant::convexity {

namespace {

constexpr int kMaxSteps = 40;
constexpr std::size_t kMaxSeriesTerms = 60;
/// A function that vanishes faster than every power.
const Rational kFlat = 1000;

std::optional<Rational> least(const std::optional<Rational>& a, const std::optional<Rational>& b)
{
    return !a ? b : !b ? a : std::optional(std::min(*a, *b));
}

} // namespace

std::optional<Rational> leadOf(const Series& a)
{
    return least(a.terms.empty() ? std::nullopt : std::optional(a.terms.begin()->first.first), a.order);
}

Series Expansion::constant(const Form& c)
{
    Series s;
    if (!c.empty())
        s.terms[{Rational(0), 0}] = c;
    return s;
}

/// Forgets what lies further than the wanted length beyond the first power.
void Expansion::trim(Series& a) const
{
    std::erase_if(a.terms, [](const auto& term) { return term.second.empty(); });
    if (a.terms.size() > kMaxSeriesTerms)
        throw NoForm{};
    const auto lead = leadOf(a);
    if (!lead)
        return;
    const Rational end = a.order ? std::min(*a.order, Rational(*lead + m_length)) : Rational(*lead + m_length);
    bool isCut = false;
    std::erase_if(a.terms, [&](const auto& term) {
        isCut = isCut || term.first.first >= end;
        return term.first.first >= end;
    });
    if (isCut)
        a.order = end;
}

Series Expansion::sum(const Series& a, const Series& b, const Rational& factor)
{
    Series s = a;
    s.order = least(a.order, b.order);
    for (const auto& [at, c] : b.terms)
        s.terms[at] = add(s.terms[at], c, factor);
    std::erase_if(s.terms,
                  [&](const auto& term) { return term.second.empty() || (s.order && term.first.first >= *s.order); });
    return s;
}

Series Expansion::product(const Series& a, const Series& b)
{
    m_field.budget().poll();
    const auto leadA = leadOf(a);
    const auto leadB = leadOf(b);
    if (!leadA || !leadB)
        return {};
    Series s;
    if (a.order)
        s.order = *a.order + *leadB;
    if (b.order)
        s.order = least(s.order, Rational(*b.order + *leadA));
    for (const auto& [i, c] : a.terms) {
        for (const auto& [j, d] : b.terms) {
            const std::pair<Rational, int> at{i.first + j.first, i.second + j.second};
            if (!s.order || at.first < *s.order)
                s.terms[at] = add(s.terms[at], m_field.multiply(c, d));
        }
    }
    trim(s);
    return s;
}

template<typename Coefficient>
Series Expansion::composed(const Series& v, Coefficient coefficient)
{
    const auto lead = leadOf(v);
    Series result = constant(coefficient(0));
    if (!lead)
        return result;
    if (*lead <= 0)
        throw NoForm{};
    Series power = constant(constantForm(1));
    for (int n = 1; n <= kMaxSteps; ++n) {
        power = product(power, v);
        if (power.terms.empty() && !power.order)
            return result;
        result = sum(result, product(constant(coefficient(n)), power));
        if (Rational((n + 1) * *lead) >= m_length) {
            Series rest;
            rest.order = (n + 1) * *lead;
            return sum(result, rest);
        }
    }
    throw NoForm{};
}

std::pair<Form, Series> Expansion::split(const Series& u)
{
    Series v = u;
    Form c;
    if (const auto found = v.terms.find({Rational(0), 0}); found != v.terms.end()) {
        c = found->second;
        v.terms.erase(found);
    }
    const auto lead = leadOf(v);
    if (lead && *lead <= 0)
        throw NoForm{};
    return {c, v};
}

int Expansion::signOf(const Form& constant)
{
    const Ball b = m_prover.enclose(constant, Ball());
    return b.isPositive() ? 1 : b.isNegative() ? -1 : 0;
}

Series Expansion::power(const Series& a, const Rational& q)
{
    if (a.terms.empty()) {
        if (a.order || q < 0)
            throw NoForm{};
        return {};
    }
    const auto [first, c] = *a.terms.begin();
    const bool isWhole = q.get_den() == 1;
    if (isWhole && q > 0 && q <= 8) {
        Series s = a;
        for (long i = 1; i < q.get_num().get_si(); ++i)
            s = product(s, a);
        return s;
    }
    const bool isAlone =
        std::ranges::count_if(a.terms, [&](const auto& t) { return t.first.first == first.first; }) == 1;
    const int sign = signOf(c);
    if (first.second != 0 || !isAlone || sign == 0 || (!isWhole && sign < 0) || (a.order && *a.order <= first.first))
        throw NoForm{};
    const Form inverse = m_field.power(c, -1);
    Series w = a;
    w.terms.erase(w.terms.begin());
    Series shift;
    shift.terms[{Rational(-first.first), 0}] = inverse;
    w = product(w, shift);
    Rational binomial = 1;
    Series result = composed(w, [&](int n) {
        if (n > 0)
            binomial = binomial * (q - n + 1) / n;
        return constantForm(binomial);
    });
    Series front;
    front.terms[{Rational(first.first * q), 0}] = m_field.power(c, q);
    return product(result, front);
}

Series Expansion::exponential(const Series& u)
{
    if (!u.terms.empty() && u.terms.begin()->first.first < 0) {
        // exp of −t^−p: the power with the most negative exponent decides, whatever its logarithms are.
        const auto& [at, c] = *u.terms.begin();
        const bool isPlain = at.second == 0 && std::ranges::count_if(u.terms, [&](const auto& t) {
                                                   return t.first.first == at.first;
                                               }) == 1;
        if (!isPlain || signOf(c) >= 0 || (u.order && *u.order <= at.first))
            throw NoForm{};
        Series flat;
        flat.order = kFlat;
        return flat;
    }
    const auto [c, v] = split(u);
    Rational factorial = 1;
    const Series series = composed(v, [&](int n) {
        if (n > 0)
            factorial /= n;
        return constantForm(factorial);
    });
    return c.empty() ? series : product(constant(m_field.exponential(c)), series);
}

Series Expansion::logarithm(const Series& u)
{
    if (u.terms.empty())
        throw NoForm{};
    const auto [first, c] = *u.terms.begin();
    const bool isAlone =
        std::ranges::count_if(u.terms, [&](const auto& t) { return t.first.first == first.first; }) == 1;
    if (first.second != 0 || !isAlone || signOf(c) <= 0 || (u.order && *u.order <= first.first))
        throw NoForm{};
    Series shift;
    shift.terms[{Rational(-first.first), 0}] = m_field.power(c, -1);
    Series w = u;
    w.terms.erase(w.terms.begin());
    w = product(w, shift);
    Series result = composed(w, [](int n) { return n == 0 ? Form{} : constantForm(Rational(n % 2 == 0 ? -1 : 1, n)); });
    result = sum(result, constant(m_field.logarithm(c)));
    if (first.first != 0) {
        Series powers;
        powers.terms[{Rational(0), 1}] = constantForm(first.first);
        result = sum(result, powers);
    }
    return result;
}

Series Expansion::wave(const Series& u, bool isSine)
{
    if (const auto lead = leadOf(u); lead && *lead < 0) {
        Series bounded;
        bounded.order = 0;
        return bounded;
    }
    const auto [c, v] = split(u);
    Rational factorial = 1;
    const auto series = [&](int parity) {
        factorial = 1;
        return composed(v, [&](int n) {
            if (n > 0)
                factorial /= n;
            return n % 2 != parity ? Form{} : constantForm((n / 2) % 2 == 0 ? factorial : Rational(-factorial));
        });
    };
    const Series s = series(1);
    const Series k = series(0);
    if (c.empty())
        return isSine ? s : k;
    const Series sine = constant(m_field.call(KernelKind::Sin, c, -1));
    const Series cosine = constant(m_field.call(KernelKind::Cos, c, 1));
    return isSine ? sum(product(sine, k), product(cosine, s)) : sum(product(cosine, k), product(sine, s), -1);
}

Series Expansion::arcTangent(const Series& u)
{
    const auto small = [this](const Series& w) {
        return composed(
            w, [](int n) { return n % 2 == 0 ? Form{} : constantForm(Rational((n / 2) % 2 == 0 ? 1 : -1, n)); });
    };
    if (!u.terms.empty() && u.terms.begin()->first.first < 0) {
        const int sign = signOf(u.terms.begin()->second);
        if (sign == 0 || u.terms.begin()->first.second != 0)
            throw NoForm{};
        const Form half = scaled(m_field.pi(), Rational(sign, 2));
        return sum(constant(half), small(power(u, -1)), -1);
    }
    const auto [c, v] = split(u);
    if (c.empty())
        return small(v);
    // atan(c + v) = atan c + atan(v / (1 + c² + c v)).
    const Series below = sum(constant(add(constantForm(1), m_field.multiply(c, c))), product(constant(c), v));
    return sum(constant(m_field.call(KernelKind::Atan, c, -1)), small(product(v, power(below, -1))));
}

Series Expansion::errorFunction(const Series& u)
{
    if (!u.terms.empty() && u.terms.begin()->first.first < 0) {
        const int sign = signOf(u.terms.begin()->second);
        if (sign == 0 || u.terms.begin()->first.second != 0)
            throw NoForm{};
        Series flat;
        flat.order = kFlat;
        return sum(constant(constantForm(sign)), flat);
    }
    const auto [c, v] = split(u);
    // erf(c + v) = erf c + 2/√π e^(−c²) Σ (−1)^(n−1) H_(n−1)(c) vⁿ/n! with the polynomials of Hermite.
    const Form front = m_field.multiply(scaled(m_field.power(m_field.pi(), Rational(-1, 2)), 2),
                                        m_field.exponential(scaled(m_field.multiply(c, c), -1)));
    Form before;
    Form hermite = constantForm(1);
    Rational factorial = 1;
    const Form base = c;
    const Series series = composed(v, [&](int n) {
        if (n == 0)
            return Form{};
        factorial /= n;
        const Form here = scaled(m_field.multiply(front, hermite), n % 2 == 0 ? Rational(-factorial) : factorial);
        const Form next = add(scaled(m_field.multiply(base, hermite), 2), before, -2 * (n - 1));
        before = hermite;
        hermite = next;
        return here;
    });
    return c.empty() ? series : sum(constant(m_field.call(KernelKind::Erf, c, -1)), series);
}

Series Expansion::ofKernel(int k)
{
    const KernelKind kind = m_field.kernel(k).kind;
    if (kind == KernelKind::Pi || kind == KernelKind::Number)
        return constant({{Monomial{{k, Rational(1)}}, Rational(1)}});
    const Series u = of(Form(m_field.kernel(k).arg));
    switch (kind) {
    case KernelKind::Base:
        return u;
    case KernelKind::Log:
        return logarithm(u);
    case KernelKind::Sin:
    case KernelKind::Cos:
        return wave(u, kind == KernelKind::Sin);
    case KernelKind::Atan:
        return arcTangent(u);
    case KernelKind::Asin:
        return arcTangent(product(u, power(sum(constant(constantForm(1)), product(u, u), -1), Rational(-1, 2))));
    case KernelKind::Asinh:
        return logarithm(sum(u, power(sum(constant(constantForm(1)), product(u, u)), Rational(1, 2))));
    case KernelKind::Erf:
        return errorFunction(u);
    default:
        throw NoForm{};
    }
}

Series Expansion::ofKernelPower(int k, const Rational& e)
{
    const KernelKind kind = m_field.kernel(k).kind;
    if (kind == KernelKind::T) {
        Series s;
        s.terms[{e, 0}] = constantForm(1);
        return s;
    }
    if (kind == KernelKind::Pi || kind == KernelKind::Number)
        return constant({{Monomial{{k, e}}, Rational(1)}});
    if (kind == KernelKind::Exp)
        return exponential(of(scaled(m_field.kernel(k).arg, e)));
    const auto key = std::pair{k, e};
    if (const auto found = m_memo.find(key); found != m_memo.end())
        return found->second;
    const Series s = e == 1 ? ofKernel(k) : power(ofKernel(k), e);
    m_memo[key] = s;
    return s;
}

Series Expansion::of(const Form& a)
{
    m_field.budget().poll();
    Series all;
    for (const auto& [m, c] : a) {
        Series term = constant(constantForm(c));
        Form exponent;
        for (const auto& [k, e] : m) {
            // Exponents first: exp(1/t) exp(−1/t²) vanishes though its first factor does not.
            if (m_field.kernel(k).kind == KernelKind::Exp)
                exponent = add(exponent, m_field.kernel(k).arg, e);
            else
                term = product(term, ofKernelPower(k, e));
        }
        if (!exponent.empty())
            term = product(term, exponential(of(exponent)));
        all = sum(all, term);
    }
    return all;
}

Limit Expansion::limit(const Series& a)
{
    if (a.terms.empty())
        return !a.order || *a.order > 0 ? Limit{Limit::Kind::Finite, Rational(0), number(0)} : Limit{};
    const Rational lead = a.terms.begin()->first.first;
    if (lead > 0)
        return !a.order || *a.order > 0 ? Limit{Limit::Kind::Finite, Rational(0), number(0)} : Limit{};
    if (a.order && *a.order <= 0 && (lead == 0 || *a.order <= lead))
        return {};
    // Of the first power the highest logarithm decides, and log t → −∞.
    auto decisive = a.terms.begin();
    for (auto i = a.terms.begin(); i != a.terms.end() && i->first.first == lead; ++i)
        decisive = i;
    const Form c = decisive->second;
    if (lead == 0 && decisive->first.second == 0) {
        if (const auto exact = constantOf(c))
            return {Limit::Kind::Finite, *exact, number(*exact)};
        return {Limit::Kind::Finite, m_prover.enclose(c, Ball()), m_field.written(c)};
    }
    const int sign = signOf(c) * (decisive->first.second % 2 == 0 ? 1 : -1);
    if (sign == 0)
        return {};
    return {sign > 0 ? Limit::Kind::PlusInfinity : Limit::Kind::MinusInfinity, {}, nullptr};
}

Series Expansion::quotient(const Series& f, int direction)
{
    if (const auto lead = leadOf(f); lead && *lead < 0)
        throw NoForm{};
    Series rest = f;
    rest.terms.erase({Rational(0), 0});
    Series shift;
    shift.terms[{Rational(-1), 0}] = constantForm(direction);
    return product(rest, shift);
}

} // namespace secant::convexity
