#include "widgets/plot/drawn_lines.h"

#include <QLineF>

namespace secant {
namespace {

constexpr double kDot = 20.0;

} // namespace

DrawnLines::DrawnLines(const Pane& pane, const PlotMap& map)
{
    for (const Ink& ink : pane.inks) {
        for (const auto& run : ink.runs) {
            m_lines.push_back(inPixels(run, map));
        }
    }
    for (const LineInk& line : pane.lines) {
        m_lines.push_back(inPixels(line.points, map));
    }
    for (const ChordInk& chord : pane.chords) {
        if (chord.defined) {
            m_lines.push_back(inPixels(chord.line, map));
        }
    }
    for (const Dot& dot : pane.dots) {
        m_dots.push_back(map.toPixel(dot.at.x, dot.at.y));
    }
}

double DrawnLines::hiddenBy(const QRectF& box) const
{
    double hidden = 0.0;
    for (const Polyline& line : m_lines) {
        for (const Polyline& piece : clipped(line, box)) {
            for (std::size_t i = 1; i < piece.size(); ++i) {
                hidden += QLineF(piece[i - 1], piece[i]).length();
            }
        }
    }
    for (const QPointF& dot : m_dots) {
        hidden += box.contains(dot) ? kDot : 0.0;
    }
    return hidden;
}

} // namespace secant
