#pragma once

#include <chrono>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis/convexity/chords.h"
#include "core/expression/syntax_tree.h"

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
    int sign = 0; ///< Of f″: 0 for affine.
    std::string_view rule;
};

struct Verdict {
    VerdictKind kind = VerdictKind::Undecided;
    Standing standing = Standing::Undecided;
    Reason reason = Reason::None;
    std::vector<Piece> pieces; ///< Of a proof; the joints between them are in order.
    Broken broken;             ///< The chords found; both of a Neither.
    double seconds = 0.0;
};

/// What judge() may use.
struct Allowance {
    std::chrono::nanoseconds time = std::chrono::milliseconds(50);
    std::stop_token stop = {};
};

/// Judges f on the points of `range` where it is defined. Convex, concave and affine are proved from the sign of f″ on
/// pieces and the order of slopes and values where they meet; Neither is shown by two chords enclosed away from 0, or
/// one over a hole of the domain. What is not proved is Undecided. Does not throw; ends soon after its time is over.
/// Precondition: `tree` was parsed from `formula`, and values.size() == tree.parameters.size().
[[nodiscard]] Verdict judge(const SyntaxTree& tree, std::string_view formula, std::span<const double> values,
                            const Range& range, const Allowance& allowance = {});

} // namespace secant::convexity
