#include "core/analysis/facts.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/convexity/evaluate.h"
#include "core/analysis/convexity/facts.h"
#include "core/analysis/find.h"
#include "core/analysis/normal_moments.h"
#include "core/analysis/outline_facts.h"
#include "core/analysis/proved_outline.h"
#include "core/analysis/scaled_call.h"
#include "core/analysis/wave_facts.h"
#include "core/function/function.h"

namespace secant {
namespace {

/// Share of the time for the outline; the rest is for single questions where there is none.
constexpr int kOutlinePercent = 60;
constexpr Interval kSupremumScale{-32.0, 32.0};

/// Where f or f′ is not smooth, as far as the facts tell.
std::vector<double> cutsOf(const Facts& facts)
{
    std::vector<double> cuts;
    for (const Kink& kink : facts.kinks.value.list) {
        cuts.push_back(kink.at);
    }
    for (const Jump& jump : facts.jumps.value.list) {
        cuts.push_back(jump.at);
    }
    for (const Inflection& inflection : facts.inflections.value.list) {
        cuts.push_back(inflection.at);
    }
    for (const Region& region : facts.dead.value.list) {
        cuts.push_back(region.from);
        cuts.push_back(region.to);
    }
    return cuts;
}

/// Facts of any formula, one question after the other.
class FactSearch {
public:
    FactSearch(const SyntaxTree& tree, std::string_view formula, std::span<const double> values,
               const FactsAllowance& allowance)
        : m_tree(tree), m_formula(formula), m_values(values), m_allowance(allowance), m_function(tree, values)
    {
    }

    Facts run()
    {
        if (auto contract = contractFacts(m_tree, m_values)) {
            m_facts = std::move(*contract);
        } else if (!readOutline()) {
            askOneByOne();
        }
        addNormal();
        return std::move(m_facts);
    }

private:
    bool readOutline()
    {
        convexity::Budget budget(m_allowance.time * kOutlinePercent / 100, m_allowance.stop);
        auto outline = provedOutline(m_tree, m_formula, m_values, budget);
        if (!outline) {
            return false;
        }
        addAsymptotes(*outline);
        m_facts = outlineFacts(outline->shape, m_function, Assurance::Proved);
        if (!outline->hasSmoothness && m_facts.smoothness.value >= Smoothness::TwiceDifferentiable) {
            m_facts.smoothness = {};
        }
        if (!outline->hasLow || !outline->hasHigh) {
            m_facts.range = {};
            m_facts.steepest = {};
            for (Extremum& extremum : m_facts.extrema.value.list) {
                extremum.isGlobal = false;
            }
        }
        if (!outline->hasLow) {
            m_facts.low = {};
        }
        if (!outline->hasHigh) {
            m_facts.high = {};
        }
        addSteepest();
        addZero();
        return true;
    }

    /// What enclosures prove about the ends, where normal forms do not tell.
    void addAsymptotes(ProvedOutline& outline) const
    {
        const bool isOpen = (!outline.hasLow && std::isinf(outline.shape.domain.lo)) ||
                            (!outline.hasHigh && std::isinf(outline.shape.domain.hi));
        if (!isOpen) {
            return;
        }
        for (const Asymptote& line : asymptotesOf(m_function)) {
            bool& has = line.atHigh ? outline.hasHigh : outline.hasLow;
            if (has || !line.proved) {
                continue;
            }
            const double far = line.slope * (line.atHigh ? kInfinity : -kInfinity);
            (line.atHigh ? outline.shape.atHigh : outline.shape.atLow) = {line.slope == 0.0 ? line.offset : far,
                                                                          line.slope, 0.0};
            has = true;
        }
    }

    void askOneByOne()
    {
        const convexity::Allowance allowance{m_allowance.time * (100 - kOutlinePercent) / 200, m_allowance.stop};
        const convexity::Range everywhere{{true, false, 0}, {true, false, 0}};
        const convexity::Facts found = convexity::examine(m_tree, m_formula, m_values, everywhere, allowance);
        addTrend(found.monotonicity);
        const convexity::Verdict verdict = convexity::judge(m_tree, m_formula, m_values, everywhere, allowance);
        addBend(verdict.kind);
        addSteepest();
        addZero();
    }

    void addTrend(const convexity::Monotonicity& found)
    {
        using convexity::Trend;
        constexpr std::pair<Trend, std::pair<secant::Trend, secant::Trend>> kNames[] = {
            {Trend::Constant, {secant::Trend::Constant, secant::Trend::Constant}},
            {Trend::Increasing, {secant::Trend::Increasing, secant::Trend::StrictlyIncreasing}},
            {Trend::Decreasing, {secant::Trend::Decreasing, secant::Trend::StrictlyDecreasing}},
            {Trend::None, {secant::Trend::NotMonotone, secant::Trend::NotMonotone}}};
        for (const auto& [name, trends] : kNames) {
            if (name == found.trend) {
                m_facts.trend = {found.isStrict ? trends.second : trends.first, Assurance::Proved};
            }
        }
    }

    void addBend(convexity::VerdictKind kind)
    {
        using convexity::VerdictKind;
        constexpr std::pair<VerdictKind, Bend> kNames[] = {
            {VerdictKind::Affine, Bend::Affine},   {VerdictKind::StrictlyConvex, Bend::StrictlyConvex},
            {VerdictKind::Convex, Bend::Convex},   {VerdictKind::StrictlyConcave, Bend::StrictlyConcave},
            {VerdictKind::Concave, Bend::Concave}, {VerdictKind::Neither, Bend::Neither}};
        for (const auto& [verdict, bend] : kNames) {
            if (verdict == kind) {
                m_facts.bend = {bend, Assurance::Proved};
            }
        }
    }

    /// By branch and bound, where the outline does not tell.
    void addSteepest()
    {
        if (m_facts.steepest.isKnown() || m_allowance.stop.stop_requested()) {
            return;
        }
        const auto supremum = slopeSupremum(m_function, kSupremumScale);
        if (supremum && supremum->global) {
            m_facts.steepest = {{supremum->value, kNaN, supremum->value, false, false}, Assurance::Proved};
        }
    }

    /// f(0) and f′(0), exact where all operations are; whether they are 0 and 1 is said only if they are known to be.
    void addZero()
    {
        const convexity::ExprPtr f = convexity::exactFormula(m_tree, m_formula, m_values);
        m_facts.likeIdentity = {};
        if (!f) {
            return;
        }
        try {
            convexity::Budget budget(m_allowance.time / 10, m_allowance.stop);
            const convexity::Local at = convexity::evaluate(*f, convexity::Real(0), 1, budget);
            if (at.known != convexity::Known::Defined) {
                return;
            }
            if (!m_facts.atZero.isKnown()) {
                m_facts.atZero = {m_function.value(0.0), Assurance::Proved};
            }
            const auto offset = at.d[0].sign();
            const auto& slopes = m_facts.slopesAtZero;
            if (at.order >= 1) {
                const double slope = m_function.jet(0.0).slope;
                m_facts.slopesAtZero = {{slope, slope}, Assurance::Proved};
                const auto excess = (at.d[1] - convexity::Real(1)).sign();
                if (offset && excess) {
                    m_facts.likeIdentity = {*offset == 0 && *excess == 0, Assurance::Proved};
                }
            } else if (slopes.isKnown() && slopes.value.left != slopes.value.right) {
                m_facts.likeIdentity = {false, Assurance::Proved};
            }
        } catch (const convexity::Stopped&) {
            return;
        }
    }

    void addNormal()
    {
        // Whether f jumps must be known, for f′ is no function then.
        if (m_facts.jumps.isKnown() && m_facts.domain.value == Interval::whole()) {
            m_facts.normal =
                normalMoments(m_function, cutsOf(m_facts), !m_facts.jumps.value.list.empty(), m_allowance.stop);
        }
    }

    const SyntaxTree& m_tree;
    std::string_view m_formula;
    std::span<const double> m_values;
    const FactsAllowance& m_allowance;
    Function m_function;
    Facts m_facts;
};

} // namespace

std::optional<Facts> contractFacts(const SyntaxTree& tree, std::span<const double> values)
{
    const auto call = scaledCall(tree, values);
    if (!call) {
        return std::nullopt;
    }
    const Function function(tree, values);
    if (!call->primitive->shape) {
        return waveFacts(*call, function);
    }
    return outlineFacts(outlineOf(*call), function, call->isPlain() ? Assurance::Exact : Assurance::Proved,
                        seamsOf(*call));
}

Facts factsOf(const SyntaxTree& tree, std::string_view formula, std::span<const double> values,
              const FactsAllowance& allowance)
{
    return FactSearch(tree, formula, values, allowance).run();
}

} // namespace secant
