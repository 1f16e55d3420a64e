#pragma once

#include <QObject>

#include "app/session.h"
#include "app/settings.h"

namespace secant {

class FigureView;

/// Takes the figure out of the window: into a file that a person names, or onto the clipboard.
class FigureOutput : public QObject {
    Q_OBJECT

public:
    FigureOutput(const Session& session, FigureView& view, Settings& settings, QWidget* window);

    void exportToFile(bool windowDark);
    void copy(bool windowDark);

signals:
    void done(const QString& sentence);

private:
    const Session& m_session;
    FigureView& m_view;
    Settings& m_settings;
    QWidget* m_window;
};

} // namespace secant
