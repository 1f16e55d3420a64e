#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <QWidget>

#include "core/expression/parse.h"
#include "core/figure/compose.h"
#include "core/scene/scene.h"
#include "widgets/plot/figure_view.h"

namespace secant {

/// What a card shows of one curve.
struct CurveCardState {
    CurveSpec spec;
    QString name;
    std::vector<CurveParameter> parameters;
    Language language = Language::English;
    bool active = false;
    bool isFormula = false;
    bool hasRandomSlopes = false;
    std::vector<std::pair<QString, QString>> conventions; ///< Activation id and what it is called; empty if only one.
    std::optional<ParseError> error;                      ///< Of a typed formula.
    std::vector<Reading> readings;                        ///< What of a typed formula might be meant otherwise.
};

/// The curves on the plot, a card each: line sample, name, shown/hidden, remove, formula or parameters with sliders,
/// switches for random slopes and conventions. Emits edits; what it shows is what setCurves() said last. As high as its
/// cards need: whoever shows it lets it scroll.
class CurvesPanel : public QWidget {
    Q_OBJECT

public:
    explicit CurvesPanel(QWidget* parent = nullptr);
    ~CurvesPanel() override;

    /// Updates the cards in place: a slider that is being dragged or a line that is being typed keeps its focus.
    void setCurves(const std::vector<CurveCardState>& curves);
    void setDark(bool dark);
    void focusFormula(int curve);
    /// Formulas typed before, the latest last.
    void setHistory(const QStringList& formulas);
    [[nodiscard]] QStringList history() const;

signals:
    void parameterEdited(int curve, const QString& name, double value, EditPhase phase);
    void visibilityEdited(int curve, bool visible);
    void formulaEdited(int curve, const QString& text); ///< Every change of the text, valid or not.
    void conventionChosen(int curve, const QString& activationId);
    void randomSlopesEdited(int curve, const RandomSlopes& randomSlopes);
    void removed(int curve);
    void activated(int curve);
    void addFormulaRequested();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace secant
