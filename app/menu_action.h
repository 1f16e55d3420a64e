#pragma once

#include <QKeySequence>
#include <QString>

class QAction;
class QMenu;

namespace secant {

/// Adds an action whose tool button has no mnemonic and whose tooltip names its shortcut.
QAction* addMenuAction(QMenu* menu, const QString& text, const QKeySequence& shortcut, const QString& tip);

} // namespace secant
