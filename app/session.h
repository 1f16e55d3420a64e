#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include "app/latest_job.h"
#include "app/once_per_turn.h"
#include "core/figure/compose.h"
#include "core/figure/operation.h"
#include "core/scene/scene.h"
#include "widgets/panels/curves_panel.h"
#include "widgets/plot/figure_view.h"

namespace secant {

/// Turns every edit into the next Scene and every Scene into a Figure. The only place that changes a scene: widgets
/// emit edits, this answers with what is to be seen. Undo and redo are stacks of scenes; a gesture from Begin to End,
/// and a word typed without a pause, are one step. Any number of edits in one turn of the event loop make one figure.
class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(Scene scene, QObject* parent = nullptr);

    [[nodiscard]] const Scene& scene() const { return m_scene; }
    [[nodiscard]] const Figure& figure() const { return m_figure; }
    /// What was found out about the present scene, or about an earlier one until isJudging() is over.
    [[nodiscard]] const Findings& findings() const { return m_findings; }
    [[nodiscard]] bool isJudging() const { return m_job.isBusy(); }
    [[nodiscard]] bool isLookingLonger() const { return m_job.isBusy() && m_isLong; }
    [[nodiscard]] bool canUndo() const { return !m_undo.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_redo.empty(); }
    [[nodiscard]] std::vector<CurveCardState> cards() const;
    [[nodiscard]] Readout readoutAt(double x) const { return readout(m_scene, x); }

    void setBudget(const Budget& budget);
    /// Changes the language of the figure's own words; not a step.
    void setLanguage(Language language);
    /// Another scene from a file, in the language of this one: what was before is gone, there is no step back to it.
    void open(Scene scene);

    int addActivation(const QString& id);
    int addFormula();
    void removeCurve(int curve);
    void removeAll();
    void activate(int curve);
    void setVisible(int curve, bool visible);
    void setParameter(int curve, const QString& name, double value, EditPhase phase);
    /// Keeps the last good curve while the text is wrong; cards() tells the text and its error.
    void setFormula(int curve, const QString& text);
    void setConvention(int curve, const QString& activationId);
    void setRandomSlopes(int curve, const RandomSlopes& randomSlopes);

    void setView(const View& view, EditPhase phase);
    void goHome();
    void fit();
    void makeSquare();
    /// Linear or logarithmic, with a window that makes sense on it.
    void setXScale(AxisScale scale);
    void setYScale(AxisScale scale); ///< Of f, f′ and f″.
    void showPane(PaneKind pane, bool shown);
    void showKinks(bool shown);
    void showMark(MarkKind kind, bool shown);
    void showCrosshair(bool shown);
    void showTangent(bool shown);
    void showGrid(bool shown);
    /// On: the y ranges follow the curves, until a person changes one of them.
    void followHeights(bool follow);
    /// How addDifference() names a curve of the scene.
    [[nodiscard]] static QString curveKey(int curve);
    /// Adds "active curve − other" as a typed formula; the key is a curveKey() or the id of an activation.
    void addDifference(const QString& key);
    void showFact(FactKind kind, bool shown);
    void setShading(const ShadingSpec& shading, EditPhase phase);
    /// An interval that makes no sense is refused by keeping the ends that were.
    void setJudgement(const JudgementSpec& judgement, EditPhase phase);
    /// Brings the interval of judgement into the figure; not a step.
    void showJudgement();
    /// Brings a stretch of x into view with some room around it, heights fitted.
    void lookAt(const Range& x);
    void setNaming(Naming naming);
    void setWorkbench(const WorkbenchSpec& workbench, EditPhase phase);
    /// Puts the result of an operation on the active curve (and another) on the plot, and makes it the active one.
    void operate(Operation operation, int otherCurve);
    /// Puts an example in the place of what there is, heights fitted.
    void openExample(const QString& id);
    void dragHandle(HandleKind kind, int index, FigurePoint to, EditPhase phase);
    /// Gives the verdict more time than a live one has; stopLooking() gives that up.
    void lookLonger();
    void stopLooking();
    /// On: a chord of the active curve. Off: none.
    void showChord(bool shown);
    void addChord();
    void removeChord(int index);
    void setChord(int index, const ChordSpec& chord, EditPhase phase);

    void undo();
    void redo();

signals:
    void sceneChanged();                   ///< The scene, a typed text or an error is another one.
    void findingsChanged();                ///< What was found out, or whether something is still being found out.
    void figureChanged();                  ///< At most once in a turn of the event loop.
    void refused(const QString& sentence); ///< An edit was not made, and why.

private:
    /// Makes `next` the scene. Begin and Single remember the present one for undo.
    void edit(Scene next, EditPhase phase);
    /// edit() with the scene as `apply` leaves it.
    template<typename Change>
    void change(Change&& apply, EditPhase phase = EditPhase::Single)
    {
        Scene next = m_scene;
        apply(next);
        edit(std::move(next), phase);
    }
    void replace(Scene next);
    void fitCalmly(Scene& next, EditPhase phase) const;
    void composeFigure();
    void startFindings();
    void startJob(std::chrono::nanoseconds patience);
    void takeFindings(Findings findings);
    void startLateParts();
    void stopStaleParts();
    void forgetStaleTexts();

    struct TypedText {
        QString text;
        std::optional<ParseError> error;
    };

    Scene m_scene;
    Figure m_figure;
    Findings m_findings;
    Budget m_budget;
    std::vector<Scene> m_undo;
    std::vector<Scene> m_redo;
    std::map<int, TypedText> m_typed; ///< What stands in a formula line, by curve, where it differs from the scene.
    int m_typingCurve = 0;
    QElapsedTimer m_typingPause;
    OncePerTurn m_frame;
    Scene m_sought; ///< What m_job finds out about.
    bool m_isLong = false;
    LatestJob<Findings> m_job;
    LateQuestions m_asked; ///< What m_lateJob computes.
    LatestJob<LateParts> m_lateJob;
};

} // namespace secant
