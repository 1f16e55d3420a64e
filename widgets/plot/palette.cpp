#include "widgets/plot/palette.h"

namespace secant {
namespace {

using Dashes = QList<qreal>;

// A dash of length 1 is a dot. Neighbouring slots differ in rhythm, not only in length, so that they stay apart in
// greyscale print.
const std::array<Dashes, kCurveStyles>& dashPatterns()
{
    static const std::array<Dashes, kCurveStyles> patterns{
        Dashes{},
        Dashes{6.0, 3.0},
        Dashes{8.0, 3.0, 1.0, 3.0},
        Dashes{1.0, 2.5},
        Dashes{13.0, 4.0},
        Dashes{8.0, 2.5, 1.0, 2.5, 1.0, 2.5},
        Dashes{3.5, 2.5},
        Dashes{12.0, 3.0, 4.0, 3.0},
    };
    return patterns;
}

std::array<CurveStyle, kCurveStyles> curveStyles(const std::array<QRgb, kCurveStyles>& colors)
{
    std::array<CurveStyle, kCurveStyles> styles;
    for (std::size_t i = 0; i < colors.size(); ++i) {
        styles[i] = {.color = QColor::fromRgb(colors[i]), .dashes = dashPatterns()[i]};
    }
    return styles;
}

QColor translucent(QRgb rgb, int alpha)
{
    QColor color = QColor::fromRgb(rgb);
    color.setAlpha(alpha);
    return color;
}

// The eight hues of Okabe and Ito, moved in lightness until each has a contrast of 3 to its ground and each pair is at
// least 15 CIELAB units apart for normal, protanope and deuteranope eyes (tests/widgets/plot/tst_palette.cpp).
FigurePalette lightPalette()
{
    return {
        .background = QColor(0xff, 0xff, 0xff),
        .frame = QColor(0x9a, 0xa0, 0xa6),
        .grid = QColor(0xdf, 0xe2, 0xe6),
        .minorGrid = QColor(0xf2, 0xf3, 0xf5),
        .zeroLine = QColor(0x8a, 0x90, 0x97),
        .text = QColor(0x24, 0x29, 0x2f),
        .mutedText = QColor(0x5f, 0x66, 0x6e),
        .labelBacking = translucent(0xffffff, 225),
        .curves = curveStyles({0x0068b8, 0xd55e00, 0x3fa08c, 0x7d2d79, 0x7a4300, 0x6c94d6, 0x333333, 0x93945a}),
    };
}

FigurePalette darkPalette()
{
    return {
        .background = QColor(0x1e, 0x22, 0x26),
        .frame = QColor(0x6b, 0x73, 0x7b),
        .grid = QColor(0x36, 0x3c, 0x42),
        .minorGrid = QColor(0x28, 0x2c, 0x31),
        .zeroLine = QColor(0x86, 0x8e, 0x96),
        .text = QColor(0xe6, 0xe9, 0xec),
        .mutedText = QColor(0xa3, 0xab, 0xb3),
        .labelBacking = translucent(0x1e2226, 225),
        .curves = curveStyles({0x3d96f0, 0xf0682e, 0x62c39a, 0xc07cc0, 0xf0d060, 0x7fd8ff, 0xffffff, 0xa8a860}),
    };
}

FigurePalette paperPalette()
{
    return {
        .background = QColor(0xff, 0xff, 0xff),
        .frame = QColor(0x40, 0x40, 0x40),
        .grid = QColor(0xff, 0xff, 0xff, 0),
        .minorGrid = QColor(0xff, 0xff, 0xff, 0),
        .zeroLine = QColor(0x9c, 0x9c, 0x9c),
        .text = QColor(0x00, 0x00, 0x00),
        .mutedText = QColor(0x50, 0x50, 0x50),
        .labelBacking = translucent(0xffffff, 235),
        .curves = curveStyles({0x134da5, 0xb03a00, 0x00806e, 0x4c1150, 0xa98600, 0x1596bc, 0x000000, 0x978c57}),
    };
}

} // namespace

const CurveStyle& FigurePalette::curve(int style) const
{
    const int slot = ((style % kCurveStyles) + kCurveStyles) % kCurveStyles;
    return curves[static_cast<std::size_t>(slot)];
}

const FigurePalette& figurePalette(FigureTheme theme, bool windowIsDark)
{
    static const FigurePalette light = lightPalette();
    static const FigurePalette dark = darkPalette();
    static const FigurePalette paper = paperPalette();
    switch (theme) {
    case FigureTheme::Light:
        return light;
    case FigureTheme::Dark:
        return dark;
    case FigureTheme::Paper:
        return paper;
    case FigureTheme::Window:
        break;
    }
    return windowIsDark ? dark : light;
}

QColor toneColor(const FigurePalette& palette, Tone tone)
{
    switch (tone) {
    case Tone::Cup:
        return palette.curve(2).color;
    case Tone::Cap:
        return palette.curve(1).color;
    case Tone::Flat:
        return palette.mutedText;
    case Tone::Plain:
        break;
    }
    return palette.text;
}

} // namespace secant
