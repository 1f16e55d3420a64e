#include "core/analysis/curve.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "core/analysis/canvas.h"
#include "core/analysis/curve_classify.h"
#include "core/analysis/curve_refine.h"
#include "core/analysis/curve_writer.h"
#include "core/analysis/doubles.h"
#include "core/analysis/event.h"

namespace secant {
namespace {

/// Breaks closer than this are one break.
constexpr double kMergePx = 1.0 / 64.0;
/// More breaks than this in one column are not told apart.
constexpr int kBreaksPerColumn = 4;
/// Solving for breaks ends after this many additions a pixel of width: about 1 ms at 800 px.
constexpr double kResidualsPerPx = 300.0;
/// A corner is drawn as one if cutting it would show by more than this.
constexpr double kCornerPx = 0.05;
/// How far rounding may take a value out of its enclosure.
constexpr double kEndPx = 0.25;
/// Ends of neighbouring boxes further apart than this do not meet.
constexpr double kJunctionPx = 0.5;

/// Turns decided boxes into what is drawn, left to right.
class Painter {
public:
    Painter(const Function& function, Order order, const Canvas& canvas, const Effort& effort, Curve& curve)
        : m_function(function),
          m_order(order),
          m_stop(effort.stop),
          m_canvas(canvas),
          m_curve(curve),
          m_writer(canvas, curve),
          m_classifier(function, order, canvas, curve.statistics),
          m_mostResiduals(
              static_cast<std::size_t>(effort.frames * kResidualsPerPx * canvas.widthPx / (1.0 + function.cost())))
    {
    }

    void paint(const Leaves& all)
    {
        const std::span<const Leaf> leaves = all.leaves;
        for (std::size_t i = 0; i < leaves.size() && !m_stop.stop_requested(); ++i) {
            if (leaves[i].kind == LeafKind::Break) {
                const std::size_t last = endOfBreak(leaves, i);
                paintBreak(leaves[i].x0, leaves[last].x1);
                i = last;
            } else {
                paintLeaf(leaves[i], all.points);
            }
        }
    }

private:
    /// Neighbouring boxes share an end, so most values are known already.
    CurvePoint pointAt(double x)
    {
        if (!(m_last.x == x)) {
            ++m_curve.statistics.evaluations;
            m_last = {x, m_function.at(m_order, x)};
        }
        return m_last;
    }

    /// Pieces that touch are one.
    void leaveUnproved(double from, double to)
    {
        std::vector<Interval>& pieces = m_curve.unproved;
        if (!pieces.empty() && pieces.back().hi == from) {
            pieces.back().hi = to;
        } else {
            pieces.push_back({from, to});
        }
    }

    void paintLeaf(const Leaf& leaf, std::span<const CurvePoint> points)
    {
        if (!leaf.proved) {
            leaveUnproved(leaf.x0, leaf.x1);
        }
        switch (leaf.kind) {
        case LeafKind::Chord:
            chord(leaf);
            break;
        case LeafKind::Zigzag:
            zigzag(leaf);
            break;
        case LeafKind::Column:
            column(leaf);
            break;
        case LeafKind::Points:
        case LeafKind::Sampled:
            polyline(leaf, points.subspan(leaf.first, leaf.count));
            break;
        case LeafKind::Nothing:
        case LeafKind::Unresolved:
        case LeafKind::Break:
            m_writer.penUp();
            break;
        }
    }

    /// The end of a leaf, seen from inside it. Where a break lies on the very end, f there may belong to the other
    /// side, or be a convention: then the double next to it, inside, knows better.
    CurvePoint endOf(const Leaf& leaf, double x)
    {
        const CurvePoint end = pointAt(x);
        if (m_canvas.reaches(leaf.values, end.y, kEndPx)) {
            return end;
        }
        ++m_curve.statistics.evaluations;
        return {x, m_function.at(m_order, stepped(x, x == leaf.x0 ? 1 : -1))};
    }

    /// Two boxes proved continuous may still meet at a break that lies on their common edge.
    CurvePoint beginning(const Leaf& leaf)
    {
        const CurvePoint from = endOf(leaf, leaf.x0);
        if (m_end.x == from.x && m_canvas.apart(m_end.y, from.y, kJunctionPx)) {
            m_writer.penUp();
            m_curve.breaks.push_back({BreakKind::Jump, from.x + 0.0, m_end.y, from.y, pointAt(from.x).y});
        }
        return from;
    }

    void finish(CurvePoint from, const Leaf& leaf, bool sampled = false)
    {
        m_end = endOf(leaf, leaf.x1);
        m_writer.line(from, m_end, sampled);
    }

    void chord(const Leaf& leaf)
    {
        CurvePoint from = beginning(leaf);
        if (leaf.kinked && m_order != Order::Curvature) {
            const Order corners = m_order == Order::Value ? Order::Slope : Order::Curvature;
            const auto corner = firstCrossingInside(m_function, corners, {leaf.x0, leaf.x1});
            const CurvePoint to = endOf(leaf, leaf.x1);
            const CurvePoint middle = corner ? pointAt(corner->at) : from;
            if (corner && m_canvas.isOff(from, middle, to, kCornerPx)) {
                m_writer.line(from, middle);
                from = middle;
            }
        }
        finish(from, leaf);
    }

    /// The order of the extremes within a quarter of a pixel cannot be seen.
    void zigzag(const Leaf& leaf)
    {
        const double third = (leaf.x1 - leaf.x0) / 3.0;
        const CurvePoint from = beginning(leaf);
        const CurvePoint lowest{leaf.x0 + third, m_canvas.clamped(leaf.values.lo)};
        const CurvePoint highest{leaf.x1 - third, m_canvas.clamped(leaf.values.hi)};
        m_writer.line(from, lowest);
        m_writer.line(lowest, highest);
        finish(highest, leaf);
    }

    void column(const Leaf& leaf) { m_writer.column(leaf.x0, leaf.x1, leaf.values); }

    void polyline(const Leaf& leaf, std::span<const CurvePoint> points)
    {
        const bool sampled = leaf.kind == LeafKind::Sampled;
        CurvePoint from = beginning(leaf);
        for (std::size_t i = 1; i + 1 < points.size(); ++i) {
            m_writer.line(from, points[i], sampled);
            from = points[i];
        }
        finish(from, leaf, sampled);
    }

    /// The last of the leaves that count as one break with the first.
    [[nodiscard]] std::size_t endOfBreak(std::span<const Leaf> leaves, std::size_t first) const
    {
        std::size_t last = first;
        while (last + 1 < leaves.size() && leaves[last + 1].kind == LeafKind::Break &&
               m_canvas.across(leaves[first].x0, leaves[last + 1].x1) <= kMergePx) {
            ++last;
        }
        return last;
    }

    void paintBreak(double x0, double x1)
    {
        const double columnIndex = std::floor(m_canvas.across(m_canvas.x.lo, x0));
        m_breaksInColumn = columnIndex == m_column ? m_breaksInColumn + 1 : 1;
        m_column = columnIndex;
        if (m_breaksInColumn > kBreaksPerColumn || m_curve.statistics.residuals > m_mostResiduals) {
            m_writer.penUp();
            m_curve.statistics.sampledPx += m_canvas.across(x0, x1);
            leaveUnproved(x0, x1);
            return;
        }
        const CurvePoint left = pointAt(x0);
        const CurvePoint right = pointAt(x1);
        const BreakVerdict verdict = m_classifier.classify(left, right);
        if (verdict.left) {
            m_writer.line(left, *verdict.left);
        }
        if (!verdict.joined) {
            m_writer.penUp();
        }
        if (verdict.isolated) {
            m_writer.dot(*verdict.isolated);
        }
        if (verdict.right) {
            m_writer.line(verdict.joined && verdict.left ? *verdict.left : *verdict.right, right);
        }
        if (verdict.mark) {
            m_curve.breaks.push_back(*verdict.mark);
        }
    }

    const Function& m_function;
    Order m_order;
    const std::stop_token& m_stop;
    const Canvas& m_canvas;
    Curve& m_curve;
    CurveWriter m_writer;
    BreakClassifier m_classifier;
    std::size_t m_mostResiduals;
    CurvePoint m_last{kNaN, kNaN}; ///< The last value computed.
    CurvePoint m_end{kNaN, kNaN};  ///< Where the last leaf ended.
    double m_column = -1.0;
    int m_breaksInColumn = 0;
};

} // namespace

Curve sampleCurve(const Function& function, Order order, const Window& window, const Effort& effort)
{
    Curve curve;
    if (!isDrawable(window)) {
        return curve;
    }
    const Canvas canvas(window);
    const Leaves leaves = refine(function, order, canvas, effort, curve.statistics);
    Painter(function, order, canvas, effort, curve).paint(leaves);
    thin(curve, canvas);
    return curve;
}

} // namespace secant
