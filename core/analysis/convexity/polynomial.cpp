#include "core/analysis/convexity/polynomial.h"

#include <algorithm>

namespace secant::convexity {

namespace {

void trim(Polynomial& p)
{
    while (!p.empty() && p.back() == 0)
        p.pop_back();
}

Polynomial derivative(const Polynomial& p)
{
    Polynomial d;
    for (std::size_t i = 1; i < p.size(); ++i)
        d.emplace_back(p[i] * static_cast<unsigned long>(i));
    return d;
}

/// Quotient and remainder of a by b ≠ 0.
std::pair<Polynomial, Polynomial> divided(Polynomial a, const Polynomial& b, Budget& budget)
{
    Polynomial q(a.size() >= b.size() ? a.size() - b.size() + 1 : 0);
    while (a.size() >= b.size()) {
        budget.poll();
        const Rational factor = a.back() / b.back();
        const std::size_t shift = a.size() - b.size();
        q[shift] = factor;
        for (std::size_t i = 0; i < b.size(); ++i)
            a[shift + i] -= factor * b[i];
        a.pop_back();
        trim(a);
    }
    return {q, a};
}

/// p scaled by a positive number, so that coefficients stay short.
Polynomial normalized(Polynomial p)
{
    if (p.empty())
        return p;
    const Rational lead = abs(p.back());
    for (Rational& c : p)
        c /= lead;
    return p;
}

Polynomial greatestDivisor(Polynomial a, Polynomial b, Budget& budget)
{
    while (!b.empty()) {
        Polynomial rest = normalized(divided(a, b, budget).second);
        a = std::move(b);
        b = std::move(rest);
    }
    return normalized(a);
}

/// The product of the different factors of p.
Polynomial squareFree(const Polynomial& p, Budget& budget)
{
    const Polynomial d = derivative(p);
    return d.empty() ? p : normalized(divided(p, greatestDivisor(p, d, budget), budget).first);
}

class SturmChain {
public:
    SturmChain(const Polynomial& p, Budget& budget) : m_budget(budget)
    {
        m_chain.push_back(normalized(p));
        m_chain.push_back(normalized(derivative(p)));
        while (!m_chain.back().empty()) {
            Polynomial rest = normalized(divided(m_chain[m_chain.size() - 2], m_chain.back(), budget).second);
            for (Rational& c : rest)
                c = -c;
            m_chain.push_back(std::move(rest));
        }
        m_chain.pop_back();
    }

    /// Roots in (lo, hi] of a square-free polynomial.
    [[nodiscard]] int count(const std::optional<Rational>& lo, const std::optional<Rational>& hi) const
    {
        return changes(lo, -1) - changes(hi, 1);
    }

private:
    [[nodiscard]] int changes(const std::optional<Rational>& x, int side) const
    {
        int last = 0;
        int result = 0;
        for (const Polynomial& p : m_chain) {
            m_budget.poll();
            const bool isOdd = p.size() % 2 == 0;
            const int s = x ? sgn(valueAt(p, *x)) : sgn(p.back()) * (side < 0 && isOdd ? -1 : 1);
            result += s != 0 && last != 0 && s != last ? 1 : 0;
            last = s != 0 ? s : last;
        }
        return result;
    }

    std::vector<Polynomial> m_chain;
    Budget& m_budget;
};

int rootCount(const Polynomial& free, const OpenRange& range, Budget& budget)
{
    if (free.size() < 2)
        return 0;
    const int all = SturmChain(free, budget).count(range.lo, range.hi);
    return all - (range.hi && valueAt(free, *range.hi) == 0 ? 1 : 0);
}

Rational insideOf(const OpenRange& range)
{
    if (range.lo && range.hi)
        return (*range.lo + *range.hi) / 2;
    if (range.lo)
        return *range.lo + 1;
    return range.hi ? Rational(*range.hi - 1) : Rational(0);
}

/// All roots lie within ±bound.
Rational rootBound(const Polynomial& p)
{
    Rational bound = 1;
    for (const Rational& c : p)
        bound = std::max(bound, Rational(1 + abs(c / p.back())));
    mpz_class whole;
    mpz_cdiv_q(whole.get_mpz_t(), bound.get_num_mpz_t(), bound.get_den_mpz_t());
    return Rational(whole);
}

Root refined(const Polynomial& p, Rational lo, Rational hi, Budget& budget)
{
    // The only root in (lo, hi], a simple one.
    if (valueAt(p, hi) == 0)
        return {hi, hi};
    const int above = sgn(valueAt(p, hi));
    for (int i = 0; i < 400; ++i) {
        budget.poll();
        const Rational guess = simplestBetween(lo, hi);
        if (guess > lo && valueAt(p, guess) == 0)
            return {guess, guess};
        const Rational width = hi - lo;
        if (sgn(lo) == sgn(hi) && width * (mpz_class(1) << 100) < abs(lo))
            break;
        const Rational middle = (lo + hi) / 2;
        const int s = sgn(valueAt(p, middle));
        if (s == 0)
            return {middle, middle};
        (s == above ? hi : lo) = middle;
    }
    return {lo, hi};
}

} // namespace

Rational valueAt(const Polynomial& p, const Rational& x)
{
    Rational value = 0;
    for (auto c = p.rbegin(); c != p.rend(); ++c)
        value = value * x + *c;
    return value;
}

PolynomialSign signOn(const Polynomial& p, const OpenRange& range, Budget& budget)
{
    // Yun's decomposition: the factors of odd multiplicity are where the sign changes.
    Polynomial odd{Rational(1)};
    Polynomial rest = p;
    int multiplicity = 1;
    Polynomial free = squareFree(p, budget);
    while (free.size() > 1) {
        rest = divided(rest, free, budget).first;
        const Polynomial next = greatestDivisor(rest, free, budget);
        const Polynomial exactly = divided(free, next, budget).first;
        if (multiplicity % 2 == 1 && exactly.size() > 1) {
            if (rootCount(exactly, range, budget) > 0)
                return {};
        }
        free = next;
        ++multiplicity;
    }
    const Polynomial all = squareFree(p, budget);
    const bool isStrict = rootCount(all, range, budget) == 0;
    Rational x = insideOf(range);
    while (valueAt(p, x) == 0)
        x = range.lo ? Rational((x + *range.lo) / 2) : Rational(x - 1);
    return {sgn(valueAt(p, x)), isStrict};
}

std::vector<Root> rootsOf(const Polynomial& p, const OpenRange& range, Budget& budget)
{
    std::vector<Root> roots;
    const Polynomial free = squareFree(p, budget);
    if (free.size() < 2)
        return roots;
    const Rational bound = rootBound(free);
    const Rational below = -bound - 1;
    const Rational beyond = bound + 1;
    const SturmChain chain(free, budget);
    std::vector<std::pair<Rational, Rational>> open;
    const Rational lo = range.lo ? *range.lo : below;
    const Rational hi = range.hi ? *range.hi : beyond;
    if (lo < hi)
        open.emplace_back(lo, hi);
    while (!open.empty()) {
        const auto [a, b] = open.back();
        open.pop_back();
        const int n = chain.count(a, b);
        if (n == 1)
            roots.push_back(refined(free, a, b, budget));
        if (n > 1) {
            open.emplace_back((a + b) / 2, b);
            open.emplace_back(a, (a + b) / 2);
        }
    }
    std::erase_if(roots, [&](const Root& r) { return range.hi && r.lo == r.hi && r.hi == *range.hi; });
    std::ranges::sort(roots, {}, &Root::lo);
    return roots;
}

Rational simplestBetween(const Rational& lo, const Rational& hi)
{
    if (lo >= hi)
        return lo;
    if (lo <= 0 && hi >= 0)
        return 0;
    if (hi < 0)
        return -simplestBetween(-hi, -lo);
    mpz_class whole;
    mpz_cdiv_q(whole.get_mpz_t(), lo.get_num_mpz_t(), lo.get_den_mpz_t());
    if (Rational(whole) <= hi)
        return Rational(whole);
    whole -= 1;
    return whole + 1 / simplestBetween(1 / (hi - whole), 1 / (lo - whole));
}

} // namespace secant::convexity
