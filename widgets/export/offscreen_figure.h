#pragma once

#include <memory>

#include <QFont>
#include <QSize>

#include "widgets/export/figure_export.h"

class QPainter;

namespace secant {

class FigureView;

/// A figure laid out for a picture, on a view that nobody sees. Any thread, but for paint(): what belongs to the thread
/// of the widgets is done there, while curves are composed on the caller's.
class OffscreenFigure {
public:
    /// Nothing yet. `scale` is device pixels per logical pixel: curves are composed for them.
    OffscreenFigure(const ExportOptions& options, double scale);
    OffscreenFigure(const FigureSource& source, const ExportOptions& options, double scale);
    ~OffscreenFigure();
    OffscreenFigure(const OffscreenFigure&) = delete;
    OffscreenFigure& operator=(const OffscreenFigure&) = delete;

    /// Another scene in the same place: the next picture of an animation.
    void show(const FigureSource& source);
    /// What show() asks its source for first, and then, when the first figure is laid out: where the panes come to lie
    /// depends on the width of the tick labels, and the curves on the panes.
    [[nodiscard]] Budget firstBudget() const;
    [[nodiscard]] Budget laidOutBudget() const;
    void show(const Figure& figure);

    /// Paints options.size logical pixels, with the ground of the theme unless the picture is to be transparent.
    /// Only on the thread of the widgets.
    void paint(QPainter& painter, bool vector) const;
    /// The same in the pixels of an image, which has `scale` of them per logical one; false where it has none.
    [[nodiscard]] bool paintOn(QImage& image) const;

private:
    QSize m_size;
    double m_scale;
    bool m_transparent;
    std::unique_ptr<FigureView> m_view;
};

/// The font of exported text: families that are installed and have both Latin with mathematics and Chinese, by name and
/// not by an alias such as "Sans Serif", which would mean another font on another machine.
/// `family` goes before them if it is installed.
[[nodiscard]] QFont exportFont(const QString& family = {});

} // namespace secant
