#include <cmath>
#include <optional>

#include "core/analysis/find.h"

namespace secant {
namespace {

/// How far out f is looked at: 2⁴, 2⁵ … 2^60.
constexpr int kNearest = 4;
constexpr int kFarthest = 60;
/// A limit is known once its bounds are this close, absolutely and relatively.
constexpr double kClose = 1e-9;

bool isClose(const Interval& bounds)
{
    return std::isfinite(bounds.width()) && bounds.width() <= kClose * (1.0 + bounds.magnitude());
}

/// One end of the real line.
class FarEnd {
public:
    FarEnd(const Function& function, bool high) : m_function(function), m_high(high) {}

    [[nodiscard]] std::optional<Asymptote> find() const
    {
        std::optional<Asymptote> line = horizontal();
        for (int k = kNearest; k <= kFarthest && !line; ++k) {
            const Enclosure e = m_function.enclose(rayFrom(std::ldexp(1.0, k)));
            if (e.slopeGrade == Grade::Continuous && isClose(e.slope) && e.slope.mignitude() > 0.0) {
                return oblique(e.slope, k);
            }
        }
        return line;
    }

private:
    [[nodiscard]] double end() const { return m_high ? kInfinity : -kInfinity; }
    [[nodiscard]] Interval rayFrom(double distance) const
    {
        return m_high ? Interval{distance, kInfinity} : Interval{-kInfinity, -distance};
    }

    /// f is bounded and, at best, monotone from somewhere on.
    [[nodiscard]] std::optional<Asymptote> horizontal() const
    {
        std::optional<Asymptote> line;
        for (int k = kNearest; k <= kFarthest; ++k) {
            const Enclosure e = m_function.enclose(rayFrom(std::ldexp(1.0, k)));
            if (e.valueGrade != Grade::Continuous || !isClose(e.value)) {
                continue;
            }
            const double limit = bestWithin(e.value, m_function.value(end()));
            line = Asymptote{m_high, 0.0, limit, Interval::point(0.0), e.value, false};
            line->proved = e.slope.lo >= 0.0 || e.slope.hi <= 0.0;
            if (line->proved) {
                break;
            }
        }
        return line;
    }

    /// The value that doubles give at infinity, if it is possible; else the middle.
    [[nodiscard]] static double bestWithin(const Interval& bounds, double value)
    {
        return (bounds.contains(value) ? value : bounds.lo / 2.0 + bounds.hi / 2.0) + 0.0;
    }

    /// f(x) − slope · x where that is followed furthest before rounding hides it.
    [[nodiscard]] std::optional<Asymptote> oblique(const Interval& slopes, int nearest) const
    {
        const double slope = bestWithin(slopes, m_function.jet(end()).slope);
        std::optional<Interval> best;
        Interval last = Interval::whole();
        for (int k = nearest; k <= kFarthest; ++k) {
            const Interval at = Interval::point((m_high ? 1.0 : -1.0) * std::ldexp(1.0, k));
            const Interval offset = m_function.enclose(at).value - Interval::point(slope) * at;
            const Interval both = hull(offset, last);
            if (std::isfinite(both.width()) && (!best || both.width() < best->width())) {
                best = both;
            }
            last = offset;
        }
        if (!best || !isClose(*best)) {
            return std::nullopt;
        }
        // A slope that is exactly the same all the way makes f(x) − slope · x constant.
        const bool straight = slopes.lo == slopes.hi;
        const double offset = best->contains(0.0) ? 0.0 : best->lo / 2.0 + best->hi / 2.0;
        return Asymptote{m_high, slope, offset, slopes, *best, straight};
    }

    const Function& m_function;
    bool m_high;
};

} // namespace

std::vector<Asymptote> asymptotesOf(const Function& function)
{
    std::vector<Asymptote> asymptotes;
    for (const bool high : {false, true}) {
        if (const auto asymptote = FarEnd(function, high).find()) {
            asymptotes.push_back(*asymptote);
        }
    }
    return asymptotes;
}

} // namespace secant
