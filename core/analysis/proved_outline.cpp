#include "core/analysis/proved_outline.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <new>
#include <vector>

#include "core/analysis/convexity/anatomy.h"
#include "core/analysis/convexity/sign_map.h"

namespace secant {
namespace {

using namespace convexity;

/// A place or a limit that is known no better than this says too little.
constexpr double kWidest = 1e-11;

/// The double nearest to it.
double nearest(const Rational& value)
{
    const Ball ball(value);
    const double low = ball.low();
    const double high = ball.high();
    if (!std::isfinite(low) || !std::isfinite(high)) {
        return std::isfinite(low) ? low : high;
    }
    return Rational(value - Rational(low)) <= Rational(Rational(high) - value) ? low : high;
}

std::optional<double> nearest(const Ball& ball)
{
    const double low = ball.low();
    const double high = ball.high();
    if (!std::isfinite(low) || !std::isfinite(high) ||
        high - low > kWidest * std::max({1.0, std::abs(low), std::abs(high)})) {
        return std::nullopt;
    }
    return low + (high - low) / 2.0;
}

std::optional<double> nearest(const Real& value)
{
    return value.isExact() ? std::optional(nearest(value.exact())) : nearest(value.ball());
}

std::optional<double> nearest(const Cut& cut, double infinity)
{
    return cut.isInfinite ? std::optional(infinity) : nearest(cut.real());
}

std::optional<double> numberOf(const Limit& limit)
{
    switch (limit.kind) {
    case Limit::Kind::Finite:
        return nearest(limit.value);
    case Limit::Kind::PlusInfinity:
        return kInfinity;
    case Limit::Kind::MinusInfinity:
        return -kInfinity;
    case Limit::Kind::Unknown:
        break;
    }
    return std::nullopt;
}

/// The expression with `by` in place of x.
ExprPtr substituted(const ExprPtr& expr, const ExprPtr& by, std::map<const Expr*, ExprPtr>& done)
{
    if (!expr->hasX) {
        return expr;
    }
    if (expr->op == Op::Variable) {
        return by;
    }
    if (const auto found = done.find(expr.get()); found != done.end()) {
        return found->second;
    }
    std::vector<ExprPtr> args;
    for (const ExprPtr& arg : expr->args) {
        args.push_back(substituted(arg, by, done));
    }
    ExprPtr result = expr->op == Op::If ? choice(expr->relation, args[0], args[1], args[2], args[3])
                                        : make(expr->op, std::move(args));
    done[expr.get()] = result;
    return result;
}

/// The limits of f and f′ at the infinite end of a leaf: with x = ±1/t, f′ = ∓t² d/dt f.
struct FarLimits {
    Limit value;
    Limit slope;
};

FarLimits farLimits(const Leaf& leaf, bool isHigh, Budget& budget)
{
    try {
        const Rational sign(isHigh ? 1 : -1);
        const ExprPtr variable = make(Op::Variable, {});
        std::map<const Expr*, ExprPtr> done;
        const ExprPtr turned = substituted(leaf.f, make(Op::Divide, {number(sign), variable}), done);
        Field field(0, 1, true, budget);
        const Form value = field.read(*turned);
        const Form t = field.read(*variable);
        const Form slope = scaled(field.multiply(field.multiply(t, t), field.derivative(value)), -sign);
        Prover prover(field, {Rational(0), std::nullopt}, true);
        return {prover.limitAtZero(value), prover.limitAtZero(slope)};
    } catch (const NoForm&) {
        return {};
    }
}

class Outliner {
public:
    explicit Outliner(Budget& budget) : m_budget(budget) {}

    std::optional<ProvedOutline> run(const ExprPtr& f)
    {
        const Range everywhere{{true, false, 0}, {true, false, 0}};
        m_anatomy = dissect(f, everywhere, m_budget);
        const auto block = m_anatomy.block();
        if (!block) {
            return std::nullopt;
        }
        m_outline.hasSmoothness = true;
        for (std::size_t i = block->first; i <= block->last; ++i) {
            if ((i > block->first && !addBreak(i)) || !addTurns(m_anatomy.leaves[i])) {
                return std::nullopt;
            }
        }
        return addEnds(*block) ? std::optional(std::move(m_outline)) : std::nullopt;
    }

private:
    bool addTurns(const Leaf& leaf)
    {
        return addTurns(leaf, 1, m_outline.shape.valueTurns) && addTurns(leaf, 2, m_outline.shape.slopeTurns);
    }

    bool addTurns(const Leaf& leaf, int order, std::vector<double>& turns)
    {
        const SignMap map = signMap(leaf, order, m_budget);
        if (!map.isComplete) {
            return false;
        }
        for (std::size_t i = 0; i + 1 < map.parts.size(); ++i) {
            const auto at = nearest(map.parts[i].hi, kInfinity);
            if (!at) {
                return false;
            }
            turns.push_back(*at);
        }
        return true;
    }

    bool addBreak(std::size_t i)
    {
        const Joint& joint = m_anatomy.joints[i];
        const Leaf& before = m_anatomy.leaves[i - 1];
        const Leaf& after = m_anatomy.leaves[i];
        const auto at = nearest(joint.at, kNaN);
        const auto left = numberOf(joint.left.limit);
        const auto right = numberOf(joint.right.limit);
        if (!at || !left || !right || joint.known == Known::Unknown) {
            return false;
        }
        Break b{*at, {*left, 0.0, 0.0}, kNaN, {*right, 0.0, 0.0}};
        if (joint.known == Known::Defined) {
            const auto value = nearest(joint.value);
            if (!value || !joint.left.jump || !joint.right.jump) {
                return false;
            }
            b.value = *value;
            b.left.value = *joint.left.jump == 0 ? b.value : b.left.value;
            b.right.value = *joint.right.jump == 0 ? b.value : b.right.value;
        }
        if (!addSlopes(b, joint, before, after)) {
            return false;
        }
        m_outline.shape.breaks.push_back(b);
        return true;
    }

    bool addSlopes(Break& b, const Joint& joint, const Leaf& before, const Leaf& after)
    {
        const Limit left = limitAt(before, false, 1, m_budget);
        const Limit right = limitAt(after, true, 1, m_budget);
        const auto leftSlope = numberOf(left);
        const auto rightSlope = numberOf(right);
        const auto order = compare(left, right, m_budget);
        if (!leftSlope || !rightSlope) {
            return false;
        }
        b.left.slope = *leftSlope;
        b.right.slope = *rightSlope;
        const bool isContinuous = joint.known == Known::Defined && joint.left.jump == 0 && joint.right.jump == 0;
        if (!isContinuous) {
            return true;
        }
        if (!order) {
            return false;
        }
        if (*order == 0) {
            b.right.slope = b.left.slope;
            compareCurvatures(b, before, after);
        }
        return true;
    }

    /// Where f and f′ are continuous, f″ tells how smooth f is; if that is continuous too, it is not known.
    void compareCurvatures(Break& b, const Leaf& before, const Leaf& after)
    {
        const Limit left = limitAt(before, false, 2, m_budget);
        const Limit right = limitAt(after, true, 2, m_budget);
        const auto difference = compare(left, right, m_budget);
        b.left.curvature = numberOf(left).value_or(0.0);
        b.right.curvature = difference == 0 ? b.left.curvature : numberOf(right).value_or(kNaN);
        m_outline.hasSmoothness = m_outline.hasSmoothness && difference.value_or(0) != 0;
    }

    bool addEnds(const Anatomy::Block& block)
    {
        Shape& shape = m_outline.shape;
        const Leaf& first = m_anatomy.leaves[block.first];
        const Leaf& last = m_anatomy.leaves[block.last];
        const auto lo = nearest(first.lo, -kInfinity);
        const auto hi = nearest(last.hi, kInfinity);
        if (!lo || !hi) {
            return false;
        }
        shape.domain = {*lo, *hi};
        const Joint& low = m_anatomy.joints[block.first];
        const Joint& high = m_anatomy.joints[block.last + 1];
        shape.domainLowOpen = low.known != Known::Defined;
        shape.domainHighOpen = high.known != Known::Defined;
        if ((!first.lo.isInfinite && low.known == Known::Defined && low.right.jump != 0) ||
            (!last.hi.isInfinite && high.known == Known::Defined && high.left.jump != 0)) {
            return false;
        }
        m_outline.hasLow = addEnd(first, false, shape.atLow);
        m_outline.hasHigh = addEnd(last, true, shape.atHigh);
        return true;
    }

    bool addEnd(const Leaf& leaf, bool isHigh, Jet& jet)
    {
        const bool isFar = isHigh ? leaf.hi.isInfinite : leaf.lo.isInfinite;
        const FarLimits limits =
            isFar ? farLimits(leaf, isHigh, m_budget)
                  : FarLimits{limitAt(leaf, !isHigh, 0, m_budget), limitAt(leaf, !isHigh, 1, m_budget)};
        const auto value = numberOf(limits.value);
        const auto slope = numberOf(limits.slope);
        jet = {value.value_or(kNaN), slope.value_or(kNaN), 0.0};
        return value && slope;
    }

    Budget& m_budget;
    Anatomy m_anatomy;
    ProvedOutline m_outline;
};

} // namespace

std::optional<ProvedOutline> provedOutline(const SyntaxTree& tree, std::string_view formula,
                                           std::span<const double> values, convexity::Budget& budget)
{
    const ExprPtr f = exactFormula(tree, formula, values);
    if (!f) {
        return std::nullopt;
    }
    try {
        return Outliner(budget).run(f);
    } catch (const Stopped&) {
    } catch (const NoForm&) {
    } catch (const std::bad_alloc&) {
    }
    return std::nullopt;
}

} // namespace secant
