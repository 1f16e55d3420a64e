#include "app/export_choices.h"

#include <algorithm>

#include <QSettings>

#include "core/figure/sweep.h"

namespace secant {
namespace {

constexpr double kPxPerInch = 96.0;
constexpr double kMmPerInch = 25.4;

int whole(const QSettings& ini, const char* key, int standard, int least, int most)
{
    bool ok = false;
    const int number = ini.value(QLatin1String(key)).toInt(&ok);
    return ok && number >= least && number <= most ? number : standard;
}

double scale(const QSettings& ini, const char* key)
{
    bool ok = false;
    const double number = ini.value(QLatin1String(key)).toDouble(&ok);
    return ok && number >= kMinTextScale && number <= kMaxTextScale ? number : 1.0;
}

bool isOn(const QSettings& ini, const char* key)
{
    return ini.value(QLatin1String(key)).toBool();
}

} // namespace

ExportChoices readExportChoices(const QSettings& ini)
{
    const ExportChoices standard;
    ExportChoices choices;
    choices.format = static_cast<ExportFormat>(whole(ini, "export/format", 0, 0, static_cast<int>(ExportFormat::Webp)));
    choices.preset = whole(ini, "export/preset", standard.preset, 0, 100);
    choices.unit = static_cast<LengthUnit>(whole(ini, "export/unit", 0, 0, static_cast<int>(LengthUnit::Inch)));
    choices.size = {whole(ini, "export/width", standard.size.width(), 1, kMaxExportSide),
                    whole(ini, "export/height", standard.size.height(), 1, kMaxExportSide)};
    choices.dpi = whole(ini, "export/dpi", standard.dpi, 1, static_cast<int>(kMaxExportDpi));
    choices.theme = static_cast<FigureTheme>(whole(ini, "export/theme", 0, 0, static_cast<int>(FigureTheme::Paper)));
    choices.transparent = isOn(ini, "export/transparent");
    choices.fontFamily = ini.value("export/font").toString();
    choices.fontScale = scale(ini, "export/fontScale");
    choices.lineScale = scale(ini, "export/lineScale");
    choices.textAsOutlines = isOn(ini, "export/outlines");
    choices.include = isOn(ini, "export/include");
    choices.frames = whole(ini, "export/frames", standard.frames, 1, kMaxFrames);
    choices.fps = whole(ini, "export/fps", standard.fps, 1, 1000 / kMinFrameMs);
    return choices;
}

void writeExportChoices(QSettings& ini, const ExportChoices& choices)
{
    ini.setValue("export/format", static_cast<int>(choices.format));
    ini.setValue("export/preset", choices.preset);
    ini.setValue("export/unit", static_cast<int>(choices.unit));
    ini.setValue("export/width", choices.size.width());
    ini.setValue("export/height", choices.size.height());
    ini.setValue("export/dpi", choices.dpi);
    ini.setValue("export/theme", static_cast<int>(choices.theme));
    ini.setValue("export/transparent", choices.transparent);
    ini.setValue("export/font", choices.fontFamily);
    ini.setValue("export/fontScale", choices.fontScale);
    ini.setValue("export/lineScale", choices.lineScale);
    ini.setValue("export/outlines", choices.textAsOutlines);
    ini.setValue("export/include", choices.include);
    ini.setValue("export/frames", choices.frames);
    ini.setValue("export/fps", choices.fps);
}

double pixelsPer(LengthUnit unit)
{
    switch (unit) {
    case LengthUnit::Millimetre:
        return kPxPerInch / kMmPerInch;
    case LengthUnit::Inch:
        return kPxPerInch;
    case LengthUnit::Pixel:
        break;
    }
    return 1.0;
}

} // namespace secant
