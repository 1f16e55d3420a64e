#include "core/catalogue/activation/logistic_gate.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/catalogue/activation/numerics.h"

namespace secant::activation {
namespace {

// Roots and series by tests/data/activations.py. a = |z|, E = e^−a.

/// 1 + E − a, to which f′ is proportional for z < 0.
constexpr RootSeries kSlopeRoot{0x1.474973c84120bp+0,
                                0x1.f8d74bc9ac154p-54,
                                0x1.44a50180ba780p-108,
                                {-1.2784645427610737, 0.1392322713805369, -0.046410757126845635, 0.011602689281711409,
                                 -0.0023205378563422815, 0.00038675630939038027, -5.52509013414829e-05,
                                 6.906362667685362e-06, -7.67373629742818e-07, 7.67373629742818e-08}};

/// 2(1 + E) − a(1 − E), to which f″ is proportional.
constexpr RootSeries kCurvatureRoot{0x1.331e23ad9de11p+1,
                                    0x1.a9c55ef03c74ap-53,
                                    0x1.672af2735d856p-110,
                                    {-1.3085810022886, 0.10890236203086624, -0.021171407639144147,
                                     0.0015105069836665542, 0.00045436758849058575, -0.0002018060956190804,
                                     4.684060854615188e-05, -8.10647185762582e-06, 1.1508741829980727e-06,
                                     -1.4010292707043878e-07, 1.5010766894642753e-08}};

constexpr double kCurvatureTurn = 3.4358409935351106890; ///< Root of f‴ in a.

} // namespace

bool isGateValid(double beta)
{
    return beta == 0.0 || (std::abs(beta) >= std::numeric_limits<double>::min() && std::abs(beta) <= 0x1p1000);
}

Jet logisticGate(double beta, double x)
{
    if (std::isnan(x) || !isGateValid(beta)) {
        return kUndefined;
    }
    if (beta == 0.0) {
        return {0.5 * x, 0.5, 0.0};
    }
    const Pair z = product(beta, x);
    const bool open = z.high >= 0.0; // The gate lets x pass.
    const Pair a = open ? z : Pair{-z.high, -z.low};
    if (a.high > kFarExponent) {
        return open ? Jet{x, 1.0, -0.0} : Jet{-0.0, -0.0, -0.0};
    }
    const Pair exponent{-a.high, -a.low};
    const double decay = std::exp(-a.high);
    const double r = 1.0 / (1.0 + decay);
    const double bend =
        kCurvatureRoot.covers(a.high) ? kCurvatureRoot.at(a) : 2.0 * (1.0 + decay) + a.high * std::expm1(-a.high);
    const double curvature = scaledExp(beta * (bend * r * r * r), exponent);
    if (open) {
        return {x * r, (1.0 + decay + a.high * decay) * (r * r), curvature};
    }
    const double rise = kSlopeRoot.covers(a.high) ? kSlopeRoot.at(a) : 1.0 + decay - a.high;
    return {scaledExp(x * r, exponent), scaledExp(rise * (r * r), exponent), curvature};
}

double logisticGateSlope(double beta, double x)
{
    if (std::isnan(x) || !isGateValid(beta)) {
        return kNaN;
    }
    const Pair z = product(beta, std::abs(x));
    const Pair a = beta < 0.0 ? Pair{-z.high, -z.low} : z;
    if (a.high > 2.0 * kFarExponent) {
        return 0.0;
    }
    // x²E as the square of x√E: neither underflows nor overflows before the result does.
    const double root = scaledExp(x, {-0.5 * a.high, -0.5 * a.low});
    const double r = 1.0 / (1.0 + std::exp(-a.high));
    return (root * r) * (root * r);
}

Shape logisticGateShape(double beta)
{
    if (!isGateValid(beta)) {
        return emptyShape();
    }
    if (beta == 0.0) {
        return {.atLow = {-kInfinity, 0.5, 0.0}, .atHigh = {kInfinity, 0.5, 0.0}};
    }
    const double inflection = kCurvatureRoot.root / std::abs(beta);
    const double turn = kCurvatureTurn / std::abs(beta);
    Shape shape;
    shape.valueTurns = {-kSlopeRoot.root / beta};
    shape.slopeTurns = {-inflection, inflection};
    shape.curvatureTurns = {-turn, 0.0, turn};
    shape.atLow = beta > 0.0 ? Jet{0.0, 0.0, 0.0} : Jet{-kInfinity, 1.0, 0.0};
    shape.atHigh = beta > 0.0 ? Jet{kInfinity, 1.0, 0.0} : Jet{0.0, 0.0, 0.0};
    return shape;
}

} // namespace secant::activation
