#pragma once

#include <QMenu>
#include <QStringList>

namespace secant {

/// Sessions, what leaves the window, and leaving it.
class FileMenu : public QMenu {
    Q_OBJECT

public:
    explicit FileMenu(QWidget* parent = nullptr);

    /// Full names, the last used first.
    void setRecent(const QStringList& fileNames);

    [[nodiscard]] QAction* exportAction() const { return m_export; }
    [[nodiscard]] QAction* copyAction() const { return m_copy; }

signals:
    void newRequested();
    void openRequested();
    void recentChosen(const QString& fileName);
    void recentCleared();
    void saveRequested();
    void saveAsRequested();
    void exportRequested();
    void copyRequested();
    void quitRequested();

private:
    void createSessionActions();

    QMenu* m_recent = nullptr;
    QAction* m_export = nullptr;
    QAction* m_copy = nullptr;
};

} // namespace secant
