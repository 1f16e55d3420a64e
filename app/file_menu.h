#pragma once

#include <QMenu>

namespace secant {

/// What leaves the window, and leaving it.
class FileMenu : public QMenu {
    Q_OBJECT

public:
    explicit FileMenu(QWidget* parent = nullptr);

    [[nodiscard]] QAction* exportAction() const { return m_export; }
    [[nodiscard]] QAction* copyAction() const { return m_copy; }

signals:
    void exportRequested();
    void copyRequested();
    void quitRequested();

private:
    QAction* m_export = nullptr;
    QAction* m_copy = nullptr;
};

} // namespace secant
