#pragma once

#include <functional>
#include <vector>

#include <quadmath.h>

#include "core/number/block/block.h"

/// Truth from outside: activations in 113 bits from their textbook formulas, by the compiler's quad library.
namespace secant {

using Quad = __float128;

struct QuadJet {
    Quad value;
    Quad slope;
    Quad curvature;
};

struct BlockTruth {
    const char* name;
    BlockKind kind;
    std::vector<double> parameters;
    double most;               ///< Up to |x| = most the vectors do it themselves.
    std::vector<double> roots; ///< |x| where f′ or f″ vanishes.
    std::function<QuadJet(Quad)> at;
    double slopeUlps = 0.76; ///< Allowed of f′ and f″.
    bool isPositive = false; ///< Only for x > 0.
};

inline QuadJet operator*(const QuadJet& a, const QuadJet& b)
{
    return {a.value * b.value, a.slope * b.value + a.value * b.slope,
            a.curvature * b.value + 2 * a.slope * b.slope + a.value * b.curvature};
}

inline QuadJet chain(const QuadJet& outer, const QuadJet& u)
{
    return {outer.value, outer.slope * u.slope, outer.curvature * u.slope * u.slope + outer.slope * u.curvature};
}

inline QuadJet quadSigmoid(Quad z)
{
    const Quad e = expq(-fabsq(z));
    const Quad r = 1 / (1 + e);
    const Quad slope = e * r * r;
    return {z < 0 ? e * r : r, slope, (z < 0 ? -1 : 1) * slope * expm1q(-fabsq(z)) * r};
}

inline QuadJet quadTanh(Quad x)
{
    const Quad value = tanhq(x);
    const Quad slope = 4 * quadSigmoid(2 * x).slope;
    return {value, slope, -2 * value * slope};
}

inline QuadJet quadGate(Quad beta, Quad x)
{
    return QuadJet{x, 1, 0} * chain(quadSigmoid(beta * x), {beta * x, beta, 0});
}

inline QuadJet quadSoftplus(Quad beta, Quad x)
{
    const Quad z = beta * x;
    const QuadJet s = quadSigmoid(z);
    return {(log1pq(expq(-fabsq(z))) + (z > 0 ? z : 0)) / beta, s.value, beta * s.slope};
}

inline QuadJet quadGelu(Quad x)
{
    const Quad tail = erfcq(-x / sqrtq(2)) / 2;
    const Quad density = expq(-x * x / 2) / sqrtq(2 * acosq(-1));
    return {x * tail, tail + x * density, density * (2 - x * x)};
}

inline QuadJet quadTanhGelu(Quad x)
{
    const Quad c = 2 * sqrtq(2 / acosq(-1));
    const Quad k = c * Quad(0.044715);
    return QuadJet{x, 1, 0} * chain(quadSigmoid(x * (c + k * x * x)), {0, c + 3 * k * x * x, 6 * k * x});
}

inline QuadJet quadMish(Quad x)
{
    const Quad y = expq(x);
    const QuadJet n{y * (y + 2), 2 * y * (y + 1), y * (4 * y + 2)};
    const Quad d = n.value + 2;
    const QuadJet gate{n.value / d, 2 * n.slope / (d * d), 2 * (n.curvature * d - 2 * n.slope * n.slope) / (d * d * d)};
    return QuadJet{x, 1, 0} * gate;
}

inline QuadJet quadElu(Quad alpha, Quad x)
{
    const Quad growth = alpha * expq(x);
    return x > 0 ? QuadJet{x, 1, 0} : QuadJet{alpha * expm1q(x), growth, growth};
}

inline QuadJet quadAtan(Quad x)
{
    const Quad slope = 1 / (1 + x * x);
    return {atanq(x), slope, -2 * x * slope * slope};
}

inline QuadJet quadTwoSlopes(Quad slope, Quad x)
{
    return x > 0 ? QuadJet{x, 1, 0} : QuadJet{slope * x, slope, 0};
}

inline const std::vector<BlockTruth>& blockTruths()
{
    static const std::vector<BlockTruth> all{
        {"relu", BlockKind::Relu, {}, 1e300, {}, [](Quad x) { return quadTwoSlopes(0, x); }},
        {"leaky relu", BlockKind::TwoSlopes, {0.01}, 1e300, {}, [](Quad x) { return quadTwoSlopes(Quad(0.01), x); }},
        {"sigmoid", BlockKind::Sigmoid, {}, 690, {}, quadSigmoid},
        {"tanh", BlockKind::Tanh, {}, 345, {}, quadTanh},
        {"silu",
         BlockKind::Silu,
         {},
         690,
         {1.2784645427610738, 2.3993572805154677},
         [](Quad x) { return quadGate(1, x); }},
        {"swish, 1.702",
         BlockKind::Swish,
         {1.702},
         405,
         {1.2784645427610738 / 1.702, 2.3993572805154677 / 1.702},
         [](Quad x) { return quadGate(Quad(1.702), x); }},
        {"swish, −0.3",
         BlockKind::Swish,
         {-0.3},
         2300,
         {1.2784645427610738 / 0.3, 2.3993572805154677 / 0.3},
         [](Quad x) { return quadGate(Quad(-0.3), x); }},
        {"softplus", BlockKind::Softplus, {1.0}, 690, {}, [](Quad x) { return quadSoftplus(1, x); }},
        {"softplus, 0.3", BlockKind::Softplus, {0.3}, 2300, {}, [](Quad x) { return quadSoftplus(Quad(0.3), x); }},
        {"gelu", BlockKind::Gelu, {}, 37, {0.7517915246935645, 1.4142135623730951}, quadGelu},
        {"gelu_tanh", BlockKind::TanhGelu, {}, 20.5, {0.7524614220710163, 1.4185040087908284}, quadTanhGelu},
        {"mish", BlockKind::Mish, {}, 170, {1.1924312145154953, 2.2563763963607933, 1.4905711794854287}, quadMish},
        {"elu", BlockKind::Elu, {1.0}, 690, {}, [](Quad x) { return quadElu(1, x); }},
        {"elu, −1.3", BlockKind::Elu, {-1.3}, 690, {}, [](Quad x) { return quadElu(Quad(-1.3), x); }},
        {"exp",
         BlockKind::Exp,
         {},
         690,
         {},
         [](Quad x) {
             return QuadJet{expq(x), expq(x), expq(x)};
         }},
        {"log",
         BlockKind::Log,
         {},
         1e150,
         {1, 0.75, 1.5},
         [](Quad x) {
             return QuadJet{logq(x), 1 / x, -1 / (x * x)};
         },
         1.5,
         true},
        {"sin",
         BlockKind::Sin,
         {},
         8192,
         {1.5707963267948966, 3.141592653589793, 12.566370614359172},
         [](Quad x) {
             return QuadJet{sinq(x), cosq(x), -sinq(x)};
         },
         0.9},
        {"cos",
         BlockKind::Cos,
         {},
         8192,
         {1.5707963267948966, 3.141592653589793, 12.566370614359172},
         [](Quad x) {
             return QuadJet{cosq(x), -sinq(x), -cosq(x)};
         },
         0.9},
        {"atan", BlockKind::Atan, {}, 1e100, {1}, quadAtan},
        {"sqrt",
         BlockKind::Sqrt,
         {},
         1e90,
         {},
         [](Quad x) {
             return QuadJet{sqrtq(x), 1 / (2 * sqrtq(x)), -1 / (4 * x * sqrtq(x))};
         },
         2.01,
         true},
        {"abs",
         BlockKind::Abs,
         {},
         1e300,
         {},
         [](Quad x) {
             return QuadJet{fabsq(x), Quad(x < 0 ? -1 : 1), 0};
         }},
    };
    return all;
}

} // namespace secant
