#pragma once

#include <memory>

#include <QImage>
#include <QWidget>

#include "core/figure/compose.h"
#include "core/figure/figure.h"
#include "core/scene/scene.h"

class QPainter;

namespace secant {

/// Where an edit stands: undo takes everything from Begin to End as one step.
enum class EditPhase { Begin, Move, End, Single };

/// Shows a Figure: panes stacked with one x axis, and turns the mouse into edits. It computes no function values and
/// changes nothing itself: every edit is a signal, and what is seen next is the figure that the session answers with.
class FigureView : public QWidget {
    Q_OBJECT

public:
    explicit FigureView(QWidget* parent = nullptr);
    ~FigureView() override;

    void setFigure(const Figure& figure);
    void setReadout(const Readout& readout, bool crosshair, bool tangent); ///< Redraws the overlay alone.
    void clearReadout();
    void setWindowDark(bool dark);        ///< What FigureTheme::Window means.
    void setTextScale(double scale);      ///< 1 is the application's font size.
    void setLineScale(double scale);      ///< 1 is the usual width of curves.
    void setInteractionHints(bool shown); ///< Handles on chords; off for export.

    /// Sizes that a figure for this view is to be composed for, in device pixels.
    [[nodiscard]] Budget budget() const;
    [[nodiscard]] const Figure& figure() const;
    /// The rectangle of a pane's plotting area in widget pixels; null if it is not shown.
    [[nodiscard]] QRect paneRect(PaneKind kind) const;
    /// Widget pixels of a point in data coordinates, and back.
    [[nodiscard]] QPointF toPixel(PaneKind kind, double x, double y) const;
    [[nodiscard]] QPointF toData(PaneKind kind, QPointF pixel) const;

    /// The figure as it is, without overlay and handles, at size() logical pixels. Raster or vector.
    /// Without `ground` nothing is laid behind the panes: a transparent picture.
    void paint(QPainter& painter, bool vector, bool ground = true);

signals:
    void viewEdited(const View& view, EditPhase phase);
    void chordEdited(int index, const ChordSpec& chord, EditPhase phase);
    /// A handle of the figure was dragged to a point; an infinite coordinate means beyond the edge of the pane.
    void handleEdited(HandleKind kind, int index, FigurePoint to, EditPhase phase);
    void pointerMoved(double x);
    void pointerLeft();
    void curveClicked(int curve); ///< The nearest curve within a few pixels.
    void homeRequested();         ///< Double click on empty ground.
    void budgetChanged();         ///< Resized, or the screen's scale changed: compose again.
    void contextMenuRequested(const QPoint& globalPosition);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace secant
