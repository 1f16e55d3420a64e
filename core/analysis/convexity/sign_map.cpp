#include "core/analysis/convexity/sign_map.h"

#include <algorithm>
#include <deque>

namespace secant::convexity {

namespace {

constexpr std::size_t kMaxParts = 200;
constexpr int kMaxBoxes = 1500;
constexpr int kJetOrder = 2; ///< Highest derivative that evaluate() gives.
constexpr int kMaxDepth = 60;
constexpr int kMaxFarDepth = 14;
constexpr int kMaxQuestions = 8;
constexpr int kMaxReach = 12;
constexpr int kMaxZeroSteps = 200;
constexpr mpfr_prec_t kZeroBits = 300;

Cut cutAt(const Rational& x)
{
    return {false, x, x, nullptr};
}

int signOf(const Ball& b)
{
    return b.isPositive() ? 1 : b.isNegative() ? -1 : 0;
}

Sign certified(int sign, std::string_view rule)
{
    return {sign > 0 ? Sign::Kind::Positive : Sign::Kind::Negative, true, rule};
}

class Mapper {
public:
    Mapper(const Leaf& leaf, int order, Budget& budget)
        : m_leaf(leaf),
          m_order(order),
          m_budget(budget),
          m_field(0, 1, isRight(leaf), budget),
          m_prover(m_field, outer(leaf), false)
    {
    }

    SignMap run(bool isUntilBoth)
    {
        prepare();
        if (m_polynomial)
            return betweenRoots();
        m_open.push_back({m_leaf.lo, m_leaf.hi, 0});
        SignMap map{{}, true};
        while (!m_open.empty()) {
            const Box box = m_open.front();
            m_open.pop_front();
            const bool isFar = (box.lo.isInfinite || box.hi.isInfinite) && box.depth > kMaxFarDepth;
            if (++m_boxes > kMaxBoxes || m_parts.size() > kMaxParts || isFar || box.depth > kMaxDepth)
                map.isComplete = false;
            else
                look(box);
            if (m_boxes > kMaxBoxes || (isUntilBoth && hasBoth()))
                break;
        }
        map.isComplete = map.isComplete && m_open.empty();
        map.parts = merged();
        return map;
    }

private:
    struct Box {
        Cut lo;
        Cut hi;
        int depth = 0;
    };

    [[nodiscard]] bool hasBoth() const
    {
        const auto has = [this](int sign) {
            return std::ranges::any_of(m_parts, [sign](const SignedPart& p) { return p.sign.value() == sign; });
        };
        return has(1) && has(-1);
    }

    /// From left to right; neighbours of the same sign are one.
    std::vector<SignedPart> merged()
    {
        std::ranges::sort(m_parts, [](const SignedPart& a, const SignedPart& b) {
            return !b.lo.isInfinite && (a.lo.isInfinite || a.lo.lo < b.lo.lo);
        });
        std::vector<SignedPart> parts;
        for (const SignedPart& part : m_parts) {
            if (!parts.empty() && parts.back().sign.kind == part.sign.kind && isJoined(parts.back().hi, part.lo)) {
                parts.back().hi = part.hi;
                parts.back().sign.isStrict = false;
            } else {
                parts.push_back(part);
            }
        }
        return parts;
    }

    static bool isRight(const Leaf& leaf) { return !leaf.lo.isInfinite && leaf.lo.lo >= 0; }

    /// The sign is that of the numerator, times a known one; if no factor has a known sign there is no numerator.
    void prepare()
    {
        m_form = m_field.read(*m_leaf.f);
        for (int i = 0; i < m_order; ++i)
            m_form = m_field.derivative(m_form);
        const Prover::Factors factors = m_prover.factorsOf(m_form);
        if (factors.outside.isKnown() && factors.outside.isStrict) {
            m_outside = factors.outside.value();
            m_form = factors.rest;
        }
        m_polynomial = Prover::polynomialIn(m_form, 0);
        m_slope = m_field.derivative(m_form);
        m_isOpenLow = isOpenAt(m_leaf.lo);
        m_isOpenHigh = isOpenAt(m_leaf.hi);
    }

    /// Whether boxes alone cannot settle the sign near an end.
    [[nodiscard]] bool isOpenAt(const Cut& end)
    {
        if (end.isInfinite)
            return true;
        const Ball at(end.lo, end.hi);
        if (jetSign(at) != 0)
            return false;
        const Ball value = m_prover.enclose(m_form, at);
        return !value.isBounded() || signOf(value) == 0;
    }

    /// Between the roots of a polynomial.
    SignMap betweenRoots()
    {
        const std::vector<Root> roots = rootsOf(*m_polynomial, outer(m_leaf), m_budget);
        std::vector<Cut> cuts{m_leaf.lo};
        for (const Root& root : roots)
            cuts.push_back({false, root.lo, root.hi, nullptr});
        cuts.push_back(m_leaf.hi);
        for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
            const bool isApart = cuts[i].isInfinite || cuts[i + 1].isInfinite || cuts[i].hi < cuts[i + 1].lo;
            if (!isApart)
                throw NoForm{};
            const Rational x = inside({cuts[i], cuts[i + 1], nullptr});
            push(cuts[i], cuts[i + 1], certified(m_outside * sgn(valueAt(*m_polynomial, x)), "Sturm"));
        }
        return {merged(), true};
    }

    [[nodiscard]] Ball ballOf(const Cut& lo, const Cut& hi) const
    {
        if (lo.isInfinite && hi.isInfinite)
            return Ball::whole();
        return lo.isInfinite ? Ball::below(hi.hi) : hi.isInfinite ? Ball::above(lo.lo) : Ball(lo.lo, hi.hi);
    }

    static bool isSame(const Cut& a, const Cut& b)
    {
        return a.isInfinite == b.isInfinite && (a.isInfinite || (a.lo == b.lo && a.hi == b.hi));
    }

    [[nodiscard]] bool touchesOpenEnd(const Cut& lo, const Cut& hi) const
    {
        return (m_isOpenLow && isSame(lo, m_leaf.lo)) || (m_isOpenHigh && isSame(hi, m_leaf.hi));
    }

    int signAt(const Rational& x)
    {
        const WorkingBits scope(kZeroBits);
        return m_outside * signOf(m_prover.enclose(m_form, Ball(x)));
    }

    void push(const Cut& lo, const Cut& hi, const Sign& sign) { m_parts.push_back({lo, hi, sign}); }

    static bool isJoined(const Cut& a, const Cut& b) { return a.lo == b.lo && a.hi == b.hi; }

    /// Finds the signs in the box, or cuts it.
    void look(const Box& box)
    {
        m_budget.poll();
        const auto& [lo, hi, depth] = box;
        const Ball x = ballOf(lo, hi);
        if (const int sign = boundSign(x); sign != 0) {
            push(lo, hi, certified(sign, "boxes"));
            return;
        }
        if (const int sign = m_outside * signOf(m_prover.enclose(m_slope, x)); sign != 0 && crossing(lo, hi, sign))
            return;
        if (touchesOpenEnd(lo, hi) && depth > 0 && depth % 3 == 1 && m_questions < kMaxQuestions && ask(lo, hi))
            return;
        const Cut middle = cutAt(middleOf(lo, hi));
        m_open.push_back({lo, middle, depth + 1});
        m_open.push_back({middle, hi, depth + 1});
    }

    /// The sign of the derivative over a box, as bounds by jets show it.
    int jetSign(const Ball& x)
    {
        const Local jet = m_order <= kJetOrder ? evaluate(*m_leaf.f, x, m_order, m_budget) : Local{};
        const bool isBound = jet.known == Known::Defined && jet.order >= m_order;
        return isBound ? signOf(jet.d[static_cast<std::size_t>(m_order)].ball()) : 0;
    }

    int boundSign(const Ball& x)
    {
        const int sign = jetSign(x);
        return sign != 0 ? sign : m_outside * signOf(m_prover.enclose(m_form, x));
    }

    /// What the prover knows near an end of the leaf.
    bool ask(const Cut& lo, const Cut& hi)
    {
        ++m_questions;
        const Leaf part{lo, hi, m_leaf.f};
        if (const Sign s = signOn(*m_leaf.f, part, m_order, m_budget, Effort::Quick); s.isKnown()) {
            push(lo, hi, s);
            return true;
        }
        const Sign slope = signOn(*m_leaf.f, part, m_order + 1, m_budget, Effort::Quick);
        return slope.isKnown() && slope.value() != 0 && crossing(lo, hi, slope.value());
    }

    static Rational middleOf(const Cut& lo, const Cut& hi)
    {
        if (lo.isInfinite && hi.isInfinite)
            return 0;
        if (lo.isInfinite)
            return hi.lo > 0 ? Rational(0) : hi.lo > -1 ? Rational(-1) : Rational(hi.lo * 4);
        if (hi.isInfinite)
            return lo.hi < 0 ? Rational(0) : lo.hi < 1 ? Rational(1) : Rational(lo.hi * 4);
        return (lo.hi + hi.lo) / 2;
    }

    /// The sign at an end of a box inside the leaf, where the form is analytic; 0 at the ends of the leaf.
    int signAtEnd(const Cut& end)
    {
        if (isSame(end, m_leaf.lo) || isSame(end, m_leaf.hi))
            return 0;
        return m_outside * signOf(m_prover.enclose(m_form, Ball(end.lo, end.hi)));
    }

    /// A strictly monotone function has one zero at most. False if it was not found.
    bool crossing(const Cut& lo, const Cut& hi, int direction)
    {
        const int first = signAtEnd(lo);
        if (first == direction || signAtEnd(hi) == -direction) {
            push(lo, hi, certified(first == direction ? direction : -direction, "monotone"));
            return true;
        }
        const auto below = reach(lo, hi, true, -direction);
        const auto above = below ? reach(lo, hi, false, direction) : std::nullopt;
        if (!below || !above)
            return false;
        const Cut zero = zeroBetween(*below, *above, -direction);
        push(lo, zero, certified(-direction, "monotone"));
        push(zero, hi, certified(direction, "monotone"));
        return true;
    }

    /// A point towards one end where the sign is `sign`.
    std::optional<Rational> reach(const Cut& lo, const Cut& hi, bool towardsLow, int sign)
    {
        Rational x = inside({lo, hi, m_leaf.f});
        for (int i = 0; i < kMaxReach; ++i) {
            if (signAt(x) == sign)
                return x;
            const Cut& end = towardsLow ? lo : hi;
            if (end.isInfinite)
                x = towardsLow ? Rational(-4 * abs(x) - 1) : Rational(4 * abs(x) + 1);
            else
                x = ((towardsLow ? end.hi : end.lo) * 15 + x) / 16;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool isZeroAt(const Rational& x) const
    {
        const Local exact = m_order <= kJetOrder ? evaluate(*m_leaf.f, x, m_order, m_budget) : Local{};
        return exact.order >= m_order && exact.d[static_cast<std::size_t>(m_order)].isZero();
    }

    Cut zeroBetween(Rational lo, Rational hi, int below)
    {
        const mpz_class fine = mpz_class(1) << 70;
        for (int i = 0; i < kMaxZeroSteps; ++i) {
            m_budget.poll();
            const Rational width = hi - lo;
            if (width * fine < std::max(Rational(abs(lo)), Rational(abs(hi))))
                break;
            Rational x = i % 8 == 3 ? simplestBetween((3 * lo + hi) / 4, (lo + 3 * hi) / 4) : Rational((lo + hi) / 2);
            int sign = signAt(x);
            if (sign == 0 && isZeroAt(x))
                return cutAt(x);
            if (sign == 0) {
                x = (2 * lo + hi) / 3;
                sign = signAt(x);
            }
            if (sign == 0)
                break;
            (sign == below ? lo : hi) = x;
        }
        return {false, lo, hi, nullptr};
    }

    const Leaf& m_leaf;
    int m_order;
    Budget& m_budget;
    Field m_field;
    Prover m_prover;
    int m_outside = 1;
    std::optional<Polynomial> m_polynomial;
    Form m_form;
    Form m_slope;
    std::deque<Box> m_open;
    std::vector<SignedPart> m_parts;
    bool m_isOpenLow = true;
    bool m_isOpenHigh = true;
    int m_boxes = 0;
    int m_questions = 0;
};

} // namespace

SignMap signMap(const Leaf& leaf, int order, Budget& budget)
{
    const auto whole = [&](Effort effort) {
        const Sign s = signOn(*leaf.f, leaf, order, budget, effort);
        return s.isKnown() ? SignMap{{{leaf.lo, leaf.hi, s}}, true} : SignMap{};
    };
    SignMap map = whole(Effort::Quick);
    if (!map.isComplete)
        map = partialSignMap(leaf, order, false, budget);
    if (!map.isComplete && map.parts.empty())
        map = whole(Effort::Full);
    return map;
}

SignMap partialSignMap(const Leaf& leaf, int order, bool isUntilBoth, Budget& budget)
{
    try {
        return Mapper(leaf, order, budget).run(isUntilBoth);
    } catch (const NoForm&) {
        return {};
    }
}

} // namespace secant::convexity
