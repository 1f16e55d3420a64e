#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "core/analysis/doubles.h"
#include "core/analysis/regions.h"

namespace secant {
namespace {

constexpr double kRelativeError = 1e-9;
constexpr int kMaxEnclosures = 2000;
constexpr int kStartBoxes = 16;
constexpr double kGridOffset = 0.618;
/// A box this much narrower than the window over which f′ is still not bounded settles that it is unbounded.
constexpr double kNarrowest = 0x1p-40;
constexpr double kNarrowBeyond = 0x1p-4;
constexpr double kMost = std::numeric_limits<double>::max();

/// sup |f′| by branch and bound: the box with the greatest bound is split first.
class SlopeSearch {
public:
    explicit SlopeSearch(const Function& function) : m_function(function) {}

    /// Nothing if f′ is unbounded over `range`, or could not be bounded within the budget.
    std::optional<double> run(const Interval& range, const Interval& scale)
    {
        m_scale = scale;
        start(range, scale);
        while (!m_boxes.empty() && m_enclosures < kMaxEnclosures) {
            const Box box = m_boxes.front();
            if (std::isfinite(box.bound) && box.bound <= m_reached + kRelativeError * m_reached) {
                return m_reached;
            }
            std::pop_heap(m_boxes.begin(), m_boxes.end());
            m_boxes.pop_back();
            const double middle = splitPoint(box.x);
            const bool splits = box.x.lo < middle && middle < box.x.hi;
            if (box.bound == kInfinity && (!splits || isTooNarrow(box))) {
                if (!box.jump) {
                    m_failedInside = m_scale.contains(box.x.lo) && m_scale.contains(box.x.hi);
                    return std::nullopt;
                }
                continue; // A jump has no slope. The boxes beside it know the slopes on both sides.
            }
            if (!splits) {
                m_reached = std::max(m_reached, box.bound);
                continue;
            }
            add({box.x.lo, middle});
            add({middle, box.x.hi});
        }
        return settled();
    }

    /// Whether run() failed because of what it met between the ends of `scale`.
    [[nodiscard]] bool failedInside() const { return m_failedInside; }

private:
    struct Box {
        Interval x;
        double bound = 0.0;
        bool jump = false;

        /// Among boxes without a bound the narrowest goes first: it tells soonest that there is none.
        bool operator<(const Box& other) const
        {
            return bound < other.bound || (bound == other.bound && x.hi - x.lo > other.x.hi - other.x.lo);
        }
    };

    /// Even boxes at the window's scale, and one for each of the two rays beyond.
    void start(const Interval& range, const Interval& scale)
    {
        double from = range.lo;
        for (int i = 0; i <= kStartBoxes; ++i) {
            const double part = i == kStartBoxes ? 1.0 : (i - 1 + kGridOffset) / kStartBoxes;
            const double to = i == 0 && range.lo < scale.lo ? scale.lo : scale.lo * (1.0 - part) + scale.hi * part;
            if (to > from) {
                add({from, to});
                from = to;
            }
        }
        if (from < range.hi) {
            add({from, range.hi});
        }
    }

    /// Beyond the window only a proof for the whole line is at stake, and few formulas yield one late.
    [[nodiscard]] bool isTooNarrow(const Box& box) const
    {
        const bool beyond = box.x.hi <= m_scale.lo || box.x.lo >= m_scale.hi;
        const double part = beyond && !box.jump ? kNarrowBeyond : kNarrowest;
        return box.x.hi - box.x.lo <= (m_scale.hi - m_scale.lo) * part;
    }

    /// Wide boxes shrink geometrically: the middle among doubles runs through the powers of two.
    static double splitPoint(const Interval& x)
    {
        if (std::isfinite(x.lo) && std::isfinite(x.hi) && std::abs(x.lo / 2.0 - x.hi / 2.0) < 0x1p20) {
            return x.lo + (x.hi - x.lo) / 2.0;
        }
        if (x.lo < 0.0 && x.hi > 0.0) {
            return 0.0;
        }
        // Doubling the exponent each time is faster than halving what is left below the largest double.
        if (x.hi == kInfinity) {
            return std::clamp(x.lo * std::max(x.lo, 16.0), 16.0, kMost);
        }
        if (x.lo == -kInfinity) {
            return -std::clamp(x.hi * std::min(x.hi, -16.0), 16.0, kMost);
        }
        return middleDouble(x.lo, x.hi);
    }

    double slopeAt(double x)
    {
        const double slope = std::abs(m_function.jet(x).slope);
        if (std::isfinite(slope)) {
            m_reached = std::max(m_reached, slope);
        }
        return slope;
    }

    void add(const Interval& x)
    {
        const Enclosure e = m_function.enclose(x);
        ++m_enclosures;
        if (e.slopeGrade == Grade::Empty) {
            return;
        }
        const double bound = e.slope.magnitude();
        const double bestBefore = m_reached;
        if (!(bound > bestBefore)) {
            return;
        }
        const double sides = slopeAt(x.lo) + slopeAt(x.hi);
        const bool smooth = e.slopeGrade == Grade::Continuous;
        const bool monotone = smooth && (e.curvature.lo >= 0.0 || e.curvature.hi <= 0.0);
        if (monotone && std::isfinite(sides)) {
            return; // The greatest |f′| is at an end, and has been seen.
        }
        Box box{x, bound, e.valueGrade == Grade::Defined};
        const double middle = x.lo + (x.hi - x.lo) / 2.0;
        if (smooth && std::isfinite(middle)) {
            const double reach = slopeAt(middle) + e.curvature.magnitude() * ((x.hi - x.lo) / 2.0);
            box.bound = reach < bound ? reach : bound;
        }
        m_boxes.push_back(box);
        std::push_heap(m_boxes.begin(), m_boxes.end());
    }

    /// The budget is spent: a bound that is merely a little loose still is an answer.
    [[nodiscard]] std::optional<double> settled() const
    {
        if (m_boxes.empty()) {
            return m_reached;
        }
        const double bound = m_boxes.front().bound;
        return std::isfinite(bound) && bound <= m_reached * (1.0 + 1e-6) ? std::optional(m_reached) : std::nullopt;
    }

    const Function& m_function;
    std::vector<Box> m_boxes;
    double m_reached = 0.0;
    Interval m_scale;
    bool m_failedInside = false;
    int m_enclosures = 0;
};

} // namespace

std::optional<SlopeSupremum> slopeSupremum(const Function& function, const Interval& window)
{
    if (!(std::isfinite(window.lo) && std::isfinite(window.hi) && window.lo < window.hi)) {
        return std::nullopt;
    }
    SlopeSearch search(function);
    if (const auto everywhere = search.run(Interval::whole(), window)) {
        return SlopeSupremum{*everywhere, true};
    }
    if (search.failedInside()) {
        return std::nullopt;
    }
    if (const auto within = SlopeSearch(function).run(window, window)) {
        return SlopeSupremum{*within, false};
    }
    return std::nullopt;
}

} // namespace secant
