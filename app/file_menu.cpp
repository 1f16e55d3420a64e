#include "app/file_menu.h"

#include <QAction>
#include <QFileInfo>

#include "app/menu_action.h"
#include "widgets/export/export_file.h"

namespace secant {

FileMenu::FileMenu(QWidget* parent) : QMenu(tr("&File"), parent)
{
    createSessionActions();
    addSeparator();
    m_export = addMenuAction(this, tr("&Export…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
                             tr("Write the figure as a picture, a drawing, a table or an animation"));
    connect(m_export, &QAction::triggered, this, &FileMenu::exportRequested);
    m_copy = addMenuAction(this, tr("&Copy figure"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                           tr("Put the figure on the clipboard as a picture"));
    connect(m_copy, &QAction::triggered, this, &FileMenu::copyRequested);
    addSeparator();
    QAction* quit = addMenuAction(this, tr("&Quit"), QKeySequence::Quit, tr("Close Secant; the scene is kept"));
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &FileMenu::quitRequested);
}

void FileMenu::createSessionActions()
{
    QAction* fresh = addMenuAction(this, tr("&New session"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
                                   tr("Begin with the first figure again"));
    connect(fresh, &QAction::triggered, this, &FileMenu::newRequested);
    QAction* open = addMenuAction(this, tr("&Open…"), QKeySequence::Open, tr("Open a session file"));
    connect(open, &QAction::triggered, this, &FileMenu::openRequested);
    m_recent = addMenu(tr("Open &recent"));
    m_recent->setToolTipsVisible(true);
    setRecent({});
    QAction* save = addMenuAction(this, tr("&Save"), QKeySequence::Save, tr("Write the session to its file"));
    connect(save, &QAction::triggered, this, &FileMenu::saveRequested);
    QAction* saveAs = addMenuAction(this, tr("Save &as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
                                    tr("Write the session to another file"));
    connect(saveAs, &QAction::triggered, this, &FileMenu::saveAsRequested);
}

void FileMenu::setRecent(const QStringList& fileNames)
{
    m_recent->clear();
    m_recent->setEnabled(!fileNames.isEmpty());
    for (const QString& name : fileNames) {
        QString text = shownFileName(QFileInfo(name).fileName());
        QAction* action = m_recent->addAction(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setToolTip(shownFileName(name));
        connect(action, &QAction::triggered, this, [this, name] { emit recentChosen(name); });
    }
    m_recent->addSeparator();
    connect(m_recent->addAction(tr("&Clear this list")), &QAction::triggered, this, &FileMenu::recentCleared);
}

} // namespace secant
