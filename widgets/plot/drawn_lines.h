#pragma once

#include <vector>

#include <QRectF>

#include "core/figure/figure.h"
#include "widgets/plot/plot_map.h"

namespace secant {

/// The lines and dots of a pane in pixels: what a text should not be written over.
class DrawnLines {
public:
    DrawnLines(const Pane& pane, const PlotMap& map);

    /// How much a box would hide: pixels of curves, chords and constructions; a dot counts as much as a short line.
    [[nodiscard]] double hiddenBy(const QRectF& box) const;

private:
    std::vector<Polyline> m_lines;
    std::vector<QPointF> m_dots;
};

} // namespace secant
