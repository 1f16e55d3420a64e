#pragma once

#include <memory>

#include <QWidget>

#include "core/scene/scene.h"
#include "widgets/plot/figure_view.h"

namespace secant {

/// What is shown beside the curves: panes (f′, f″, ∂f/∂α), their scales and whether their heights follow the curves,
/// kinks, crosshair, tangent, grid; places that are found and marked; shaded regions.
class ViewPanel : public QWidget {
    Q_OBJECT

public:
    explicit ViewPanel(QWidget* parent = nullptr);
    ~ViewPanel() override;

    void setScene(const Scene& scene);

signals:
    void paneToggled(PaneKind pane, bool shown);
    void kinksToggled(bool shown);
    void markToggled(MarkKind kind, bool shown);
    void crosshairToggled(bool shown);
    void tangentToggled(bool shown);
    void gridToggled(bool shown);
    void heightsToggled(bool follow);
    void xScaleChosen(AxisScale scale);
    void yScaleChosen(AxisScale scale);
    void shadingEdited(const ShadingSpec& shading, EditPhase phase);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace secant
