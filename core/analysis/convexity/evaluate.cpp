#include "core/analysis/convexity/evaluate.h"

#include <algorithm>
#include <cmath>

namespace secant::convexity {

namespace {

Local undefined()
{
    return {.known = Known::Undefined};
}

Local unknown()
{
    return {};
}

Local constant(const Real& value)
{
    return {.known = Known::Defined, .order = 2, .d = {value, Rational(0), Rational(0)}};
}

/// g(u) from g, g′, g″ at u.
Local composed(const std::array<Real, 3>& g, const Local& u)
{
    Local r{.known = Known::Defined, .order = u.order, .d = {g[0]}};
    if (u.order >= 1)
        r.d[1] = g[1] * u.d[1];
    if (u.order >= 2)
        r.d[2] = g[2] * u.d[1] * u.d[1] + g[1] * u.d[2];
    return r;
}

Local valueOnly(const Real& value)
{
    return {.known = Known::Defined, .order = 0, .d = {value}};
}

Ball unit(long n)
{
    return Ball(Rational(n));
}

class Evaluation {
public:
    Evaluation(const Real& x, int wanted, Budget& budget) : m_x(x), m_wanted(wanted), m_budget(budget) {}

    Local run(const Expr& f)
    {
        if (f.op == Op::Gamma || f.op == Op::Erf)
            m_budget.check();
        m_budget.poll();
        switch (f.op) {
        case Op::Number:
            return constant(f.number);
        case Op::Pi:
            return constant(Ball::pi());
        case Op::Variable:
            return {.known = Known::Defined, .order = 2, .d = {m_x, Rational(1), Rational(0)}};
        case Op::If:
            return chosen(f);
        default:
            break;
        }
        const Local a = run(*f.args[0]);
        if (a.known == Known::Undefined)
            return a;
        const Local b = f.args.size() > 1 ? run(*f.args[1]) : a;
        if (b.known != Known::Defined || a.known != Known::Defined)
            return b.known == Known::Undefined ? b : unknown();
        Local r = f.args.size() > 1 ? binary(f, a, b) : unary(f, a);
        r.order = std::min(r.order, m_wanted);
        return r;
    }

private:
    Local chosen(const Expr& f)
    {
        const Local left = run(*f.args[0]);
        const Local right = run(*f.args[1]);
        if (left.known == Known::Undefined || right.known == Known::Undefined)
            return undefined();
        if (left.known != Known::Defined || right.known != Known::Defined)
            return unknown();
        const auto holds = compare(f.relation, left.d[0], right.d[0]);
        if (!holds)
            return unknown();
        Local r = run(*f.args[*holds ? 2 : 3]);
        // At a single point the other branch may lie beside it: only a strict comparison lasts in a neighbourhood.
        const auto apart = (left.d[0] - right.d[0]).sign();
        const bool isConstant = !f.args[0]->hasX && !f.args[1]->hasX;
        if (!isConstant && (!apart || *apart == 0))
            r.order = std::min(r.order, 0);
        return r;
    }

    Local binary(const Expr& f, const Local& a, const Local& b) const
    {
        const int order = std::min({a.order, b.order, m_wanted});
        switch (f.op) {
        case Op::Add: {
            Local r{.known = Known::Defined, .order = order, .d = {a.d[0] + b.d[0]}};
            for (std::size_t i = 1; static_cast<int>(i) <= order; ++i)
                r.d[i] = a.d[i] + b.d[i];
            return r;
        }
        case Op::Multiply:
            return product(a, b, order);
        case Op::Divide:
            return quotient(a, b, order);
        case Op::Power:
            return f.args[1]->hasX ? generalPower(a, b) : constantPower(a, b.d[0]);
        default:
            return extreme(f.op == Op::Maximum, a, b);
        }
    }

    static Local product(const Local& a, const Local& b, int order)
    {
        Local r{.known = Known::Defined, .order = order, .d = {a.d[0] * b.d[0]}};
        if (order >= 1)
            r.d[1] = a.d[1] * b.d[0] + a.d[0] * b.d[1];
        if (order >= 2)
            r.d[2] = a.d[2] * b.d[0] + Real(Rational(2)) * a.d[1] * b.d[1] + a.d[0] * b.d[2];
        return r;
    }

    static Local quotient(const Local& a, const Local& b, int order)
    {
        const auto sign = b.d[0].sign();
        if (!sign)
            return unknown();
        if (*sign == 0)
            return undefined();
        Local r{.known = Known::Defined, .order = order, .d = {a.d[0] / b.d[0]}};
        if (order >= 1)
            r.d[1] = (a.d[1] - r.d[0] * b.d[1]) / b.d[0];
        if (order >= 2)
            r.d[2] = (a.d[2] - Real(Rational(2)) * r.d[1] * b.d[1] - r.d[0] * b.d[2]) / b.d[0];
        return r;
    }

    static Local extreme(bool wantsGreater, const Local& a, const Local& b)
    {
        const auto sign = (a.d[0] - b.d[0]).sign();
        if (sign && *sign != 0)
            return (*sign > 0) == wantsGreater ? a : b;
        const Ball value =
            wantsGreater ? largest(a.d[0].ball(), b.d[0].ball()) : smallest(a.d[0].ball(), b.d[0].ball());
        return valueOnly(sign ? a.d[0] : Real(value));
    }

    Local generalPower(const Local& a, const Local& b) const
    {
        const auto sign = a.d[0].sign();
        if (!sign)
            return unknown();
        if (*sign <= 0)
            return undefined();
        if (a.d[0].isExact() && b.d[0].isExact() && m_wanted == 0)
            return valueOnly(power(a.d[0], b.d[0].exact()));
        const Ball u = a.d[0].ball();
        const Local logarithm = composed({Real(log(u)), unit(1) / u, -(unit(1) / (u * u))}, a);
        const Local w = product(b, logarithm, std::min(b.order, logarithm.order));
        const Real e = exp(w.d[0].ball());
        return composed({e, e, e}, w);
    }

    Local constantPower(const Local& a, const Real& p) const
    {
        if (p.isExact() && p.exact().get_den() == 1)
            return p.exact().get_num().fits_slong_p() && abs(p.exact().get_num()) < 1000000
                       ? integerPower(a, p.exact().get_num().get_si())
                       : unknown();
        // An enclosed exponent that may be an integer has two possible domains; so has one whose sign is open.
        if (!p.isExact() && (!p.ball().isBounded() || std::floor(p.ball().low()) != std::floor(p.ball().high())))
            return unknown();
        const auto sign = a.d[0].sign();
        if (sign && *sign < 0)
            return undefined();
        if (sign && *sign == 0)
            return *p.sign() > 0 ? valueOnly(Rational(0)) : undefined();
        if (!sign)
            return touchingZero(a, p);
        const Ball u = a.d[0].ball();
        const Real value = p.isExact() ? power(a.d[0], p.exact()) : Real(exp(p.ball() * log(u)));
        const Real slope = p * value / a.d[0];
        return composed({value, slope, (p - Real(Rational(1))) * slope / a.d[0]}, a);
    }

    /// A base that may be 0 but is never negative: bounds on the value alone.
    static Local touchingZero(const Local& a, const Real& p)
    {
        if (!a.d[0].ball().isNonNegative() || *p.sign() < 0)
            return unknown();
        return valueOnly(exp(p.ball() * log(a.d[0].ball())));
    }

    static Local integerPower(const Local& a, long n)
    {
        if (n == 0)
            return constant(Rational(1));
        const auto sign = a.d[0].sign();
        if (n < 0 && !sign)
            return unknown();
        if (n < 0 && *sign == 0)
            return undefined();
        const auto factor = [](long k) { return Real(Rational(k)); };
        const Real slope = factor(n) * power(a.d[0], n - 1);
        const Real curvature = n == 1 ? Real(Rational(0)) : factor(n) * factor(n - 1) * power(a.d[0], n - 2);
        return composed({power(a.d[0], n), slope, curvature}, a);
    }

    [[nodiscard]] Local unary(const Expr& f, const Local& a) const
    {
        const Real& x = a.d[0];
        const auto sign = x.sign();
        const Ball u = x.ball();
        switch (f.op) {
        case Op::Exp: {
            const Real e = x.isZero() ? Real(Rational(1)) : Real(exp(u));
            return composed({e, e, e}, a);
        }
        case Op::Log:
            if (!sign)
                return unknown();
            if (*sign <= 0)
                return undefined();
            return composed({x.isExact() && x.exact() == 1 ? Real(Rational(0)) : Real(log(u)), Real(Rational(1)) / x,
                             -(Real(Rational(1)) / (x * x))},
                            a);
        case Op::Sin:
        case Op::Cos:
            return wave(f.op == Op::Sin, a);
        case Op::Asin:
            return arcsine(a);
        case Op::Atan: {
            const Ball below = unit(1) + power(u, 2);
            return composed({x.isZero() ? x : Real(atan(u)), unit(1) / below, unit(-2) * u / (below * below)}, a);
        }
        case Op::Asinh: {
            const Ball below = unit(1) + power(u, 2);
            const Ball slope = exp(log(below) / unit(-2));
            return composed({x.isZero() ? x : Real(asinh(u)), slope, -(u * slope / below)}, a);
        }
        case Op::Erf: {
            const Ball slope = unit(2) * exp(-power(u, 2)) / exp(log(Ball::pi()) / unit(2));
            return composed({x.isZero() ? x : Real(erf(u)), slope, unit(-2) * u * slope}, a);
        }
        case Op::Cbrt:
            return cubeRoot(a);
        case Op::Floor:
            return floorOf(a);
        default:
            if (sign && *sign <= 0)
                return undefined();
            return u.isPositive() ? gammaOf(a) : unknown();
        }
    }

    [[nodiscard]] Local gammaOf(const Local& a) const
    {
        const Real& x = a.d[0];
        const bool isOne = x.isExact() && (x.exact() == 1 || x.exact() == 2);
        const Ball value = isOne ? unit(1) : gamma(x.ball());
        if (std::min(a.order, m_wanted) == 0)
            return valueOnly(isOne ? Real(Rational(1)) : Real(value));
        const Ball psi = digamma(x.ball());
        return composed(
            {isOne ? Real(Rational(1)) : Real(value), value * psi, value * (power(psi, 2) + polygamma(1, x.ball()))},
            a);
    }

    static Local wave(bool isSine, const Local& a)
    {
        if (a.d[0].isZero()) {
            const Real zero = Rational(0);
            const Real one = Rational(1);
            return isSine ? composed({zero, one, zero}, a) : composed({one, zero, -one}, a);
        }
        const Ball s = sin(a.d[0].ball());
        const Ball c = cos(a.d[0].ball());
        return isSine ? composed({s, c, -s}, a) : composed({c, -s, -c}, a);
    }

    static Local arcsine(const Local& a)
    {
        const auto below = (Real(Rational(1)) - a.d[0] * a.d[0]).sign();
        const Ball inside = unit(1) - power(a.d[0].ball(), 2);
        if (below && *below < 0)
            return undefined();
        if (below && *below == 0)
            return valueOnly(asin(a.d[0].ball()));
        if (!inside.isPositive())
            return inside.isNonNegative() ? valueOnly(asin(a.d[0].ball())) : unknown();
        const Ball slope = exp(log(inside) / unit(-2));
        const Ball u = a.d[0].ball();
        return composed({a.d[0].isZero() ? a.d[0] : Real(asin(u)), slope, u * slope / inside}, a);
    }

    static Local cubeRoot(const Local& a)
    {
        const auto sign = a.d[0].sign();
        if (!sign) {
            const auto root = [](const Ball& u) { return exp(log(u) / unit(3)); };
            const Ball u = a.d[0].ball();
            return valueOnly(hull(root(clipped(u)), -root(clipped(-u))));
        }
        if (*sign == 0)
            return valueOnly(Rational(0));
        const Real magnitude = *sign > 0 ? a.d[0] : -a.d[0];
        const Real root = power(magnitude, Rational(1, 3));
        const Real value = *sign > 0 ? root : -root;
        const Real slope = value / (Real(Rational(3)) * a.d[0]);
        return composed({value, slope, Real(Rational(-2, 3)) * slope / a.d[0]}, a);
    }

    static Local floorOf(const Local& a)
    {
        const auto floored = [](const Rational& q) {
            mpz_class n;
            mpz_fdiv_q(n.get_mpz_t(), q.get_num_mpz_t(), q.get_den_mpz_t());
            return Rational(n);
        };
        if (a.d[0].isExact()) {
            const Rational value = floored(a.d[0].exact());
            return value == a.d[0].exact() ? valueOnly(value) : constant(value);
        }
        const Ball u = a.d[0].ball();
        if (!u.isBounded())
            return valueOnly(Ball::whole());
        const Ball n = floor(u);
        if (!n.isPoint())
            return valueOnly(n);
        // Beyond that a fraction would be too long.
        const Real value = std::abs(n.low()) < 1e15 ? Real(Rational(n.low())) : Real(n);
        return u.isLowInteger() ? valueOnly(value) : constant(value);
    }

    Real m_x;
    int m_wanted;
    Budget& m_budget;
};

} // namespace

Local evaluate(const Expr& f, const Real& x, int wanted, Budget& budget)
{
    return Evaluation(x, wanted, budget).run(f);
}

std::optional<bool> compare(NodeKind relation, const Real& left, const Real& right)
{
    const auto sign = (left - right).sign();
    const Ball difference = (left - right).ball();
    const auto known = [&](bool yes, bool no) {
        return yes ? std::optional(true) : no ? std::optional(false) : std::nullopt;
    };
    switch (relation) {
    case NodeKind::Less:
        return known(difference.isNegative(), difference.isNonNegative());
    case NodeKind::LessEqual:
        return known(difference.isNonPositive(), difference.isPositive());
    case NodeKind::Greater:
        return known(difference.isPositive(), difference.isNonPositive());
    case NodeKind::GreaterEqual:
        return known(difference.isNonNegative(), difference.isNegative());
    case NodeKind::Equal:
        return sign ? std::optional(*sign == 0) : std::nullopt;
    default:
        return sign ? std::optional(*sign != 0) : std::nullopt;
    }
}

} // namespace secant::convexity
