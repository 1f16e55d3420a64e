#pragma once

#include <QPointF>
#include <QRectF>

#include "core/figure/figure.h"
#include "widgets/plot/pane_painter.h"

class QPainter;

namespace secant {

/// The box beside the pointer: x, and a row with f, f′ and f″ for each curve.
class ReadoutTable {
public:
    ReadoutTable(const Readout& readout, const PlotFonts& fonts);

    /// Near the pointer, beside it, never under it, inside `room` if that is large enough.
    [[nodiscard]] QRectF placed(QPointF pointer, const QRectF& room) const;
    void paint(QPainter& painter, const QRectF& box, const FigurePalette& palette) const;

private:
    struct Row {
        int style = 0;
        bool curve = false;
        bool active = false;
        QStringList cells;
    };

    void addRows(const Readout& readout);
    void measure();

    PlotFonts m_fonts;
    std::vector<Row> m_rows;
    std::array<double, 4> m_widths{};
    double m_rowHeight = 0.0;
    QSizeF m_size;
};

} // namespace secant
