#include "app/export_presets.h"

#include <QCoreApplication>

#include "app/export_choices.h"

namespace secant {
namespace {

class ExportPresets {
    Q_DECLARE_TR_FUNCTIONS(ExportPresets)
};

QSize fromMm(double width, double height)
{
    const double pixels = pixelsPer(LengthUnit::Millimetre);
    return {qRound(width * pixels), qRound(height * pixels)};
}

} // namespace

std::vector<ExportPreset> exportPresets(QSize figureSize)
{
    return {{ExportPresets::tr("As in the window"), figureSize},
            {ExportPresets::tr("Slide 16:9"), {1280, 720}},
            {ExportPresets::tr("Two columns of a paper, 178 mm"), fromMm(178, 120)},
            {ExportPresets::tr("One column of a paper, 85 mm"), fromMm(85, 70)},
            {ExportPresets::tr("A4 landscape"), fromMm(297, 210)}};
}

} // namespace secant
