#pragma once

#include <memory>

#include <QWidget>

#include "core/figure/compose.h"
#include "widgets/plot/figure_view.h"

namespace secant {

/// One parameter: symbol, slider with framework defaults as ticks, typed value. Dragging with Shift moves ten times
/// finer; arrow keys, Page Up/Down and the wheel step; a double click resets to the standard value. A typed value
/// outside the slider's range widens the slider; one outside the allowed range is refused with a sentence, the old
/// value kept.
class ParameterSlider : public QWidget {
    Q_OBJECT

public:
    explicit ParameterSlider(QWidget* parent = nullptr);
    ~ParameterSlider() override;

    /// Updates in place and emits nothing. While the mouse holds the handle only the description changes.
    void setParameter(const CurveParameter& parameter);
    void setLogarithmic(bool logarithmic); ///< For ranges above 0; before the first setParameter().
    /// What a tooltip and a screen reader say of it; without it they say its symbol and how to use it.
    void setDescription(const QString& name, const QString& tip);
    [[nodiscard]] double value() const;
    [[nodiscard]] QString message() const; ///< Why the last typed value was refused, or empty.

signals:
    void edited(double value, EditPhase phase);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Why `value` is not allowed for the parameter, what is, and that `kept` stays; empty if it is allowed.
[[nodiscard]] QString refusal(const CurveParameter& parameter, double value, double kept);

} // namespace secant
