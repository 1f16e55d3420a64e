#pragma once

#include <functional>
#include <optional>

#include <QImage>
#include <QSize>
#include <QString>

#include "core/figure/compose.h"
#include "core/figure/sweep.h"

namespace secant {

enum class ExportFormat { Png, Svg, Pdf, Tex, Csv, Json, Gif, Webp };

/// Its name as a file name's ending: "png".
[[nodiscard]] QString suffixOf(ExportFormat format);
[[nodiscard]] constexpr bool isAnimation(ExportFormat format)
{
    return format == ExportFormat::Gif || format == ExportFormat::Webp;
}
/// Made of pixels, so that the resolution counts.
[[nodiscard]] constexpr bool isRaster(ExportFormat format)
{
    return format == ExportFormat::Png || isAnimation(format);
}

/// Composes the scene for a given size: an export computes its own curves, as finely as its own pixels.
using FigureSource = std::function<Figure(const Budget&)>;
/// The scene with all its findings, found out at once. The scene must outlive it.
[[nodiscard]] FigureSource sourceOf(const Scene& scene);

struct ExportOptions {
    ExportFormat format = ExportFormat::Png;
    QSize size{1200, 800};   ///< Logical pixels at 96 per inch: what the layout and the fonts are made for.
    double dpi = 96.0;       ///< Raster only: pixels are size · dpi / 96.
    bool windowDark = false; ///< What FigureTheme::Window means.
    bool transparent = false;
    double textScale = 1.0;
    double lineScale = 1.0;      ///< Of the curves' width.
    QString fontFamily;          ///< Empty: exportFont().
    bool textAsOutlines = false; ///< SVG: no font is needed to read it.
    bool include = false;        ///< TeX: a tikzpicture for \\input instead of a whole document.
    bool hexadecimal = false;    ///< CSV.
    std::optional<Sweep> sweep;  ///< GIF and WebP; without one the picture stands still.
    int frameMs = 40;            ///< From one picture of an animation to the next.
};

inline constexpr double kLayoutDpi = 96.0; ///< Logical pixels an inch.
inline constexpr int kMaxExportSide = 32767;
inline constexpr qint64 kMaxExportPixels = 256LL << 20;
inline constexpr double kMinExportDpi = 1.0;
inline constexpr double kMaxExportDpi = 9600.0;
inline constexpr double kMinTextScale = 0.25;
inline constexpr double kMaxTextScale = 8.0;
inline constexpr int kMaxWebpSide = 16383;
inline constexpr int kMinFrameMs = 20; ///< Faster than that no viewer shows a GIF.
inline constexpr int kMaxFrameMs = 60000;

/// Nothing when all went well; otherwise a translated sentence that names the file and says what to do.
using ExportProblem = std::optional<QString>;

/// The format that a file name's ending asks for.
[[nodiscard]] std::optional<ExportFormat> formatOfFileName(const QString& fileName);
/// Pixels of a side of so many logical ones, before it is known to be harmless.
[[nodiscard]] double pixelSide(int logical, double dpi);
/// Refuses a size or dpi that cannot be made, by arithmetic alone.
[[nodiscard]] ExportProblem checkOptions(const ExportOptions& options);
/// Is told how many of all pictures of an animation, or rows of a single one, are done; false asks to stop.
using ExportProgress = std::function<bool(int done, int all)>;

/// Writes a scene to a file: the old file stays whole if anything fails. Device nodes, FIFOs and folders are refused.
/// What is stopped leaves nothing behind, and says nothing.
[[nodiscard]] ExportProblem exportScene(const Scene& scene, const ExportOptions& options, const QString& fileName,
                                        const ExportProgress& progress = {});
/// The same for a single figure. Precondition: the format is PNG, SVG, PDF, TeX or JSON.
[[nodiscard]] ExportProblem exportFigure(const FigureSource& source, const ExportOptions& options,
                                         const QString& fileName);
/// The image that is filled for a PNG, transparent so far; null where none can be made.
[[nodiscard]] QImage blankImage(const ExportOptions& options);
/// The figure as an image, for the clipboard.
[[nodiscard]] QImage renderImage(const FigureSource& source, const ExportOptions& options);
/// The figure as SVG, for the clipboard.
[[nodiscard]] QByteArray renderSvg(const FigureSource& source, const ExportOptions& options);

} // namespace secant
