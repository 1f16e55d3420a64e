#pragma once

#include <QWidget>

#include "core/figure/compose.h"
#include "widgets/plot/figure_view.h"

namespace secant {

/// One parameter: symbol, slider with framework defaults as ticks, typed value. Dragging with Shift moves ten times
/// finer; arrow keys, Page Up/Down and the wheel step; a double click resets to the standard value. A typed value outside
/// the slider's range widens the slider; one outside the allowed range is refused with a sentence, the old value kept.
class ParameterSlider : public QWidget {
    Q_OBJECT

public:
    explicit ParameterSlider(QWidget* parent = nullptr);
    ~ParameterSlider() override;

    void setParameter(const CurveParameter& parameter);
    [[nodiscard]] double value() const;

signals:
    void edited(double value, EditPhase phase);

private:
    class Private;
    Private* d;
};

}  // namespace secant
