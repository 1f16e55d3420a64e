#pragma once

#include <cstdint>
#include <limits>

namespace secant {

/// What the two shapes are called. The shapes are ∪ (no chord lies below the curve) and ∩.
enum class Naming : std::uint8_t {
    International, ///< ∪ is convex, ∩ is concave.
    OlderChinese,  ///< ∪ is concave (凹), ∩ is convex (凸): older Chinese textbooks.
    UpDown,        ///< ∪ is convex down (下凸), ∩ is convex up (上凸).
};

/// Where the active curve is judged: the points of its domain between two ends, each of which belongs to the interval
/// or not. An infinite end never does.
struct JudgementSpec {
    double lo = -std::numeric_limits<double>::infinity();
    double hi = std::numeric_limits<double>::infinity();
    bool loClosed = false;
    bool hiClosed = false;
    bool shown = false; ///< The interval and its verdict are part of the figure.
    bool why = false;   ///< So is the proof, or the chords that break it.
    friend bool operator==(const JudgementSpec&, const JudgementSpec&) = default;
};

/// An interval that can be judged: lo < hi, no finite end beyond ±kMaxCoordinate, infinite ends open. Where `spec` has
/// no such sense (NaN, lo ≥ hi) the ends of `fallback` are taken. Applying it twice changes nothing more.
[[nodiscard]] JudgementSpec clamped(const JudgementSpec& spec, const JudgementSpec& fallback);

} // namespace secant
