#pragma once

#include <QSizeF>
#include <QString>

#include "core/scene/scene.h"
#include "widgets/export/figure_export.h"

class QSettings;

namespace secant {

enum class LengthUnit { Pixel, Millimetre, Inch };

/// What is chosen in the export dialog and remembered for the next time.
struct ExportChoices {
    ExportFormat format = ExportFormat::Png;
    int preset = 0;
    LengthUnit unit = LengthUnit::Pixel;
    QSize size{1200, 800}; ///< Logical pixels.
    int dpi = 192;
    FigureTheme theme = FigureTheme::Window;
    bool transparent = false;
    QString fontFamily; ///< Empty: the standard one.
    double fontScale = 1.0;
    double lineScale = 1.0;
    bool textAsOutlines = false;
    bool include = false;
    int frames = 60;
    int fps = 25;
};

/// Whatever stands in the file, every choice is one that can be made.
[[nodiscard]] ExportChoices readExportChoices(const QSettings& ini);
void writeExportChoices(QSettings& ini, const ExportChoices& choices);

/// Logical pixels of one unit: 96 of them are an inch.
[[nodiscard]] double pixelsPer(LengthUnit unit);

} // namespace secant
