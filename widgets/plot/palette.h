#pragma once

#include <array>

#include <QColor>
#include <QList>

#include "core/figure/figure.h"
#include "core/scene/scene.h"

namespace secant {

/// Number of distinct curve styles; slots repeat after it.
inline constexpr int kCurveStyles = 8;

/// How a curve of one style slot is drawn.
struct CurveStyle {
    QColor color;
    QList<qreal> dashes; ///< On, off, … in units of the pen width; empty for a solid line.
};

/// Colours and dash patterns of a figure. Curve colours are told apart by colour-blind eyes (Okabe and Ito 2008,
/// lightened for dark ground) and, with their dashes, in greyscale.
struct FigurePalette {
    QColor background;
    QColor frame;
    QColor grid;
    QColor minorGrid;
    QColor zeroLine;
    QColor text;
    QColor mutedText;
    QColor labelBacking; ///< Translucent ground behind a text on the plot.
    std::array<CurveStyle, kCurveStyles> curves;

    [[nodiscard]] const CurveStyle& curve(int style) const;
};

/// The colour of a mark that says something of a curve's shape.
[[nodiscard]] QColor toneColor(const FigurePalette& palette, Tone tone);

/// The palette of a theme; FigureTheme::Window takes light or dark from `windowIsDark`.
[[nodiscard]] const FigurePalette& figurePalette(FigureTheme theme, bool windowIsDark);

} // namespace secant
