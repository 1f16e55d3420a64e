#include "app/plot_menu.h"

#include <QAction>

#include "app/menu_action.h"
#include "app/session.h"

namespace secant {

PlotMenu::PlotMenu(Session& session, QWidget* parent) : QMenu(tr("&Plot"), parent)
{
    m_home = addMenuAction(this, tr("&Home"), QKeySequence(Qt::CTRL | Qt::Key_0),
                           tr("Back to −6 ≤ x ≤ 6 with fitting heights; on a logarithmic scale to 0.01 ≤ x ≤ 100"));
    connect(m_home, &QAction::triggered, &session, &Session::goHome);
    m_fit = addMenuAction(this, tr("&Fit heights"), QKeySequence(Qt::CTRL | Qt::Key_9),
                          tr("Fit the height of every pane to its curves"));
    connect(m_fit, &QAction::triggered, &session, &Session::fit);
    m_square = addMenuAction(this, tr("&1:1"), QKeySequence(Qt::CTRL | Qt::Key_1), tr("One unit as long on y as on x"));
    connect(m_square, &QAction::triggered, &session, &Session::makeSquare);
    addSeparator();
    createPaneActions(session);
    addSeparator();
    createScaleActions(session);
    addSeparator();
    m_chord = addMenuAction(this, tr("&Chord"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D),
                            tr("A chord over the active curve, to be dragged"));
    m_chord->setCheckable(true);
    connect(m_chord, &QAction::triggered, &session, &Session::showChord);
}

void PlotMenu::createPaneActions(Session& session)
{
    const std::pair<PaneKind, QString> panes[] = {{PaneKind::Slope, tr("Pane f′")},
                                                  {PaneKind::Curvature, tr("Pane f″")},
                                                  {PaneKind::ParameterSlope, tr("Pane ∂f/∂α")}};
    int key = Qt::Key_2;
    for (const auto& [kind, text] : panes) {
        QAction* action =
            addMenuAction(this, text, QKeySequence(QKeyCombination(Qt::CTRL, static_cast<Qt::Key>(key++))),
                          tr("Show or hide this pane"));
        action->setCheckable(true);
        connect(action, &QAction::triggered, &session,
                [&session, pane = kind](bool shown) { session.showPane(pane, shown); });
        m_panes.emplace_back(kind, action);
    }
}

void PlotMenu::createScaleActions(Session& session)
{
    const auto add = [this](const QString& text, Qt::Key key, const QString& tip) {
        QAction* action = addMenuAction(this, text, QKeySequence(QKeyCombination(Qt::CTRL | Qt::SHIFT, key)), tip);
        action->setCheckable(true);
        return action;
    };
    m_scales = {
        add(tr("Logarithmic &x"), Qt::Key_X, tr("Equal distances along x are equal ratios; only x > 0 is shown")),
        add(tr("Logarithmic &y"), Qt::Key_Y,
            tr("Equal distances along y are equal ratios; only positive values are shown"))};
    const auto scaleOf = [](bool on) { return on ? AxisScale::Logarithmic : AxisScale::Linear; };
    connect(m_scales[0], &QAction::triggered, &session,
            [&session, scaleOf](bool on) { session.setXScale(scaleOf(on)); });
    connect(m_scales[1], &QAction::triggered, &session,
            [&session, scaleOf](bool on) { session.setYScale(scaleOf(on)); });
}

void PlotMenu::update(const Scene& scene)
{
    m_scales[0]->setChecked(scene.view.xScale == AxisScale::Logarithmic);
    m_scales[1]->setChecked(scene.view.yScale == AxisScale::Logarithmic);
    m_square->setEnabled(scene.view.xScale == scene.view.yScale);
    m_chord->setChecked(!scene.chords.empty());
    m_chord->setEnabled(!scene.curves.empty());
    for (const auto& [kind, action] : m_panes) {
        action->setChecked(scene.shows(kind));
    }
}

} // namespace secant
