#pragma once

#include <memory>
#include <vector>

#include <QFont>
#include <QRect>

#include "core/figure/figure.h"
#include "widgets/plot/palette.h"

class QImage;
class QPainter;

namespace secant {

/// Fonts of a plot, sized in logical pixels so that a device's resolution never changes the layout.
struct PlotFonts {
    QFont text;
    QFont ticks;
    QFont title;
};
[[nodiscard]] PlotFonts plotFonts(const QFont& base, double scale);

/// The still part of a plot: one axis rect a pane, stacked, with frame, grid, ticks and labels. QCustomPlot lays it out
/// and draws it; no other file knows QCustomPlot.
class PlotAxes {
public:
    PlotAxes();
    ~PlotAxes();

    /// True if anything that is drawn here differs from before.
    bool setFigure(const Figure& figure, const FigurePalette& palette, const PlotFonts& fonts);
    /// Lays the panes out in a widget of this size. True if a pane moved.
    bool layOut(QSize size);
    [[nodiscard]] QRect paneRect(std::size_t pane) const;

    /// Onto an image of `size · scale` pixels, its own size in logical pixels being that of layOut().
    void paint(QImage& image, double scale) const;
    /// Onto any painter in logical pixels, as lines and real text.
    void paint(QPainter& painter) const;

private:
    class Plot;
    std::unique_ptr<Plot> m_plot;
};

} // namespace secant
