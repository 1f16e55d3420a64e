#include "core/analysis/scaled_call.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace secant {
namespace {

/// What is known of a node: nothing, a number, rate·x + start, or a scaled call.
struct Known {
    enum class Kind { Nothing, Number, Line, Call } kind = Kind::Nothing;
    double factor = 0.0; ///< Of x or of the call.
    double rest = 0.0;   ///< The number, or what is added.
    const Node* call = nullptr;
    double rate = 1.0; ///< Of the call's argument.
    double start = 0.0;
};

class Reader {
public:
    Reader(const SyntaxTree& tree, std::span<const double> values)
        : m_tree(tree), m_values(values), m_known(tree.nodes.size())
    {
    }

    const Known& run()
    {
        for (std::size_t i = 0; i < m_tree.nodes.size(); ++i) {
            m_known[i] = read(m_tree.nodes[i]);
        }
        return m_known.back();
    }

    [[nodiscard]] const Known& at(NodeIndex i) const { return m_known[static_cast<std::size_t>(i)]; }

private:
    using Kind = Known::Kind;

    [[nodiscard]] Known read(const Node& node) const
    {
        switch (node.kind) {
        case NodeKind::Number:
            return constant(node.number);
        case NodeKind::Pi:
            return constant(std::numbers::pi);
        case NodeKind::Euler:
            return constant(std::numbers::e);
        case NodeKind::Parameter:
            return constant(m_values[node.index]);
        case NodeKind::Variable:
            return {Kind::Line, 1.0, 0.0};
        case NodeKind::Negate:
            return scaled(at(node.first), -1.0);
        case NodeKind::Add:
            return sum(at(node.first), at(node.second));
        case NodeKind::Subtract:
            return sum(at(node.first), scaled(at(node.second), -1.0));
        case NodeKind::Multiply:
            return product(at(node.first), at(node.second));
        case NodeKind::Divide:
            return at(node.second).kind == Kind::Number ? scaled(at(node.first), 1.0 / at(node.second).rest) : Known{};
        case NodeKind::Call:
            return called(node);
        default:
            return {};
        }
    }

    static Known constant(double value) { return {Kind::Number, 0.0, value}; }

    static Known scaled(Known known, double by)
    {
        known.factor *= by;
        known.rest *= by;
        return known;
    }

    static Known sum(Known a, Known b)
    {
        if (a.kind == Kind::Number) {
            std::swap(a, b);
        }
        if (a.kind == Kind::Nothing || (b.kind != Kind::Number && !(a.kind == Kind::Line && b.kind == Kind::Line))) {
            return {};
        }
        a.factor += b.factor;
        a.rest += b.rest;
        return a;
    }

    static Known product(const Known& a, const Known& b)
    {
        if (a.kind == Kind::Number) {
            return scaled(b, a.rest);
        }
        return b.kind == Kind::Number ? scaled(a, b.rest) : Known{};
    }

    [[nodiscard]] Known called(const Node& node) const
    {
        const Known& argument = at(node.first);
        const auto isNumber = [this](NodeIndex i) { return at(i).kind == Kind::Number; };
        if (argument.kind != Kind::Line || !std::all_of(node.values.begin(), node.values.end(), isNumber)) {
            return {};
        }
        return {Kind::Call, 1.0, 0.0, &node, argument.factor, argument.rest};
    }

    const SyntaxTree& m_tree;
    std::span<const double> m_values;
    std::vector<Known> m_known;
};

/// x of the formula where the primitive's argument is u.
double argumentAt(const ScaledCall& call, double u)
{
    if (std::isinf(u)) {
        return call.rate > 0.0 ? u : -u;
    }
    return (u - call.start) / call.rate;
}

Jet jetOf(const ScaledCall& call, const Jet& jet)
{
    const auto times = [](double factor, double value) { return value == 0.0 ? 0.0 : factor * value; };
    const double slope = call.height * call.rate;
    return {call.isPlain() ? jet.value : times(call.height, jet.value) + call.lift, times(slope, jet.slope),
            times(slope * call.rate, jet.curvature)};
}

} // namespace

std::optional<ScaledCall> scaledCall(const SyntaxTree& tree, std::span<const double> values)
{
    Reader reader(tree, values);
    const Known& root = reader.run();
    const bool isUsable = root.kind == Known::Kind::Call && std::isfinite(root.factor) && root.factor != 0.0 &&
                          std::isfinite(root.rest) && std::isfinite(root.rate) && root.rate != 0.0 &&
                          std::isfinite(root.start);
    if (!isUsable) {
        return std::nullopt;
    }
    ScaledCall call{root.call->callee, {}, root.factor, root.rest, root.rate, root.start};
    for (const NodeIndex value : root.call->values) {
        call.values.push_back(reader.at(value).rest);
    }
    return call;
}

Shape outlineOf(const ScaledCall& call)
{
    Shape shape = call.primitive->shape(call.values);
    if (call.isPlain() || shape.domain.isEmpty()) {
        return shape;
    }
    const bool mirrored = call.rate < 0.0;
    const auto move = [&](std::vector<double>& places) {
        for (double& x : places) {
            x = argumentAt(call, x);
        }
        if (mirrored) {
            std::reverse(places.begin(), places.end());
        }
    };
    move(shape.valueTurns);
    move(shape.slopeTurns);
    move(shape.curvatureTurns);
    for (Break& at : shape.breaks) {
        at.at = argumentAt(call, at.at);
        at.left = jetOf(call, at.left);
        at.right = jetOf(call, at.right);
        at.value = std::isnan(at.value) ? at.value : call.height * at.value + call.lift;
        if (mirrored) {
            std::swap(at.left, at.right);
        }
    }
    shape.atLow = jetOf(call, shape.atLow);
    shape.atHigh = jetOf(call, shape.atHigh);
    shape.domain = {argumentAt(call, shape.domain.lo), argumentAt(call, shape.domain.hi)};
    if (mirrored) {
        std::reverse(shape.breaks.begin(), shape.breaks.end());
        std::swap(shape.atLow, shape.atHigh);
        std::swap(shape.domain.lo, shape.domain.hi);
        std::swap(shape.domainLowOpen, shape.domainHighOpen);
    }
    shape.range = Interval::whole();
    return shape;
}

std::vector<double> seamsOf(const ScaledCall& call)
{
    const bool isSeam =
        call.primitive->name == "isrlu" ||
        (call.primitive->name == "xielu" && call.values.size() == 3 && call.values[1] == 2.0 * call.values[0]);
    return isSeam ? std::vector<double>{argumentAt(call, 0.0)} : std::vector<double>();
}

} // namespace secant
