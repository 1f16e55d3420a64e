#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "widgets/plot/figure_view.h"

class QPainter;
class QTimer;

namespace secant {

/// A painted slider for real numbers: groove, part filled from an origin, handle and small tick marks. It takes mouse,
/// keys and wheel and reports where they lead; values are snapped to a 1-2-5 step of about 1/200 of the range
/// (logarithmic: to two digits), with Shift to a tenth of that.
///
/// A held key and a run of wheel notches are reported as one gesture. The wheel acts only while the slider has the
/// focus, so that scrolling a panel changes nothing by accident.
class SliderTrack : public QWidget {
    Q_OBJECT

public:
    struct Tick {
        double value = 0.0;
        QString label;
    };

    explicit SliderTrack(QWidget* parent = nullptr);
    ~SliderTrack() override;

    /// Both ends finite and min < max, else it becomes one unit around min. Logarithmic needs min > 0.
    void setRange(double min, double max, bool logarithmic = false);
    /// Values at or below this are never reported; for ranges whose lower end is not allowed itself.
    void setOpenEnd(std::optional<double> end);
    void setOrigin(double origin); ///< Where the filled part begins; clamped to the range.
    void setTicks(std::vector<Tick> ticks);
    /// Values at which something changes, and what: marked above the groove. The handle sticks to them when it is
    /// dragged without Shift, and a step stops there.
    void setChanges(std::vector<Tick> changes);
    void setValue(double value); ///< Ignored while the mouse holds the handle.

    [[nodiscard]] double value() const { return m_value; }
    [[nodiscard]] double minimum() const { return m_min; }
    [[nodiscard]] double maximum() const { return m_max; }
    [[nodiscard]] bool isDragging() const { return m_dragging; }
    /// Moves by a number of steps as a key would, as one whole edit.
    void stepBy(int steps, bool fine);

    /// x of a value in widget pixels, and back without snapping.
    [[nodiscard]] double toPixel(double value) const;
    [[nodiscard]] double toValue(double pixel) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void moved(double value, EditPhase phase);
    void resetRequested();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Gesture { None, Mouse, Key, Wheel };

    [[nodiscard]] double fraction(double value) const;
    [[nodiscard]] double atFraction(double fraction) const;
    [[nodiscard]] double snappedTo(double value, bool fine) const;
    [[nodiscard]] double stepped(int steps, bool fine) const;
    [[nodiscard]] const Tick* nearest(const std::vector<Tick>& ticks, double pixel) const;
    [[nodiscard]] double attracted(double value, bool fine) const;
    [[nodiscard]] double stoppedAtChange(double target) const;
    [[nodiscard]] std::optional<double> keyTarget(const QKeyEvent& event) const;
    void anchorAt(double pixel, double fraction, bool fine);
    void dragTo(double pixel, bool fine);
    void report(double value, Gesture gesture);
    void finish();
    void cancelDrag();
    void paintGroove(QPainter& painter) const;
    void paintChanges(QPainter& painter) const;
    void paintHandle(QPainter& painter) const;

    double m_min = 0.0;
    double m_max = 1.0;
    bool m_logarithmic = false;
    std::optional<double> m_openEnd;
    double m_origin = 0.0;
    double m_value = 0.0;
    std::vector<Tick> m_ticks;
    std::vector<Tick> m_changes;

    bool m_dragging = false;
    bool m_begun = false; ///< A Begin was sent and its End is still due.
    Gesture m_gesture = Gesture::None;
    double m_startValue = 0.0;
    double m_anchorPixel = 0.0;
    double m_anchorFraction = 0.0;
    bool m_anchorFine = false;
    int m_wheelRest = 0;
    QTimer* m_wheelTimer = nullptr;
};

} // namespace secant
