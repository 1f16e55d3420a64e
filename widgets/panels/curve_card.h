#pragma once

#include <map>
#include <optional>

#include <QWidget>

#include "widgets/panels/curves_panel.h"

class QComboBox;
class QToolButton;
class QVBoxLayout;

namespace secant {

class ElidedLabel;
class FormulaHistory;
class FormulaLine;
class FormulaSheet;
class LineSample;
class ParameterSlider;

/// One curve of a CurvesPanel. Changes nothing itself: it reports edits and shows the state that comes back. Every
/// control stays the same object for as long as it makes sense, so that a drag or typing is never cut off.
class CurveCard : public QWidget {
    Q_OBJECT

public:
    explicit CurveCard(int curve, QWidget* parent = nullptr);
    /// Of formulas typed before; null: none.
    void setHistory(FormulaHistory* history);

    [[nodiscard]] int curve() const { return m_curve; }
    void setState(const CurveCardState& state);
    void setDark(bool dark);
    /// Null unless the curve is a typed formula.
    [[nodiscard]] FormulaLine* formulaLine() const { return m_formula; }

    /// The card and everything in it that Tab reaches, top to bottom.
    [[nodiscard]] QWidgetList tabStops();

signals:
    void parameterEdited(const QString& name, double value, EditPhase phase);
    void visibilityEdited(bool visible);
    void formulaEdited(const QString& text);
    void conventionChosen(const QString& activationId);
    void randomSlopesEdited(const RandomSlopes& randomSlopes);
    void removeRequested();
    void activated();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void createHead();
    void createFormula();
    void createConventions();
    void createRandomSlopes();
    QToolButton* createSegment(const QString& text, const QString& tip, bool training);
    void setTraining(bool training);
    void updateHead();
    void updateFormula();
    void updateConventions();
    void updateRandomSlopes();
    void updateParameters();
    void addParameter(const QString& name);
    void watch(QWidget* part);

    const int m_curve;
    CurveCardState m_state;
    std::optional<bool> m_shownVisible; ///< By the eye.
    QVBoxLayout* m_column = nullptr;
    QVBoxLayout* m_parameterColumn = nullptr;
    LineSample* m_sample = nullptr;
    ElidedLabel* m_name = nullptr;
    QToolButton* m_eye = nullptr;
    QToolButton* m_remove = nullptr;
    FormulaHistory* m_history = nullptr;
    FormulaLine* m_formula = nullptr;
    FormulaSheet* m_sheet = nullptr;
    QComboBox* m_conventions = nullptr;
    QWidget* m_randomRow = nullptr;
    QToolButton* m_training = nullptr;
    QToolButton* m_test = nullptr;
    QToolButton* m_drawAgain = nullptr;
    std::map<QString, ParameterSlider*> m_sliders; ///< By parameter name.
};

} // namespace secant
