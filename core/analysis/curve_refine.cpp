#include "core/analysis/curve_refine.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/analysis/curve_samples.h"
#include "core/analysis/doubles.h"
#include "core/analysis/event.h"

namespace secant {
namespace {

// Pixels, all of them. A bound on the distance of a chord is about twice the real distance, so 0.45 keeps to 0.25.
constexpr double kStartPx = 50.0;
constexpr double kTolerancePx = 0.45;
/// The same for pieces so long that their corners would be seen: at 0.15 neighbours meet at about two degrees.
constexpr double kFinePx = 0.15;
constexpr double kLongPx = 8.0;
constexpr double kColumnPx = 1.0;
constexpr double kPointsPx = 2.0;
constexpr double kMonotonePx = 0.5;
constexpr double kZigzagPx = 0.25;
constexpr double kBreakPx = 0x1p-10;
/// Edges of boxes avoid the numbers at which formulas like to break.
constexpr double kGridOffset = 0.618;
/// Slopes beyond this, in pixels a pixel, make a vertical error look smaller by their factor.
constexpr double kSteep = 4.0;
/// Enclosures a pixel of width that may be spent below one pixel on boxes proved continuous, and on the others.
constexpr double kSmoothPool = 6.0;
constexpr double kBrokenPool = 4.0;
/// The same for cutting breaks out of boxes of any width.
constexpr double kCutPool = 2.0;
/// Attempts to find breaks that are not seen.
constexpr double kMarkPool = 0.125;
/// Cost of an enclosure against that of a value in double (measured: 50 ns and 4 ns for an addition).
constexpr double kEnclosureCost = 12.0;
/// Additions a pixel of width after which nothing more is proved: about 2 ms at 800 px.
constexpr double kWorkPerPx = 500.0;
/// A formula that costs less gets more enclosures for it: the pools bound its time as well.
constexpr double kShortCost = 20.0;
/// How many times as long a value may take far out.
constexpr double kFarCost = 50.0;
/// Halvings between two attempts to solve for a break.
constexpr int kPatience = 2;
/// Part of a tall column by which its enclosure may exceed what samples see.
constexpr double kLoose = 0.04;
constexpr std::size_t kPieceSamples = 5;
constexpr std::size_t kBandSamples = 8;
/// Samples a pixel of what is wider than one and has to do without proof.
constexpr double kWideSamples = 2.0;
/// Beyond its time by this factor, a formula gets no more enclosures at all.
constexpr double kGrace = 1.25;

struct Box {
    double x0 = 0.0;
    double x1 = 0.0;
    Bounds bounds;
    int patience = 0; ///< Halvings to go before the next attempt to solve for a break.
};

bool hasOneSign(const Interval& slope)
{
    return slope.lo >= 0.0 || slope.hi <= 0.0;
}

class Refiner {
public:
    Refiner(const Function& function, Order order, const Canvas& canvas, const Effort& effort,
            CurveStatistics& statistics)
        : m_function(function),
          m_order(order),
          m_canvas(canvas),
          m_statistics(statistics),
          m_stop(effort.stop),
          m_samples(function, order, canvas, effort.stop, statistics),
          m_exact(order == Order::Value && function.usesVariableOnce()),
          m_smoothPool(effort.frames * kSmoothPool * canvas.widthPx),
          m_brokenPool(effort.frames * kBrokenPool * canvas.widthPx),
          m_cutPool(effort.frames * kCutPool * canvas.widthPx),
          m_markPool(effort.frames * kMarkPool * canvas.widthPx),
          m_cost(function.cost() * (canvas.isFar() ? kFarCost : 1.0)),
          m_work(effort.frames * kWorkPerPx * canvas.widthPx * std::max(1.0, kShortCost / function.cost()))
    {
    }

    Leaves run()
    {
        start();
        while (!m_next.empty()) {
            std::swap(m_current, m_next);
            m_next.clear();
            for (const Box& box : m_current) {
                if (m_stop.stop_requested()) {
                    return {};
                }
                decide(box);
            }
        }
        std::sort(m_leaves.leaves.begin(), m_leaves.leaves.end(),
                  [](const Leaf& a, const Leaf& b) { return a.x0 < b.x0; });
        return std::move(m_leaves);
    }

private:
    Box enclosed(double x0, double x1, int patience = 0)
    {
        ++m_statistics.enclosures;
        Bounds bounds = boundsOf(m_function.enclose({x0, x1}), m_order);
        if (m_canvas.isLogX() || m_canvas.isLogY()) {
            bounds = m_canvas.measured(bounds, x0, x1);
        }
        return {x0, x1, bounds, patience};
    }

    void start()
    {
        const int count = static_cast<int>(std::ceil(m_canvas.widthPx / kStartPx)) + 1;
        double from = m_canvas.x.lo;
        for (int i = 0; i < count && from < m_canvas.x.hi; ++i) {
            const double to = m_canvas.xAt((i + kGridOffset) * kStartPx);
            const double end = i + 1 == count ? m_canvas.x.hi : std::min(to, m_canvas.x.hi);
            if (from < end) {
                m_next.push_back(enclosed(from, end));
                from = end;
            }
        }
    }

    void decide(const Box& box)
    {
        const Bounds& bounds = box.bounds;
        if (bounds.grade == Grade::Empty) {
            leaf(box, LeafKind::Nothing);
        } else if (m_canvas.hides(bounds.value)) {
            settle(box, LeafKind::Nothing);
        } else if (bounds.grade >= Grade::Defined && m_canvas.tall(bounds.value) <= kTolerancePx) {
            settle(box, LeafKind::Chord);
        } else if (bounds.grade == Grade::Continuous) {
            decideContinuous(box);
        } else {
            decideBroken(box);
        }
    }

    /// What is drawn here is clear, yet a break may be inside that is to be named although it cannot be seen: a pole
    /// beyond the window, a corner whose slopes are beyond it, or the place between two equal one-sided curvatures.
    void settle(const Box& box, LeafKind kind)
    {
        const bool named =
            m_order == Order::Value ? box.bounds.grade == Grade::Partial : box.bounds.grade != Grade::Continuous;
        if (!named || m_markPool < 1.0) {
            leaf(box, kind);
        } else if (m_canvas.across(box.x0, box.x1) <= kBreakPx || stepped(box.x0, 1) >= box.x1) {
            leaf(box, LeafKind::Break);
        } else if (--m_markPool; isTired() || !cutOutAny(box)) {
            leaf(box, kind);
        }
    }

    void decideContinuous(const Box& box)
    {
        const Bounds& bounds = box.bounds;
        const double width = m_canvas.across(box.x0, box.x1);
        const double steep = bounds.slope.mignitude() * (m_canvas.pixelX / m_canvas.pixelY);
        const double allowed = (width > kLongPx ? kFinePx : kTolerancePx) * (steep > kSteep ? steep : 1.0) *
                               (width <= kZigzagPx ? 2.0 : 1.0);
        const double bend = bendPx(box);
        const bool monotone = width <= kMonotonePx && hasOneSign(bounds.slope);
        const bool low = width <= kZigzagPx && m_canvas.tall(bounds.value) <= 2.0 * kTolerancePx;
        if (bend <= allowed || monotone || low || areNeighbours(box.x0, box.x1)) {
            leaf(box, LeafKind::Chord);
        } else if (width <= kZigzagPx && m_exact) {
            leaf(box, LeafKind::Zigzag);
        } else if (isTired()) {
            sampled(box, width);
        } else if (width <= kPointsPx && m_order == Order::Curvature && throughPoints(box, width)) {
            return;
        } else if (width <= kColumnPx && !draw(m_smoothPool)) {
            sampled(box, width);
        } else {
            split(box, width, parts(bend, width));
        }
    }

    void decideBroken(const Box& box)
    {
        const double width = m_canvas.across(box.x0, box.x1);
        if (width <= kBreakPx || stepped(box.x0, 1) >= box.x1) {
            leaf(box, LeafKind::Break);
        } else if (isTired() || (width <= kColumnPx && !draw(m_brokenPool))) {
            unresolvedPixels(box, width);
        } else if (box.patience > 0 || width <= 4.0 * kBreakPx || !cutOutCrossing(box)) {
            split(box, width, 2);
        }
    }

    /// Whether a long formula has used up its time. Counted, not measured: the same formula gives the same curve.
    [[nodiscard]] bool isTired(double part = 1.0) const
    {
        const auto enclosures = static_cast<double>(m_statistics.enclosures);
        const auto values = static_cast<double>(m_statistics.evaluations + m_statistics.residuals);
        return m_cost * (kEnclosureCost * enclosures + values) > part * m_work;
    }

    static bool draw(double& pool)
    {
        pool -= 2.0;
        return pool >= 0.0;
    }

    /// Bound on the distance from the chord: h (max f′ − min f′) / 4 for a Lipschitz function, h² max |f″| / 8 for a
    /// smooth one. Infinite where nothing is known.
    [[nodiscard]] double bendPx(const Box& box) const
    {
        const double h = m_canvas.length(box.x0, box.x1);
        const double lipschitz = h * ((box.bounds.slope.hi - box.bounds.slope.lo) / 4.0);
        const double smooth = h * (h * (box.bounds.curvature.magnitude() / 8.0));
        const double bend = lipschitz < smooth ? lipschitz : smooth;
        return std::isnan(bend) ? kInfinity : bend / m_canvas.pixelY;
    }

    /// Halving n times over takes the bend down by n², so go there at once.
    [[nodiscard]] static int parts(double bend, double width)
    {
        if (!std::isfinite(bend)) {
            return 2;
        }
        const double most = std::clamp(std::ceil(width), 2.0, 8.0);
        return static_cast<int>(std::clamp(std::ceil(std::sqrt(bend / kFinePx)), 2.0, most));
    }

    void split(const Box& box, double width, int count)
    {
        m_children.clear();
        const int patience = box.patience > 0 ? box.patience - 1 : kPatience;
        double from = box.x0;
        for (int i = 1; i <= count; ++i) {
            double to = i == count ? box.x1 : m_canvas.between(box.x0, box.x1, static_cast<double>(i) / count);
            if (count == 2 && i == 1 && !(box.x0 < to && to < box.x1)) {
                to = middleDouble(box.x0, box.x1);
            }
            if (from < to) {
                m_children.push_back(enclosed(from, to, patience));
                from = to;
            }
        }
        if (width <= kColumnPx && width > kZigzagPx && m_children.size() == 2 && fillsColumn(box)) {
            return;
        }
        m_next.insert(m_next.end(), m_children.begin(), m_children.end());
    }

    /// Cuts a break out, so that what lies beside it need not close in on it by halves.
    bool cutOut(const Box& box, const std::optional<Event>& event)
    {
        const double margin =
            event ? 0.499 * kBreakPx * m_canvas.pixelAt(event->at) : 0.0; // Less than half, or rounding may undo it.
        const double from = event ? std::min(event->at - margin, event->below) : box.x0;
        const double to = event ? std::max(event->at + margin, event->above) : box.x1;
        if (!(box.x0 < from && to < box.x1)) {
            return false;
        }
        m_next.push_back(enclosed(box.x0, from));
        m_next.push_back(enclosed(from, to));
        m_next.push_back(enclosed(to, box.x1));
        return true;
    }

    bool cutOutCrossing(const Box& box)
    {
        return draw(m_cutPool) &&
               cutOut(box, firstCrossingInside(m_function, m_order, {box.x0, box.x1}, &m_statistics.residuals));
    }

    /// With places such as the pole of 1/x², which takes longer to find.
    bool cutOutAny(const Box& box)
    {
        return cutOutCrossing(box) ||
               cutOut(box, firstTouchInside(m_function, m_order, {box.x0, box.x1}, &m_statistics.residuals));
    }

    /// Both halves turn, or step, and each is as tall as half of both: the column is full of ink.
    bool fillsColumn(const Box& box)
    {
        const Bounds& left = m_children[0].bounds;
        const Bounds& right = m_children[1].bounds;
        const Interval values = hull(left.value, right.value);
        const double tall = m_canvas.tall(values);
        const auto busy = [&](const Bounds& bounds) {
            const bool turns = bounds.grade == Grade::Continuous && !hasOneSign(bounds.slope);
            return (turns || bounds.grade == Grade::Defined) && m_canvas.tall(bounds.value) >= 0.5 * tall;
        };
        if (!std::isfinite(tall) || !busy(left) || !busy(right)) {
            return false;
        }
        if (!m_exact &&
            !(unexplained(values, m_samples.take({box.x0, box.x1}, kBandSamples)) <= std::max(1.0, kLoose * tall))) {
            return false;
        }
        leaf(box, LeafKind::Column).values = values;
        return true;
    }

    /// How much further the enclosure reaches, in pixels of both ends together.
    [[nodiscard]] double unexplained(const Interval& values, const Interval& seen) const
    {
        return m_canvas.rise(values.lo, seen.lo) + m_canvas.rise(seen.hi, values.hi);
    }

    /// f″ has no bound on its bend. Samples that reach as far as its enclosure show all there is to see in a column.
    bool throughPoints(const Box& box, double width)
    {
        const Interval seen = m_samples.take({box.x0, box.x1}, kPieceSamples);
        const double loose = width <= kMonotonePx ? kLoose * m_canvas.tall(box.bounds.value) : 0.0;
        if (!(unexplained(box.bounds.value, seen) <= std::max(1.0, loose))) {
            draw(m_smoothPool); // Looking in vain costs as much as splitting.
            return false;
        }
        keepSamples(leaf(box, LeafKind::Points));
        return true;
    }

    void sampled(const Box& box, double width)
    {
        const double wanted = std::ceil(kWideSamples * width) + 1.0;
        m_samples.take({box.x0, box.x1}, std::max(kPieceSamples, static_cast<std::size_t>(wanted)));
        m_samples.insertCrests(box.bounds.value);
        keepSamples(leaf(box, LeafKind::Sampled));
        m_leaves.leaves.back().proved = false;
        m_statistics.sampledPx += width;
    }

    /// What is left when time is up, pixel by pixel.
    void unresolvedPixels(const Box& box, double width)
    {
        const int count = static_cast<int>(std::ceil(width));
        const bool bounded = std::isfinite(m_canvas.tall(box.bounds.value));
        double from = box.x0;
        for (int i = 1; i <= count; ++i) {
            const double to = i == count ? box.x1 : m_canvas.between(box.x0, box.x1, static_cast<double>(i) / count);
            if (!(from < to) || m_stop.stop_requested()) {
                continue;
            }
            const Box pixel = bounded || isTired(kGrace) ? Box{from, to, box.bounds} : enclosed(from, to);
            if (pixel.bounds.grade == Grade::Empty || m_canvas.hides(pixel.bounds.value)) {
                leaf(pixel, LeafKind::Nothing);
            } else if (pixel.bounds.grade == Grade::Continuous) {
                sampled(pixel, width / count);
            } else {
                unresolved(pixel, width / count);
            }
            from = to;
        }
    }

    /// No proof that f is defined or continuous throughout. If it is bounded, and straight where asked, what is missed
    /// cannot be a pole nor a step that would be seen; otherwise nothing is drawn.
    void unresolved(const Box& box, double width)
    {
        const Interval seen = m_samples.take({box.x0, box.x1}, kPieceSamples);
        const CurvePoint from = m_samples.points().front();
        const CurvePoint to = m_samples.points().back();
        bool straight = std::isfinite(m_canvas.tall(box.bounds.value));
        for (const CurvePoint& point : m_samples.points()) {
            straight = straight && !m_canvas.isOff(from, point, to, 0.5);
        }
        if (straight) {
            keepSamples(leaf(box, LeafKind::Sampled));
        } else if (box.bounds.grade == Grade::Defined && !std::isnan(to.y - from.y)) {
            leaf(box, LeafKind::Column).values = seen; // Steps too dense to be told apart.
        } else {
            leaf(box, LeafKind::Unresolved);
        }
        m_leaves.leaves.back().proved = false;
        m_statistics.sampledPx += width;
    }

    void keepSamples(Leaf& leaf)
    {
        leaf.first = m_leaves.points.size();
        leaf.count = m_samples.points().size();
        m_leaves.points.insert(m_leaves.points.end(), m_samples.points().begin(), m_samples.points().end());
    }

    Leaf& leaf(const Box& box, LeafKind kind)
    {
        Leaf& made = m_leaves.leaves.emplace_back();
        made.x0 = box.x0;
        made.x1 = box.x1;
        made.kind = kind;
        made.kinked = box.bounds.kinked;
        made.values = box.bounds.value;
        return made;
    }

    const Function& m_function;
    Order m_order;
    const Canvas& m_canvas;
    CurveStatistics& m_statistics;
    const std::stop_token& m_stop;
    PieceSamples m_samples;
    bool m_exact;
    double m_smoothPool;
    double m_brokenPool;
    double m_cutPool;
    double m_markPool;
    double m_cost;
    double m_work;
    std::vector<Box> m_current;
    std::vector<Box> m_next;
    std::vector<Box> m_children;
    Leaves m_leaves;
};

} // namespace

Leaves refine(const Function& function, Order order, const Canvas& canvas, const Effort& effort,
              CurveStatistics& statistics)
{
    return Refiner(function, order, canvas, effort, statistics).run();
}

} // namespace secant
