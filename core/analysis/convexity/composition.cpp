#include "core/analysis/convexity/composition.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/number/enclosure.h"
#include "core/number/primitive.h"

namespace secant::convexity {

namespace {

constexpr double kMaxInteger = 1e9;

bool isFlat(Curvature c)
{
    return c == Curvature::Constant || c == Curvature::Affine;
}

bool isConvex(Curvature c)
{
    return isFlat(c) || c == Curvature::Convex;
}

bool isConcave(Curvature c)
{
    return isFlat(c) || c == Curvature::Concave;
}

Curvature turned(Curvature c)
{
    return c == Curvature::Convex ? Curvature::Concave : c == Curvature::Concave ? Curvature::Convex : c;
}

Curvature summed(Curvature a, Curvature b)
{
    if (isFlat(a) && isFlat(b))
        return a == Curvature::Constant ? b : a;
    if (isConvex(a) && isConvex(b))
        return Curvature::Convex;
    return isConcave(a) && isConcave(b) ? Curvature::Concave : Curvature::Unknown;
}

/// Curvature and direction of a function of one variable over the range of its argument.
struct Atom {
    Curvature curvature = Curvature::Unknown;
    int monotone = 0;
};

Curvature curvatureOf(bool isUp, bool isDown)
{
    return isUp && isDown ? Curvature::Affine
           : isUp         ? Curvature::Convex
           : isDown       ? Curvature::Concave
                          : Curvature::Unknown;
}

/// f, f′, f″ at x, from the given side (−1: from the left) where that matters.
Jet jetAt(const BoundPrimitive& f, double x, int side)
{
    const Shape& shape = f.shape();
    if (x <= shape.domain.lo)
        return shape.atLow;
    if (x >= shape.domain.hi)
        return shape.atHigh;
    const auto found = std::ranges::find(shape.breaks, x, &Break::at);
    return found == shape.breaks.end() ? f.evaluate(x) : side < 0 ? found->left : found->right;
}

/// Between its breaks and turns each derivative is monotone, so that the signs at these places decide.
Atom atomOf(const BoundPrimitive& f, const Interval& u)
{
    const Shape& shape = f.shape();
    std::vector<double> cuts{u.lo};
    bool isUp = true;
    bool isDown = true;
    bool isRising = true;
    bool isFalling = true;
    for (const Break& b : shape.breaks) {
        if (!(b.at > u.lo && b.at < u.hi))
            continue;
        cuts.push_back(b.at);
        const bool isJump = b.left.value != b.value || b.right.value != b.value;
        isUp = isUp && !isJump && b.right.slope >= b.left.slope;
        isDown = isDown && !isJump && b.right.slope <= b.left.slope;
        isRising = isRising && b.left.value <= b.value && b.value <= b.right.value;
        isFalling = isFalling && b.left.value >= b.value && b.value >= b.right.value;
    }
    cuts.push_back(u.hi);
    const auto see = [&](const Jet& jet) {
        isUp = isUp && jet.curvature >= 0.0;
        isDown = isDown && jet.curvature <= 0.0;
        isRising = isRising && jet.slope >= 0.0;
        isFalling = isFalling && jet.slope <= 0.0;
    };
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        see(jetAt(f, cuts[i], 1));
        see(jetAt(f, cuts[i + 1], -1));
    }
    for (const std::vector<double>* turns : {&shape.slopeTurns, &shape.curvatureTurns}) {
        for (const double x : *turns) {
            if (x > u.lo && x < u.hi)
                see(f.evaluate(x));
        }
    }
    return {curvatureOf(isUp, isDown), isRising ? 1 : isFalling ? -1 : 0};
}

/// u^p on the range of u.
Atom powerAtom(double p, const Interval& u)
{
    if (p == 1.0 || p == 0.0)
        return {Curvature::Affine, 1};
    if (u.lo >= 0.0)
        return {p > 1.0 || p < 0.0 ? Curvature::Convex : Curvature::Concave, p > 0.0 ? 1 : -1};
    const bool isInteger = std::floor(p) == p;
    if (!isInteger) // Only u ≥ 0 counts, and what is concave and rising there may be asked of any u.
        return p > 0.0 && p < 1.0 ? Atom{Curvature::Concave, 1} : Atom{};
    const bool isEven = std::fmod(p, 2.0) == 0.0;
    if (u.hi <= 0.0)
        return {isEven ? Curvature::Convex : Curvature::Concave, (p > 0.0) == isEven ? -1 : 1};
    if (p > 0.0)
        return isEven ? Atom{Curvature::Convex, 0} : Atom{Curvature::Unknown, 1};
    return {};
}

class Rules {
public:
    Rules(const SyntaxTree& tree, std::span<const double> values, const Interval& x)
        : m_tree(tree), m_values(values), m_x(x)
    {
    }

    std::vector<CompositionNode> run()
    {
        for (const Node& node : m_tree.nodes) {
            m_ranges.push_back(rangeOf(node));
            CompositionNode judged = isCondition(node.kind) ? CompositionNode() : judge(node);
            judged.range = m_ranges.back().value;
            judged.givesUp = !isCondition(node.kind) && judged.curvature == Curvature::Unknown && arePartsKnown(node);
            m_nodes.push_back(judged);
        }
        return std::move(m_nodes);
    }

private:
    [[nodiscard]] const CompositionNode& at(NodeIndex i) const { return m_nodes[static_cast<std::size_t>(i)]; }
    [[nodiscard]] const Enclosure& range(NodeIndex i) const { return m_ranges[static_cast<std::size_t>(i)]; }

    [[nodiscard]] bool arePartsKnown(const Node& node) const
    {
        const auto isKnown = [this](NodeIndex i) { return i < 0 || at(i).curvature != Curvature::Unknown; };
        return isKnown(node.first) && isKnown(node.second);
    }

    /// The value, if the part does not depend on x.
    [[nodiscard]] std::optional<double> constant(NodeIndex i) const
    {
        const Interval& v = range(i).value;
        return at(i).curvature == Curvature::Constant ? std::optional(v.lo + (v.hi - v.lo) / 2) : std::nullopt;
    }

    [[nodiscard]] std::vector<double> valuesOf(const Node& node) const
    {
        std::vector<double> values;
        for (const NodeIndex i : node.values)
            values.push_back(constant(i).value_or(kNaN));
        return values;
    }

    [[nodiscard]] Enclosure rangeOf(const Node& node) const
    {
        switch (node.kind) {
        case NodeKind::Number:
            return Enclosure::constant(Interval::point(node.number));
        case NodeKind::Pi:
            return Enclosure::constant({std::numbers::pi, std::nextafter(std::numbers::pi, 4.0)});
        case NodeKind::Euler:
            return Enclosure::constant({std::numbers::e, std::nextafter(std::numbers::e, 3.0)});
        case NodeKind::Variable:
            return Enclosure::variable(m_x);
        case NodeKind::Parameter:
            return Enclosure::constant(Interval::point(m_values[node.index]));
        case NodeKind::Negate:
            return -range(node.first);
        case NodeKind::Add:
            return range(node.first) + range(node.second);
        case NodeKind::Subtract:
            return range(node.first) - range(node.second);
        case NodeKind::Multiply:
            return node.first == node.second ? power(range(node.first), 2) : range(node.first) * range(node.second);
        case NodeKind::Divide:
            return range(node.first) / range(node.second);
        case NodeKind::Power:
            return powerRange(node);
        case NodeKind::Minimum:
            return minimum(range(node.first), range(node.second));
        case NodeKind::Maximum:
            return maximum(range(node.first), range(node.second));
        case NodeKind::Call:
            return callRange(node);
        case NodeKind::If:
            return choose(Enclosure::constant({0.0, 1.0}), range(node.first), range(node.second));
        default:
            return Enclosure::constant(Interval::whole());
        }
    }

    [[nodiscard]] Enclosure powerRange(const Node& node) const
    {
        const auto p = constant(node.second);
        if (!p)
            return power(range(node.first), range(node.second));
        if (std::floor(*p) == *p && std::abs(*p) <= kMaxInteger)
            return power(range(node.first), static_cast<int>(*p));
        return power(range(node.first), *p);
    }

    [[nodiscard]] Enclosure callRange(const Node& node) const
    {
        if (range(node.first).value.isEmpty())
            return Enclosure::nowhere();
        const std::vector<double> values = valuesOf(node);
        if (std::ranges::any_of(values, [](double v) { return std::isnan(v); }))
            return Enclosure::constant(Interval::whole());
        return BoundPrimitive(*node.callee, values).enclose(range(node.first).value);
    }

    CompositionNode judge(const Node& node) const
    {
        using Rule = CompositionRule;
        switch (node.kind) {
        case NodeKind::Number:
        case NodeKind::Pi:
        case NodeKind::Euler:
        case NodeKind::Parameter:
            return {.curvature = Curvature::Constant, .rule = Rule::Leaf};
        case NodeKind::Variable:
            return {.curvature = Curvature::Affine, .rule = Rule::Leaf};
        case NodeKind::Negate:
            return ruled(turned(at(node.first).curvature), Rule::Sum);
        case NodeKind::Add:
            return ruled(summed(at(node.first).curvature, at(node.second).curvature), Rule::Sum);
        case NodeKind::Subtract:
            return ruled(summed(at(node.first).curvature, turned(at(node.second).curvature)), Rule::Sum);
        case NodeKind::Multiply:
            return product(node.first, node.second);
        case NodeKind::Divide:
            return quotient(node);
        case NodeKind::Power:
            return raised(node);
        case NodeKind::Minimum:
        case NodeKind::Maximum:
            return extreme(node);
        case NodeKind::Call:
            return called(node);
        default:
            return constantOrNothing(node);
        }
    }

    static CompositionNode ruled(Curvature c, CompositionRule rule)
    {
        return {.curvature = c, .rule = c == Curvature::Unknown ? CompositionRule::NoRule : rule};
    }

    [[nodiscard]] CompositionNode constantOrNothing(const Node& node) const
    {
        const auto isConstant = [this](NodeIndex i) { return i < 0 || at(i).curvature == Curvature::Constant; };
        const bool isAll = node.kind != NodeKind::If && isConstant(node.first) && isConstant(node.second);
        return ruled(isAll ? Curvature::Constant : Curvature::Unknown, CompositionRule::Leaf);
    }

    [[nodiscard]] CompositionNode scaled(NodeIndex u, const Interval& factor) const
    {
        const Curvature c = at(u).curvature;
        if (c == Curvature::Unknown) // Not even 0·u: its domain may have a hole.
            return {};
        if (c == Curvature::Constant || factor.isZero())
            return ruled(Curvature::Constant, CompositionRule::Scaling);
        if (factor.lo >= 0.0)
            return ruled(c, CompositionRule::Scaling);
        if (factor.hi <= 0.0)
            return ruled(turned(c), CompositionRule::Scaling);
        return ruled(isFlat(c) ? c : Curvature::Unknown, CompositionRule::Scaling);
    }

    [[nodiscard]] CompositionNode product(NodeIndex a, NodeIndex b) const
    {
        if (constant(a))
            return scaled(b, range(a).value);
        if (constant(b))
            return scaled(a, range(b).value);
        return {};
    }

    [[nodiscard]] CompositionNode quotient(const Node& node) const
    {
        if (constant(node.second))
            return scaled(node.first, range(node.second).value);
        const auto c = constant(node.first);
        if (!c)
            return {};
        Atom atom = powerAtom(-1.0, range(node.second).value);
        if (*c < 0.0)
            atom = {turned(atom.curvature), -atom.monotone};
        return composed(atom, node.second);
    }

    [[nodiscard]] CompositionNode raised(const Node& node) const
    {
        const auto p = constant(node.second);
        const auto base = constant(node.first);
        if (p && base)
            return ruled(Curvature::Constant, CompositionRule::Leaf);
        if (p)
            return composed(powerAtom(*p, range(node.first).value), node.first);
        if (base && *base > 0.0)
            return composed({Curvature::Convex, *base >= 1.0 ? 1 : -1}, node.second);
        return {};
    }

    [[nodiscard]] CompositionNode extreme(const Node& node) const
    {
        const Curvature a = at(node.first).curvature;
        const Curvature b = at(node.second).curvature;
        if (a == Curvature::Constant && b == Curvature::Constant)
            return ruled(a, CompositionRule::Leaf);
        if (node.kind == NodeKind::Maximum)
            return ruled(isConvex(a) && isConvex(b) ? Curvature::Convex : Curvature::Unknown, CompositionRule::Maximum);
        return ruled(isConcave(a) && isConcave(b) ? Curvature::Concave : Curvature::Unknown, CompositionRule::Maximum);
    }

    [[nodiscard]] CompositionNode called(const Node& node) const
    {
        if (at(node.first).curvature == Curvature::Constant)
            return ruled(Curvature::Constant, CompositionRule::Leaf);
        const std::vector<double> values = valuesOf(node);
        const bool isBound = std::ranges::none_of(values, [](double v) { return std::isnan(v); });
        const Interval& u = range(node.first).value;
        if (!isBound || u.isEmpty() || !node.callee->shape)
            return {};
        return composed(atomOf(BoundPrimitive(*node.callee, values), u), node.first);
    }

    /// h(u) from the curvature and direction of h and the curvature of u.
    [[nodiscard]] CompositionNode composed(const Atom& h, NodeIndex argument) const
    {
        using Rule = CompositionRule;
        const Curvature u = at(argument).curvature;
        CompositionNode node{.monotone = h.monotone, .atom = h.curvature};
        const auto set = [&node](Curvature c, Rule rule) {
            node.curvature = c;
            node.rule = rule;
            return node;
        };
        if (u == Curvature::Constant)
            return set(u, Rule::Leaf);
        if (h.curvature == Curvature::Unknown || u == Curvature::Unknown)
            return node;
        if (u == Curvature::Affine)
            return set(h.curvature, Rule::Atom);
        if (isConvex(h.curvature) && h.monotone > 0 && u == Curvature::Convex)
            return set(Curvature::Convex, Rule::IncreasingOfConvex);
        if (isConvex(h.curvature) && h.monotone < 0 && u == Curvature::Concave)
            return set(Curvature::Convex, Rule::DecreasingOfConcave);
        if (isConcave(h.curvature) && h.monotone > 0 && u == Curvature::Concave)
            return set(Curvature::Concave, Rule::IncreasingOfConcave);
        if (isConcave(h.curvature) && h.monotone < 0 && u == Curvature::Convex)
            return set(Curvature::Concave, Rule::DecreasingOfConvex);
        return node;
    }

    const SyntaxTree& m_tree;
    std::span<const double> m_values;
    Interval m_x;
    std::vector<Enclosure> m_ranges;
    std::vector<CompositionNode> m_nodes;
};

} // namespace

std::vector<CompositionNode> compositionOf(const SyntaxTree& tree, std::span<const double> values, const Interval& x)
{
    return Rules(tree, values, x).run();
}

} // namespace secant::convexity
