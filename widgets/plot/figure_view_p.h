#pragma once

#include <optional>
#include <vector>

#include <QImage>
#include <QTimer>

#include "widgets/plot/figure_view.h"
#include "widgets/plot/legend.h"
#include "widgets/plot/plot_axes.h"
#include "widgets/plot/plot_overlay.h"

class QGestureEvent;
class QHelpEvent;
class QNativeGestureEvent;

namespace secant {

/// Which ranges an edit touches.
struct Zone {
    std::optional<std::size_t> pane; ///< Whose y range.
    bool x = false;
    [[nodiscard]] bool isNowhere() const { return !pane && !x; }
    [[nodiscard]] bool isPlane() const { return pane && x; }
};

class FigureView::Private {
public:
    explicit Private(FigureView* view);

    // What is shown (figure_view.cpp).
    void setFigure(const Figure& next);
    void restyle();
    void ensureLayout();
    void render();
    void paintOnto(QPainter& painter, bool vector, bool ground);
    void paintPanes(QPainter& painter, QImage* target, double scale);
    [[nodiscard]] const QImage& screen() const { return image; }
    void paintHint(QPainter& painter, const QRectF& room, const std::string& text) const;
    void updateOverlay();
    void updateDescription();
    [[nodiscard]] std::optional<std::size_t> paneOf(PaneKind kind) const;
    [[nodiscard]] Budget budget();

    // What the pointer does (figure_input.cpp).
    void press(QPointF at, Qt::MouseButton button, Qt::KeyboardModifiers modifiers);
    void move(QPointF at);
    void release(QPointF at, QPoint global);
    void doubleClick(QPointF at);
    void leave();
    void zoomAt(QPointF at, double factor);
    void zoomStill(double factor);
    void panStill(double alongX, double alongY);
    void finishBurst();
    void abandonBox();
    bool nativeGesture(const QNativeGestureEvent& gesture);
    bool pinch(const QGestureEvent& gesture);
    bool showToolTip(const QHelpEvent& help);

    FigureView* q = nullptr;
    Figure figure;
    const FigurePalette* palette = nullptr;
    PlotFonts fonts;
    PlotOverlay* overlay = nullptr;
    bool windowDark = false;
    double textScale = 1.0;
    double lineScale = 1.0;
    bool hints = true;
    QTimer burst; ///< Ends a run of wheel turns that undo takes as one step.

private:
    enum class Drag { None, Pending, Pan, BoxPending, Box, Chord, Handle };

    [[nodiscard]] QRectF paneRectF(std::size_t pane) const { return axes.paneRect(pane); }
    [[nodiscard]] PlotMap mapOf(std::size_t pane) const;
    [[nodiscard]] Zone zoneAt(QPointF at) const;
    [[nodiscard]] std::optional<int> curveAt(QPointF at) const;
    [[nodiscard]] std::optional<ChordHandle> handleAt(QPointF at) const;
    [[nodiscard]] std::vector<ChordHandle> chordHandles() const;
    void beginDrag();
    void panTo(QPointF at);
    void dragChord(QPointF at, EditPhase phase);
    void addFigureHandles(std::vector<ChordHandle>& handles) const;
    void dragHandle(QPointF at, EditPhase phase);
    void updateBox(QPointF at);
    void zoomIntoBox();
    void hover(QPointF at);
    void emitView(const View& view, EditPhase phase);

    PlotAxes axes;
    QSize laidOut;
    Budget lastBudget;
    CoverageMask mask;
    LegendCorner corner = LegendCorner::TopLeft;
    QImage base;  ///< Axes and grid alone, kept while only curves change.
    QImage image; ///< What the window shows.
    bool baseIsOld = true;
    bool imageIsOld = true;
    QString description;

    Drag drag = Drag::None;
    bool inBurst = false;
    Zone dragZone;
    QPointF dragStart;
    View dragView;    ///< The view in which the drag began.
    View pendingView; ///< The last view emitted in this drag or burst; the figure may lag behind it.
    Qt::MouseButton dragButton = Qt::NoButton;
    ChordSpec chord;
    int chordIndex = 0;
    ChordPart chordPart = ChordPart::First;
    Handle held;              ///< While a handle of the figure is dragged.
    FigurePoint handleTarget; ///< Where it was dragged to last.
};

} // namespace secant
