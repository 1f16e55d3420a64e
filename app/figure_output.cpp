#include "app/figure_output.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QMessageBox>
#include <QStandardPaths>

#include "app/export_dialog.h"
#include "widgets/export/figure_export.h"
#include "widgets/plot/figure_view.h"

namespace secant {

FigureOutput::FigureOutput(const Session& session, FigureView& view, Settings& settings, QWidget* window)
    : QObject(window), m_session(session), m_view(view), m_settings(settings), m_window(window)
{
}

void FigureOutput::exportToFile(bool windowDark)
{
    ExportDialog dialog(m_view.size(), windowDark, m_window);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    const QString folder = m_settings.exportFolder.isEmpty()
                               ? QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)
                               : m_settings.exportFolder;
    const QString fileName =
        QFileDialog::getSaveFileName(m_window, tr("Export the figure"), folder + QStringLiteral("/secant.png"),
                                     tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"));
    if (fileName.isEmpty()) {
        return;
    }
    ExportOptions options = dialog.options();
    options.format = formatOfFileName(fileName).value_or(ExportFormat::Png);
    Scene scene = m_session.scene();
    scene.theme = dialog.theme() == FigureTheme::Window ? scene.theme : dialog.theme();
    QApplication::setOverrideCursor(Qt::WaitCursor);
    const ExportProblem problem = exportScene(scene, options, fileName);
    QApplication::restoreOverrideCursor();
    if (problem) {
        QMessageBox::warning(m_window, tr("The figure was not exported"), *problem);
        return;
    }
    m_settings.exportFolder = QFileInfo(fileName).absolutePath();
    emit done(tr("Exported to %1").arg(fileName));
}

void FigureOutput::copy(bool windowDark)
{
    ExportOptions options;
    options.size = m_view.size();
    options.dpi = 96.0 * m_view.devicePixelRatioF();
    options.windowDark = windowDark;
    const Scene& scene = m_session.scene();
    const Findings findings = m_session.completeFindings();
    QApplication::clipboard()->setImage(
        renderImage([&](const Budget& budget) { return compose(scene, budget, findings); }, options));
    emit done(tr("The figure is on the clipboard"));
}

} // namespace secant
