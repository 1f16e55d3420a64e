#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "core/figure/figure.h"
#include "widgets/plot/pane_painter.h"

namespace secant {

/// The handles of a chord, in the order in which they are tried under the pointer, and those of Figure::handles.
enum class ChordPart { Lambda, First, Second, Handle };

struct ChordHandle {
    int chord = 0; ///< Position in the pane's list of chords, or in Figure::handles.
    ChordPart part = ChordPart::First;
    QPointF at;
    friend bool operator==(const ChordHandle& a, const ChordHandle& b)
    {
        return a.chord == b.chord && a.part == b.part;
    }
};

/// What lies over the figure and moves with the pointer.
struct OverlayState {
    std::vector<PlotMap> maps; ///< One a pane of the figure.
    std::optional<Readout> readout;
    bool crosshair = false;
    bool tangent = false;
    std::optional<QPointF> pointer;
    std::vector<ChordHandle> handles;
    std::optional<ChordHandle> hovered;
    QRectF rubberBand; ///< Empty if no box is being drawn.
};

/// Crosshair, tangent, readout, handles and rubber band over a view: moving the pointer never redraws a curve.
class PlotOverlay : public QWidget {
    Q_OBJECT

public:
    explicit PlotOverlay(QWidget* parent);

    void setStyle(const Figure* figure, const FigurePalette* palette, const PlotFonts& fonts);

    OverlayState state; ///< Call update() after a change.

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintCrosshair(QPainter& painter) const;
    void paintTangent(QPainter& painter) const;
    void paintHandles(QPainter& painter) const;
    void paintRubberBand(QPainter& painter) const;
    void paintReadout(QPainter& painter) const;

    const Figure* m_figure = nullptr;
    const FigurePalette* m_palette = nullptr;
    PlotFonts m_fonts;
};

} // namespace secant
