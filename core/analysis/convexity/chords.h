#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/analysis/convexity/evaluate.h"

namespace secant::convexity {

/// An end of an interval: a rational, or infinite.
struct End {
    bool isInfinite = false;
    bool isClosed = false;
    Rational at;
};

/// Where a function is judged.
struct Range {
    End lo;
    End hi;

    [[nodiscard]] bool contains(const Rational& x) const;
};

/// f at λ x₁ + (1 − λ) x₂ lies on the wrong side of the chord.
struct Chord {
    Rational x1;
    Rational x2;
    Rational lambda;
    double gapLow = 0.0; ///< Bounds on f(λ x₁ + (1 − λ) x₂) − λ f(x₁) − (1 − λ) f(x₂), away from 0.
    double gapHigh = 0.0;
    bool isHole = false; ///< The inner point is undefined between defined ends: neither convex nor concave.
};

/// What is proved against a function so far.
struct Broken {
    std::optional<Chord> convexity;
    std::optional<Chord> concavity;

    [[nodiscard]] bool both() const { return convexity && concavity; }
};

/// Looks for chords with rational ends that break convexity or concavity. Each is enclosed away from 0 by the
/// evaluator; what a prover believes plays no part.
class ChordSearch {
public:
    ChordSearch(const Expr& f, const Range& range, Budget& budget) : m_f(f), m_range(range), m_budget(budget) {}

    /// Tries one chord at rising precision; true if it broke something new.
    bool tryChord(const Rational& x1, const Rational& x2, const Rational& lambda);
    /// x − h, x, x + h with h falling from `width`, for one wanted direction: +1 breaks convexity, −1 concavity.
    bool tryAround(const Rational& x, const Rational& width, int direction);
    /// Triples of points spread over the range and dense at the places given.
    void sweep(std::span<const Rational> places);
    /// Places where f″ has a certified sign give short chords.
    void followCurvature(std::span<const Rational> places);

    [[nodiscard]] const Broken& broken() const { return m_broken; }

private:
    [[nodiscard]] bool wants(int direction) const;
    void consecutive(const std::vector<Rational>& points);

    const Expr& m_f;
    Range m_range;
    Budget& m_budget;
    Broken m_broken;
};

/// Rational points inside the range, ascending: ends that belong to it, spread points, and neighbours of the places.
[[nodiscard]] std::vector<Rational> samplePoints(const Range& range, std::span<const Rational> places, int count);

} // namespace secant::convexity
