#pragma once

#include <memory>

#include <QWidget>

#include "core/scene/scene.h"
#include "widgets/plot/figure_view.h"

namespace secant {

/// What is shown beside the curves: panes (f′, f″, ∂f/∂α) and whether their heights follow the curves, kinks,
/// crosshair, tangent, grid; places that are found and marked; shaded regions; the chord with its λ and gap.
class ViewPanel : public QWidget {
    Q_OBJECT

public:
    explicit ViewPanel(QWidget* parent = nullptr);
    ~ViewPanel() override;

    /// `chordText` is the gap of the first chord in words, empty if there is none.
    void setScene(const Scene& scene, const QString& chordText);

signals:
    void paneToggled(PaneKind pane, bool shown);
    void kinksToggled(bool shown);
    void markToggled(MarkKind kind, bool shown);
    void crosshairToggled(bool shown);
    void tangentToggled(bool shown);
    void gridToggled(bool shown);
    void heightsToggled(bool follow);
    void shadingEdited(const ShadingSpec& shading, EditPhase phase);
    void chordToggled(bool shown);
    void chordEdited(int index, const ChordSpec& chord, EditPhase phase);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace secant
