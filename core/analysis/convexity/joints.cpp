#include "core/analysis/convexity/joints.h"

#include <array>

#include "core/analysis/convexity/expansion.h"

namespace secant::convexity {

namespace {

constexpr mpfr_prec_t kJointBits = 200;
constexpr std::array kExpansionLengths{3L, 8L};

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

/// f(c) as a formula without x and without switches, or null.
ExprPtr valueAt(const Expr& f, const Rational& c, Budget& budget)
{
    budget.poll();
    if (f.op == Op::Variable)
        return number(c);
    if (f.args.empty())
        return std::make_shared<Expr>(f);
    if (f.op == Op::If) {
        const Local left = evaluate(*f.args[0], c, 0, budget);
        const Local right = evaluate(*f.args[1], c, 0, budget);
        const bool isKnown = left.known == Known::Defined && right.known == Known::Defined;
        const auto holds = isKnown ? compare(f.relation, left.d[0], right.d[0]) : std::nullopt;
        return holds ? valueAt(*f.args[*holds ? 2 : 3], c, budget) : nullptr;
    }
    const Local value = evaluate(f, c, 0, budget);
    if (value.known == Known::Defined && value.d[0].isExact())
        return number(value.d[0].exact());
    std::vector<ExprPtr> args;
    for (const ExprPtr& arg : f.args) {
        args.push_back(valueAt(*arg, c, budget));
        if (!args.back())
            return nullptr;
    }
    if (f.op == Op::Maximum || f.op == Op::Minimum) {
        const Local first = evaluate(*args[0], c, 0, budget);
        const Local second = evaluate(*args[1], c, 0, budget);
        const auto s = (first.d[0] - second.d[0]).sign();
        return !s ? nullptr : (*s >= 0) == (f.op == Op::Maximum) ? args[0] : args[1];
    }
    return f.op == Op::Cbrt || f.op == Op::Floor ? nullptr : make(f.op, std::move(args));
}

/// f(c) − limit: its sign, 0 if f is continuous from that side.
std::optional<int> jump(const Expr& f, const Joint& joint, const Limit& limit, Budget& budget)
{
    if (joint.known != Known::Defined)
        return std::nullopt;
    const Limit value{Limit::Kind::Finite, joint.value, joint.at.isExact() ? valueAt(f, joint.at.lo, budget) : nullptr};
    if (const auto s = compare(value, limit, budget))
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

namespace {

Limit expandedLimit(const Leaf& leaf, bool isLow, int order, Budget& budget)
{
    const int direction = isLow ? 1 : -1;
    Field field((isLow ? leaf.lo : leaf.hi).lo, direction, true, budget);
    Form form = field.read(*leaf.f);
    for (int i = 0; order == 2 && i < 2; ++i)
        form = field.derivative(form);
    const OpenRange x = outer(leaf);
    OpenRange t{Rational(0), std::nullopt};
    if (x.lo && x.hi)
        t.hi = *x.hi - *x.lo;
    Prover prover(field, t, true);
    for (const long length : kExpansionLengths) {
        try {
            Expansion expansion(field, prover, Rational(length));
            Series series = expansion.of(form);
            if (order == 1) {
                if (expansion.limit(series).kind != Limit::Kind::Finite)
                    continue;
                series = expansion.quotient(series, direction);
            }
            const Limit limit = expansion.limit(series);
            if (limit.kind != Limit::Kind::Unknown)
                return limit;
        } catch (const NoForm&) {
            continue;
        }
    }
    return {};
}

} // namespace

Limit limitAt(const Leaf& leaf, bool isLow, int order, Budget& budget)
{
    const Cut& c = isLow ? leaf.lo : leaf.hi;
    if (c.isInfinite)
        return {};
    const Local local = evaluate(*leaf.f, c.real(), order, budget);
    const bool isKnown = local.known == Known::Defined && local.order >= order;
    const Real value = local.d[static_cast<std::size_t>(order)];
    if (isKnown && (value.isExact() || !c.isExact()))
        return {Limit::Kind::Finite, value, value.isExact() ? number(value.exact()) : nullptr};
    if (!c.isExact())
        return {};
    try {
        const Limit limit = expandedLimit(leaf, isLow, order, budget);
        return limit.kind == Limit::Kind::Unknown && isKnown ? Limit{Limit::Kind::Finite, value, nullptr} : limit;
    } catch (const NoForm&) {
        return isKnown ? Limit{Limit::Kind::Finite, value, nullptr} : Limit{};
    }
}

std::optional<int> compare(const Limit& a, const Limit& b, Budget& budget)
{
    using Kind = Limit::Kind;
    if (a.kind == Kind::Unknown || b.kind == Kind::Unknown)
        return std::nullopt;
    const auto rank = [](Kind k) { return k == Kind::PlusInfinity ? 1 : k == Kind::MinusInfinity ? -1 : 0; };
    if (rank(a.kind) != rank(b.kind))
        return rank(a.kind) < rank(b.kind) ? -1 : 1;
    if (rank(a.kind) != 0)
        return 0;
    const auto s = (a.value - b.value).sign();
    if (s || !a.constant || !b.constant)
        return s;
    try {
        // Equal as formulas: exp(1)·1 and e.
        Field field(0, 1, false, budget);
        return add(field.read(*a.constant), field.read(*b.constant), -1).empty() ? std::optional(0) : std::nullopt;
    } catch (const NoForm&) {
        return std::nullopt;
    }
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
        joint.step = compare(joint.left.limit, joint.right.limit, budget);
        if (joint.step)
            joint.step = -*joint.step;
        else if (joint.left.jump == 0 && joint.right.jump == 0)
            joint.step = 0;
        if (joint.left.jump == 0 && joint.right.jump == 0) {
            if (const auto s = compare(joint.left.slope, joint.right.slope, budget))
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
