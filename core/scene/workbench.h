#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace secant {

inline constexpr int kMaxRandomChords = 1000;
inline constexpr std::size_t kMaxJensenPoints = 8;

/// A point of the active curve with its weight in Jensen's inequality. Only the ratios of the weights matter.
struct WeightedPoint {
    double x = 0.0;
    double weight = 1.0; ///< In [0, 1].
    friend bool operator==(const WeightedPoint&, const WeightedPoint&) = default;
};

/// A point of the plane that a person chose.
struct PlanePoint {
    double x = 0.0;
    double y = 0.0;
    friend bool operator==(const PlanePoint&, const PlanePoint&) = default;
};

/// The constructions on the active curve that show what convexity is.
struct WorkbenchSpec {
    bool gaps = true; ///< The area between a chord and its curve is shaded.
    int randomChords = 0;
    std::uint64_t seed = 1; ///< Of the random chords.
    bool hunt = false;      ///< A person looks for a chord that breaks convexity, and is told when it is found.
    std::vector<WeightedPoint> jensen; ///< None, or two at least.
    bool tangent = false;              ///< At a kink: all supporting lines.
    double tangentX = 1.0;
    bool epigraph = false;
    PlanePoint segmentFirst{-1.5, 3.0}; ///< Of a segment in the epigraph; kept on or above the curve when drawn.
    PlanePoint segmentSecond{2.0, 3.0};
    bool envelope = false;  ///< The greatest convex function below the curve, on what is in view of the interval.
    bool conjugate = false; ///< f*(s) = sup (s x − f(x)) there, with the line of slope s that touches from below.
    double conjugateSlope = 0.5;
    friend bool operator==(const WorkbenchSpec&, const WorkbenchSpec&) = default;
};

/// Every number brought into its range; what is NaN becomes what `fallback` has. Twice changes nothing more.
[[nodiscard]] WorkbenchSpec clamped(const WorkbenchSpec& spec, const WorkbenchSpec& fallback);

} // namespace secant
