#pragma once

#include <cmath>
#include <functional>
#include <vector>

#include <quadmath.h>

#include <QTest>

#include "core/number/primitive.h"

/// Truth from outside: elementary functions in 113 bits, by the compiler's quad library.
namespace secant {

using Quad = __float128;

/// f, f′, f″ in 113 bits, from the C library's quad functions and textbook derivatives.
struct QuadJet {
    Quad value;
    Quad slope;
    Quad curvature;
};

struct Truth {
    const char* name;
    double lo; ///< Boxes are drawn from here…
    double hi; ///< …to here.
    std::function<QuadJet(Quad)> at;
};

inline const std::vector<Truth>& truths()
{
    static const std::vector<Truth> all{
        {"exp", -40, 40,
         [](Quad x) {
             return QuadJet{expq(x), expq(x), expq(x)};
         }},
        {"log", 1e-6, 50,
         [](Quad x) {
             return QuadJet{logq(x), 1 / x, -1 / (x * x)};
         }},
        {"log1p", -0.999, 50,
         [](Quad x) {
             return QuadJet{log1pq(x), 1 / (1 + x), -1 / ((1 + x) * (1 + x))};
         }},
        {"sqrt", 1e-6, 50,
         [](Quad x) {
             return QuadJet{sqrtq(x), 1 / (2 * sqrtq(x)), -1 / (4 * x * sqrtq(x))};
         }},
        {"sin", -50, 50,
         [](Quad x) {
             return QuadJet{sinq(x), cosq(x), -sinq(x)};
         }},
        {"cos", -50, 50,
         [](Quad x) {
             return QuadJet{cosq(x), -sinq(x), -cosq(x)};
         }},
        {"tan", -50, 50,
         [](Quad x) {
             const Quad t = tanq(x);
             return QuadJet{t, 1 + t * t, 2 * t * (1 + t * t)};
         }},
        {"asin", -0.999, 0.999,
         [](Quad x) {
             const Quad s = 1 / sqrtq(1 - x * x);
             return QuadJet{asinq(x), s, x * s * s * s};
         }},
        {"acos", -0.999, 0.999,
         [](Quad x) {
             const Quad s = 1 / sqrtq(1 - x * x);
             return QuadJet{acosq(x), -s, -x * s * s * s};
         }},
        {"atan", -50, 50,
         [](Quad x) {
             const Quad s = 1 / (1 + x * x);
             return QuadJet{atanq(x), s, -2 * x * s * s};
         }},
        {"sinh", -40, 40,
         [](Quad x) {
             return QuadJet{sinhq(x), coshq(x), sinhq(x)};
         }},
        {"cosh", -40, 40,
         [](Quad x) {
             return QuadJet{coshq(x), sinhq(x), coshq(x)};
         }},
        {"tanh", -20, 20,
         [](Quad x) {
             const Quad s = 1 / (coshq(x) * coshq(x));
             return QuadJet{tanhq(x), s, -2 * tanhq(x) * s};
         }},
        {"asinh", -50, 50,
         [](Quad x) {
             const Quad s = 1 / sqrtq(1 + x * x);
             return QuadJet{asinhq(x), s, -x * s * s * s};
         }},
        {"acosh", 1.001, 50,
         [](Quad x) {
             const Quad s = 1 / sqrtq(x * x - 1);
             return QuadJet{acoshq(x), s, -x * s * s * s};
         }},
        {"atanh", -0.999, 0.999,
         [](Quad x) {
             const Quad s = 1 / (1 - x * x);
             return QuadJet{atanhq(x), s, 2 * x * s * s};
         }},
        {"erf", -8, 8,
         [](Quad x) {
             const Quad s = 2 / sqrtq(acosq(Quad(-1))) * expq(-x * x);
             return QuadJet{erfq(x), s, -2 * x * s};
         }},
        {"erfc", -8, 8,
         [](Quad x) {
             const Quad s = 2 / sqrtq(acosq(Quad(-1))) * expq(-x * x);
             return QuadJet{erfcq(x), -s, 2 * x * s};
         }},
        {"cbrt", 1e-6, 50,
         [](Quad x) {
             const Quad c = x < 0 ? -cbrtq(-x) : cbrtq(x);
             return QuadJet{c, 1 / (3 * c * c), -2 / (9 * c * c * c * c * c)};
         }},
    };
    return all;
}

inline const Primitive& primitive(const char* name)
{
    for (const Primitive* candidate : elementaryPrimitives()) {
        if (candidate->name == name) {
            return *candidate;
        }
    }
    qFatal("no primitive of that name");
}

inline bool holds(const Interval& interval, Quad exact)
{
    const Quad slack = isinfq(exact) ? Quad(0) : fabsq(exact) * Quad(0x1p-90); // What the quad library may lose.
    return Quad(interval.lo) <= exact + slack && exact - slack <= Quad(interval.hi);
}

} // namespace secant
