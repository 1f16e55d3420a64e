#include "widgets/export/figure_export.h"

#include <cmath>

#include <QCoreApplication>
#include <QIODevice>

#include "core/figure/figure_json.h"
#include "core/figure/table.h"
#include "widgets/export/animation_export.h"
#include "widgets/export/drawing.h"
#include "widgets/export/export_file.h"
#include "widgets/export/gui_thread.h"
#include "widgets/export/offscreen_figure.h"
#include "widgets/export/pdf_writer.h"
#include "widgets/export/png_writer.h"
#include "widgets/export/svg_writer.h"
#include "widgets/export/tikz_writer.h"

namespace secant {

namespace {

constexpr double kInchesPerMetre = 39.37007874015748;

class FigureExport {
    Q_DECLARE_TR_FUNCTIONS(FigureExport)
};

ExportProblem exportPng(const FigureSource& source, const ExportOptions& options, const QString& fileName,
                        const ExportProgress& progress)
{
    const QImage image = renderImage(source, options);
    if (image.isNull())
        return FigureExport::tr("There is not enough memory for a picture of %1 × %2 pixels. Make it smaller.")
            .arg(pixelSide(options.size.width(), options.dpi))
            .arg(pixelSide(options.size.height(), options.dpi));
    return replaceFileUnlessStopped(fileName, [&](QIODevice& device) { return writePng(image, device, progress); });
}

ExportProblem writeBytes(const QByteArray& bytes, const QString& fileName, const ExportProgress& progress)
{
    if (progress && !progress(1, 1))
        return std::nullopt;
    return replaceFile(fileName, [&bytes](QIODevice& device) { return device.write(bytes) == bytes.size(); });
}

Drawing drawingOf(const FigureSource& source, const ExportOptions& options)
{
    const OffscreenFigure figure(source, options, 1.0);
    Drawing drawing;
    onGuiThread([&] { drawing = record(options.size, [&](QPainter& painter) { figure.paint(painter, true); }); });
    return drawing;
}

QByteArray renderPdf(const FigureSource& source, const ExportOptions& options)
{
    const OffscreenFigure figure(source, options, 1.0);
    QByteArray pdf;
    onGuiThread([&] { pdf = pdfOf(options.size, [&](QPainter& painter) { figure.paint(painter, true); }); });
    return pdf;
}

QByteArray texOf(const FigureSource& source, const ExportOptions& options, QStringList comments)
{
    comments.prepend(QStringLiteral("Made with Secant"));
    return tikzOf(drawingOf(source, options), options.include ? TikzForm::Include : TikzForm::Standalone, comments);
}

QByteArray jsonOf(const FigureSource& source, const ExportOptions& options)
{
    Budget budget;
    budget.paneWidthPx = options.size.width();
    budget.paneHeightPx.fill(options.size.height());
    return QByteArray::fromStdString(toJson(source(budget)));
}

ExportProblem exportFormat(const FigureSource& source, const ExportOptions& options, const QString& fileName,
                           const QStringList& comments, const ExportProgress& progress)
{
    switch (options.format) {
    case ExportFormat::Svg:
        return writeBytes(renderSvg(source, options), fileName, progress);
    case ExportFormat::Pdf:
        return writeBytes(renderPdf(source, options), fileName, progress);
    case ExportFormat::Tex:
        return writeBytes(texOf(source, options, comments), fileName, progress);
    case ExportFormat::Json:
        return writeBytes(jsonOf(source, options), fileName, progress);
    default:
        return exportPng(source, options, fileName, progress);
    }
}

/// "Leaky ReLU (α = 0.1): leaky_relu(x, alpha)" for every curve.
QStringList describe(const Scene& scene)
{
    QStringList lines;
    for (const CurveSpec& curve : scene.curves)
        lines << QString::fromStdString(displayName(curve, scene.language) + ": " + curve.formula);
    return lines;
}

/// Said before the work is done, not after it.
ExportProblem checkBoth(const ExportOptions& options, const QString& fileName)
{
    const ExportProblem problem = checkOptions(options);
    return problem ? problem : checkTarget(fileName);
}

} // namespace

FigureSource sourceOf(const Scene& scene)
{
    return [&scene, findings = findingsToDraw(scene)](const Budget& budget) {
        return composeWhole(scene, budget, findings);
    };
}

ExportProblem exportScene(const Scene& scene, const ExportOptions& options, const QString& fileName,
                          const ExportProgress& progress)
{
    if (ExportProblem problem = checkBoth(options, fileName))
        return problem;
    if (options.format == ExportFormat::Csv)
        return writeBytes(QByteArray::fromStdString(csvOf(scene, kCsvRows, options.hexadecimal)), fileName, progress);
    if (isAnimation(options.format))
        return exportAnimation(scene, options, fileName, progress);
    return exportFormat(sourceOf(scene), options, fileName, describe(scene), progress);
}

ExportProblem exportFigure(const FigureSource& source, const ExportOptions& options, const QString& fileName)
{
    const ExportProblem problem = checkBoth(options, fileName);
    return problem ? problem : exportFormat(source, options, fileName, {}, {});
}

QByteArray renderSvg(const FigureSource& source, const ExportOptions& options)
{
    return svgOf(drawingOf(source, options), options.textAsOutlines);
}

QImage blankImage(const ExportOptions& options)
{
    ExportOptions raster = options;
    raster.format = ExportFormat::Png;
    if (checkOptions(raster))
        return {};
    const QSize size(static_cast<int>(pixelSide(options.size.width(), options.dpi)),
                     static_cast<int>(pixelSide(options.size.height(), options.dpi)));
    QImage image(size, options.transparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    // The view paints onto an image of its own first; where there is no room for it the picture would be blank.
    if (image.isNull() || QImage(size, QImage::Format_ARGB32_Premultiplied).isNull())
        return {};
    const int dotsPerMetre = static_cast<int>(std::lround(options.dpi * kInchesPerMetre));
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    image.fill(Qt::transparent);
    return image;
}

QImage renderImage(const FigureSource& source, const ExportOptions& options)
{
    QImage image = blankImage(options);
    if (image.isNull())
        return {};
    const OffscreenFigure figure(source, options, options.dpi / kLayoutDpi);
    return figure.paintOn(image) ? image : QImage();
}

} // namespace secant
