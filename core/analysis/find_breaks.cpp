#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/analysis/doubles.h"
#include "core/analysis/event.h"
#include "core/analysis/find_parts.h"

namespace secant::finding {
namespace {

/// Suspect boxes are split until they are narrower than the window by this factor.
constexpr double kFinest = 0x1p-40;
/// Where a box is split: not in the middle, because formulas like to break at round numbers.
constexpr double kPart = 0.4871;
/// Boxes up to this many times the finest are searched for double roots, and so many of them.
constexpr double kTouchWidth = 0x1p34;
constexpr int kMostTouches = 64;
/// In a window at a scale where kNearestToZero is much: the part of the finest box.
constexpr double kNearestPart = 0x1p-24;
/// Steps in last places between a place that was solved for and the first doubles whose enclosures are sound.
constexpr std::array kMargins = {1, 4, 16, 64, 256, 1024};
bool isSmooth(const Enclosure& e)
{
    return e.valueGrade == Grade::Continuous && e.slopeGrade == Grade::Continuous;
}

/// Cuts the window, the widest boxes first.
class BreakHunter {
public:
    BreakHunter(const Function& function, const Interval& window, Allowance& allowance)
        : m_function(function),
          m_finest((window.hi / 2.0 - window.lo / 2.0) * 2.0 * kFinest),
          m_allowance(allowance),
          m_next{window}
    {
    }

    Breaks run()
    {
        std::vector<Interval> current;
        while (!m_next.empty()) {
            std::swap(current, m_next);
            m_next.clear();
            for (const Interval& box : current) {
                decide(box);
            }
        }
        joinSmooth();
        joinSuspects();
        return std::move(m_breaks);
    }

private:
    void decide(const Interval& box)
    {
        if (!m_allowance.spend()) {
            m_breaks.complete = false; // A place in so wide a box could not be told.
            return;
        }
        const Enclosure e = m_function.enclose(box);
        if (isSmooth(e)) {
            m_breaks.smooth.push_back(box);
        } else if (e.valueGrade == Grade::Empty) {
            return;
        } else if (box.hi - box.lo <= m_finest || areNeighbours(box.lo, box.hi)) {
            m_breaks.suspect.push_back(box);
        } else if (!cutOut(box)) {
            const double at = middle(box);
            m_next.push_back({box.lo, at});
            m_next.push_back({at, box.hi});
        }
    }

    [[nodiscard]] static double middle(const Interval& box)
    {
        const double at = box.lo * (1.0 - kPart) + box.hi * kPart;
        return box.lo < at && at < box.hi ? at : middleDouble(box.lo, box.hi);
    }

    /// Cuts at a place that can be solved for, so that its sides need not close in on it by halves.
    bool cutOut(const Interval& box)
    {
        std::optional<Event> event = firstCrossingInside(m_function, Order::Slope, box);
        if (!event && box.hi - box.lo < kTouchWidth * m_finest && m_touches > 0) {
            --m_touches;
            event = firstTouchInside(m_function, Order::Slope, box); // The pole of 1/x² takes longer to find.
        }
        if (!event) {
            return false;
        }
        const double from = soundBeside(event->at, -1);
        const double to = soundBeside(event->at, 1);
        if (!(box.lo < from && to < box.hi)) {
            return false;
        }
        m_next.push_back({box.lo, from});
        m_breaks.suspect.push_back({from, to});
        m_next.push_back({to, box.hi});
        return true;
    }

    /// The nearest double beside the place at which f is known to be smooth, or to be undefined.
    [[nodiscard]] double soundBeside(double at, int direction) const
    {
        if (at == 0.0) {
            return direction * std::min(kNearestToZero, kNearestPart * m_finest);
        }
        double x = at;
        for (const int margin : kMargins) {
            x = stepped(at, direction * margin);
            const Enclosure e = m_function.enclose(Interval::point(x));
            if (isSmooth(e) || e.valueGrade == Grade::Empty) {
                break;
            }
        }
        return x;
    }

    static void sort(std::vector<Interval>& boxes)
    {
        std::sort(boxes.begin(), boxes.end(), [](const Interval& a, const Interval& b) { return a.lo < b.lo; });
    }

    /// Smooth neighbours become one, unless a break sits on the edge that they share: a kink may.
    void joinSmooth()
    {
        std::vector<Interval> joined;
        sort(m_breaks.smooth);
        for (Interval box : m_breaks.smooth) {
            if (joined.empty() || joined.back().hi != box.lo) {
                joined.push_back(box);
                continue;
            }
            const Interval edge{stepped(box.lo, -1), stepped(box.lo, 1)};
            if (isSmooth(m_function.enclose(edge))) {
                joined.back().hi = box.hi;
                continue;
            }
            m_breaks.suspect.push_back(edge);
            joined.back().hi = edge.lo;
            box.lo = edge.hi;
            joined.push_back(box);
        }
        m_breaks.smooth = std::move(joined);
    }

    void joinSuspects()
    {
        std::vector<Interval> joined;
        sort(m_breaks.suspect);
        for (const Interval& box : m_breaks.suspect) {
            if (!joined.empty() && joined.back().hi >= box.lo) {
                joined.back().hi = std::max(joined.back().hi, box.hi);
            } else {
                joined.push_back(box);
            }
        }
        m_breaks.suspect = std::move(joined);
    }

    const Function& m_function;
    double m_finest;
    Allowance& m_allowance;
    int m_touches = kMostTouches;
    std::vector<Interval> m_next;
    Breaks m_breaks;
};

} // namespace

Breaks breaksIn(const Function& function, const Interval& window, Allowance& allowance)
{
    return BreakHunter(function, window, allowance).run();
}

} // namespace secant::finding
