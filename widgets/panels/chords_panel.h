#pragma once

#include <map>

#include <QString>
#include <QWidget>

#include "core/figure/figure.h"
#include "core/scene/scene.h"
#include "widgets/plot/figure_view.h"

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace secant {

class MessageLabel;
class NumberEdit;
class ParameterSlider;

/// The chords of the active curve in a list, the chosen one with its ends and λ; random chords with their count; and
/// the hunt for one that breaks convexity.
class ChordsPanel : public QWidget {
    Q_OBJECT

public:
    explicit ChordsPanel(QWidget* parent = nullptr);

    void setScene(const Scene& scene);
    void setFigure(const Figure& figure);

signals:
    void chordAdded();
    void chordRemoved(int index);
    void chordEdited(int index, const ChordSpec& chord, EditPhase phase);
    void workbenchEdited(const WorkbenchSpec& workbench, EditPhase phase);

private:
    void createList();
    void createEnds();
    void createRandom();
    NumberEdit* createEnd(const char* name, const QString& symbol, double ChordSpec::*end);
    void moveEnd(double ChordSpec::*end, double value);
    void editChord(const ChordSpec& next, EditPhase phase);
    void editWorkbench(const WorkbenchSpec& next);
    void showChosen();
    void showGap();
    [[nodiscard]] int chosen() const;

    Scene m_scene;
    std::map<int, QString> m_gapTexts; ///< By chord.
    QListWidget* m_list = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_remove = nullptr;
    QWidget* m_editor = nullptr;
    NumberEdit* m_x1 = nullptr;
    NumberEdit* m_x2 = nullptr;
    MessageLabel* m_message = nullptr;
    ParameterSlider* m_lambda = nullptr;
    MessageLabel* m_gap = nullptr; ///< The chosen chord in words, which the list has to elide.
    QCheckBox* m_gaps = nullptr;
    QPushButton* m_clear = nullptr;
    MessageLabel* m_tally = nullptr;
    QCheckBox* m_hunt = nullptr;
    MessageLabel* m_huntText = nullptr;
};

} // namespace secant
