#include "core/analysis/convexity/thresholds.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace secant::convexity {

namespace {

constexpr int kSamples = 24;
constexpr int kMaxSteps = 60;
constexpr double kFine = 1e-9;
/// One verdict may take this much of the whole time.
constexpr int kShare = 10;

double simplestIn(double lo, double hi)
{
    return simplestBetween(Rational(lo), Rational(hi)).get_d();
}

class Finder {
public:
    Finder(const SyntaxTree& tree, std::string_view formula, std::vector<double> values, std::size_t index,
           const Range& range, const Allowance& allowance)
        : m_tree(tree),
          m_formula(formula),
          m_values(std::move(values)),
          m_index(index),
          m_range(range),
          m_allowance(allowance),
          m_budget(allowance.time, allowance.stop)
    {
    }

    ThresholdList run(double lo, double hi)
    {
        ThresholdList list;
        sample(lo, hi);
        std::vector<std::pair<double, VerdictKind>> known;
        for (const auto& [at, kind] : m_kinds) {
            if (kind != VerdictKind::Undecided)
                known.emplace_back(at, kind);
        }
        for (std::size_t i = 1; i < known.size(); ++i) {
            if (known[i - 1].second != known[i].second)
                narrow(known[i - 1].first, known[i].first);
        }
        merge();
        list.thresholds = std::move(m_found);
        list.isInTime = m_isInTime;
        return list;
    }

private:
    /// Evenly, and at the simplest number of every stretch.
    void sample(double lo, double hi)
    {
        const double step = (hi - lo) / kSamples;
        for (int i = 0; i <= kSamples; ++i) {
            const double at = i == kSamples ? hi : lo + step * i;
            kindAt(at);
            if (i < kSamples)
                kindAt(simplestIn(at, at + step));
        }
    }

    VerdictKind kindAt(double at)
    {
        if (const auto found = m_kinds.find(at); found != m_kinds.end())
            return found->second;
        const auto left =
            m_allowance.time - std::chrono::nanoseconds(static_cast<std::int64_t>(m_budget.seconds() * 1e9));
        if (left <= std::chrono::nanoseconds(0) || m_allowance.stop.stop_requested()) {
            m_isInTime = false;
            return VerdictKind::Undecided;
        }
        m_values[m_index] = at;
        const auto time = std::min<std::chrono::nanoseconds>(left, m_allowance.time / kShare);
        const VerdictKind kind = judge(m_tree, m_formula, m_values, m_range, {time, m_allowance.stop}).kind;
        m_kinds[at] = kind;
        return kind;
    }

    void narrow(double lo, double hi)
    {
        const VerdictKind below = m_kinds[lo];
        const VerdictKind above = m_kinds[hi];
        for (int i = 0; i < kMaxSteps && hi - lo > kFine * std::max(1.0, std::abs(lo)); ++i) {
            const double quarter = (hi - lo) / 4;
            const double middle = i % 2 == 0 ? simplestIn(lo + quarter, hi - quarter) : lo + 2 * quarter;
            const VerdictKind kind = kindAt(middle);
            if (kind == below) {
                lo = middle;
            } else if (kind == above) {
                hi = middle;
            } else if (kind == VerdictKind::Undecided) {
                break;
            } else {
                narrow(lo, middle);
                narrow(middle, hi);
                return;
            }
        }
        Threshold t{{lo, hi}, simplestIn(lo, hi), below, VerdictKind::Undecided, above};
        t.on = kindAt(t.mark);
        m_found.push_back(t);
    }

    /// A verdict that holds at one number alone has a change on either side.
    void merge()
    {
        std::ranges::sort(m_found, {}, [](const Threshold& t) { return t.at.lo; });
        std::vector<Threshold> merged;
        for (const Threshold& t : m_found) {
            const bool isAtOne = !merged.empty() && merged.back().at.hi == t.at.lo && merged.back().mark == t.mark &&
                                 t.at.hi - merged.back().at.lo <= 4 * kFine * std::max(1.0, std::abs(t.mark));
            if (isAtOne) {
                merged.back().at.hi = t.at.hi;
                merged.back().above = t.above;
            } else {
                merged.push_back(t);
            }
        }
        m_found = std::move(merged);
    }

    const SyntaxTree& m_tree;
    std::string_view m_formula;
    std::vector<double> m_values;
    std::size_t m_index;
    Range m_range;
    Allowance m_allowance;
    Budget m_budget;
    std::map<double, VerdictKind> m_kinds;
    std::vector<Threshold> m_found;
    bool m_isInTime = true;
};

} // namespace

ThresholdList thresholds(const SyntaxTree& tree, std::string_view formula, std::vector<double> values,
                         std::size_t index, double lo, double hi, const Range& range, const Allowance& allowance)
{
    return Finder(tree, formula, std::move(values), index, range, allowance).run(lo, hi);
}

} // namespace secant::convexity
