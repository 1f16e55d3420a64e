#pragma once

#include "core/analysis/convexity/leaf.h"

namespace secant::convexity {

/// What is still possible for f after looking at a place.
struct Possible {
    bool isKnown = true; ///< False where something could not be decided: then nothing is proved.
    bool convex = true;
    bool concave = true;
    bool affine = true;
};

/// f at a place seen from one side.
struct JointSide {
    bool isThere = false; ///< f is defined on a leaf on this side.
    Limit limit;
    Limit slope;             ///< Left unknown where f jumps.
    std::optional<int> jump; ///< The sign of f(c) − limit; nothing if f(c) or the limit is not known.
};

/// An end of one leaf or the place where two of them meet.
struct Joint {
    Cut at;
    Known known = Known::Undefined; ///< Of f at the place itself; Undefined also where the place is not judged.
    Real value;
    JointSide left;
    JointSide right;
    std::optional<int> bend; ///< The sign of right slope − left slope, where f is continuous.
    std::optional<int> step; ///< The sign of right limit − left limit.
};

/// The limit of f (order 0), its one-sided derivative (1) or the limit of f″ (2) at an end of a leaf, from inside.
[[nodiscard]] Limit limitAt(const Leaf& leaf, bool isLow, int order, Budget& budget);

/// −1, 0, 1 as a < b, a = b, a > b; infinite limits of one sign are equal.
[[nodiscard]] std::optional<int> compare(const Limit& a, const Limit& b, Budget& budget);

/// Looks at an end of leaves. Either may be null (at the end of the range); those where f is undefined count as null.
[[nodiscard]] Joint jointOf(const Expr& f, const Leaf* left, const Leaf* right, const Range& range, Budget& budget);

/// What a joint between two defined leaves, or an end of one, leaves possible.
[[nodiscard]] Possible possibleAt(const Joint& joint);

} // namespace secant::convexity
