#include "app/edit_menu.h"

#include <QAction>

#include "app/menu_action.h"
#include "app/session.h"

namespace secant {

EditMenu::EditMenu(Session& session, QWidget* parent) : QMenu(tr("&Edit"), parent)
{
    m_undo = addMenuAction(this, tr("&Undo"), QKeySequence::Undo, tr("Take back the last change"));
    connect(m_undo, &QAction::triggered, &session, &Session::undo);
    m_redo = addMenuAction(this, tr("&Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
                           tr("Do again what was taken back"));
    connect(m_redo, &QAction::triggered, &session, &Session::redo);
    addSeparator();
    QAction* search =
        addMenuAction(this, tr("&Search activations"), QKeySequence::Find, tr("Search the list of activations"));
    connect(search, &QAction::triggered, this, &EditMenu::searchRequested);
    QAction* formula =
        addMenuAction(this, tr("&Type a function"), QKeySequence::New, tr("Add a curve whose formula you type"));
    connect(formula, &QAction::triggered, this, &EditMenu::formulaRequested);
    m_remove = addMenuAction(this, tr("Remove &all curves"), {}, tr("Clear the plot; undo brings everything back"));
    connect(m_remove, &QAction::triggered, &session, &Session::removeAll);
}

void EditMenu::update(const Session& session)
{
    m_undo->setEnabled(session.canUndo());
    m_redo->setEnabled(session.canRedo());
    m_remove->setEnabled(!session.scene().curves.empty());
}

} // namespace secant
