#include "careful_evaluator.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numbers>
#include <string_view>
#include <utility>

#include "core/number/primitive.h"

namespace secant::test {

namespace {

using Real = long double;

constexpr Real kUnit = 0x1p-53L;
constexpr Real kPi = std::numbers::pi_v<Real>;
constexpr Real kE = std::numbers::e_v<Real>;

Real sigmoid(Real x)
{
    return 1.0L / (1.0L + std::exp(-x));
}

struct Known {
    std::string_view name;
    Real (*value)(Real);
    Real (*slope)(Real);
};

constexpr std::array kKnown{
    Known{"abs", [](Real x) { return std::abs(x); }, [](Real x) { return x < 0.0L ? -1.0L : 1.0L; }},
    Known{"sqrt", [](Real x) { return std::sqrt(x); }, [](Real x) { return 0.5L / std::sqrt(x); }},
    Known{"cbrt", [](Real x) { return std::cbrt(x); },
          [](Real x) { return 1.0L / (3.0L * std::pow(std::cbrt(x), 2)); }},
    Known{"exp", [](Real x) { return std::exp(x); }, [](Real x) { return std::exp(x); }},
    Known{"ln", [](Real x) { return std::log(x); }, [](Real x) { return 1.0L / x; }},
    Known{"log", [](Real x) { return std::log(x); }, [](Real x) { return 1.0L / x; }},
    Known{"sin", [](Real x) { return std::sin(x); }, [](Real x) { return std::cos(x); }},
    Known{"cos", [](Real x) { return std::cos(x); }, [](Real x) { return -std::sin(x); }},
    Known{"tan", [](Real x) { return std::tan(x); }, [](Real x) { return 1.0L + std::pow(std::tan(x), 2); }},
    Known{"atan", [](Real x) { return std::atan(x); }, [](Real x) { return 1.0L / (1.0L + x * x); }},
    Known{"tanh", [](Real x) { return std::tanh(x); }, [](Real x) { return 1.0L - std::pow(std::tanh(x), 2); }},
    Known{"sinh", [](Real x) { return std::sinh(x); }, [](Real x) { return std::cosh(x); }},
    Known{"cosh", [](Real x) { return std::cosh(x); }, [](Real x) { return std::sinh(x); }},
    Known{"erf", [](Real x) { return std::erf(x); }, [](Real x) { return 2.0L / std::sqrt(kPi) * std::exp(-x * x); }},
    Known{"sigmoid", sigmoid, [](Real x) { return sigmoid(x) * (1.0L - sigmoid(x)); }},
    Known{"relu", [](Real x) { return std::max(x, 0.0L); }, [](Real x) { return x > 0.0L ? 1.0L : 0.0L; }},
    Known{"softplus", [](Real x) { return std::max(x, 0.0L) + std::log1p(std::exp(-std::abs(x))); }, sigmoid},
    Known{"step", [](Real x) { return x >= 0.0L ? 1.0L : 0.0L; }, [](Real) { return 0.0L; }},
    Known{"sign", [](Real x) { return x > 0.0L   ? 1.0L
                                      : x < 0.0L ? -1.0L
                                                 : 0.0L; }, [](Real) { return 0.0L; }},
};

/// Those whose value jumps at 0.
bool jumps(std::string_view name)
{
    return name == "step" || name == "sign";
}

class CarefulEvaluator {
public:
    CarefulEvaluator(const SyntaxTree& tree, double x, std::span<const double> values)
        : m_tree(tree), m_x(x), m_values(values)
    {
    }

    std::optional<Careful> at(NodeIndex index) const
    {
        const Node& node = m_tree.nodes[static_cast<std::size_t>(index)];
        switch (node.kind) {
        case NodeKind::Number:
            return Careful{static_cast<Real>(node.number), 0.0L};
        case NodeKind::Pi:
            return Careful{kPi, kPi};
        case NodeKind::Euler:
            return Careful{kE, kE};
        case NodeKind::Variable:
            return Careful{static_cast<Real>(m_x), 0.0L};
        case NodeKind::Parameter:
            return Careful{static_cast<Real>(m_values[node.index]), 0.0L};
        case NodeKind::If: {
            const std::optional<NodeIndex> chosen = branch(node);
            return chosen ? at(*chosen) : std::nullopt;
        }
        default:
            break;
        }
        const std::optional<Careful> a = at(node.first);
        if (!a)
            return std::nullopt;
        if (node.kind == NodeKind::Negate)
            return Careful{-a->value, a->condition};
        if (node.kind == NodeKind::Call)
            return call(*node.callee, *a);
        const std::optional<Careful> b = at(node.second);
        if (b && node.kind == NodeKind::Power)
            return kept(power(*a, *b, dependsOnX(node.second)));
        return b ? kept(ofTwo(node.kind, *a, *b)) : std::nullopt;
    }

    std::optional<Careful> slopeAt(NodeIndex index) const
    {
        const Node& node = m_tree.nodes[static_cast<std::size_t>(index)];
        if (node.kind == NodeKind::Variable)
            return Careful{1.0L, 0.0L};
        if (node.kind == NodeKind::If) {
            const std::optional<NodeIndex> chosen = branch(node);
            return chosen ? slopeAt(*chosen) : std::nullopt;
        }
        if (node.first == kNoNode)
            return Careful{};
        const std::optional<Careful> a = at(node.first);
        const std::optional<Careful> da = slopeAt(node.first);
        if (!a || !da || !at(index))
            return std::nullopt;
        if (node.kind == NodeKind::Negate)
            return Careful{-da->value, da->condition};
        if (node.kind == NodeKind::Call)
            return slopeOfCall(*node.callee, *a, *da);
        const std::optional<Careful> b = at(node.second);
        const std::optional<Careful> db = slopeAt(node.second);
        if (!b || !db)
            return std::nullopt;
        if (node.kind == NodeKind::Power && !dependsOnX(node.second))
            return slopeOfPower(*a, *da, *b);
        return slopeOfTwo(node.kind, {*a, *da, *b, *db});
    }

private:
    struct Operands {
        Careful a;
        Careful da;
        Careful b;
        Careful db;
    };

    static std::optional<Careful> slopeOfCall(const Primitive& callee, const Careful& a, const Careful& da)
    {
        const auto* const known = std::ranges::find(kKnown, callee.name, &Known::name);
        const bool isKinked = jumps(callee.name) || callee.name == "abs" || callee.name == "relu";
        if (isKinked && isClose(a, {}))
            return std::nullopt;
        const Real doubt = 4.0L * kUnit * a.condition;
        const Real slope = known->slope(a.value);
        const Real change =
            std::max(std::abs(known->slope(a.value + doubt) - slope), std::abs(known->slope(a.value - doubt) - slope));
        const Real value = slope * da.value;
        return kept(Careful{value, std::abs(slope) * da.condition + std::abs(da.value) * (change / kUnit) +
                                       2.0L * std::abs(value)});
    }

    /// b does not move.
    static std::optional<Careful> slopeOfPower(const Careful& a, const Careful& da, const Careful& b)
    {
        const Real lower = b.value * std::pow(a.value, b.value - 1.0L);
        const Real bend = (b.value - 1.0L) * lower / a.value;
        const Real value = lower * da.value;
        const Real inBase = a.condition == 0.0L ? 0.0L : std::abs(bend * da.value) * a.condition;
        return kept(Careful{value, std::abs(lower) * da.condition + inBase + 4.0L * std::abs(value)});
    }

    static std::optional<Careful> slopeOfTwo(NodeKind kind, const Operands& o)
    {
        const Real one = std::abs(o.da.value * o.b.value);
        const Real two = std::abs(o.a.value * o.db.value);
        const Real products = std::abs(o.b.value) * o.da.condition + std::abs(o.da.value) * o.b.condition +
                              std::abs(o.a.value) * o.db.condition + std::abs(o.db.value) * o.a.condition +
                              2.0L * (one + two);
        switch (kind) {
        case NodeKind::Add:
        case NodeKind::Subtract: {
            const Real value = kind == NodeKind::Add ? o.da.value + o.db.value : o.da.value - o.db.value;
            return kept(Careful{value, o.da.condition + o.db.condition + std::abs(value)});
        }
        case NodeKind::Multiply:
            return kept(Careful{o.da.value * o.b.value + o.a.value * o.db.value, products});
        case NodeKind::Divide: {
            const Real square = o.b.value * o.b.value;
            const Real value = (o.da.value * o.b.value - o.a.value * o.db.value) / square;
            return kept(Careful{value, products / square + 2.0L * std::abs(value / o.b.value) * o.b.condition +
                                           2.0L * std::abs(value)});
        }
        case NodeKind::Minimum:
        case NodeKind::Maximum:
            if (isClose(o.a, o.b))
                return std::nullopt;
            return (o.a.value < o.b.value) == (kind == NodeKind::Minimum) ? o.da : o.db;
        case NodeKind::Power: {
            const Real log = std::log(o.a.value);
            const Real power = std::pow(o.a.value, o.b.value);
            const Real rate = o.b.value * o.da.value / o.a.value;
            const Real inner = o.db.value * log + rate;
            const Real condition =
                std::abs(log) * o.db.condition + std::abs(o.db.value / o.a.value) * o.a.condition +
                std::abs(o.da.value / o.a.value) * o.b.condition + std::abs(o.b.value / o.a.value) * o.da.condition +
                std::abs(rate / o.a.value) * o.a.condition + 4.0L * (std::abs(o.db.value * log) + std::abs(rate));
            const Real ofPower = std::abs(o.b.value * power / o.a.value) * o.a.condition +
                                 std::abs(log * power) * o.b.condition + std::abs(power);
            return kept(Careful{power * inner, std::abs(power) * condition + std::abs(inner) * ofPower});
        }
        default:
            assert(false);
            return std::nullopt;
        }
    }

    /// Nothing if it is no number, or one that a double does not hold well.
    static std::optional<Careful> kept(std::optional<Careful> result)
    {
        const bool isNumber = result && std::isfinite(result->value) && std::isfinite(result->condition);
        const bool isHeld = isNumber && std::abs(result->value) < 1e300L &&
                            (result->value == 0.0L || std::abs(result->value) > 1e-290L);
        return isHeld ? result : std::nullopt;
    }

    /// Whether two numbers are nearer than their doubts.
    static bool isClose(const Careful& a, const Careful& b)
    {
        return std::abs(a.value - b.value) <= 16.0L * kUnit * (a.condition + b.condition);
    }

    /// Either of two, which differ by no more than their doubts.
    static Careful undecided(const Careful& a, const Careful& b)
    {
        return {a.value, std::max(a.condition, b.condition) + std::abs(a.value - b.value) / kUnit};
    }

    /// The branch of an If; nothing if that is too close to call.
    std::optional<NodeIndex> branch(const Node& node) const
    {
        const std::optional<bool> isTrue = truth(node.values.front());
        return isTrue ? std::optional(*isTrue ? node.first : node.second) : std::nullopt;
    }

    /// The second of two conditions is asked for where the first one does not decide.
    std::optional<bool> truth(NodeIndex index) const
    {
        const Node& condition = m_tree.nodes[static_cast<std::size_t>(index)];
        if (condition.kind == NodeKind::And || condition.kind == NodeKind::Or) {
            const std::optional<bool> first = truth(condition.first);
            const bool isDecided = !first || *first == (condition.kind == NodeKind::Or);
            return isDecided ? first : truth(condition.second);
        }
        const std::optional<Careful> a = at(condition.first);
        const std::optional<Careful> b = at(condition.second);
        if (!a || !b || (isClose(*a, *b) && a->condition + b->condition > 0.0L))
            return std::nullopt;
        switch (condition.kind) {
        case NodeKind::Less:
            return a->value < b->value;
        case NodeKind::LessEqual:
            return a->value <= b->value;
        case NodeKind::Greater:
            return a->value > b->value;
        case NodeKind::GreaterEqual:
            return a->value >= b->value;
        case NodeKind::Equal:
            return a->value == b->value;
        default:
            return a->value != b->value;
        }
    }

    static std::optional<Careful> call(const Primitive& callee, const Careful& a)
    {
        const auto* const known = std::ranges::find(kKnown, callee.name, &Known::name);
        assert(known != kKnown.end());
        if (jumps(callee.name) && isClose(a, {}) && a.condition > 0.0L)
            return std::nullopt;
        const Real value = known->value(a.value);
        // At both ends of the doubt too: at a turn the slope itself is 0, and the domain may end.
        const Real doubt = 4.0L * kUnit * a.condition;
        Real slope = 0.0L;
        bool isDefined = true;
        for (const Real at : {a.value - doubt, a.value, a.value + doubt}) {
            const Real steepness = doubt > 0.0L ? std::abs(known->slope(at)) : 0.0L;
            isDefined = isDefined && std::isfinite(steepness);
            slope = std::max(slope, steepness);
        }
        const bool isSteady = doubt < 1e-4L && isDefined;
        return isSteady ? kept(Careful{value, slope * a.condition + std::abs(value)}) : std::nullopt;
    }

    static std::optional<Careful> ofTwo(NodeKind kind, const Careful& a, const Careful& b)
    {
        const auto made = [](Real value, Real inherited) { return Careful{value, inherited + std::abs(value)}; };
        switch (kind) {
        case NodeKind::Add:
            return made(a.value + b.value, a.condition + b.condition);
        case NodeKind::Subtract:
            return made(a.value - b.value, a.condition + b.condition);
        case NodeKind::Multiply:
            return made(a.value * b.value, std::abs(b.value) * a.condition + std::abs(a.value) * b.condition);
        case NodeKind::Divide: {
            if (b.condition > 0.0L && isClose(b, {})) // cot(π): the sign itself is in doubt.
                return std::nullopt;
            const Real value = a.value / b.value;
            return made(value, (a.condition + std::abs(value) * b.condition) / std::abs(b.value));
        }
        case NodeKind::Minimum:
            return isClose(a, b) ? undecided(a, b) : a.value < b.value ? a : b;
        case NodeKind::Maximum:
            return isClose(a, b) ? undecided(a, b) : a.value > b.value ? a : b;
        case NodeKind::Hypotenuse: {
            const Real value = std::hypot(a.value, b.value);
            return made(value, (std::abs(a.value) * a.condition + std::abs(b.value) * b.condition) / value);
        }
        default:
            assert(false);
            return std::nullopt;
        }
    }

    bool dependsOnX(NodeIndex index) const
    {
        const Node& node = m_tree.nodes[static_cast<std::size_t>(index)];
        bool depends = node.kind == NodeKind::Variable;
        for (const NodeIndex child : {node.first, node.second})
            depends = depends || (child != kNoNode && dependsOnX(child));
        for (const NodeIndex child : node.values)
            depends = depends || dependsOnX(child);
        return depends;
    }

    /// The language's domain: a < 0 only under a constant whole b, 0 only under a constant positive one.
    static std::optional<Careful> power(const Careful& a, const Careful& b, bool moves)
    {
        const bool isWhole = !moves && b.condition == 0.0L && b.value == std::trunc(b.value);
        if (a.condition > 0.0L && isClose(a, {}))
            return std::nullopt;
        if ((a.value < 0.0L && !isWhole) || (a.value == 0.0L && (b.value <= 0.0L || !isWhole)))
            return std::nullopt;
        const Real value = std::pow(a.value, b.value);
        const Real inBase = a.condition == 0.0L ? 0.0L : std::abs(b.value * value / a.value) * a.condition;
        const Real inExponent = b.condition == 0.0L ? 0.0L : std::abs(std::log(a.value) * value) * b.condition;
        return Careful{value, inBase + inExponent + std::abs(value)};
    }

    const SyntaxTree& m_tree;
    double m_x;
    std::span<const double> m_values;
};

} // namespace

std::optional<Careful> differentiateCarefully(const SyntaxTree& tree, double x, std::span<const double> values)
{
    return CarefulEvaluator(tree, x, values).slopeAt(static_cast<NodeIndex>(tree.nodes.size() - 1));
}

std::optional<Careful> evaluateCarefully(const SyntaxTree& tree, double x, std::span<const double> values)
{
    return CarefulEvaluator(tree, x, values).at(static_cast<NodeIndex>(tree.nodes.size() - 1));
}

} // namespace secant::test
