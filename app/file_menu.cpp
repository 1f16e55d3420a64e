#include "app/file_menu.h"

#include <QAction>

#include "app/menu_action.h"

namespace secant {

FileMenu::FileMenu(QWidget* parent) : QMenu(tr("&File"), parent)
{
    m_export = addMenuAction(this, tr("&Export…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
                             tr("Write the figure as PNG, SVG or PDF"));
    connect(m_export, &QAction::triggered, this, &FileMenu::exportRequested);
    m_copy = addMenuAction(this, tr("&Copy figure"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                           tr("Put the figure on the clipboard as a picture"));
    connect(m_copy, &QAction::triggered, this, &FileMenu::copyRequested);
    addSeparator();
    QAction* quit = addMenuAction(this, tr("&Quit"), QKeySequence::Quit, tr("Close Secant; the scene is kept"));
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &FileMenu::quitRequested);
}

} // namespace secant
