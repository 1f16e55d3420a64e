#include "app/figure_output.h"

#include <algorithm>
#include <optional>

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QStandardPaths>

#include "app/export_dialog.h"
#include "app/working_dialog.h"
#include "widgets/export/export_file.h"
#include "widgets/export/figure_export.h"
#include "widgets/export/offscreen_figure.h"
#include "widgets/plot/figure_view.h"

namespace secant {
namespace {

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
    WorkingDialog dialog(tr("Writing %1").arg(shownFileName(fileName)), m_window);
    ExportProblem problem;
    const bool isWhole =
        dialog.run([&](const ExportProgress& progress) { problem = exportScene(scene, options, fileName, progress); });
    if (problem) {
        QMessageBox::warning(m_window, tr("The figure was not exported"), *problem);
    } else {
        emit done(isWhole ? tr("Exported to %1").arg(shownFileName(fileName))
                          : tr("The export was stopped; no file was written"));
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
    QImage picture;
    if (draw(scene, [&](const FigureSource& source) { picture = renderImage(source, raster); })) {
        QApplication::clipboard()->setImage(picture);
        emit done(tr("The figure is on the clipboard"));
    }
}

void FigureOutput::copySvg(const Scene& scene, const ExportOptions& options)
{
    QByteArray svg;
    if (!draw(scene, [&](const FigureSource& source) { svg = renderSvg(source, options); })) {
        return;
    }
    auto* data = new QMimeData;
    data->setData(QStringLiteral("image/svg+xml"), svg);
    data->setText(QString::fromUtf8(svg));
    QApplication::clipboard()->setMimeData(data);
    emit done(tr("The figure is on the clipboard"));
}

void FigureOutput::print(const Scene& scene, const ExportOptions& options)
{
    std::optional<OffscreenFigure> figure;
    if (!draw(scene, [&](const FigureSource& source) { figure.emplace(source, options, 1.0); })) {
        return;
    }
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageOrientation(options.size.width() > options.size.height() ? QPageLayout::Landscape
                                                                            : QPageLayout::Portrait);
    QPrintPreviewDialog preview(&printer, m_window);
    connect(&preview, &QPrintPreviewDialog::paintRequested, &preview,
            [&](QPrinter* page) { paintPage(*page, *figure, options.size); });
    preview.exec();
}

/// Composes the scene on another thread; false if that was stopped.
bool FigureOutput::draw(const Scene& scene, const std::function<void(const FigureSource&)>& take)
{
    WorkingDialog dialog(tr("Drawing the figure"), m_window);
    return dialog.run([&](const ExportProgress& progress) {
        take(sourceOf(scene));
        progress(1, 1);
    });
}

} // namespace secant
