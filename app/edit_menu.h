#pragma once

#include <QMenu>

namespace secant {

class Session;

/// Undo and redo, and the ways to add and remove curves.
class EditMenu : public QMenu {
    Q_OBJECT

public:
    explicit EditMenu(Session& session, QWidget* parent = nullptr);

    /// Enables what the session can do now.
    void update(const Session& session);

    [[nodiscard]] QAction* undoAction() const { return m_undo; }
    [[nodiscard]] QAction* redoAction() const { return m_redo; }

signals:
    void searchRequested();
    void formulaRequested();

private:
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_remove = nullptr;
};

} // namespace secant
