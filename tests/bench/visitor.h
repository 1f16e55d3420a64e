#pragma once

#include <deque>
#include <functional>
#include <random>
#include <string>

#include <QPoint>
#include <QString>

class QWidget;

namespace secant::bench {

class RealWindow;

/// Somebody who does things in the window, at random but the same for the same seed: one small step, an event of the
/// mouse or of a key, at a time, so that the event loop lives between them. Files go to `folder`.
class Visitor {
public:
    Visitor(RealWindow& real, const QString& folder, unsigned seed);

    /// Whether the action that was begun still has steps to make, or has left a dialog.
    [[nodiscard]] bool isBusy() const;
    /// Chooses what to do next and names it: `only`, if that is a name.
    [[nodiscard]] std::string begin(const std::string& only);
    /// Makes a step. Questions that come up on the way are answered first.
    void step();

private:
    using Step = std::function<void()>;

    void dragSlider();
    void typeFormula();
    void pickActivation();
    void removeCurve();
    void zoom();
    void pan();
    void hover();
    void dragChord();
    void toggleSomething();
    void changePage();
    void undoOrRedo();
    void exportFigure();
    void saveAndOpen();

    void add(Step step) { m_steps.push_back(std::move(step)); }
    /// Nothing for a while, so that what runs beside the loop comes back.
    void wait(int steps);
    void drag(QWidget* widget, QPoint from, QPoint to, int moves);
    [[nodiscard]] int below(int bound);
    [[nodiscard]] QPoint placeIn(const QWidget* widget);
    template<typename Widget>
    [[nodiscard]] Widget* anyVisible(const QString& name = QString());
    [[nodiscard]] bool answeredQuestion();
    void trigger(const QString& shortcut);

    RealWindow& m_real;
    QString m_folder;
    std::mt19937 m_random;
    std::deque<Step> m_steps;
    int m_files = 0;
};

} // namespace secant::bench
