#pragma once

#include <memory>

#include "core/figure/figure.h"

class QWidget;

namespace secant {

/// A figure of two panes shown with QCustomPlot as it comes: a QCPGraph a curve, a QCPItemRect a region, all
/// antialiased, pens as wide as FigureView's. The yardstick of the frame benchmark.
class PlainPlot {
public:
    explicit PlainPlot(const Figure& figure);
    ~PlainPlot();

    [[nodiscard]] QWidget& widget();
    void show(const Figure& figure); ///< New data, replotted and painted at once.

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace secant
