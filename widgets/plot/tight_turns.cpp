#include "widgets/plot/tight_turns.h"

#include <algorithm>
#include <cmath>

namespace secant {
namespace {

/// Arms that are apart this near to the tip, in pixels, leave no notch that shows.
constexpr double kLeastDepth = 1.0;

/// Nor does a turn that a line makes for less.
constexpr double kLeastArm = 0.125;

/// The part of a line that leaves a tip, towards its start (step −1) or its end (step 1), until it turns again. Walked
/// from vertex to vertex; depth and width are its distances from the tip down and sideways.
class Arm {
public:
    Arm(const Polyline& line, std::size_t tip, int step) : m_line(line), m_tip(line[tip]), m_at(tip), m_step(step)
    {
        look();
    }

    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; }
    [[nodiscard]] double nextDepth() const { return m_nextDepth; }

    /// At a depth between those of this vertex and the next.
    [[nodiscard]] double widthAt(double depth) const
    {
        const double share = m_nextDepth > m_depth ? (depth - m_depth) / (m_nextDepth - m_depth) : 0.0;
        return m_isAtEnd ? m_width : m_width + share * (m_nextWidth - m_width);
    }

    void advance()
    {
        m_at += static_cast<std::size_t>(m_step);
        m_depth = m_nextDepth;
        m_width = m_nextWidth;
        look();
    }

private:
    void look()
    {
        m_isAtEnd = m_step < 0 ? m_at == 0 : m_at + 1 == m_line.size();
        if (m_isAtEnd) {
            return;
        }
        const QPointF next = m_line[m_at + static_cast<std::size_t>(m_step)] - m_tip;
        m_sign = m_sign == 0.0 ? next.y() : m_sign;
        m_nextDepth = m_sign < 0.0 ? -next.y() : next.y();
        m_nextWidth = std::abs(next.x());
        m_isAtEnd = m_nextDepth < m_depth;
    }

    const Polyline& m_line;
    QPointF m_tip;
    std::size_t m_at;
    int m_step;
    double m_sign = 0.0;
    double m_depth = 0.0;
    double m_width = 0.0;
    double m_nextDepth = 0.0;
    double m_nextWidth = 0.0;
    bool m_isAtEnd = false;
};

/// The pixels of the turn between two vertices, the same one or the ends of a level stretch; none if it is not tight.
QRect turnAt(const Polyline& line, std::size_t left, std::size_t right, double halfWidth)
{
    // With arms farther apart, a pixel lies between them.
    const double reach = 2.0 * halfWidth + 1.5 - std::abs(line[right].x() - line[left].x());
    Arm before(line, left, -1);
    Arm after(line, right, 1);
    const auto widthAt = [&](double depth) { return before.widthAt(depth) + after.widthAt(depth); };
    double depth = 0.0;
    bool isApart = widthAt(0.0) > reach;
    while (!isApart && !before.isAtEnd() && !after.isAtEnd()) {
        const double next = std::min(before.nextDepth(), after.nextDepth());
        const double width = widthAt(depth);
        isApart = widthAt(next) > reach;
        if (isApart) {
            depth += (next - depth) * std::max(reach - width, 0.0) / (widthAt(next) - width);
            break;
        }
        depth = next;
        for (Arm* arm : {&before, &after}) {
            if (arm->nextDepth() <= depth) {
                arm->advance();
            }
        }
    }
    if (depth < (isApart ? kLeastDepth : kLeastArm)) {
        return {};
    }
    const QPointF tip = line[left];
    const bool isPeak = left > 0 && line[left - 1].y() > tip.y(); // y grows downwards.
    const double margin = halfWidth + 1.0;
    const double top = isPeak ? tip.y() - margin : tip.y() - depth - 1.0;
    const double bottom = isPeak ? tip.y() + depth + 1.0 : tip.y() + margin;
    const double first = std::min(tip.x(), line[right].x());
    const double last = std::max(tip.x(), line[right].x());
    const double width = std::max(before.widthAt(depth), after.widthAt(depth)) + 1.0;
    const auto pixel = [](double x) { return static_cast<int>(std::floor(x)); };
    return {QPoint(pixel(first - width), pixel(top)), QPoint(pixel(last + width), pixel(bottom))};
}

} // namespace

std::vector<QRect> tightTurns(const Polyline& line, double halfWidth)
{
    std::vector<QRect> turns;
    std::size_t tip = 0; // Where the last rise or fall ended.
    double direction = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double rise = line[i].y() - line[i - 1].y();
        if (rise * direction < 0.0) {
            const QRect turn = turnAt(line, tip, i - 1, halfWidth);
            if (turn.isValid()) {
                turns.push_back(turn);
            }
        }
        if (rise != 0.0) {
            direction = rise;
            tip = i;
        }
    }
    std::sort(turns.begin(), turns.end(), [](const QRect& a, const QRect& b) { return a.left() < b.left(); });
    std::vector<QRect> apart;
    for (const QRect& next : turns) {
        if (!apart.empty() && next.left() <= apart.back().right() + 1) {
            apart.back() |= next;
        } else {
            apart.push_back(next);
        }
    }
    return apart;
}

} // namespace secant
