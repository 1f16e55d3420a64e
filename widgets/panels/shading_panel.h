#pragma once

#include <memory>

#include <QWidget>

#include "core/scene/scene.h"
#include "widgets/plot/figure_view.h"

namespace secant {

/// Which regions of the active curve are shaded: saturated by one of three rules, dead, expanding, rising and falling,
/// convex and concave, near the identity; and the distribution of inputs whose share in each of them is told.
class ShadingPanel : public QWidget {
    Q_OBJECT

public:
    explicit ShadingPanel(QWidget* parent = nullptr);
    ~ShadingPanel() override;

    /// `style` is the slot of the curve whose regions they are.
    void setShading(const ShadingSpec& shading, int style);
    /// What the shapes are called.
    void setNaming(Naming naming, Language language);

signals:
    void edited(const ShadingSpec& shading, EditPhase phase);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace secant
