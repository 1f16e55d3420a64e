#pragma once

#include <cstddef>
#include <stop_token>
#include <utility>
#include <vector>

#include "core/analysis/canvas.h"
#include "core/analysis/curve.h"
#include "core/function/function.h"
#include "core/number/interval.h"

namespace secant {

/// Values of a function at steps of equal length over one narrow box after another.
class PieceSamples {
public:
    PieceSamples(const Function& function, Order order, const Canvas& canvas, std::stop_token stop,
                 CurveStatistics& statistics)
        : m_function(function), m_order(order), m_canvas(canvas), m_stop(std::move(stop)), m_statistics(statistics)
    {
    }

    /// `count` values, at least two, with both ends of the box; returns how far they reach. NaN once a stop is
    /// requested.
    Interval take(const Interval& box, std::size_t count);

    /// Equal steps fall short of a crest between them: adds the top of the parabola through every three of them that
    /// turn, kept within `values`.
    void insertCrests(const Interval& values);

    [[nodiscard]] const std::vector<CurvePoint>& points() const { return m_points; }

private:
    const Function& m_function;
    Order m_order;
    const Canvas& m_canvas;
    std::stop_token m_stop;
    CurveStatistics& m_statistics;
    std::vector<CurvePoint> m_points;
};

} // namespace secant
