#include "core/analysis/envelope.h"

#include <cmath>

namespace secant {
namespace {

/// Positive if the way from a over b to c turns left.
double turn(const CurvePoint& a, const CurvePoint& b, const CurvePoint& c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

} // namespace

std::vector<CurvePoint> lowerHull(const std::vector<CurvePoint>& points)
{
    std::vector<CurvePoint> hull;
    for (const CurvePoint& point : points) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) {
            continue;
        }
        // Of two points one above the other the lower one counts.
        if (!hull.empty() && hull.back().x == point.x) {
            if (point.y >= hull.back().y) {
                continue;
            }
            hull.pop_back();
        }
        while (hull.size() >= 2 && !(turn(hull[hull.size() - 2], hull.back(), point) > 0.0)) {
            hull.pop_back();
        }
        hull.push_back(point);
    }
    return hull;
}

std::optional<Conjugate> conjugateAt(const std::vector<CurvePoint>& hull, double slope)
{
    std::optional<Conjugate> best;
    for (const CurvePoint& corner : hull) {
        const double value = slope * corner.x - corner.y;
        if (!best || value > best->value) {
            best = Conjugate{corner, value};
        }
    }
    return best;
}

} // namespace secant
