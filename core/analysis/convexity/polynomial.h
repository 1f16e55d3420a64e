#pragma once

#include <optional>
#include <vector>

#include "core/analysis/convexity/ball.h"
#include "core/analysis/convexity/budget.h"

namespace secant::convexity {

/// Coefficients from the constant up; the last is not 0. No coefficients: 0.
using Polynomial = std::vector<Rational>;

[[nodiscard]] Rational valueAt(const Polynomial& p, const Rational& x);

/// An open interval whose missing ends are infinite.
struct OpenRange {
    std::optional<Rational> lo;
    std::optional<Rational> hi;
};

/// The sign of p ≠ 0 on the range if it does not change there: ±1, and whether p has no root inside.
struct PolynomialSign {
    int sign = 0; ///< 0 if it changes.
    bool isStrict = false;
};
[[nodiscard]] PolynomialSign signOn(const Polynomial& p, const OpenRange& range, Budget& budget);

/// A root between lo and hi, the only one there; exact where lo = hi.
struct Root {
    Rational lo;
    Rational hi;
};
/// The distinct real roots inside the range, ascending, rational ones exact.
[[nodiscard]] std::vector<Root> rootsOf(const Polynomial& p, const OpenRange& range, Budget& budget);

/// The rational with the least denominator in [lo, hi].
[[nodiscard]] Rational simplestBetween(const Rational& lo, const Rational& hi);

} // namespace secant::convexity
