#include "core/catalogue/activation/logistic_gate.h"

#include <cmath>
#include <limits>

#include "core/catalogue/activation/tracked.h"

namespace secant::activation {
namespace {

// In z = βx, by tests/data/activations.py.
constexpr double kSlopeRoot = 1.2784645427610737951;     ///< −z where f′ = 0.
constexpr double kCurvatureRoot = 2.3993572805154676678; ///< |z| where f″ = 0.
constexpr double kCurvatureTurn = 3.4358409935351106890; ///< |z| where f‴ = 0.

/// What f′ is proportional to for z < 0: a = |z|, e = e^−a.
template<typename Number>
Number rise(const Number& a, const Number& e)
{
    return Number(1) + e - a;
}

/// What f″ is proportional to.
template<typename Number>
Number bend(const Number& a, const Number& e)
{
    return Number(2) * (Number(1) + e) - a * (Number(1) - e);
}

/// formula(|βx|, e^−|βx|) in that Number.
template<typename Number, typename Formula>
Number widely(double beta, double x, const Formula& formula)
{
    const Number a = magnitudeOf(static_cast<Number>(beta) * static_cast<Number>(x));
    return formula(a, exponential(-a));
}

/// formula(a, e), a = |βx| and e = e^−a, with more digits where they cancel: as many as it takes, for some β has its
/// root next to a double.
template<typename Formula>
Extended bracket(double beta, double x, Extended a, Extended e, const Formula& formula)
{
    const Extended quick = kept(formula(a, e), 2, [&] { return widely<Quad>(beta, x, formula); });
    return std::abs(quick) < 0x1p-50L ? static_cast<Extended>(widely<Deep>(beta, x, formula)) : quick;
}

} // namespace

bool isGateValid(double beta)
{
    return beta == 0.0 || (std::abs(beta) >= std::numeric_limits<double>::min() && std::abs(beta) <= 0x1p1000);
}

Jet logisticGate(double beta, double x, double scale)
{
    if (std::isnan(x) || !isGateValid(beta)) {
        return kUndefined;
    }
    if (beta == 0.0) {
        return rounded(Extended{0.5} * x * scale, Extended{0.5} * scale, 0);
    }
    const Extended z = Extended{beta} * x;
    const Extended a = std::abs(z);
    const bool open = z >= 0; // The gate lets x pass.
    if (a > kFarthestExponent) {
        return open && scale != 0.0 ? Jet{x * scale, scale, -0.0} : Jet{-0.0, -0.0, -0.0};
    }
    const Extended e = std::exp(-a);
    const Extended r = 1 / (1 + e);
    const Extended curvature =
        scale * beta * e * r * r * r * bracket(beta, x, a, e, [](const auto& t, const auto& u) { return bend(t, u); });
    if (open) {
        return rounded(scale * (x * r), scale * (1 + e + a * e) * (r * r), curvature);
    }
    const Extended slope = bracket(beta, x, a, e, [](const auto& t, const auto& u) { return rise(t, u); });
    return rounded(scale * (x * e * r), scale * slope * e * (r * r), curvature);
}

double logisticGateSlope(double beta, double x)
{
    if (std::isnan(x) || !isGateValid(beta)) {
        return kNaN;
    }
    const Extended a = std::abs(Extended{beta} * x);
    if (a > kFarthestExponent) {
        return 0.0;
    }
    const Extended e = std::exp(-a);
    const Extended root = x / (1 + e);
    return static_cast<double>(root * root * e);
}

Shape logisticGateShape(double beta)
{
    if (!isGateValid(beta)) {
        return emptyShape();
    }
    if (beta == 0.0) {
        return {.atLow = {-kInfinity, 0.5, 0.0}, .atHigh = {kInfinity, 0.5, 0.0}};
    }
    const double inflection = kCurvatureRoot / std::abs(beta);
    const double turn = kCurvatureTurn / std::abs(beta);
    Shape shape;
    shape.valueTurns = {-kSlopeRoot / beta};
    shape.slopeTurns = {-inflection, inflection};
    shape.curvatureTurns = {-turn, 0.0, turn};
    shape.atLow = beta > 0.0 ? Jet{0.0, 0.0, 0.0} : Jet{-kInfinity, 1.0, 0.0};
    shape.atHigh = beta > 0.0 ? Jet{kInfinity, 1.0, 0.0} : Jet{0.0, 0.0, 0.0};
    return shape;
}

} // namespace secant::activation
