#include "core/analysis/convexity/facts.h"

#include <algorithm>
#include <new>

#include "core/analysis/convexity/certificate.h"
#include "core/analysis/convexity/curvature_bounds.h"
#include "core/analysis/convexity/movement.h"
#include "core/analysis/convexity/stretches.h"

namespace secant::convexity {

namespace {

/// Up to which part of the time, in percent, each question may go on.
constexpr int kCutPercent = 25;
constexpr int kSlopePercent = 45;
constexpr int kSamplePercent = 50;
constexpr int kCurvaturePercent = 65;
constexpr int kBoundsPercent = 80;

class Examination {
public:
    Examination(ExprPtr f, const Range& range, Budget& budget) : m_f(std::move(f)), m_range(range), m_budget(budget) {}

    Facts run()
    {
        const bool isCut = ask(kCutPercent, [this] { m_anatomy = dissect(m_f, m_range, m_budget); });
        if (isCut) {
            ask(kSlopePercent, [this] { conclude(movementOf(m_anatomy, maps(1), m_budget)); });
            if (m_facts.monotonicity.trend == Trend::Unknown)
                ask(kSamplePercent, [this] { conclude(sampledMovement(*m_f, m_range, m_budget)); });
            ask(kCurvaturePercent, [this] { findStretches(); });
            ask(kBoundsPercent, [this] { findBounds(); });
            ask(100, [this] { findLogarithmic(); });
        }
        return std::move(m_facts);
    }

private:
    /// Whether the question was answered in its time.
    template<typename Question>
    bool ask(int percent, Question question)
    {
        if (m_budget.isStopRequested())
            return false;
        m_budget.allow(percent);
        try {
            question();
            return true;
        } catch (const NoForm&) {
            m_facts.reason = Reason::NoProof;
        } catch (const Stopped&) {
            m_facts.reason = Reason::OutOfTime;
        }
        return false;
    }

    std::vector<SignMap> maps(int order)
    {
        std::vector<SignMap> all;
        for (const Leaf& leaf : m_anatomy.leaves)
            all.push_back(leaf.f ? signMap(leaf, order, m_budget) : SignMap{});
        return all;
    }

    void conclude(const Movement& movement)
    {
        const auto goes = [&](int direction) {
            return std::ranges::any_of(movement.steps, [&](const auto& s) { return s.direction == direction; });
        };
        const bool rests =
            std::ranges::any_of(movement.steps, [](const auto& s) { return s.direction == 0 && s.isOnLeaf; });
        Monotonicity& m = m_facts.monotonicity;
        if (goes(1) && goes(-1))
            m.trend = Trend::None;
        else if (movement.isComplete && !movement.steps.empty())
            m.trend = goes(1) ? Trend::Increasing : goes(-1) ? Trend::Decreasing : Trend::Constant;
        m.isStrict = (m.trend == Trend::Increasing || m.trend == Trend::Decreasing) && !rests;
        m_facts.quasiConvex = quasi(movement, 1);
        m_facts.quasiConcave = quasi(movement, -1);
    }

    /// Quasi-convex (direction 1): no way down follows a way up.
    static Standing quasi(const Movement& movement, int direction)
    {
        bool hasRisen = movement.hasGap;
        bool isBroken = movement.hasGap;
        for (const Movement::Step& step : movement.steps) {
            hasRisen = hasRisen || step.direction == direction;
            isBroken = isBroken || (hasRisen && step.direction == -direction);
        }
        if (isBroken)
            return Standing::Refuted;
        return movement.isComplete && !movement.steps.empty() ? Standing::Proved : Standing::Undecided;
    }

    void findStretches()
    {
        const StretchList list = stretchesOf(m_anatomy, maps(2));
        m_facts.inflections = list.inflections;
        m_facts.hasAllInflections = list.hasAllInflections;
        m_facts.stretches = list.stretches;
        m_facts.hasAllStretches = list.isComplete;
    }

    void findBounds()
    {
        const auto bounds = curvatureBounds(m_anatomy, m_budget);
        if (!bounds)
            return;
        m_facts.strongConvexity = bounds->least;
        m_facts.smoothness = bounds->greatest;
    }

    void findLogarithmic()
    {
        const auto positive = isPositive();
        if (!positive)
            return;
        if (!*positive) {
            m_facts.logConvex = m_facts.logConcave = Standing::Refuted;
            return;
        }
        const Verdict verdict = judge(make(Op::Log, {m_f}), m_range, m_budget);
        const bool isProved = verdict.standing == Standing::Proved;
        const bool isConvex = verdict.kind == VerdictKind::Convex || verdict.kind == VerdictKind::StrictlyConvex;
        const bool isConcave = verdict.kind == VerdictKind::Concave || verdict.kind == VerdictKind::StrictlyConcave;
        const bool isAffine = verdict.kind == VerdictKind::Affine;
        if (isProved) {
            m_facts.logConvex = isConvex || isAffine ? Standing::Proved : Standing::Refuted;
            m_facts.logConcave = isConcave || isAffine ? Standing::Proved : Standing::Refuted;
        }
        if (verdict.broken.convexity)
            m_facts.logConvex = Standing::Refuted;
        if (verdict.broken.concavity)
            m_facts.logConcave = Standing::Refuted;
    }

    std::optional<bool> isPositive()
    {
        bool isSure = true;
        for (const Leaf& leaf : m_anatomy.leaves) {
            if (!leaf.f)
                continue;
            const Local sample = evaluate(*leaf.f, inside(leaf), 0, m_budget);
            if (sample.known == Known::Defined && sample.d[0].sign().value_or(1) <= 0)
                return false;
            const Sign s = signOn(*leaf.f, leaf, 0, m_budget);
            isSure = isSure && s.kind == Sign::Kind::Positive && s.isStrict;
        }
        for (const Joint& joint : m_anatomy.joints) {
            if (joint.known == Known::Defined && joint.value.sign().value_or(1) <= 0)
                return false;
            isSure = isSure &&
                     (joint.known == Known::Undefined || (joint.known == Known::Defined && joint.value.sign() == 1));
        }
        return isSure ? std::optional(true) : std::nullopt;
    }

    ExprPtr m_f;
    Range m_range;
    Budget& m_budget;
    Anatomy m_anatomy;
    Facts m_facts;
};

} // namespace

Facts examine(const SyntaxTree& tree, std::string_view formula, std::span<const double> values, const Range& range,
              const Allowance& allowance)
{
    Budget budget(allowance.time, allowance.stop);
    Facts facts;
    const ExprPtr f = exactFormula(tree, formula, values);
    if (!f) {
        facts.reason = Reason::TooLarge;
    } else {
        try {
            facts = Examination(f, range, budget).run();
        } catch (const std::bad_alloc&) {
            facts = {};
            facts.reason = Reason::OutOfTime;
        }
    }
    facts.seconds = budget.seconds();
    return facts;
}

} // namespace secant::convexity
