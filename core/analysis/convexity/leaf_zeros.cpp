#include <algorithm>

#include "core/analysis/convexity/leaf.h"

namespace secant::convexity {

namespace {

constexpr int kMaxBoxes = 400;
const Rational kFar = 1048576;

std::optional<std::vector<Cut>> polynomialZeros(const Expr& u, const Leaf& leaf, bool& isZero, Budget& budget)
{
    try {
        Field field(0, 1, false, budget);
        const Form form = field.read(u);
        isZero = form.empty();
        if (isZero)
            return std::vector<Cut>{};
        const auto [common, rest] = factored(form);
        // A power of t alone may stand before; its zero is 0.
        if (!std::ranges::all_of(common, [](const auto& factor) { return factor.first == 0; }))
            return std::nullopt;
        const auto p = Prover::polynomialIn(rest, 0);
        const bool isPole = !common.empty() && common[0].second < 0;
        if (!p || (!common.empty() && common[0].second.get_den() != 1))
            return std::nullopt;
        Polynomial whole = *p;
        if (!common.empty() && !isPole)
            whole.insert(whole.begin(), Rational(0));
        std::vector<Cut> zeros;
        const OpenRange range = outer(leaf);
        for (const Root& root : rootsOf(whole, range, budget)) {
            // A root in the sliver beside an irrational end may be that end or not: not decided here.
            const bool meetsLow = !leaf.lo.isInfinite && !leaf.lo.isExact() && root.lo <= leaf.lo.hi;
            const bool meetsHigh = !leaf.hi.isInfinite && !leaf.hi.isExact() && root.hi >= leaf.hi.lo;
            if (meetsLow || meetsHigh)
                return std::nullopt;
            zeros.push_back({false, root.lo, root.hi, nullptr});
        }
        return zeros;
    } catch (const NoForm&) {
        return std::nullopt;
    }
}

/// Bisection with interval jets on boxes that cover the leaf.
class BoxedZeros {
public:
    BoxedZeros(const Expr& u, const Leaf& leaf, Budget& budget) : m_u(u), m_leaf(leaf), m_budget(budget) {}

    std::optional<std::vector<Cut>> run()
    {
        if ((!m_leaf.lo.isInfinite && !m_leaf.lo.isExact()) || (!m_leaf.hi.isInfinite && !m_leaf.hi.isExact()))
            return std::nullopt;
        const Rational lo = m_leaf.lo.isInfinite ? Rational(-kFar) : m_leaf.lo.lo;
        const Rational hi = m_leaf.hi.isInfinite ? kFar : m_leaf.hi.lo;
        if (lo >= hi)
            return std::nullopt;
        if ((m_leaf.lo.isInfinite && !isFree(Ball::below(lo))) || (m_leaf.hi.isInfinite && !isFree(Ball::above(hi))))
            return std::nullopt;
        if (lo < 0 && hi > 0) {
            if (!search(lo, 0) || !search(0, hi))
                return std::nullopt;
        } else if (!search(lo, hi)) {
            return std::nullopt;
        }
        std::ranges::sort(m_zeros, {}, &Cut::lo);
        const auto repeated = std::ranges::unique(m_zeros, {}, &Cut::lo);
        m_zeros.erase(repeated.begin(), repeated.end());
        return m_zeros;
    }

private:
    bool isFree(const Ball& box)
    {
        const Local u = evaluate(m_u, box, 0, m_budget);
        return u.known == Known::Defined && (u.d[0].ball().isPositive() || u.d[0].ball().isNegative());
    }

    std::optional<int> signAt(const Rational& x)
    {
        const WorkingBits scope(200);
        const Local u = evaluate(m_u, x, 0, m_budget);
        return u.known == Known::Defined ? u.d[0].sign() : std::nullopt;
    }

    bool search(const Rational& lo, const Rational& hi)
    {
        if (++m_count > kMaxBoxes)
            return false;
        const Local u = evaluate(m_u, Ball(lo, hi), 1, m_budget);
        if (u.known == Known::Defined && (u.d[0].ball().isPositive() || u.d[0].ball().isNegative()))
            return true;
        if (u.known == Known::Defined && u.order >= 1 && (u.d[1].ball().isPositive() || u.d[1].ball().isNegative()))
            return monotone(lo, hi);
        const Rational middle = (lo + hi) / 2;
        return search(lo, middle) && search(middle, hi);
    }

    /// At most one zero in [lo, hi].
    bool monotone(Rational lo, Rational hi)
    {
        const auto below = signAt(lo);
        const auto above = signAt(hi);
        if (!below || !above)
            return false;
        if (*below == 0 || *above == 0) {
            const Rational x = *below == 0 ? lo : hi;
            const bool isEnd =
                (!m_leaf.lo.isInfinite && x == m_leaf.lo.lo) || (!m_leaf.hi.isInfinite && x == m_leaf.hi.lo);
            if (!isEnd)
                m_zeros.push_back({false, x, x, nullptr});
            return true;
        }
        if (*below == *above)
            return true;
        for (int i = 0; i < 70; ++i) {
            const Rational guess = i % 8 == 7 ? simplestBetween(lo, hi) : Rational((lo + hi) / 2);
            const auto s = guess > lo && guess < hi ? signAt(guess) : std::nullopt;
            if (!s)
                continue;
            if (*s == 0) {
                m_zeros.push_back({false, guess, guess, nullptr});
                return true;
            }
            (*s == *below ? lo : hi) = guess;
        }
        m_zeros.push_back({false, lo, hi, nullptr});
        return true;
    }

    const Expr& m_u;
    const Leaf& m_leaf;
    Budget& m_budget;
    std::vector<Cut> m_zeros;
    int m_count = 0;
};

} // namespace

std::optional<std::vector<Cut>> zerosOn(const Expr& u, const Leaf& leaf, bool& isZero, Budget& budget)
{
    if (u.op == Op::Log) // Where its argument, positive on the leaf, is 1.
        return zerosOn(*make(Op::Add, {u.args[0], number(-1)}), leaf, isZero, budget);
    if (auto zeros = polynomialZeros(u, leaf, isZero, budget))
        return zeros;
    const Sign s = signOn(u, leaf, 0, budget);
    isZero = s.kind == Sign::Kind::Zero;
    if (isZero || (s.isKnown() && s.isStrict))
        return std::vector<Cut>{};
    return BoxedZeros(u, leaf, budget).run();
}

} // namespace secant::convexity
