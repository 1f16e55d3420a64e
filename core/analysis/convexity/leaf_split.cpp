#include <algorithm>
#include <cmath>

#include "core/analysis/convexity/leaf.h"

namespace secant::convexity {

namespace {

constexpr std::size_t kMaxLeaves = 80;

/// Thrown to begin again on the parts.
struct CutHere {
    std::vector<Cut> at;
    ExprPtr zeroThere; ///< All zeros of this on the leaf are among them; null if there is no such function.
};

bool isSame(const Expr& a, const Expr& b)
{
    if (a.op != b.op || a.number != b.number || a.relation != b.relation || a.args.size() != b.args.size())
        return false;
    return std::ranges::equal(a.args, b.args, [](const ExprPtr& x, const ExprPtr& y) { return isSame(*x, *y); });
}

/// Thrown where the expression is undefined on the whole leaf.
struct UndefinedHere {};

ExprPtr minus(const ExprPtr& a, const ExprPtr& b)
{
    return make(Op::Add, {a, make(Op::Multiply, {number(-1), b})});
}

class Resolver {
public:
    /// `nonzero`: what is known not to vanish on the leaf, because it was cut there.
    Resolver(const Leaf& leaf, const std::vector<ExprPtr>& nonzero, Budget& budget)
        : m_leaf(leaf), m_nonzero(nonzero), m_budget(budget)
    {
    }

    ExprPtr resolve(const ExprPtr& e)
    {
        m_budget.poll();
        if (e->args.empty())
            return e;
        if (!e->hasX)
            return constant(e);
        if (e->op == Op::If)
            return branch(*e);
        std::vector<ExprPtr> args;
        for (const ExprPtr& arg : e->args)
            args.push_back(resolve(arg));
        return resolved(*e, args);
    }

private:
    ExprPtr constant(const ExprPtr& e)
    {
        const Local value = evaluate(*e, Rational(0), 0, m_budget);
        if (value.known == Known::Undefined)
            throw UndefinedHere{};
        if (value.known != Known::Defined)
            throw NoForm{};
        if (value.d[0].isExact())
            return number(value.d[0].exact());
        return pruned(e);
    }

    /// A constant without the switches that a normal form does not know.
    ExprPtr pruned(const ExprPtr& e)
    {
        if (e->args.empty())
            return e;
        std::vector<ExprPtr> args;
        if (e->op != Op::If) {
            for (const ExprPtr& arg : e->args)
                args.push_back(constant(arg));
        }
        const bool isPlain =
            e->op != Op::If && e->op != Op::Minimum && e->op != Op::Maximum && e->op != Op::Cbrt && e->op != Op::Floor;
        if (isPlain)
            return make(e->op, std::move(args));
        throw NoForm{};
    }

    /// The constant sign of u on the leaf; cuts it at the zeros otherwise. 0 if u vanishes identically.
    int signOf(const ExprPtr& u)
    {
        if (!u->hasX) {
            const Local value = evaluate(*u, Rational(0), 0, m_budget);
            const auto s = value.known == Known::Defined ? value.d[0].sign() : std::nullopt;
            if (!s)
                throw NoForm{};
            return *s;
        }
        const bool isNonzero = std::ranges::any_of(m_nonzero, [&](const ExprPtr& v) { return isSame(*u, *v); });
        bool isZero = false;
        const auto zeros = isNonzero ? std::optional(std::vector<Cut>{}) : zerosOn(*u, m_leaf, isZero, m_budget);
        if (!zeros)
            throw NoForm{};
        if (!zeros->empty())
            throw CutHere{*zeros, u};
        if (isZero)
            return 0;
        const WorkingBits scope(400);
        const Local sample = evaluate(*u, inside(m_leaf), 0, m_budget);
        const auto s = sample.known == Known::Defined ? sample.d[0].sign() : std::nullopt;
        if (!s || *s == 0)
            throw NoForm{};
        return *s;
    }

    ExprPtr branch(const Expr& e)
    {
        const int s = signOf(minus(resolve(e.args[0]), resolve(e.args[1])));
        const bool holds = *compare(e.relation, Rational(s), Rational(0));
        return resolve(e.args[holds ? 2 : 3]);
    }

    void require(const ExprPtr& u)
    {
        if (signOf(u) <= 0)
            throw UndefinedHere{};
    }

    ExprPtr resolved(const Expr& e, const std::vector<ExprPtr>& args)
    {
        switch (e.op) {
        case Op::Divide:
            if (signOf(args[1]) == 0)
                throw UndefinedHere{};
            break;
        case Op::Log:
        case Op::Gamma:
            require(args[0]);
            break;
        case Op::Asin:
            return arcSine(args);
        case Op::Power:
            return resolvedPower(args);
        case Op::Minimum:
        case Op::Maximum:
            return extreme(e.op == Op::Maximum, args);
        case Op::Cbrt:
            return cubeRoot(args[0]);
        case Op::Floor:
            return floorOf(args[0]);
        default:
            break;
        }
        return make(e.op, args);
    }

    ExprPtr resolvedPower(const std::vector<ExprPtr>& args)
    {
        if (args[1]->hasX) {
            require(args[0]);
            return make(Op::Power, args);
        }
        const Local p = evaluate(*args[1], Rational(0), 0, m_budget);
        if (p.known != Known::Defined)
            throw NoForm{};
        const bool isInteger = p.d[0].isExact() && p.d[0].exact().get_den() == 1;
        if (isInteger) {
            if (p.d[0].exact() == 0)
                return number(1);
            if (p.d[0].exact() < 0 && signOf(args[0]) == 0)
                throw UndefinedHere{};
            return make(Op::Power, {args[0], number(p.d[0].exact())});
        }
        const auto ps = p.d[0].sign();
        const bool mayBeInteger =
            !p.d[0].isExact() &&
            (!p.d[0].ball().isBounded() || std::floor(p.d[0].ball().low()) != std::floor(p.d[0].ball().high()));
        if (!ps || mayBeInteger)
            throw NoForm{};
        const int s = signOf(args[0]);
        if (s < 0 || (s == 0 && *ps < 0))
            throw UndefinedHere{};
        return s == 0 ? number(0) : make(Op::Power, args);
    }

    ExprPtr arcSine(const std::vector<ExprPtr>& args)
    {
        const int s = signOf(minus(number(1), make(Op::Power, {args[0], number(2)})));
        if (s < 0)
            throw UndefinedHere{};
        // Where u is 1 or −1 on the whole leaf it is defined though no analytic asin goes through there.
        return s > 0 ? make(Op::Asin, args)
                     : make(Op::Multiply, {number(Rational(signOf(args[0]), 2)), make(Op::Pi, {})});
    }

    ExprPtr extreme(bool wantsGreater, const std::vector<ExprPtr>& args)
    {
        const ExprPtr difference = minus(args[0], args[1]);
        if (difference->hasX) {
            // A weak sign is enough: where both are equal either will do.
            const Sign s = signOn(*difference, m_leaf, 0, m_budget);
            if (s.isKnown())
                return (s.value() >= 0) == wantsGreater ? args[0] : args[1];
        }
        const int s = signOf(difference);
        return (s >= 0) == wantsGreater ? args[0] : args[1];
    }

    ExprPtr cubeRoot(const ExprPtr& u)
    {
        const int s = signOf(u);
        if (s == 0)
            return number(0);
        const ExprPtr third = number(Rational(1, 3));
        if (s > 0)
            return make(Op::Power, {u, third});
        const ExprPtr mirrored = make(Op::Multiply, {number(-1), u});
        return make(Op::Multiply, {number(-1), make(Op::Power, {mirrored, third})});
    }

    ExprPtr floorOf(const ExprPtr& u)
    {
        const OpenRange x = outer(m_leaf);
        if (!x.lo || !x.hi)
            throw NoForm{};
        const Local bounds = evaluate(*u, Ball(*x.lo, *x.hi), 0, m_budget);
        if (bounds.known != Known::Defined || !bounds.d[0].ball().isBounded())
            throw NoForm{};
        const double lo = std::floor(bounds.d[0].ball().low());
        const double hi = std::floor(bounds.d[0].ball().high());
        if (hi - lo > 64 || std::abs(lo) > 1e9)
            throw NoForm{};
        std::vector<Cut> cuts;
        for (double k = lo; k <= hi; k += 1.0) {
            try {
                const int s = signOf(minus(u, number(Rational(k))));
                if (s == 0)
                    return number(Rational(k));
                if (s < 0 && cuts.empty())
                    return number(Rational(k - 1.0));
            } catch (const CutHere& cut) {
                cuts.insert(cuts.end(), cut.at.begin(), cut.at.end());
            }
        }
        if (!cuts.empty()) {
            std::ranges::sort(cuts, {}, &Cut::lo);
            throw CutHere{cuts, nullptr};
        }
        return number(Rational(hi));
    }

    const Leaf& m_leaf;
    const std::vector<ExprPtr>& m_nonzero;
    Budget& m_budget;
};

void splitInto(std::vector<Leaf>& leaves, const ExprPtr& f, const Leaf& leaf, std::vector<ExprPtr> nonzero,
               Budget& budget)
{
    if (leaves.size() > kMaxLeaves)
        throw NoForm{};
    std::vector<Cut> cuts;
    try {
        leaves.push_back({leaf.lo, leaf.hi, Resolver(leaf, nonzero, budget).resolve(f)});
        return;
    } catch (const UndefinedHere&) {
        leaves.push_back({leaf.lo, leaf.hi, nullptr});
        return;
    } catch (const CutHere& cut) {
        cuts = cut.at;
        for (Cut& at : cuts)
            at.vanishing = cut.zeroThere;
        if (cut.zeroThere)
            nonzero.push_back(cut.zeroThere);
    }
    Cut from = leaf.lo;
    for (const Cut& cut : cuts) {
        if (!from.isInfinite && from.hi >= cut.lo)
            throw NoForm{};
        splitInto(leaves, f, {from, cut, nullptr}, nonzero, budget);
        from = cut;
    }
    if (!leaf.hi.isInfinite && from.hi >= leaf.hi.lo)
        throw NoForm{};
    splitInto(leaves, f, {from, leaf.hi, nullptr}, nonzero, budget);
}

} // namespace

bool isUndefinedWhereCut(const Expr& f, const Cut& cut)
{
    if (!cut.vanishing || f.op == Op::If)
        return false;
    const bool isDivisor = f.op == Op::Divide && isSame(*f.args[1], *cut.vanishing);
    const bool isLogarithm = f.op == Op::Log && isSame(*f.args[0], *cut.vanishing);
    return isDivisor || isLogarithm ||
           std::ranges::any_of(f.args, [&](const ExprPtr& arg) { return isUndefinedWhereCut(*arg, cut); });
}

std::vector<Leaf> split(const ExprPtr& f, const Range& range, Budget& budget)
{
    const auto cut = [](const End& end) { return Cut{end.isInfinite, end.at, end.at, nullptr}; };
    std::vector<Leaf> leaves;
    splitInto(leaves, f, {cut(range.lo), cut(range.hi), nullptr}, {}, budget);
    return leaves;
}

} // namespace secant::convexity
