#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <QCoreApplication>
#include <QFileInfo>

#include "widgets/export/figure_export.h"
#include "widgets/export/tikz_writer.h"

namespace secant {

namespace {

constexpr std::array<std::pair<ExportFormat, const char*>, 8> kSuffixes{{{ExportFormat::Png, "png"},
                                                                         {ExportFormat::Svg, "svg"},
                                                                         {ExportFormat::Pdf, "pdf"},
                                                                         {ExportFormat::Tex, "tex"},
                                                                         {ExportFormat::Csv, "csv"},
                                                                         {ExportFormat::Json, "json"},
                                                                         {ExportFormat::Gif, "gif"},
                                                                         {ExportFormat::Webp, "webp"}}};

class FigureExport {
    Q_DECLARE_TR_FUNCTIONS(FigureExport)
};

/// What only some formats ask for.
ExportProblem checkFormat(const ExportOptions& options)
{
    const int longest = std::max(options.size.width(), options.size.height());
    if (options.format == ExportFormat::Tex && longest > kMaxTikzSide)
        return FigureExport::tr("TeX knows no length of %1 pixels. Each side may have %2.")
            .arg(longest)
            .arg(kMaxTikzSide);
    if (!isAnimation(options.format))
        return std::nullopt;
    if (options.frameMs < kMinFrameMs || options.frameMs > kMaxFrameMs)
        return FigureExport::tr("A picture of an animation cannot last %1 ms. It may last from %2 to %3.")
            .arg(options.frameMs)
            .arg(kMinFrameMs)
            .arg(kMaxFrameMs);
    const double side = pixelSide(longest, options.dpi);
    if (options.format == ExportFormat::Webp && side > kMaxWebpSide)
        return FigureExport::tr("WebP knows no side of %1 pixels. Each side may have %2.").arg(side).arg(kMaxWebpSide);
    return std::nullopt;
}

} // namespace

double pixelSide(int logical, double dpi)
{
    return std::max(1.0, std::round(logical * dpi / kLayoutDpi));
}

QString suffixOf(ExportFormat format)
{
    return QString::fromLatin1(kSuffixes.at(static_cast<std::size_t>(format)).second);
}

std::optional<ExportFormat> formatOfFileName(const QString& fileName)
{
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    for (const auto& [format, name] : kSuffixes) {
        if (suffix == QLatin1String(name))
            return format;
    }
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
    if (!(options.lineScale >= kMinTextScale && options.lineScale <= kMaxTextScale))
        return FigureExport::tr("Lines cannot be %1 times as wide. It may be from %2 to %3.")
            .arg(options.lineScale)
            .arg(kMinTextScale)
            .arg(kMaxTextScale);
    if (!isRaster(options.format))
        return checkFormat(options);
    if (!(options.dpi >= kMinExportDpi && options.dpi <= kMaxExportDpi))
        return FigureExport::tr("%1 dots per inch cannot be made. It may be from %2 to %3.")
            .arg(options.dpi)
            .arg(kMinExportDpi)
            .arg(kMaxExportDpi);
    const double wide = pixelSide(width, options.dpi);
    const double high = pixelSide(height, options.dpi);
    if (wide > kMaxExportSide || high > kMaxExportSide || wide * high > static_cast<double>(kMaxExportPixels))
        return FigureExport::tr("A picture of %1 × %2 pixels is too large. Each side may have %3 pixels, and all "
                                "together %4 million. Choose a smaller size or fewer dots per inch.")
            .arg(wide, 0, 'f', 0)
            .arg(high, 0, 'f', 0)
            .arg(kMaxExportSide)
            .arg(kMaxExportPixels / 1'000'000);
    return checkFormat(options);
}

} // namespace secant
