#pragma once

#include <optional>
#include <vector>

#include "core/analysis/curve.h"

namespace secant {

/// The greatest convex function below the points: their lower convex hull, as its corners from left to right.
/// `points` ascend in x; those that are not finite are left out. Exact for the points, by the sign of cross products in
/// double. Cost linear. Source: Andrew 1979, "Another efficient algorithm for convex hulls in two dimensions".
[[nodiscard]] std::vector<CurvePoint> lowerHull(const std::vector<CurvePoint>& points);

/// Where s·x − y is greatest over the corners of a hull, and how great: f*(s) and a point at which it is attained.
struct Conjugate {
    CurvePoint touch;
    double value = 0.0;
};
/// Nothing for an empty hull.
[[nodiscard]] std::optional<Conjugate> conjugateAt(const std::vector<CurvePoint>& hull, double slope);

} // namespace secant
