#pragma once

#include <vector>

#include <QWidget>

#include "core/figure/figure.h"
#include "core/figure/operation.h"
#include "core/scene/scene.h"
#include "widgets/plot/figure_view.h"

class QCheckBox;
class QComboBox;
class QPushButton;

namespace secant {

class MessageLabel;
class ParameterSlider;

/// New functions from the active one, f, and another, g; the convex envelope of f and its conjugate.
class OperationsPanel : public QWidget {
    Q_OBJECT

public:
    explicit OperationsPanel(QWidget* parent = nullptr);

    void setScene(const Scene& scene);
    void setFigure(const Figure& figure);

signals:
    void operationChosen(Operation operation, int otherCurve);
    void workbenchEdited(const WorkbenchSpec& workbench, EditPhase phase);

private:
    void createOperations();
    void createEnvelope();
    void edit(const WorkbenchSpec& next, EditPhase phase);

    WorkbenchSpec m_workbench;
    QComboBox* m_other = nullptr;
    std::vector<std::pair<Operation, QPushButton*>> m_buttons;
    QCheckBox* m_envelope = nullptr;
    QCheckBox* m_conjugate = nullptr;
    ParameterSlider* m_slope = nullptr;
    MessageLabel* m_conjugateText = nullptr;
};

} // namespace secant
