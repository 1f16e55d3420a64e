#pragma once

#include <array>

#include <QWidget>

#include "core/figure/figure.h"
#include "core/scene/scene.h"
#include "widgets/plot/figure_view.h"

class QCheckBox;
class QSpinBox;

namespace secant {

class MessageLabel;
class NumberEdit;
class ParameterSlider;

/// What convexity says at first order and of means: the tangent or the supporting lines at a point, the epigraph with a
/// segment, and Jensen's inequality for weighted points.
class ConstructionsPanel : public QWidget {
    Q_OBJECT

public:
    explicit ConstructionsPanel(QWidget* parent = nullptr);

    void setScene(const Scene& scene);
    void setFigure(const Figure& figure);

signals:
    void workbenchEdited(const WorkbenchSpec& workbench, EditPhase phase);

private:
    void createTangent();
    void createEpigraph();
    void createJensen();
    void setPointCount(int count);
    void edit(const WorkbenchSpec& next, EditPhase phase = EditPhase::Single);

    WorkbenchSpec m_workbench;
    Range m_view; ///< What is in view of x.
    AxisScale m_xScale = AxisScale::Linear;
    Range m_heights;
    QCheckBox* m_tangent = nullptr;
    NumberEdit* m_tangentX = nullptr;
    MessageLabel* m_tangentText = nullptr;
    QCheckBox* m_epigraph = nullptr;
    MessageLabel* m_epigraphText = nullptr;
    QSpinBox* m_points = nullptr;
    std::array<ParameterSlider*, kMaxJensenPoints> m_weights{};
    MessageLabel* m_jensenText = nullptr;
};

} // namespace secant
