#include "core/analysis/convexity/joints.h"

namespace secant::convexity {

namespace {

constexpr mpfr_prec_t kJointBits = 200;

Possible nothing()
{
    return {.isKnown = false};
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
std::optional<int> jump(const Expr& f, const Joint& joint, const Limit& limit, Budget& budget)
{
    if (joint.known != Known::Defined)
        return std::nullopt;
    const auto s = compare({Limit::Kind::Finite, joint.value}, limit);
    if (s && (*s != 0 || (joint.value.isExact() && limit.kind == Limit::Kind::Finite && limit.value.isExact())))
        return s;
    return isContinuous(f, joint.at.real(), budget) ? std::optional(0) : std::nullopt;
}

JointSide sideOf(const Expr& f, const Joint& joint, const Leaf* leaf, bool isLow, Budget& budget)
{
    if (!leaf || !leaf->f)
        return {};
    JointSide side{true, limitAt(*leaf, isLow, 0, budget), {}, {}};
    side.jump = jump(f, joint, side.limit, budget);
    if (side.jump == 0)
        side.slope = limitAt(*leaf, isLow, 1, budget);
    return side;
}

} // namespace

Limit limitAt(const Leaf& leaf, bool isLow, int order, Budget& budget)
{
    const Cut& c = isLow ? leaf.lo : leaf.hi;
    if (c.isInfinite)
        return {};
    const Local local = evaluate(*leaf.f, c.real(), order, budget);
    if (local.known == Known::Defined && local.order >= order)
        return {Limit::Kind::Finite, local.d[static_cast<std::size_t>(order)]};
    if (!c.isExact())
        return {};
    try {
        const int direction = isLow ? 1 : -1;
        Field field(c.lo, direction, true, budget);
        Form form = field.read(*leaf.f);
        for (int i = 0; i < order; ++i)
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

std::optional<int> compare(const Limit& a, const Limit& b)
{
    using Kind = Limit::Kind;
    if (a.kind == Kind::Unknown || b.kind == Kind::Unknown)
        return std::nullopt;
    const auto rank = [](Kind k) { return k == Kind::PlusInfinity ? 1 : k == Kind::MinusInfinity ? -1 : 0; };
    if (rank(a.kind) != rank(b.kind))
        return rank(a.kind) < rank(b.kind) ? -1 : 1;
    return rank(a.kind) != 0 ? std::optional(0) : (a.value - b.value).sign();
}

Joint jointOf(const Expr& f, const Leaf* left, const Leaf* right, const Range& range, Budget& budget)
{
    const WorkingBits scope(kJointBits);
    Joint joint;
    joint.at = left ? left->hi : right->lo;
    const bool isJudged = !joint.at.isInfinite && (!joint.at.isExact() || range.contains(joint.at.lo));
    if (isJudged && !isUndefinedWhereCut(f, joint.at)) {
        const Local value = evaluate(f, joint.at.real(), 0, budget);
        joint.known = value.known;
        joint.value = value.d[0];
    }
    if (joint.at.isInfinite)
        return joint;
    joint.left = sideOf(f, joint, left, false, budget);
    joint.right = sideOf(f, joint, right, true, budget);
    if (joint.left.isThere && joint.right.isThere) {
        joint.step = compare(joint.left.limit, joint.right.limit);
        if (joint.step)
            joint.step = -*joint.step;
        else if (joint.left.jump == 0 && joint.right.jump == 0)
            joint.step = 0;
        if (joint.left.jump == 0 && joint.right.jump == 0) {
            if (const auto s = compare(joint.left.slope, joint.right.slope))
                joint.bend = -*s;
        }
    }
    return joint;
}

Possible possibleAt(const Joint& joint)
{
    const JointSide& left = joint.left;
    const JointSide& right = joint.right;
    if (left.isThere && right.isThere) {
        if (left.jump != 0 || right.jump != 0 || !joint.bend)
            return nothing();
        return {.isKnown = true, .convex = *joint.bend >= 0, .concave = *joint.bend <= 0, .affine = *joint.bend == 0};
    }
    if (joint.known == Known::Undefined)
        return {};
    const std::optional<int> s = left.isThere ? left.jump : right.jump;
    if (!s)
        return nothing();
    return {.isKnown = true, .convex = *s >= 0, .concave = *s <= 0, .affine = *s == 0};
}

} // namespace secant::convexity
