#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

#include "core/analysis/curve.h"
#include "core/function/function.h"
#include "core/number/interval.h"

namespace secant {

/// What can be found on the graph of a function.
enum class FeatureKind : std::uint8_t {
    Zero,       ///< f = 0
    Minimum,    ///< f is continuous, and f′ changes from − to +; a kink counts.
    Maximum,    ///< The same from + to −.
    Inflection, ///< f′ is continuous, and f″ changes sign.
    Kink,       ///< f is continuous, f′ is not.
    Jump,       ///< Two finite one-sided limits that differ.
    Pole,       ///< An infinite one-sided limit.
    Hole,       ///< Equal limits, undefined (or another value) at the place.
    DomainEnd,  ///< Undefined on one side.
};
inline constexpr std::size_t kFeatureKinds = 9;

struct Feature {
    FeatureKind kind = FeatureKind::Zero;
    Interval where;    ///< Holds the place; nothing else of this kind is told apart within.
    double x = 0.0;    ///< The place, or the double nearest to it as far as is known.
    double y = 0.0;    ///< f there; NaN where undefined.
    double left = 0.0; ///< One-sided limits: of f′ at a kink, else of f. NaN where undefined.
    double right = 0.0;
    bool proved = false; ///< Enclosures prove that there is such a place in `where`.
};

struct FoundFeatures {
    std::vector<Feature> features;     ///< Ascending in x.
    std::vector<Interval> restsOnZero; ///< Where f is 0 identically; its points are no features.
    /// Whether it is proved that the window holds no more of a kind than are listed.
    std::array<bool, kFeatureKinds> complete{};
    bool isCutShort = false; ///< More time might have found more.

    [[nodiscard]] bool isComplete(FeatureKind kind) const { return complete[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] std::size_t count(FeatureKind kind) const;
};

/// Everything that FeatureKind names within window.x. Places are isolated by enclosures and closed in on to the last
/// doubles that enclosures can tell; where that does not succeed `complete` is false. Which limits a break has is
/// judged as sampleCurve judges it, with the pixels of the window. Ends early, incomplete, when `stop` says so.
/// Cost: at most a few thousand enclosures for each of f, f′ and f″; of these at most the given share, in (0, 1].
[[nodiscard]] FoundFeatures findFeatures(const Function& function, const Window& window,
                                         const std::stop_token& stop = {}, double share = 1.0);

/// A straight line that f approaches at an end of the real line.
struct Asymptote {
    bool atHigh = true; ///< At +∞, otherwise at −∞.
    double slope = 0.0;
    double offset = 0.0; ///< f(x) − (slope · x + offset) → 0
    Interval slopeBounds;
    Interval offsetBounds;
    bool proved = false; ///< The limit exists, and lies within the bounds.
};

/// Horizontal and oblique asymptotes, at most one at each end, −∞ first. Vertical ones are poles.
[[nodiscard]] std::vector<Asymptote> asymptotesOf(const Function& function);

} // namespace secant
