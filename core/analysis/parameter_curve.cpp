#include <algorithm>
#include <cmath>
#include <vector>

#include "core/analysis/canvas.h"
#include "core/analysis/curve.h"
#include "core/analysis/curve_writer.h"
#include "core/analysis/doubles.h"

namespace secant {
namespace {

/// A sample at least every so many pixels, and none closer than the other.
constexpr double kCoarsePx = 4.0;
constexpr double kFinePx = 1.0 / 16.0;
constexpr double kTolerancePx = 0.25;
/// A rise like that between samples kFinePx apart is looked into: it may be a jump nobody announced.
constexpr double kCliffPx = 2.0;
/// So many of them for each pixel of width, each worth some sixty values; where there are more, the curve oscillates.
constexpr double kCliffs = 1.0;
/// Instead of kFinePx where values take long.
constexpr double kFarFinePx = 0.5;

class ParameterSampler {
public:
    ParameterSampler(const Function& function, std::size_t index, const Canvas& canvas, Curve& curve)
        : m_function(function),
          m_index(index),
          m_canvas(canvas),
          m_curve(curve),
          m_writer(canvas, curve),
          m_fine(canvas.isFar() ? kFarFinePx : kFinePx),
          m_cliffs(kCliffs * canvas.widthPx)
    {
    }

    /// The graph between two doubles, both ends included.
    void piece(double from, double to)
    {
        m_writer.penUp();
        const int count = std::max(1, static_cast<int>(std::ceil(m_canvas.across(from, to) / kCoarsePx)));
        CurvePoint last = pointAt(from);
        for (int i = 1; i <= count; ++i) {
            const double x = i == count ? to : m_canvas.between(from, to, static_cast<double>(i) / count);
            if (x > last.x) {
                const CurvePoint next = pointAt(x);
                between(last, next);
                last = next;
            }
        }
    }

private:
    CurvePoint pointAt(double x)
    {
        ++m_curve.statistics.evaluations;
        return {x, m_function.parameterSlope(x, m_index)};
    }

    /// Splits by halves, left first. The depth is bounded by log2(kCoarsePx / kFinePx).
    void between(CurvePoint from, CurvePoint to)
    {
        const double x = m_canvas.between(from.x, to.x, 0.5);
        const bool leftDefined = !std::isnan(from.y);
        const bool rightDefined = !std::isnan(to.y);
        if (m_canvas.across(from.x, to.x) <= m_fine || !(from.x < x && x < to.x)) {
            finest(from, to, leftDefined, rightDefined);
            return;
        }
        const CurvePoint middle = pointAt(x);
        const bool straight = !m_canvas.apart(middle.y, from.y / 2.0 + to.y / 2.0, kTolerancePx);
        const bool unseen = m_canvas.hides({std::min({from.y, middle.y, to.y}), std::max({from.y, middle.y, to.y})});
        if (leftDefined && rightDefined && !std::isnan(middle.y) && (straight || unseen)) {
            m_writer.line(from, middle, true);
            m_writer.line(middle, to, true);
        } else if (leftDefined || rightDefined || !std::isnan(middle.y)) {
            between(from, middle);
            between(middle, to);
        } else {
            m_writer.penUp();
        }
    }

    void finest(CurvePoint from, CurvePoint to, bool leftDefined, bool rightDefined)
    {
        if (leftDefined && rightDefined) {
            if (!m_canvas.apart(from.y, to.y, kCliffPx) || --m_cliffs < 0.0 || !jumps(from, to)) {
                m_writer.line(from, to, true);
            }
            return;
        }
        const auto defined = [&](double x) { return !std::isnan(pointAt(x).y); };
        if (leftDefined) {
            m_writer.line(from, pointAt(bisect(from.x, to.x, defined).yes), true);
        }
        m_writer.penUp();
        if (rightDefined) {
            m_writer.line(pointAt(bisect(to.x, from.x, defined).yes), to, true);
        }
    }

    /// Follows the greater rise to two neighbouring doubles; draws both sides if it is a jump.
    bool jumps(CurvePoint from, CurvePoint to)
    {
        CurvePoint left = from;
        CurvePoint right = to;
        while (!areNeighbours(left.x, right.x)) {
            const CurvePoint middle = pointAt(middleDouble(left.x, right.x));
            (std::abs(middle.y - left.y) <= std::abs(middle.y - right.y) ? left : right) = middle;
        }
        if (!m_canvas.apart(left.y, right.y, kCliffPx)) {
            return false;
        }
        // At the place itself a convention may rule that is on neither side; it may even be an end of this stretch.
        const CurvePoint before = pointAt(stepped(left.x, -1));
        const CurvePoint after = pointAt(stepped(right.x, 1));
        const bool aloneLeft = m_canvas.apart(before.y, left.y, kCliffPx);
        const bool aloneRight = m_canvas.apart(after.y, right.y, kCliffPx);
        const CurvePoint place = aloneLeft ? left : right;
        left = aloneLeft ? before : left;
        right = aloneRight ? after : right;
        if (left.x >= from.x) {
            m_writer.line(from, left, true);
        }
        m_writer.penUp();
        if (right.x <= to.x) {
            m_writer.line(right, to, true);
        }
        if (m_curve.breaks.empty() || m_curve.breaks.back().x != place.x) {
            m_curve.breaks.push_back({BreakKind::Jump, place.x + 0.0, left.y, right.y, place.y});
        }
        return true;
    }

    const Function& m_function;
    std::size_t m_index;
    const Canvas& m_canvas;
    Curve& m_curve;
    CurveWriter m_writer;
    double m_fine;
    double m_cliffs;
};

} // namespace

Curve sampleParameterSlope(const Function& function, std::size_t index, const std::vector<CurveBreak>& breaks,
                           const Window& window)
{
    Curve curve;
    if (!isDrawable(window) || index >= function.parameterCount()) {
        return curve;
    }
    std::vector<double> places;
    for (const CurveBreak& place : breaks) {
        if (window.x.lo < place.x && place.x < window.x.hi) {
            places.push_back(place.x);
        }
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());

    const Canvas canvas(window);
    ParameterSampler sampler(function, index, canvas, curve);
    double from = window.x.lo;
    for (const double place : places) {
        if (from < stepped(place, -1)) {
            sampler.piece(from, stepped(place, -1));
        }
        from = stepped(place, 1);
    }
    if (from < window.x.hi) {
        sampler.piece(from, window.x.hi);
    }
    curve.statistics.sampledPx = canvas.across(window.x.lo, window.x.hi);
    return curve;
}

} // namespace secant
