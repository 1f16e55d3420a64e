#include "app/figure_output.h"

#include <algorithm>

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QProgressDialog>
#include <QStandardPaths>

#include "app/export_dialog.h"
#include "widgets/export/export_file.h"
#include "widgets/export/figure_export.h"
#include "widgets/export/offscreen_figure.h"
#include "widgets/plot/figure_view.h"

namespace secant {
namespace {

constexpr int kProgressAfterMs = 500;

/// The figure as large as the page allows, in its middle.
void paintPage(QPrinter& printer, const OffscreenFigure& figure, const QSize& size)
{
    QPainter painter(&printer);
    const QSizeF page = printer.pageRect(QPrinter::DevicePixel).size();
    const double scale = std::min(page.width() / size.width(), page.height() / size.height());
    painter.translate((page.width() - scale * size.width()) / 2.0, (page.height() - scale * size.height()) / 2.0);
    painter.scale(scale, scale);
    figure.paint(painter, true);
}

} // namespace

FigureOutput::FigureOutput(const Session& session, FigureView& view, Settings& settings, QWidget* window)
    : QObject(window), m_session(session), m_view(view), m_settings(settings), m_window(window)
{
}

void FigureOutput::exportAsChosen(bool windowDark)
{
    ExportDialog dialog(m_session.scene(), m_view.size(), windowDark, m_settings.exportChoices, m_window);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    m_settings.exportChoices = dialog.choices();
    switch (dialog.way()) {
    case ExportDialog::Way::SaveAs:
        writeFile(dialog);
        break;
    case ExportDialog::Way::CopyPicture:
        copyPicture(dialog.scene(), dialog.options());
        break;
    case ExportDialog::Way::CopySvg:
        copySvg(dialog.scene(), dialog.options());
        break;
    case ExportDialog::Way::Print:
        print(dialog.scene(), dialog.options());
        break;
    }
}

void FigureOutput::writeFile(const ExportDialog& dialog)
{
    const QString suffix = suffixOf(dialog.options().format);
    QFileDialog files(m_window, tr("Export the figure"),
                      m_settings.exportFolder.isEmpty()
                          ? QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)
                          : m_settings.exportFolder,
                      tr("%1 file (*.%2)").arg(suffix.toUpper(), suffix));
    files.setAcceptMode(QFileDialog::AcceptSave);
    files.setDefaultSuffix(suffix);
    files.selectFile(QStringLiteral("secant.") + suffix);
    if (files.exec() != QDialog::Accepted) {
        return;
    }
    const QString fileName = files.selectedFiles().constFirst();
    m_settings.exportFolder = QFileInfo(fileName).absolutePath();
    writeFile(dialog.scene(), dialog.options(), fileName);
}

void FigureOutput::writeFile(const Scene& scene, const ExportOptions& options, const QString& fileName)
{
    QProgressDialog progress(tr("Writing %1").arg(shownFileName(fileName)), tr("Stop"), 0, 0, m_window);
    progress.setWindowModality(Qt::WindowModal);
    progress.setMinimumDuration(kProgressAfterMs);
    QApplication::setOverrideCursor(Qt::WaitCursor);
    const ExportProblem problem = exportScene(scene, options, fileName, [&progress](int finished, int all) {
        progress.setMaximum(all);
        progress.setValue(finished);
        return !progress.wasCanceled();
    });
    QApplication::restoreOverrideCursor();
    if (problem) {
        QMessageBox::warning(m_window, tr("The figure was not exported"), *problem);
    } else {
        emit done(progress.wasCanceled() ? tr("The export was stopped; no file was written")
                                         : tr("Exported to %1").arg(shownFileName(fileName)));
    }
}

void FigureOutput::copy(bool windowDark)
{
    ExportOptions options;
    options.size = m_view.size();
    options.dpi = kLayoutDpi * m_view.devicePixelRatioF();
    options.windowDark = windowDark;
    copyPicture(m_session.scene(), options);
}

void FigureOutput::copyPicture(const Scene& scene, const ExportOptions& options)
{
    ExportOptions raster = options;
    raster.format = ExportFormat::Png;
    if (const ExportProblem problem = checkOptions(raster)) {
        QMessageBox::warning(m_window, tr("The figure was not copied"), *problem);
        return;
    }
    QApplication::clipboard()->setImage(renderImage(sourceOf(scene), raster));
    emit done(tr("The figure is on the clipboard"));
}

void FigureOutput::copySvg(const Scene& scene, const ExportOptions& options)
{
    const QByteArray svg = renderSvg(sourceOf(scene), options);
    auto* data = new QMimeData;
    data->setData(QStringLiteral("image/svg+xml"), svg);
    data->setText(QString::fromUtf8(svg));
    QApplication::clipboard()->setMimeData(data);
    emit done(tr("The figure is on the clipboard"));
}

void FigureOutput::print(const Scene& scene, const ExportOptions& options)
{
    const OffscreenFigure figure(sourceOf(scene), options, 1.0);
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageOrientation(options.size.width() > options.size.height() ? QPageLayout::Landscape
                                                                            : QPageLayout::Portrait);
    QPrintPreviewDialog preview(&printer, m_window);
    connect(&preview, &QPrintPreviewDialog::paintRequested, &preview,
            [&](QPrinter* page) { paintPage(*page, figure, options.size); });
    preview.exec();
}

} // namespace secant
