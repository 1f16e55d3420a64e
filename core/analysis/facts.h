#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

#include "core/analysis/regions.h"
#include "core/expression/syntax_tree.h"
#include "core/number/interval.h"

namespace secant {

/// How far a fact can be trusted.
enum class Assurance : std::uint8_t {
    Unknown,   ///< Not known; the value says nothing.
    Numerical, ///< Computed in rounded arithmetic, with an estimate of the error at most.
    Proved,    ///< By enclosures or by the prover.
    Exact,     ///< From what the primitive states of itself: right to the last double.
};

template<typename Value>
struct Fact {
    Value value{};
    Assurance assurance = Assurance::Unknown;

    [[nodiscard]] bool isKnown() const { return assurance != Assurance::Unknown; }
};

/// Values that are taken: an interval whose ends belong to it or not.
struct ValueSpan {
    double lo = 0.0;
    double hi = 0.0;
    bool loAttained = false;
    bool hiAttained = false;

    friend constexpr bool operator==(const ValueSpan&, const ValueSpan&) = default;
};

enum class Trend : std::uint8_t {
    Constant,
    StrictlyIncreasing,
    Increasing,
    StrictlyDecreasing,
    Decreasing,
    NotMonotone,
};

enum class Bend : std::uint8_t { Affine, StrictlyConvex, Convex, StrictlyConcave, Concave, Neither };

enum class Smoothness : std::uint8_t {
    Discontinuous,
    Continuous,               ///< C⁰: kinks.
    Differentiable,           ///< C¹: f″ jumps, or is unbounded.
    TwiceDifferentiable,      ///< C² and no more.
    InfinitelyDifferentiable, ///< C^∞.
};

struct Kink {
    double at = 0.0;
    double value = 0.0;
    double left = 0.0; ///< f′(at⁻)
    double right = 0.0;
};

struct Jump {
    double at = 0.0;
    double left = 0.0;  ///< f(at⁻)
    double value = 0.0; ///< NaN where undefined.
    double right = 0.0;
};

struct Extremum {
    double at = 0.0;
    double value = 0.0;
    bool isMaximum = false;
    bool isGlobal = false;
    bool isKink = false;
};

struct Inflection {
    double at = 0.0;
    double value = 0.0;
    double slope = 0.0;
    bool isJump = false; ///< f″ changes sign by a jump, not through 0.
};

/// Places found, ascending; `endless` where there are infinitely many, of which the list holds none.
template<typename Place>
struct Places {
    std::vector<Place> list;
    bool endless = false;
};

enum class EndKind : std::uint8_t {
    Limit,    ///< f tends to `value`.
    Constant, ///< f equals `value` from some x on.
    Line,     ///< f − (slope·x + intercept) tends to 0.
    Straight, ///< f equals that line from some x on.
    Slope,    ///< f is unbounded, f/x tends to `slope`, and f keeps to no line.
    Steep,    ///< f is unbounded and so is f′.
    Swings,   ///< f has no limit.
    Outside,  ///< The domain ends before; `value` is the limit at its end `at`.
};

/// What f does towards −∞ or +∞.
struct End {
    EndKind kind = EndKind::Limit;
    double value = 0.0;
    double slope = 0.0;
    double intercept = 0.0;
    double at = 0.0;

    /// f stays bounded and f′ tends to 0.
    [[nodiscard]] bool saturates() const
    {
        return kind == EndKind::Constant || (kind == EndKind::Limit && slope == 0.0);
    }
};

struct Steepest {
    double supremum = 0.0; ///< sup |f′| where f′ exists; ∞ if unbounded.
    double at = 0.0;       ///< Where it is reached, or approached; ±∞ possible, NaN where not known.
    double slope = 0.0;    ///< f′ or its limit there: ± supremum.
    bool isAttained = false;
    bool isLipschitz = false; ///< It bounds every chord slope: finite, and f jumps nowhere.
};

/// One-sided slopes at 0.
struct SlopesAtZero {
    double left = 0.0;
    double right = 0.0;
};

/// Moments under x ~ N(0, 1) and what keeps the variance of a wide layer's output at 1.
struct NormalMoments {
    double mean = 0.0;        ///< E f
    double square = 0.0;      ///< E f²
    double slopeSquare = 0.0; ///< E f′²; ∞ where f jumps.
    double error = 0.0;       ///< Estimated, relative, of the worst of them.

    [[nodiscard]] double forwardGain() const;  ///< 1/√(E f²)
    [[nodiscard]] double backwardGain() const; ///< 1/√(E f′²)
};

/// What is true of f on its whole domain. Lists are ascending.
struct Facts {
    Fact<Interval> domain;
    Fact<std::vector<ValueSpan>> range;
    Fact<Trend> trend;
    Fact<Bend> bend;
    Fact<Smoothness> smoothness;
    Fact<Places<Kink>> kinks;
    Fact<Places<Jump>> jumps;
    Fact<End> low;
    Fact<End> high;
    Fact<Places<Region>> dead; ///< f′ = 0 throughout.
    Fact<Steepest> steepest;
    Fact<double> atZero;
    Fact<SlopesAtZero> slopesAtZero;
    Fact<bool> likeIdentity; ///< f(0) = 0 and f′(0) = 1: f(x) = x + o(x).
    Fact<Places<Extremum>> extrema;
    Fact<Places<Inflection>> inflections;
    Fact<NormalMoments> normal;
};

/// The facts of a call of one primitive, scaled and shifted or not, read off what it states of itself in microseconds;
/// nothing for any other formula. `normal` is left Unknown.
/// Precondition: values.size() == tree.parameters.size().
[[nodiscard]] std::optional<Facts> contractFacts(const SyntaxTree& tree, std::span<const double> values);

/// What factsOf() may use.
struct FactsAllowance {
    std::chrono::nanoseconds time = std::chrono::milliseconds(60); ///< Of processor time, for what is not quick.
    std::stop_token stop = {};
};

/// contractFacts() and the moments; any other formula is cut by the convexity prover into pieces on which f′ and f″
/// keep their sign, from which all follows, Proved. Where that does not succeed, one question after the other is asked:
/// what is not found out in time is Unknown. Nothing is inferred from samples. Precondition: `tree` was parsed from
/// `formula`, and values.size() == tree.parameters.size().
[[nodiscard]] Facts factsOf(const SyntaxTree& tree, std::string_view formula, std::span<const double> values,
                            const FactsAllowance& allowance = {});

} // namespace secant
