#include "core/analysis/partition.h"

#include <cmath>

#include "core/analysis/doubles.h"
#include "core/analysis/event.h"

namespace secant {
namespace {

constexpr int kStartBoxes = 16;
constexpr double kGridOffset = 0.618;
/// Pieces narrower than the window by this factor are not split any more.
constexpr double kFinest = 4096.0;
/// An end this near to a break of f′ is that break.
constexpr std::int64_t kSnapUlps = 4;

double fraction(const Interval& window, double part)
{
    return window.lo * (1.0 - part) + window.hi * part;
}

void append(std::vector<Piece>& pieces, const Piece& piece)
{
    if (!pieces.empty() && pieces.back().standing == piece.standing && piece.standing != Standing::Inside) {
        pieces.back().x.hi = piece.x.hi;
    } else {
        pieces.push_back(piece);
    }
}

/// Left to right, by halves. Nothing where the effort does not suffice.
std::vector<Piece> partition(const RegionRule& rule, const Interval& window, RegionEffort* effort)
{
    std::vector<Interval> pending;
    for (int i = kStartBoxes; i >= 0; --i) {
        const Interval box = {i == 0 ? window.lo : fraction(window, (i - 1 + kGridOffset) / kStartBoxes),
                              i == kStartBoxes ? window.hi : fraction(window, (i + kGridOffset) / kStartBoxes)};
        if (box.lo < box.hi) {
            pending.push_back(box);
        }
    }
    const double finest = window.hi / kFinest - window.lo / kFinest;
    std::vector<Piece> pieces;
    std::vector<Piece> decided;
    while (!pending.empty()) {
        const Interval box = pending.back();
        pending.pop_back();
        decided.clear();
        if (effort && !effort->spend(1)) {
            return {};
        }
        const double middle = box.lo + (box.hi - box.lo) / 2.0;
        if (rule.decide(box, decided)) {
            for (const Piece& piece : decided) {
                append(pieces, piece);
            }
        } else if (box.hi - box.lo <= finest || !(box.lo < middle && middle < box.hi)) {
            append(pieces, {box, Standing::Open});
        } else {
            pending.push_back({middle, box.hi});
            pending.push_back({box.lo, middle});
        }
    }
    return pieces;
}

class RegionBuilder {
public:
    RegionBuilder(const Function& function, const RegionRule& rule, const Interval& window, RegionEffort* effort)
        : m_function(function),
          m_rule(rule),
          m_window(window),
          m_effort(effort),
          m_pieces(partition(rule, window, effort))
    {
    }

    std::vector<Region> build()
    {
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            switch (m_pieces[i].standing) {
            case Standing::Inside:
                extend(m_pieces[i].x);
                break;
            case Standing::Outside:
                close();
                break;
            case Standing::Open:
                if (m_effort && !m_effort->spend(kEndOfRegion)) {
                    return {};
                }
                settle(m_pieces[i].x, isInside(i, -1), isInside(i, +1));
                break;
            }
        }
        finish();
        return m_regions;
    }

private:
    /// What lies beside an open piece; at the edge of the window, what holds there.
    [[nodiscard]] bool isInside(std::size_t i, int direction) const
    {
        if (direction < 0) {
            return i > 0 ? m_pieces[i - 1].standing == Standing::Inside : m_rule.holdsAt(m_window.lo);
        }
        return i + 1 < m_pieces.size() ? m_pieces[i + 1].standing == Standing::Inside : m_rule.holdsAt(m_window.hi);
    }

    void settle(const Interval& piece, bool insideLeft, bool insideRight)
    {
        if (insideLeft && insideRight && m_rule.runsAcross(piece)) {
            extend(piece);
            return;
        }
        const double to = insideLeft ? endFrom(piece.lo, piece.hi) : piece.lo;
        const double from = insideRight ? endFrom(piece.hi, piece.lo) : piece.hi;
        if (insideLeft && insideRight && to > from) {
            // It holds wherever it was asked; what parts the two sides is a jump or a pole of f.
            auto jump = firstCrossingInside(m_function, Order::Value, piece);
            if (!jump) { // The pole of 1/x²
                jump = firstTouchInside(m_function, Order::Value, piece);
            }
            const double at = jump ? jump->at : piece.lo + (piece.hi - piece.lo) / 2.0;
            part(piece, at, at);
            return;
        }
        part(piece, to, from);
    }

    /// The region from the left ends at `to`, that from the right begins at `from`.
    void part(const Interval& piece, double to, double from)
    {
        if (piece.lo < to) {
            extend({piece.lo, to});
        }
        close();
        if (from < piece.hi) {
            extend({from, piece.hi});
        }
    }

    /// How far the property reaches from a point where it holds towards one where it may not.
    [[nodiscard]] double endFrom(double inside, double other) const
    {
        const double to = firstFailure(inside, other);
        if (m_rule.holdsUpTo(inside, to)) {
            return to;
        }
        const Switch end = bisect(inside, to, [&](double x) { return m_rule.holdsUpTo(inside, x); });
        return snapped(end);
    }

    /// Looks at a few points on the way, so that a bisection cannot jump over a narrow failure at the middle.
    [[nodiscard]] double firstFailure(double inside, double other) const
    {
        constexpr int kLooks = 8;
        for (int i = 1; i < kLooks; ++i) {
            const double x = inside + (other - inside) * (static_cast<double>(i) / kLooks);
            if (!m_rule.holdsUpTo(inside, x)) {
                return x;
            }
        }
        return other;
    }

    [[nodiscard]] double snapped(const Switch& end) const
    {
        const double lo = std::min(end.yes, end.no);
        const double hi = std::max(end.yes, end.no);
        const Interval near = {stepped(lo, -kSnapUlps), stepped(hi, kSnapUlps)};
        for (const Order order : {Order::Value, Order::Slope}) {
            for (const Suspect& suspect : m_function.suspects(near, order)) {
                const auto event = crossing(m_function, suspect, near);
                if (event && m_function.residual(suspect, event->at) == 0.0) {
                    return event->at;
                }
            }
        }
        return end.yes + 0.0;
    }

    void extend(const Interval& piece)
    {
        if (m_open && m_regions.back().to == piece.lo) {
            m_regions.back().to = piece.hi;
        } else {
            m_regions.push_back({piece.lo, piece.hi, false, false});
            m_open = true;
        }
    }

    void close() { m_open = false; }

    void finish()
    {
        std::erase_if(m_regions, [](const Region& region) { return !(region.from < region.to); });
        if (m_regions.empty()) {
            return;
        }
        const double beyond = m_window.hi / kFinest - m_window.lo / kFinest;
        Region& first = m_regions.front();
        Region& last = m_regions.back();
        first.reachesLow = first.from == m_window.lo && m_rule.holdsUpTo(first.from, m_window.lo - beyond);
        last.reachesHigh = last.to == m_window.hi && m_rule.holdsUpTo(last.to, m_window.hi + beyond);
    }

    const Function& m_function;
    const RegionRule& m_rule;
    Interval m_window;
    RegionEffort* m_effort;
    std::vector<Piece> m_pieces;
    std::vector<Region> m_regions;
    bool m_open = false;
};

} // namespace

std::vector<Region> regionsOf(const Function& function, const RegionRule& rule, const Interval& window,
                              RegionEffort* effort)
{
    if (!(std::isfinite(window.lo) && std::isfinite(window.hi) && window.lo < window.hi)) {
        return {};
    }
    return RegionBuilder(function, rule, window, effort).build();
}

} // namespace secant
