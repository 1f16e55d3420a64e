#pragma once

#include <chrono>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis/convexity/anatomy.h"
#include "core/expression/syntax_tree.h"
#include "core/number/interval.h"

namespace secant::convexity {

/// The strongest that is proved. Convexity asks for a convex domain: a hole between defined points makes Neither.
enum class VerdictKind : std::uint8_t { Undecided, Affine, StrictlyConvex, Convex, StrictlyConcave, Concave, Neither };

enum class Standing : std::uint8_t { Undecided, Proved, Refuted };

/// Why there is no verdict.
enum class Reason : std::uint8_t {
    None,
    TooLarge, ///< Or a function that is not known exactly here.
    OutOfTime,
    NoProof, ///< The provers and the chord search gave up.
};

/// One piece of the certificate: on this open interval f″ has the sign by the rule named.
struct Piece {
    double lo = 0.0; ///< Rounded to nearest; infinite ends are infinities.
    double hi = 0.0;
    int sign = 0; ///< Of f″, up to isolated zeros; 0 for affine.
    std::string_view rule;
    Cut from; ///< The ends, exact or enclosed.
    Cut to;
};

/// An end of a piece as the certificate states it. Bounds hold the exact value; infinite limits have infinite bounds.
struct Place {
    Interval at;
    Cut exactly;
    std::optional<Interval> value; ///< f there, if it is defined there.
    std::optional<Interval> leftLimit;
    std::optional<Interval> rightLimit;
    std::optional<Interval> leftSlope; ///< One-sided derivatives.
    std::optional<Interval> rightSlope;
};

struct Verdict {
    VerdictKind kind = VerdictKind::Undecided;
    Standing standing = Standing::Undecided;
    Reason reason = Reason::None;
    std::vector<Piece> pieces; ///< Of a proof, ascending; together they are the domain without the places.
    std::vector<Place> places; ///< Of a proof: places[i] is the low end of pieces[i]; one more than pieces.
    Broken broken;             ///< The chords found; both of a Neither.
    double seconds = 0.0;      ///< Of processor time.
};

/// What judge() may use.
struct Allowance {
    std::chrono::nanoseconds time = std::chrono::milliseconds(50); ///< Of the processor.
    std::stop_token stop = {};
};

/// Judges f on the points of `range` where it is defined. Convex, concave and affine are proved from the sign of f″ on
/// pieces and the order of slopes and values where they meet; Neither is shown by two chords enclosed away from 0, or
/// one over a hole of the domain. What is not proved is Undecided. Does not throw; ends soon after its time is over.
/// Precondition: `tree` was parsed from `formula`, and values.size() == tree.parameters.size().
[[nodiscard]] Verdict judge(const SyntaxTree& tree, std::string_view formula, std::span<const double> values,
                            const Range& range, const Allowance& allowance = {});

/// The same for a formula in exact form. `budget` may be shared with other questions.
[[nodiscard]] Verdict judge(const ExprPtr& f, const Range& range, Budget& budget);

} // namespace secant::convexity
