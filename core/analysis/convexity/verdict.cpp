#include "core/analysis/convexity/verdict.h"

#include <algorithm>
#include <new>

#include "core/analysis/convexity/certificate.h"
#include "core/analysis/convexity/sign_map.h"

namespace secant::convexity {

namespace {

/// Up to which part of the time, in percent, each way to a verdict may go on.
constexpr int kQuickPercent = 30;
constexpr int kFirstPercent = 55;
constexpr int kSecondPercent = 70;
constexpr int kProofPercent = 90;
constexpr int kFewSamples = 45;

class Judgement {
public:
    Judgement(ExprPtr f, const Range& range, Budget& budget, Verdict& verdict)
        : m_f(std::move(f)), m_range(range), m_budget(budget), m_verdict(verdict), m_chords(*m_f, range, budget)
    {
    }

    void run()
    {
        attempt(kQuickPercent, [this] { prove(); });
        // Where no joint and no sign tells against a proof, chords of points chosen blindly are not likely to.
        const auto isMixed = [](const Sign& s) { return s.isMixed; };
        const bool mapsFirst = m_block && !isHopeless() && std::ranges::none_of(m_signs, isMixed);
        attempt(kFirstPercent, [&] { mapsFirst ? followMaps() : search(); });
        attempt(kSecondPercent, [&] { mapsFirst ? search() : followMaps(); });
        attempt(kProofPercent, [this] { proveLonger(); });
        attempt(100, [this] { searchLonger(); });
        if (!m_isProved)
            conclude(m_isOutOfTime ? Reason::OutOfTime : Reason::NoProof);
    }

    /// Neither if two chords were found, else undecided for this reason.
    void conclude(Reason reason)
    {
        m_verdict.pieces.clear();
        m_verdict.places.clear();
        const bool isBroken = m_chords.broken().both();
        m_verdict.kind = isBroken ? VerdictKind::Neither : VerdictKind::Undecided;
        m_verdict.standing = isBroken ? Standing::Refuted : Standing::Undecided;
        m_verdict.reason = isBroken ? Reason::None : reason;
    }

    [[nodiscard]] const Broken& broken() const { return m_chords.broken(); }

private:
    /// One way to a verdict, if there is none yet, ended by its share of the time.
    template<typename Way>
    void attempt(int percent, Way way)
    {
        if (m_isProved || m_chords.broken().both())
            return;
        m_budget.allow(percent);
        try {
            way();
        } catch (const NoForm&) {
            return;
        } catch (const Stopped&) {
            if (m_budget.isStopRequested())
                throw;
            m_isOutOfTime = m_isOutOfTime || percent == 100;
        }
    }

    void prove()
    {
        m_anatomy = dissect(m_f, m_range, m_budget);
        m_block = m_anatomy.block();
        if (!m_block)
            return;
        for (std::size_t i = m_block->first; i <= m_block->last + 1; ++i)
            combine(m_possible, possibleAt(m_anatomy.joints[i]));
        m_signs.assign(m_anatomy.leaves.size(), Sign{});
        for (std::size_t i = m_block->first; i <= m_block->last && !isHopeless(); ++i) {
            const Leaf& leaf = m_anatomy.leaves[i];
            m_signs[i] = signOn(*leaf.f, leaf, 2, m_budget, Effort::Quick);
            if (m_signs[i].isKnown())
                combine(m_possible, possibleFor(m_signs[i]));
        }
        settle();
    }

    [[nodiscard]] bool isHopeless() const { return !m_possible.isKnown || (!m_possible.convex && !m_possible.concave); }

    static Possible possibleFor(const Sign& s)
    {
        return {.isKnown = true, .convex = s.value() >= 0, .concave = s.value() <= 0, .affine = s.value() == 0};
    }

    /// The verdict, if all signs are known and agree with each other and with the joints.
    void settle()
    {
        if (!m_block || isHopeless())
            return;
        bool isStrict = true;
        for (std::size_t i = m_block->first; i <= m_block->last; ++i) {
            if (!m_signs[i].isKnown())
                return;
            isStrict = isStrict && m_signs[i].value() != 0;
        }
        m_isProved = true;
        m_verdict.standing = Standing::Proved;
        if (m_possible.affine)
            m_verdict.kind = VerdictKind::Affine;
        else if (m_possible.convex)
            m_verdict.kind = isStrict ? VerdictKind::StrictlyConvex : VerdictKind::Convex;
        else
            m_verdict.kind = isStrict ? VerdictKind::StrictlyConcave : VerdictKind::Concave;
        record();
    }

    static void combine(Possible& all, const Possible& here)
    {
        all.isKnown = all.isKnown && here.isKnown;
        all.convex = all.convex && here.convex;
        all.concave = all.concave && here.concave;
        all.affine = all.affine && here.affine;
    }

    void record()
    {
        for (std::size_t i = m_block->first; i <= m_block->last; ++i) {
            const Leaf& leaf = m_anatomy.leaves[i];
            m_verdict.pieces.push_back({boundsOf(leaf.lo, -1).lo, boundsOf(leaf.hi, 1).hi, m_signs[i].value(),
                                        m_signs[i].rule, leaf.lo, leaf.hi});
        }
        for (std::size_t i = m_block->first; i <= m_block->last + 1; ++i)
            m_verdict.places.push_back(placeOf(m_anatomy.joints[i], i == m_block->first ? -1 : 1));
    }

    /// The proof tells where f may bend the wrong way: each leaf is cut where f″ changes its sign.
    void followMaps()
    {
        if (m_block && !isHopeless()) {
            for (std::size_t i = m_block->first; i <= m_block->last; ++i) {
                if (m_signs[i].isKnown())
                    continue;
                const SignMap map = partialSignMap(m_anatomy.leaves[i], 2, true, m_budget);
                if (map.isComplete && map.parts.size() == 1) {
                    m_signs[i] = map.parts.front().sign;
                    combine(m_possible, possibleFor(m_signs[i]));
                } else {
                    follow(map);
                }
            }
            settle();
            return;
        }
        for (const Leaf& leaf : m_anatomy.leaves) {
            if (leaf.f && !m_chords.broken().both())
                follow(partialSignMap(leaf, 2, true, m_budget));
        }
    }

    void follow(const SignMap& map)
    {
        std::vector<Rational> places;
        for (const SignedPart& part : map.parts)
            places.push_back(inside({part.lo, part.hi, nullptr}));
        m_chords.followCurvature(places);
    }

    void search()
    {
        m_places = m_anatomy.leaves.empty() ? std::vector<Rational>() : placesOf(m_anatomy.leaves);
        for (const End* end : {&m_range.lo, &m_range.hi}) {
            if (!end->isInfinite)
                m_places.push_back(end->at);
        }
        for (const Leaf& leaf : m_anatomy.leaves) {
            const std::vector<Rational> between = betweenInflections(leaf, m_budget);
            m_places.insert(m_places.end(), between.begin(), between.end());
        }
        m_chords.sweep(m_places);
        if (!m_chords.broken().both())
            m_chords.followCurvature(m_places);
        if (!m_chords.broken().both())
            m_chords.followCurvature(samplePoints(m_range, {}, kFewSamples));
    }

    void proveLonger()
    {
        if (!m_block || isHopeless())
            return;
        for (std::size_t i = m_block->first; i <= m_block->last && !isHopeless(); ++i) {
            const Leaf& leaf = m_anatomy.leaves[i];
            if (m_signs[i].isKnown())
                continue;
            m_signs[i] = signOn(*leaf.f, leaf, 2, m_budget);
            if (m_signs[i].isKnown())
                combine(m_possible, possibleFor(m_signs[i]));
        }
        settle();
    }

    void searchLonger()
    {
        m_chords.followCurvature(samplePoints(m_range, m_places, 300));
        for (const Rational& place : m_places)
            crossKink(place);
    }

    static std::vector<Rational> placesOf(const std::vector<Leaf>& leaves)
    {
        std::vector<Rational> places;
        for (const Leaf& leaf : leaves) {
            if (!leaf.lo.isInfinite)
                places.push_back(leaf.lo.lo);
            if (!leaf.lo.isInfinite && !leaf.lo.isExact())
                places.push_back(leaf.lo.hi);
        }
        return places;
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
    Anatomy m_anatomy;
    std::optional<Anatomy::Block> m_block;
    Possible m_possible;
    std::vector<Sign> m_signs;
    std::vector<Rational> m_places;
    bool m_isProved = false;
    bool m_isOutOfTime = false;
};

bool isEmpty(const Range& range)
{
    return !range.lo.isInfinite && !range.hi.isInfinite && range.lo.at >= range.hi.at;
}

} // namespace

Verdict judge(const ExprPtr& f, const Range& range, Budget& budget)
{
    Verdict verdict;
    if (!f || isEmpty(range)) {
        verdict.reason = f ? Reason::NoProof : Reason::TooLarge;
        return verdict;
    }
    Judgement judgement(f, range, budget, verdict);
    try {
        judgement.run();
    } catch (const Stopped&) {
        judgement.conclude(Reason::OutOfTime);
    } catch (const std::bad_alloc&) {
        judgement.conclude(Reason::OutOfTime);
    }
    verdict.broken = judgement.broken();
    return verdict;
}

Verdict judge(const SyntaxTree& tree, std::string_view formula, std::span<const double> values, const Range& range,
              const Allowance& allowance)
{
    Budget budget(allowance.time, allowance.stop);
    Verdict verdict = judge(exactFormula(tree, formula, values), range, budget);
    verdict.seconds = budget.seconds();
    return verdict;
}

} // namespace secant::convexity
