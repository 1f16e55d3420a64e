#pragma once

#include <atomic>
#include <functional>

#include <QDialog>

#include "widgets/export/figure_export.h"

class QProgressBar;
class QPushButton;

namespace secant {

/// Keeps a window from being used while something is done for it on another thread, and after half a second says so,
/// how far it is, and offers to stop it.
class WorkingDialog : public QDialog {
    Q_OBJECT

public:
    using Work = std::function<void(const ExportProgress&)>;

    WorkingDialog(const QString& text, QWidget* window);

    /// Returns when `work` has; false if that was told to stop. Events are handled meanwhile.
    bool run(const Work& work);

    void reject() override;

private:
    void appear();
    bool note(int finished, int all);

    QProgressBar* m_bar;
    QPushButton* m_stop;
    std::atomic_bool m_isStopping = false; ///< A person wants it to stop.
    std::atomic_bool m_isStopped = false;  ///< The work has been told.
};

} // namespace secant
