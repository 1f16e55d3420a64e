#pragma once

#include <vector>

#include <QFont>
#include <QImage>
#include <QPen>

#include "core/figure/figure.h"
#include "widgets/plot/drawn_lines.h"
#include "widgets/plot/palette.h"
#include "widgets/plot/plot_axes.h"
#include "widgets/plot/plot_map.h"
#include "widgets/plot/stroker.h"

class QPainter;

namespace secant {

/// What a pane is painted onto.
///
/// With an image, curves and patterns go straight into its pixels (many times faster than QPainter, and pens of any
/// width have the right weight); the painter, which must stand on the same image, adds texts and dots. Without one all
/// goes through the painter as geometry that is cut to the pane.
struct PaneCanvas {
    QPainter& painter;
    QImage* image = nullptr;
    double scale = 1.0; ///< Device pixels a logical one; the painter is scaled by it.
    CoverageMask& mask;
};

struct PaneStyle {
    const FigurePalette& palette;
    const PlotFonts& fonts;
    double lineScale = 1.0; ///< Of the width of curves.
};

[[nodiscard]] double penWidth(const Ink& ink);
/// Colour and width of lines that are no curves.
[[nodiscard]] QPen linePen(const PaneStyle& style, Tone tone, LineLook look);

/// The room inside the frame.
[[nodiscard]] QRectF interior(const QRectF& paneRect);

/// Everything of a pane but axes and legend, back to front: regions, zero lines, curves, chords, dots.
void paintPane(const PaneCanvas& canvas, const Pane& pane, const PlotMap& map, const PaneStyle& style);

/// Where an end of the interval of judgement stands: on its bar, at the edge of the pane if the end is infinite.
[[nodiscard]] QPointF judgementEnd(const JudgementInk& judgement, bool lower, const PlotMap& map);

/// Where its verdict is written; null if there is none. `lines` and `map` are those of the first pane.
[[nodiscard]] QRectF judgementTextRect(const Figure& figure, const DrawnLines& lines, const PlotMap& map,
                                       const PlotFonts& fonts);

/// The bar of the interval of judgement along the bottom of a pane, a bracket or a parenthesis at each end in view, and
/// the verdict over it in its judgementTextRect().
void paintJudgement(QPainter& painter, const JudgementInk& judgement, const QRectF& text, const PlotMap& map,
                    const PaneStyle& style);

/// Where paintInsets() puts them.
[[nodiscard]] std::vector<QRectF> insetRects(const std::vector<Inset>& insets, const PlotMap& map);

/// Small pictures in the lower right corner of the value pane, stacked upwards, each on its own ground.
void paintInsets(QPainter& painter, const std::vector<Inset>& insets, const PlotMap& map, const PaneStyle& style);

/// Title of the pane, texts of chords, labels of curves and of region edges; the labels keep clear of `taken`.
void paintPaneTexts(QPainter& painter, const Pane& pane, const DrawnLines& lines, const PlotMap& map,
                    const PaneStyle& style, std::vector<QRectF> taken);
[[nodiscard]] QRectF paneTitleRect(const Pane& pane, const PlotMap& map, const PlotFonts& fonts);

/// One dot with a halo of the ground.
void paintDot(QPainter& painter, QPointF at, DotKind kind, const QColor& color, const QColor& ground);

/// A text in the painter's font on its translucent backing, centred in `box`.
void paintBackedText(QPainter& painter, const QRectF& box, const QString& text, const QColor& color,
                     const QColor& backing);

} // namespace secant
