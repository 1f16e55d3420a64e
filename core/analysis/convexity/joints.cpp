#include "core/analysis/convexity/joints.h"

namespace secant::convexity {

namespace {

constexpr mpfr_prec_t kJointBits = 200;

Possible nothing()
{
    return {.isKnown = false};
}

/// Value (order 0) or slope (order 1) of a leaf at one of its ends, from inside.
Limit limitAt(const Leaf& leaf, bool isLow, int order, Budget& budget)
{
    const Cut& c = isLow ? leaf.lo : leaf.hi;
    const Local local = evaluate(*leaf.f, c.real(), order, budget);
    if (local.known == Known::Defined && local.order >= order)
        return {Limit::Kind::Finite, local.d[static_cast<std::size_t>(order)]};
    if (!c.isExact())
        return {};
    try {
        const int direction = isLow ? 1 : -1;
        Field field(c.lo, direction, true, budget);
        Form form = field.read(*leaf.f);
        if (order == 1)
            form = scaled(field.derivative(form), direction);
        const OpenRange x = outer(leaf);
        OpenRange t{Rational(0), std::nullopt};
        if (x.lo && x.hi)
            t.hi = *x.hi - *x.lo;
        return Prover(field, t, true).limitAtZero(form);
    } catch (const NoForm&) {
        return {};
    }
}

/// −1, 0, 1 as a < b, a = b, a > b.
std::optional<int> order(const Limit& a, const Limit& b)
{
    using Kind = Limit::Kind;
    if (a.kind == Kind::Unknown || b.kind == Kind::Unknown)
        return std::nullopt;
    const auto rank = [](Kind k) { return k == Kind::PlusInfinity ? 1 : k == Kind::MinusInfinity ? -1 : 0; };
    if (rank(a.kind) != rank(b.kind))
        return rank(a.kind) < rank(b.kind) ? -1 : 1;
    return rank(a.kind) != 0 ? std::optional(0) : (a.value - b.value).sign();
}

/// Whether f is continuous at c by its structure, seen from the points near c where it is defined.
bool isContinuous(const Expr& f, const Real& c, Budget& budget)
{
    budget.poll();
    if (!f.hasX)
        return true;
    if (f.op == Op::If) {
        const Local left = evaluate(*f.args[0], c, 0, budget);
        const Local right = evaluate(*f.args[1], c, 0, budget);
        if (left.known != Known::Defined || right.known != Known::Defined || !isContinuous(*f.args[0], c, budget) ||
            !isContinuous(*f.args[1], c, budget))
            return false;
        const auto s = (left.d[0] - right.d[0]).sign();
        if (s && *s != 0)
            return isContinuous(*f.args[*compare(f.relation, left.d[0], right.d[0]) ? 2 : 3], c, budget);
        const Local then = evaluate(*f.args[2], c, 0, budget);
        const Local otherwise = evaluate(*f.args[3], c, 0, budget);
        return then.known == Known::Defined && otherwise.known == Known::Defined && then.d[0].isExact() &&
               otherwise.d[0].isExact() && then.d[0].exact() == otherwise.d[0].exact() &&
               isContinuous(*f.args[2], c, budget) && isContinuous(*f.args[3], c, budget);
    }
    if (f.op == Op::Floor) {
        const Local u = evaluate(f, c, 1, budget);
        return u.known == Known::Defined && u.order >= 1;
    }
    for (const ExprPtr& arg : f.args) {
        if (!isContinuous(*arg, c, budget))
            return false;
    }
    return true;
}

/// f(c) − limit: its sign, 0 if f is continuous from that side.
std::optional<int> jump(const Expr& f, const Leaf& leaf, bool isLow, const Local& value, Budget& budget)
{
    const Cut& c = isLow ? leaf.lo : leaf.hi;
    const Limit limit = limitAt(leaf, isLow, 0, budget);
    const auto s = order({Limit::Kind::Finite, value.d[0]}, limit);
    if (s && (*s != 0 || (value.d[0].isExact() && limit.kind == Limit::Kind::Finite && limit.value.isExact())))
        return s;
    return isContinuous(f, c.real(), budget) ? std::optional(0) : std::nullopt;
}

} // namespace

Possible meet(const Expr& f, const Leaf& left, const Leaf& right, Budget& budget)
{
    const WorkingBits scope(kJointBits);
    const Local value = evaluate(f, left.hi.real(), 0, budget);
    if (value.known != Known::Defined)
        return nothing();
    const auto fromLeft = jump(f, left, false, value, budget);
    const auto fromRight = jump(f, right, true, value, budget);
    if (!fromLeft || !fromRight || *fromLeft != 0 || *fromRight != 0)
        return nothing();
    const auto s = order(limitAt(left, false, 1, budget), limitAt(right, true, 1, budget));
    if (!s)
        return nothing();
    return {.isKnown = true, .convex = *s <= 0, .concave = *s >= 0, .affine = *s == 0};
}

Possible endOf(const Expr& f, const Leaf& leaf, bool isLow, Budget& budget)
{
    const WorkingBits scope(kJointBits);
    const Cut& c = isLow ? leaf.lo : leaf.hi;
    const Local value = evaluate(f, c.real(), 0, budget);
    if (value.known == Known::Undefined)
        return {};
    if (value.known == Known::Unknown)
        return nothing();
    const auto s = jump(f, leaf, isLow, value, budget);
    if (!s)
        return nothing();
    return {.isKnown = true, .convex = *s >= 0, .concave = *s <= 0, .affine = *s == 0};
}

} // namespace secant::convexity
