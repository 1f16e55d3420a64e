#pragma once

#include <QWidget>

#include "core/figure/figure.h"
#include "core/figure/findings.h"
#include "core/figure/operation.h"
#include "core/scene/scene.h"
#include "widgets/plot/figure_view.h"

class QCheckBox;
class QComboBox;

namespace secant {

class ChordsPanel;
class CompositionTree;
class ConstructionsPanel;
class IntervalEdit;
class MessageLabel;
class OperationsPanel;
class VerdictCard;

/// The workbench for convexity: the question of an example, the interval of judgement, the verdict with its reasons,
/// chords and other constructions, and what the shapes are called.
class ConvexityPanel : public QWidget {
    Q_OBJECT

public:
    explicit ConvexityPanel(QWidget* parent = nullptr);

    void setScene(const Scene& scene);
    void setFindings(const Scene& scene, const Findings& findings, bool isJudging, bool isLonger);

    /// What the constructions come to.
    void setFigure(const Figure& figure);

signals:
    void opened(); ///< It came into sight for the first time.
    void judgementEdited(const JudgementSpec& judgement, EditPhase phase);
    void namingChosen(Naming naming);
    void longerRequested();
    void stopRequested();
    void rangeRequested(const Range& x); ///< To be brought into view.
    void chordAdded();
    void chordRemoved(int index);
    void chordEdited(int index, const ChordSpec& chord, EditPhase phase);
    void operationChosen(Operation operation, int otherCurve);
    void workbenchEdited(const WorkbenchSpec& workbench, EditPhase phase);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void createInterval();
    void createVerdict();
    void createConstructions();
    void createNaming();

    JudgementSpec m_judgement;
    bool m_wasOpened = false;
    QCheckBox* m_shown = nullptr;
    IntervalEdit* m_interval = nullptr;
    VerdictCard* m_verdict = nullptr;
    CompositionTree* m_composition = nullptr;
    MessageLabel* m_question = nullptr;
    ChordsPanel* m_chords = nullptr;
    ConstructionsPanel* m_constructions = nullptr;
    OperationsPanel* m_operations = nullptr;
    QComboBox* m_naming = nullptr;
};

} // namespace secant
