#include "widgets/export/figure_export.h"

#include <cmath>

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImageWriter>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include "widgets/export/export_file.h"
#include "widgets/export/offscreen_figure.h"

namespace secant {

namespace {

constexpr double kLayoutDpi = 96.0;
constexpr double kPointsPerInch = 72.0;
constexpr double kInchesPerMetre = 39.37007874015748;
constexpr double kMinTextScale = 0.25;
constexpr double kMaxTextScale = 8.0;
constexpr auto kTitle = "Secant";

class FigureExport {
    Q_DECLARE_TR_FUNCTIONS(FigureExport)
};

/// Pixels on each side, before they are known to be harmless.
double pixels(int logical, double dpi)
{
    return std::max(1.0, std::round(logical * dpi / kLayoutDpi));
}

bool paintOn(QPaintDevice& device, const OffscreenFigure& figure, bool vector)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    figure.paint(painter, vector);
    return painter.end();
}

ExportProblem exportPng(const FigureSource& source, const ExportOptions& options, const QString& fileName)
{
    const QImage image = renderImage(source, options);
    if (image.isNull())
        return FigureExport::tr("There is not enough memory for a picture of %1 × %2 pixels. Make it smaller.")
            .arg(pixels(options.size.width(), options.dpi))
            .arg(pixels(options.size.height(), options.dpi));
    return replaceFile(fileName, [&image](QIODevice& device) {
        QImageWriter writer(&device, "png");
        return writer.write(image);
    });
}

ExportProblem exportSvg(const FigureSource& source, const ExportOptions& options, const QString& fileName)
{
    const OffscreenFigure figure(source, options, 1.0);
    return replaceFile(fileName, [&](QIODevice& device) {
        QSvgGenerator generator;
        generator.setOutputDevice(&device);
        // Without this text comes out at 72 dots an inch, three quarters of its size.
        generator.setResolution(static_cast<int>(kLayoutDpi));
        generator.setSize(options.size);
        generator.setViewBox(QRect(QPoint(0, 0), options.size));
        generator.setTitle(kTitle);
        return paintOn(generator, figure, true);
    });
}

ExportProblem exportPdf(const FigureSource& source, const ExportOptions& options, const QString& fileName)
{
    const OffscreenFigure figure(source, options, 1.0);
    return replaceFile(fileName, [&](QIODevice& device) {
        QPdfWriter writer(&device);
        writer.setResolution(static_cast<int>(kLayoutDpi)); // A unit of the painter is a logical pixel.
        writer.setPageSize(QPageSize(QSizeF(options.size) * (kPointsPerInch / kLayoutDpi), QPageSize::Point, QString(),
                                     QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        writer.setTitle(kTitle);
        writer.setCreator(kTitle);
        return paintOn(writer, figure, true);
    });
}

} // namespace

std::optional<ExportFormat> formatOfFileName(const QString& fileName)
{
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    if (suffix == QLatin1String("png"))
        return ExportFormat::Png;
    if (suffix == QLatin1String("svg"))
        return ExportFormat::Svg;
    if (suffix == QLatin1String("pdf"))
        return ExportFormat::Pdf;
    return std::nullopt;
}

ExportProblem checkOptions(const ExportOptions& options)
{
    const int width = options.size.width();
    const int height = options.size.height();
    if (width < 1 || height < 1 || width > kMaxExportSide || height > kMaxExportSide)
        return FigureExport::tr("A size of %1 × %2 cannot be made. Each side may be from 1 to %3.")
            .arg(width)
            .arg(height)
            .arg(kMaxExportSide);
    if (!(options.textScale >= kMinTextScale && options.textScale <= kMaxTextScale))
        return FigureExport::tr("A text scale of %1 cannot be used. It may be from %2 to %3.")
            .arg(options.textScale)
            .arg(kMinTextScale)
            .arg(kMaxTextScale);
    if (options.format != ExportFormat::Png)
        return std::nullopt;
    if (!(options.dpi >= kMinExportDpi && options.dpi <= kMaxExportDpi))
        return FigureExport::tr("%1 dots per inch cannot be made. It may be from %2 to %3.")
            .arg(options.dpi)
            .arg(kMinExportDpi)
            .arg(kMaxExportDpi);
    const double wide = pixels(width, options.dpi);
    const double high = pixels(height, options.dpi);
    if (wide > kMaxExportSide || high > kMaxExportSide || wide * high > static_cast<double>(kMaxExportPixels))
        return FigureExport::tr("A picture of %1 × %2 pixels is too large. Each side may have %3 pixels, and all "
                                "together %4 million. Choose a smaller size or fewer dots per inch.")
            .arg(wide, 0, 'f', 0)
            .arg(high, 0, 'f', 0)
            .arg(kMaxExportSide)
            .arg(kMaxExportPixels / 1'000'000);
    return std::nullopt;
}

ExportProblem exportFigure(const FigureSource& source, const ExportOptions& options, const QString& fileName)
{
    if (ExportProblem problem = checkOptions(options))
        return problem;
    // Said before the work is done, not after it.
    if (ExportProblem problem = checkTarget(fileName))
        return problem;
    switch (options.format) {
    case ExportFormat::Png:
        return exportPng(source, options, fileName);
    case ExportFormat::Svg:
        return exportSvg(source, options, fileName);
    case ExportFormat::Pdf:
        return exportPdf(source, options, fileName);
    }
    return std::nullopt;
}

QImage renderImage(const FigureSource& source, const ExportOptions& options)
{
    ExportOptions raster = options;
    raster.format = ExportFormat::Png;
    if (checkOptions(raster))
        return {};
    const QSize size(static_cast<int>(pixels(options.size.width(), options.dpi)),
                     static_cast<int>(pixels(options.size.height(), options.dpi)));
    QImage image(size, options.transparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    // The view paints onto an image of its own first; where there is no room for it the picture would be blank.
    if (image.isNull() || QImage(size, QImage::Format_ARGB32_Premultiplied).isNull())
        return {};
    const double scale = options.dpi / kLayoutDpi;
    image.setDevicePixelRatio(scale);
    const int dotsPerMetre = static_cast<int>(std::lround(options.dpi * kInchesPerMetre));
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    image.fill(Qt::transparent);
    const OffscreenFigure figure(source, options, scale);
    return paintOn(image, figure, false) ? image : QImage();
}

} // namespace secant
