#include "app/menu_action.h"

#include <QAction>
#include <QMenu>
#include <QRegularExpression>

namespace secant {

QAction* addMenuAction(QMenu* menu, const QString& text, const QKeySequence& shortcut, const QString& tip)
{
    QAction* action = menu->addAction(text);
    // A tool button has no use for the letter that a menu underlines, which Chinese puts into brackets.
    static const QRegularExpression mnemonic(QStringLiteral("\\(&.\\)|&"));
    action->setIconText(QString(text).remove(mnemonic).remove(QStringLiteral("…")));
    action->setShortcut(shortcut);
    const QString keys = shortcut.toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, keys));
    action->setStatusTip(tip);
    return action;
}

} // namespace secant
