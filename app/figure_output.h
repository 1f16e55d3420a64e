#pragma once

#include <functional>

#include <QObject>

#include "app/session.h"
#include "app/settings.h"
#include "widgets/export/figure_export.h"

namespace secant {

class ExportDialog;
class FigureView;

/// Takes the figure out of the window: into a file that a person names, onto the clipboard, or to a printer.
class FigureOutput : public QObject {
    Q_OBJECT

public:
    FigureOutput(const Session& session, FigureView& view, Settings& settings, QWidget* window);

    /// Asks how in the export dialog.
    void exportAsChosen(bool windowDark);
    /// The figure as it is seen.
    void copy(bool windowDark);

signals:
    void done(const QString& sentence);

private:
    void writeFile(const ExportDialog& dialog);
    void writeFile(const Scene& scene, const ExportOptions& options, const QString& fileName);
    void copyPicture(const Scene& scene, const ExportOptions& options);
    void copySvg(const Scene& scene, const ExportOptions& options);
    void print(const Scene& scene, const ExportOptions& options);
    bool draw(const Scene& scene, const std::function<void(const FigureSource&)>& take);

    const Session& m_session;
    FigureView& m_view;
    Settings& m_settings;
    QWidget* m_window;
};

} // namespace secant
