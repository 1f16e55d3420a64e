#pragma once

#include <QWidget>

#include "core/figure/findings.h"
#include "core/scene/scene.h"
#include "widgets/plot/figure_view.h"

class QCheckBox;
class QComboBox;

namespace secant {

class IntervalEdit;
class VerdictCard;

/// The workbench for convexity: the interval of judgement, the verdict with its reasons, and what the shapes are
/// called.
class ConvexityPanel : public QWidget {
    Q_OBJECT

public:
    explicit ConvexityPanel(QWidget* parent = nullptr);

    void setScene(const Scene& scene);
    void setFindings(const Scene& scene, const Findings& findings, bool isJudging, bool isLonger);

signals:
    void opened(); ///< It came into sight for the first time.
    void judgementEdited(const JudgementSpec& judgement, EditPhase phase);
    void namingChosen(Naming naming);
    void longerRequested();
    void stopRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void createInterval();
    void createVerdict();
    void createNaming();

    JudgementSpec m_judgement;
    bool m_wasOpened = false;
    QCheckBox* m_shown = nullptr;
    IntervalEdit* m_interval = nullptr;
    VerdictCard* m_verdict = nullptr;
    QComboBox* m_naming = nullptr;
};

} // namespace secant
