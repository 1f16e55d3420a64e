#include "core/analysis/convexity/verdict.h"

#include <algorithm>
#include <limits>
#include <new>

#include "core/analysis/convexity/joints.h"

namespace secant::convexity {

namespace {

/// What remains of the time is for chords.
constexpr int kProofPercent = 60;
constexpr double kInfinite = std::numeric_limits<double>::infinity();

class Judgement {
public:
    Judgement(ExprPtr f, const Range& range, Budget& budget, Verdict& verdict)
        : m_f(std::move(f)), m_range(range), m_budget(budget), m_verdict(verdict), m_chords(*m_f, range, budget)
    {
    }

    void run()
    {
        m_budget.allow(kProofPercent);
        try {
            m_leaves = split(m_f, m_range, m_budget);
            prove();
        } catch (const NoForm&) {
            m_isProved = false;
        } catch (const Stopped&) {
            if (m_budget.isStopRequested())
                throw;
        }
        if (m_isProved)
            return;
        m_budget.allow(100);
        m_verdict.pieces.clear();
        search();
    }

    /// Neither if two chords were found, else undecided for this reason.
    void conclude(Reason reason)
    {
        m_verdict.pieces.clear();
        const bool isBroken = m_chords.broken().both();
        m_verdict.kind = isBroken ? VerdictKind::Neither : VerdictKind::Undecided;
        m_verdict.standing = isBroken ? Standing::Refuted : Standing::Undecided;
        m_verdict.reason = isBroken ? Reason::None : reason;
    }

    [[nodiscard]] const Broken& broken() const { return m_chords.broken(); }

private:
    void prove()
    {
        if (!isDomainConvex())
            return;
        Possible all;
        const auto isHopeless = [&all] { return !all.isKnown || (!all.convex && !all.concave); };
        for (std::size_t i = m_first + 1; i <= m_last && !isHopeless(); ++i)
            combine(all, meet(*m_f, m_leaves[i - 1], m_leaves[i], m_budget));
        if (!isHopeless())
            meetEnds(all);
        bool isStrict = true;
        for (std::size_t i = m_first; i <= m_last && !isHopeless(); ++i) {
            const Leaf& leaf = m_leaves[i];
            const Sign s = signOn(*leaf.f, leaf, true, m_budget);
            record(leaf, s);
            combine(all, {.isKnown = s.isKnown(),
                          .convex = s.value() >= 0,
                          .concave = s.value() <= 0,
                          .affine = s.value() == 0});
            isStrict = isStrict && s.value() != 0;
        }
        if (isHopeless())
            return;
        m_isProved = true;
        m_verdict.standing = Standing::Proved;
        if (all.affine)
            m_verdict.kind = VerdictKind::Affine;
        else if (all.convex)
            m_verdict.kind = isStrict ? VerdictKind::StrictlyConvex : VerdictKind::Convex;
        else
            m_verdict.kind = isStrict ? VerdictKind::StrictlyConcave : VerdictKind::Concave;
    }

    /// Defined leaves follow each other, and no point apart from them is defined.
    bool isDomainConvex()
    {
        const auto isDefined = [](const Leaf& leaf) { return leaf.f != nullptr; };
        const auto first = std::ranges::find_if(m_leaves, isDefined);
        if (first == m_leaves.end())
            return false;
        m_first = static_cast<std::size_t>(first - m_leaves.begin());
        m_last = m_first;
        while (m_last + 1 < m_leaves.size() && m_leaves[m_last + 1].f)
            ++m_last;
        for (std::size_t i = 0; i < m_leaves.size(); ++i) {
            if (i >= m_first && i <= m_last)
                continue;
            const bool touchesLow = i == m_last + 1;
            const bool touchesHigh = i + 1 == m_first;
            if (m_leaves[i].f || (!touchesLow && !isUndefinedAt(m_leaves[i].lo)) ||
                (!touchesHigh && !isUndefinedAt(m_leaves[i].hi)))
                return false;
        }
        return true;
    }

    bool isUndefinedAt(const Cut& c)
    {
        if (c.isInfinite || (c.isExact() && !m_range.contains(c.lo)))
            return true;
        return isUndefinedWhereCut(*m_f, c) || evaluate(*m_f, c.real(), 0, m_budget).known == Known::Undefined;
    }

    void meetEnds(Possible& all)
    {
        const Leaf& first = m_leaves[m_first];
        const Leaf& last = m_leaves[m_last];
        const auto belongs = [this](const Cut& c) { return !c.isInfinite && (!c.isExact() || m_range.contains(c.lo)); };
        if (belongs(first.lo) && !isUndefinedWhereCut(*m_f, first.lo))
            combine(all, endOf(*m_f, first, true, m_budget));
        if (belongs(last.hi) && !isUndefinedWhereCut(*m_f, last.hi))
            combine(all, endOf(*m_f, last, false, m_budget));
    }

    static void combine(Possible& all, const Possible& here)
    {
        all.isKnown = all.isKnown && here.isKnown;
        all.convex = all.convex && here.convex;
        all.concave = all.concave && here.concave;
        all.affine = all.affine && here.affine;
    }

    void record(const Leaf& leaf, const Sign& s)
    {
        m_verdict.pieces.push_back({leaf.lo.isInfinite ? -kInfinite : leaf.lo.lo.get_d(),
                                    leaf.hi.isInfinite ? kInfinite : leaf.hi.hi.get_d(), s.value(), s.rule});
    }

    void search()
    {
        std::vector<Rational> places;
        for (const Leaf& leaf : m_leaves) {
            if (!leaf.lo.isInfinite)
                places.push_back(leaf.lo.lo);
            if (!leaf.lo.isInfinite && !leaf.lo.isExact())
                places.push_back(leaf.lo.hi);
        }
        for (const End* end : {&m_range.lo, &m_range.hi}) {
            if (!end->isInfinite)
                places.push_back(end->at);
        }
        for (const Leaf& leaf : m_leaves) {
            const std::vector<Rational> between = betweenInflections(leaf, m_budget);
            places.insert(places.end(), between.begin(), between.end());
        }
        m_chords.sweep(places);
        if (!m_chords.broken().both())
            m_chords.followCurvature(places);
        if (!m_chords.broken().both())
            m_chords.followCurvature(samplePoints(m_range, places, 300));
        for (const Rational& place : places)
            crossKink(place);
        conclude(Reason::NoProof);
    }

    void crossKink(const Rational& place)
    {
        for (const int direction : {1, -1}) {
            if (!m_chords.broken().both())
                m_chords.tryAround(place, 1, direction);
        }
    }

    ExprPtr m_f;
    const Range& m_range;
    Budget& m_budget;
    Verdict& m_verdict;
    ChordSearch m_chords;
    std::vector<Leaf> m_leaves;
    std::size_t m_first = 0;
    std::size_t m_last = 0;
    bool m_isProved = false;
};

bool isEmpty(const Range& range)
{
    return !range.lo.isInfinite && !range.hi.isInfinite && range.lo.at >= range.hi.at;
}

} // namespace

Verdict judge(const SyntaxTree& tree, std::string_view formula, std::span<const double> values, const Range& range,
              const Allowance& allowance)
{
    const auto start = std::chrono::steady_clock::now();
    Verdict verdict;
    const ExprPtr f = exactFormula(tree, formula, values);
    if (!f || isEmpty(range)) {
        verdict.reason = f ? Reason::NoProof : Reason::TooLarge;
    } else {
        Budget budget(allowance.time, allowance.stop);
        Judgement judgement(f, range, budget, verdict);
        try {
            judgement.run();
        } catch (const Stopped&) {
            judgement.conclude(Reason::OutOfTime);
        } catch (const std::bad_alloc&) {
            judgement.conclude(Reason::OutOfTime);
        }
        verdict.broken = judgement.broken();
    }
    verdict.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return verdict;
}

} // namespace secant::convexity
