#include "core/analysis/curve_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <vector>

namespace secant {
namespace {

/// Lines up to this wide may have their ends moved up and down: half a pixel to the side is not seen.
constexpr double kNarrowPx = 0.5;
/// What thin() leaves alone, and the cells in which it works.
constexpr double kPointsPerPx = 16.0;
constexpr double kCellsPerPx = 16.0;

/// The part of a line within the ink range; nothing if there is none, or an end is not finite.
std::optional<std::pair<CurvePoint, CurvePoint>> cut(CurvePoint from, CurvePoint to, const Canvas& canvas)
{
    if (!std::isfinite(from.y) || !std::isfinite(to.y)) {
        return std::nullopt;
    }
    // Halves, so that the rise of a line across all doubles does not overflow.
    const Interval& ink = canvas.ink;
    const double start = canvas.height(from.y) / 2;
    const double rise = canvas.height(to.y) / 2 - start;
    const auto at = [&](double y) {
        const double part = std::clamp((canvas.height(y) / 2 - start) / rise, 0.0, 1.0);
        return CurvePoint{std::clamp(canvas.between(from.x, to.x, part), from.x, to.x), y};
    };
    if (std::max(from.y, to.y) < ink.lo || std::min(from.y, to.y) > ink.hi) {
        return std::nullopt;
    }
    const auto end = [&](CurvePoint point) {
        return ink.contains(point.y) ? point : at(point.y < ink.lo ? ink.lo : ink.hi);
    };
    return std::pair{end(from), end(to)};
}

/// The extremes of the points first…last, in their order, with both ends.
void keepExtremes(std::span<const CurvePoint> cell, std::vector<CurvePoint>& kept)
{
    const auto below = [](const CurvePoint& a, const CurvePoint& b) { return a.y < b.y; };
    const auto [least, greatest] = std::minmax_element(cell.begin(), cell.end(), below);
    std::array places{cell.begin(), least, greatest, cell.end() - 1};
    std::sort(places.begin(), places.end());
    const auto end = std::unique(places.begin(), places.end());
    std::for_each(places.begin(), end, [&](auto place) { kept.push_back(*place); });
}

std::vector<CurvePoint> thinned(std::span<const CurvePoint> points, const Canvas& canvas)
{
    const auto cellOf = [&](const CurvePoint& point) {
        return std::floor(kCellsPerPx * canvas.across(canvas.x.lo, point.x));
    };
    std::vector<CurvePoint> kept;
    for (std::size_t first = 0; first < points.size();) {
        std::size_t last = first;
        while (last + 1 < points.size() && cellOf(points[last + 1]) == cellOf(points[first])) {
            ++last;
        }
        keepExtremes(points.subspan(first, last - first + 1), kept);
        first = last + 1;
    }
    return kept;
}

} // namespace

void thin(Curve& curve, const Canvas& canvas)
{
    double count = 0.0;
    for (const CurveSegment& segment : curve.segments) {
        count += static_cast<double>(segment.points.size());
    }
    if (count <= kPointsPerPx * canvas.widthPx) {
        return;
    }
    for (CurveSegment& segment : curve.segments) {
        segment.points = thinned(segment.points, canvas);
    }
}

void CurveWriter::line(CurvePoint from, CurvePoint to, bool sampled)
{
    if (std::isnan(from.y) || std::isnan(to.y)) {
        penUp();
        return;
    }
    if (m_canvas.hides({std::min(from.y, to.y), std::max(from.y, to.y)})) {
        penUp();
        return;
    }
    if (m_canvas.across(from.x, to.x) <= kNarrowPx) {
        append({from.x, m_canvas.clamped(from.y)}, {to.x, m_canvas.clamped(to.y)}, sampled);
        return;
    }
    const auto visible = cut(from, to, m_canvas);
    if (!visible) {
        penUp();
        return;
    }
    append(visible->first, visible->second, sampled);
}

void CurveWriter::append(CurvePoint from, CurvePoint to, bool sampled)
{
    const auto joins = [&] {
        const CurveSegment& last = m_curve.segments.back();
        return last.sampled == sampled && last.points.back().x == from.x && last.points.back().y == from.y;
    };
    if (!m_penDown || !joins()) {
        m_curve.segments.push_back({{from}, sampled});
        m_penDown = true;
    }
    if (to.x != from.x || to.y != from.y) {
        m_curve.segments.back().points.push_back(to);
    }
}

void CurveWriter::dot(CurvePoint at)
{
    penUp();
    if (!std::isnan(at.y) && !m_canvas.hides({at.y, at.y})) {
        m_curve.segments.push_back({{{at.x, m_canvas.clamped(at.y)}}, false});
    }
}

void CurveWriter::column(double x0, double x1, const Interval& values)
{
    penUp();
    m_curve.columns.push_back({x0, x1, m_canvas.clamped(values.lo), m_canvas.clamped(values.hi)});
}

} // namespace secant
