#pragma once

#include <memory>

#include <QFont>
#include <QSize>

#include "widgets/export/figure_export.h"

class QPainter;

namespace secant {

class FigureView;

/// A scene laid out for a picture, on a view that nobody sees.
class OffscreenFigure {
public:
    /// `scale` is device pixels per logical pixel: curves are composed for them.
    OffscreenFigure(const FigureSource& source, const ExportOptions& options, double scale);
    /// Another scene in the same place: the next picture of an animation.
    void show(const FigureSource& source);
    ~OffscreenFigure();

    /// Paints options.size logical pixels, with the ground of the theme unless the picture is to be transparent.
    void paint(QPainter& painter, bool vector) const;

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
