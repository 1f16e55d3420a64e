#pragma once

#include "core/analysis/convexity/chords.h"
#include "core/analysis/convexity/prover.h"

namespace secant::convexity {

/// An end of a leaf: a rational, an enclosed irrational number, or infinite.
struct Cut {
    bool isInfinite = false;
    Rational lo = 0;
    Rational hi = 0;
    ExprPtr vanishing = nullptr; ///< An expression without switches that is 0 there, where one is known.

    [[nodiscard]] bool isExact() const { return !isInfinite && lo == hi; }
    [[nodiscard]] Real real() const { return isExact() ? Real(lo) : Real(Ball(lo, hi)); }
};

/// An open interval where f is one expression without switches, analytic, or undefined throughout.
struct Leaf {
    Cut lo;
    Cut hi;
    ExprPtr f; ///< Null where f is undefined.
};

/// A range of x that contains the leaf, and no more than rounding beyond it.
[[nodiscard]] OpenRange outer(const Leaf& leaf);
/// A rational point inside the leaf.
[[nodiscard]] Rational inside(const Leaf& leaf);

/// The sign on the leaf of a derivative of an expression without switches, trying t from either end. Of a derivative
/// (order > 0) the sign is known up to isolated zeros.
[[nodiscard]] Sign signOn(const Expr& u, const Leaf& leaf, int order, Budget& budget, Effort effort = Effort::Full);

/// All zeros of u inside the leaf, ascending; nothing if they are not all found. An empty list proves that there are
/// none. `isZero` is set where u vanishes identically.
[[nodiscard]] std::optional<std::vector<Cut>> zerosOn(const Expr& u, const Leaf& leaf, bool& isZero, Budget& budget);

/// Points on both sides of the zeros of f″ where that is a power times a polynomial; else none.
[[nodiscard]] std::vector<Rational> betweenInflections(const Leaf& leaf, Budget& budget);

/// Whether f is surely undefined at the cut: log of, or division by, what vanishes there.
[[nodiscard]] bool isUndefinedWhereCut(const Expr& f, const Cut& cut);

/// The range cut at every switch and every zero that matters; throws NoForm where that is not possible.
[[nodiscard]] std::vector<Leaf> split(const ExprPtr& f, const Range& range, Budget& budget);

} // namespace secant::convexity
