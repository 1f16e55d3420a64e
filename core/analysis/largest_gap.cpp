#include "core/analysis/largest_gap.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace secant {
namespace {

constexpr double kRelative = 1e-6;
constexpr int kMostEnclosures = 40000;
constexpr int kStartBoxes = 64;
/// Values of which f(x) and f(−x) count as equally far from 0.
constexpr double kMirrored = 1e-9;

struct Box {
    Interval x;
    double bound = 0.0;
    bool operator<(const Box& other) const { return bound < other.bound; }
};

class GapSearch {
public:
    explicit GapSearch(const Function& function) : m_function(function) {}

    std::optional<LargestValue> run(const Interval& window, const std::stop_token& stop)
    {
        for (int i = 0; i < kStartBoxes; ++i) {
            const double part = static_cast<double>(i) / kStartBoxes;
            const double next = static_cast<double>(i + 1) / kStartBoxes;
            if (!add({window.lo + window.width() * part, window.lo + window.width() * next})) {
                return std::nullopt;
            }
        }
        while (!m_boxes.empty() && !isClosed(m_boxes.front().bound)) {
            if (m_enclosures > kMostEnclosures || stop.stop_requested()) {
                return std::nullopt;
            }
            const Interval x = m_boxes.front().x;
            std::pop_heap(m_boxes.begin(), m_boxes.end());
            m_boxes.pop_back();
            const double middle = x.lo + (x.hi - x.lo) / 2.0;
            if (!(x.lo < middle && middle < x.hi) || !add({x.lo, middle}) || !add({middle, x.hi})) {
                return std::nullopt;
            }
        }
        LargestValue largest = m_best;
        largest.bound = std::abs(largest.value) * (1.0 + kRelative); // No box that was let go reaches higher.
        const double mirrored = std::abs(m_function.value(-largest.at));
        largest.isMirrored =
            largest.at != 0.0 && std::abs(mirrored - std::abs(largest.value)) <= kMirrored * std::abs(largest.value);
        return largest;
    }

private:
    [[nodiscard]] bool isClosed(double bound) const { return bound <= std::abs(m_best.value) * (1.0 + kRelative); }

    void look(double x)
    {
        const double value = m_function.value(x);
        if (std::abs(value) > std::abs(m_best.value)) {
            m_best.at = x;
            m_best.value = value;
        }
    }

    /// False where f is not defined and bounded on the whole box.
    bool add(const Interval& x)
    {
        const Enclosure e = m_function.enclose(x);
        ++m_enclosures;
        if (e.valueGrade < Grade::Defined) {
            return false;
        }
        const double middle = x.lo + (x.hi - x.lo) / 2.0;
        look(x.lo);
        look(middle);
        look(x.hi);
        double bound = e.value.magnitude();
        if (e.valueGrade == Grade::Continuous) {
            // The mean value form: f(x) lies in f(middle) + f′(box)·(x − middle).
            const Interval centre = m_function.enclose(Interval::point(middle)).value;
            const Interval step = x - Interval::point(middle);
            bound = std::min(bound, (centre + e.slope * step).magnitude());
        }
        if (!std::isfinite(bound) && x.hi - x.lo < 1e-6) {
            return false;
        }
        if (!isClosed(bound)) {
            m_boxes.push_back({x, bound});
            std::push_heap(m_boxes.begin(), m_boxes.end());
        }
        return true;
    }

    const Function& m_function;
    std::vector<Box> m_boxes;
    LargestValue m_best;
    int m_enclosures = 0;
};

} // namespace

std::optional<LargestValue> largestValue(const Function& function, const Interval& window, const std::stop_token& stop)
{
    if (!(std::isfinite(window.lo) && std::isfinite(window.hi) && window.lo < window.hi)) {
        return std::nullopt;
    }
    return GapSearch(function).run(window, stop);
}

} // namespace secant
