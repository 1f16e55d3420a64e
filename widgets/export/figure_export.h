#pragma once

#include <functional>
#include <optional>

#include <QImage>
#include <QSize>
#include <QString>

#include "core/figure/compose.h"

namespace secant {

enum class ExportFormat { Png, Svg, Pdf };

/// Composes the scene for a given size: an export computes its own curves, as finely as its own pixels.
using FigureSource = std::function<Figure(const Budget&)>;

struct ExportOptions {
    ExportFormat format = ExportFormat::Png;
    QSize size{1200, 800};   ///< Logical pixels at 96 per inch: what the layout and the fonts are made for.
    double dpi = 96.0;       ///< Raster only: pixels are size · dpi / 96.
    bool windowDark = false; ///< What FigureTheme::Window means.
    bool transparent = false;
    double textScale = 1.0;
};

inline constexpr int kMaxExportSide = 32767;
inline constexpr qint64 kMaxExportPixels = 256LL << 20;
inline constexpr double kMinExportDpi = 1.0;
inline constexpr double kMaxExportDpi = 9600.0;

/// Nothing when all went well; otherwise a translated sentence that names the file and says what to do.
using ExportProblem = std::optional<QString>;

/// The format that a file name's ending asks for.
[[nodiscard]] std::optional<ExportFormat> formatOfFileName(const QString& fileName);
/// Refuses a size or dpi that cannot be made, by arithmetic alone.
[[nodiscard]] ExportProblem checkOptions(const ExportOptions& options);
/// Writes the figure to a file: the old file stays whole if anything fails. Device nodes, FIFOs and folders are
/// refused.
[[nodiscard]] ExportProblem exportFigure(const FigureSource& source, const ExportOptions& options,
                                         const QString& fileName);
/// The figure as an image, for the clipboard and previews.
[[nodiscard]] QImage renderImage(const FigureSource& source, const ExportOptions& options);

} // namespace secant
