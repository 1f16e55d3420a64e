#include "core/analysis/curve_samples.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/analysis/doubles.h"

namespace secant {

Interval PieceSamples::take(const Interval& box, std::size_t count)
{
    Interval seen = Interval::empty();
    m_points.clear();
    for (std::size_t i = 0; i < count; ++i) {
        const double part = static_cast<double>(i) / static_cast<double>(count - 1);
        const double x = i + 1 == count ? box.hi : m_canvas.between(box.lo, box.hi, part);
        const double y = m_stop.stop_requested() ? kNaN : m_function.at(m_order, x);
        m_points.push_back({x, y});
        seen = {std::min(seen.lo, y), std::max(seen.hi, y)};
    }
    m_statistics.evaluations += count;
    return seen;
}

void PieceSamples::insertCrests(const Interval& values)
{
    std::vector<CurvePoint> crested;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        crested.push_back(m_points[i]);
        if (i == 0 || i + 1 == m_points.size()) {
            continue;
        }
        const double before = m_points[i].y - m_points[i - 1].y;
        const double after = m_points[i + 1].y - m_points[i].y;
        const double bend = after - before;
        if (before * after < 0.0 && std::isfinite(bend)) {
            const double offset = -0.5 * (before + after) / bend;
            const double top = m_points[i].y - 0.125 * (before + after) * ((before + after) / bend);
            const double step = m_points[i + 1].x - m_points[i].x;
            const CurvePoint crest{m_points[i].x + offset * step, std::clamp(top, values.lo, values.hi)};
            crested.insert(offset < 0.0 ? crested.end() - 1 : crested.end(), crest);
        }
    }
    m_points = std::move(crested);
}

} // namespace secant
