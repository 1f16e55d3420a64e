#include "core/analysis/convexity/expr_elementary.h"

#include <algorithm>
#include <array>

namespace secant::convexity {

namespace {

ExprPtr exponential(ExprPtr a)
{
    return make(Op::Exp, {std::move(a)});
}

ExprPtr logarithm(ExprPtr a)
{
    return make(Op::Log, {std::move(a)});
}

ExprPtr one()
{
    return number(1);
}

ExprPtr zero()
{
    return number(0);
}

ExprPtr squareRoot(ExprPtr a)
{
    return raise(std::move(a), Rational(1, 2));
}

ExprPtr tangentHyperbolic(const ExprPtr& u)
{
    return subtract(one(), divide(number(2), add(one(), exponential(multiply(number(2), u)))));
}

ExprPtr halfSum(const ExprPtr& u, int sign)
{
    return divide(add(exponential(u), multiply(number(sign), exponential(negate(u)))), number(2));
}

ExprPtr absolute(const ExprPtr& u)
{
    return make(Op::Maximum, {u, negate(u)});
}

struct SmoothDefinition {
    std::string_view name;
    std::string_view formula;
};

constexpr std::array kSmooth{
    SmoothDefinition{"softplus", "log1p(exp(beta*x))/beta"}, SmoothDefinition{"log_sigmoid", "-log1p(exp(-x))"},
    SmoothDefinition{"mish", "x*tanh(log1p(exp(x)))"},       SmoothDefinition{"serf", "x*erf(log1p(exp(x)))"},
    SmoothDefinition{"squareplus", "(x + sqrt(x^2 + b))/2"},
};

} // namespace

ExprPtr add(ExprPtr a, ExprPtr b)
{
    return make(Op::Add, {std::move(a), std::move(b)});
}

ExprPtr multiply(ExprPtr a, ExprPtr b)
{
    return make(Op::Multiply, {std::move(a), std::move(b)});
}

ExprPtr divide(ExprPtr a, ExprPtr b)
{
    return make(Op::Divide, {std::move(a), std::move(b)});
}

ExprPtr negate(ExprPtr a)
{
    return a->op == Op::Number ? number(-a->number) : multiply(number(-1), std::move(a));
}

ExprPtr subtract(ExprPtr a, ExprPtr b)
{
    return add(std::move(a), negate(std::move(b)));
}

ExprPtr raise(ExprPtr a, const Rational& p)
{
    return make(Op::Power, {std::move(a), number(p)});
}

ExprPtr elementary(std::string_view name, const ExprPtr& u)
{
    struct Direct {
        std::string_view name;
        Op op;
    };
    constexpr std::array kDirect{
        Direct{"exp", Op::Exp},   Direct{"log", Op::Log},     Direct{"ln", Op::Log},      Direct{"sin", Op::Sin},
        Direct{"cos", Op::Cos},   Direct{"asin", Op::Asin},   Direct{"atan", Op::Atan},   Direct{"erf", Op::Erf},
        Direct{"cbrt", Op::Cbrt}, Direct{"floor", Op::Floor}, Direct{"gamma", Op::Gamma},
    };
    for (const Direct& direct : kDirect) {
        if (direct.name == name)
            return make(direct.op, {u});
    }
    if (name == "sqrt")
        return squareRoot(u);
    if (name == "abs")
        return absolute(u);
    if (name == "tan")
        return divide(make(Op::Sin, {u}), make(Op::Cos, {u}));
    if (name == "acos")
        return subtract(divide(make(Op::Pi, {}), number(2)), make(Op::Asin, {u}));
    if (name == "sinh")
        return halfSum(u, -1);
    if (name == "cosh")
        return halfSum(u, 1);
    if (name == "tanh")
        return tangentHyperbolic(u);
    if (name == "asinh")
        return make(Op::Asinh, {u});
    if (name == "acosh")
        return logarithm(add(u, multiply(squareRoot(subtract(u, one())), squareRoot(add(u, one())))));
    if (name == "atanh")
        return divide(subtract(logarithm(add(one(), u)), logarithm(subtract(one(), u))), number(2));
    if (name == "ceil")
        return negate(make(Op::Floor, {negate(u)}));
    if (name == "sign")
        return choice(NodeKind::Greater, u, zero(), one(), choice(NodeKind::Less, u, zero(), number(-1), zero()));
    if (name == "sigmoid")
        return divide(one(), add(one(), exponential(negate(u))));
    if (name == "expm1")
        return subtract(exponential(u), one());
    if (name == "exp2")
        return make(Op::Power, {number(2), u});
    if (name == "log2" || name == "log10" || name == "lg")
        return divide(logarithm(u), logarithm(number(name == "log2" ? 2 : 10)));
    if (name == "erfc")
        return subtract(one(), make(Op::Erf, {u}));
    if (name == "log1p")
        return logarithm(add(one(), u));
    return nullptr;
}

std::string_view smoothDefinition(std::string_view name)
{
    const auto* const found = std::ranges::find(kSmooth, name, &SmoothDefinition::name);
    return found == kSmooth.end() ? std::string_view() : found->formula;
}

} // namespace secant::convexity
