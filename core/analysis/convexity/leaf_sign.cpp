#include <algorithm>

#include "core/analysis/convexity/leaf.h"

namespace secant::convexity {

namespace {

struct Placement {
    Rational origin;
    int direction = 1;
    OpenRange t;
    bool isExact = false;
};

std::vector<Placement> placements(const Leaf& leaf)
{
    const OpenRange x = outer(leaf);
    std::vector<Placement> all;
    const auto length = x.lo && x.hi ? std::optional(Rational(*x.hi - *x.lo)) : std::nullopt;
    const bool isUnshifted = (!x.lo && !x.hi) || (x.lo && *x.lo >= 0) || (x.hi && *x.hi <= 0);
    if (isUnshifted && (!x.lo || *x.lo != 0) && (!x.hi || *x.hi != 0))
        all.push_back({0, 1, x, false});
    if (x.lo)
        all.push_back({*x.lo, 1, {Rational(0), length}, leaf.lo.isExact()});
    if (x.hi)
        all.push_back({*x.hi, -1, {Rational(0), length}, leaf.hi.isExact()});
    if (!isUnshifted)
        all.push_back({0, 1, x, false});
    return all;
}

Sign signPlaced(const Expr& u, const Placement& p, int order, Budget& budget, Effort effort)
{
    try {
        Field field(p.origin, p.direction, p.t.lo && *p.t.lo >= 0, budget);
        Form form = field.read(u);
        for (int i = 0; i < order; ++i)
            form = scaled(field.derivative(form), p.direction);
        Prover prover(field, p.t, p.isExact, effort);
        Sign s = prover.signOf(form);
        if ((s.kind == Sign::Kind::Positive || s.kind == Sign::Kind::Negative) && !s.isStrict &&
            !prover.isNonzeroSomewhere(form))
            return {};
        return s;
    } catch (const NoForm&) {
        return {};
    }
}

} // namespace

OpenRange outer(const Leaf& leaf)
{
    return {leaf.lo.isInfinite ? std::nullopt : std::optional(leaf.lo.lo),
            leaf.hi.isInfinite ? std::nullopt : std::optional(leaf.hi.hi)};
}

Rational inside(const Leaf& leaf)
{
    if (!leaf.lo.isInfinite && !leaf.hi.isInfinite)
        return simplestBetween((2 * leaf.lo.hi + leaf.hi.lo) / 3, (leaf.lo.hi + 2 * leaf.hi.lo) / 3);
    if (!leaf.lo.isInfinite)
        return leaf.lo.hi + 1;
    return leaf.hi.isInfinite ? Rational(0) : Rational(leaf.hi.lo - 1);
}

std::vector<Rational> betweenInflections(const Leaf& leaf, Budget& budget)
{
    std::vector<Rational> points;
    if (!leaf.f)
        return points;
    try {
        Field field(0, 1, false, budget);
        const Form curvature = field.derivative(field.derivative(field.read(*leaf.f)));
        const auto p = Prover::polynomialIn(factored(curvature).second, 0);
        if (!p)
            return points;
        const std::vector<Root> roots = rootsOf(*p, outer(leaf), budget);
        for (std::size_t i = 0; i + 1 < roots.size(); ++i)
            points.push_back(
                simplestBetween((2 * roots[i].hi + roots[i + 1].lo) / 3, (roots[i].hi + 2 * roots[i + 1].lo) / 3));
        if (!roots.empty()) {
            const Leaf before{leaf.lo, {false, roots.front().lo, roots.front().hi, nullptr}, nullptr};
            const Leaf behind{{false, roots.back().lo, roots.back().hi, nullptr}, leaf.hi, nullptr};
            points.push_back(inside(before));
            points.push_back(inside(behind));
        }
    } catch (const NoForm&) {
        return points;
    }
    return points;
}

Sign signOn(const Expr& u, const Leaf& leaf, int order, Budget& budget, Effort effort)
{
    Sign weak;
    const auto isEnough = [&](const Sign& s) {
        weak = s.isKnown() || s.isMixed ? s : weak;
        return s.kind == Sign::Kind::Zero || s.isMixed || (s.isKnown() && (s.isStrict || order > 0));
    };
    for (const Effort here : {Effort::Quick, effort}) {
        for (const Placement& p : placements(leaf)) {
            if (isEnough(signPlaced(u, p, order, budget, here)))
                return weak;
        }
        if (leaf.lo.isInfinite && leaf.hi.isInfinite && !weak.isKnown()) {
            // On each side of 0: u is analytic there, so the sign holds at 0 too, if not strictly.
            const Cut zero;
            const Sign left = signOn(u, {leaf.lo, zero, leaf.f}, order, budget, here);
            const Sign right = left.isKnown() ? signOn(u, {zero, leaf.hi, leaf.f}, order, budget, here) : Sign{};
            if (left.isKnown() && left.kind == right.kind)
                weak = {left.kind, false, left.rule};
        }
        if (effort == Effort::Quick || (weak.isKnown() && order > 0))
            break;
    }
    return weak;
}

} // namespace secant::convexity
