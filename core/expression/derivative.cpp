#include "core/expression/derivative.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/expression/condition.h"
#include "core/expression/definition.h"
#include "core/expression/derivative_rules.h"
#include "core/expression/parse.h"
#include "core/expression/simple_tree.h"

namespace secant {

namespace {

/// Beyond these nobody reads the result, and making it would take longer than typing.
constexpr std::size_t kMaxDifferentiatedNodes = 1000;
constexpr std::size_t kMaxBuiltNodes = 100000;

class Differentiator {
public:
    Differentiator(const SyntaxTree& tree, const Vocabulary& vocabulary)
        : m_tree(tree),
          m_vocabulary(vocabulary),
          m_out(tree.parameters, vocabulary.find("sqrt")),
          m_zero(m_out.number(0.0)),
          m_one(m_out.number(1.0))
    {
    }

    std::optional<SyntaxTree> run()
    {
        if (m_tree.nodes.empty() || m_tree.nodes.size() > kMaxDifferentiatedNodes)
            return std::nullopt;
        for (const Node& node : m_tree.nodes) {
            m_values.push_back(copied(node, m_values));
            m_slopes.push_back(slopeOf(node));
            if (m_hasFailed || m_out.nodeCount() > kMaxBuiltNodes)
                return std::nullopt;
        }
        const NodeIndex root = m_out.factored(m_slopes.back());
        if (m_out.printedSize(root) > static_cast<double>(kMaxDerivativeNodes))
            return std::nullopt;
        return m_out.extract(root);
    }

private:
    using Kind = NodeKind;

    [[nodiscard]] NodeIndex valueOf(NodeIndex node) const { return m_values[static_cast<std::size_t>(node)]; }
    [[nodiscard]] NodeIndex slopeAt(NodeIndex node) const { return m_slopes[static_cast<std::size_t>(node)]; }
    [[nodiscard]] bool isZero(NodeIndex node) const { return m_out.isNumber(node, 0.0); }

    NodeIndex make(Kind kind, NodeIndex a, NodeIndex b) { return m_out.binary(kind, a, b); }
    NodeIndex times(NodeIndex a, NodeIndex b) { return make(Kind::Multiply, a, b); }

    /// `node` again, over operands that stand at `places`.
    NodeIndex copied(const Node& node, const std::vector<NodeIndex>& places)
    {
        const auto place = [&places](NodeIndex i) { return places[static_cast<std::size_t>(i)]; };
        switch (node.kind) {
        case Kind::Number:
            return m_out.number(node.number);
        case Kind::Pi:
        case Kind::Euler:
        case Kind::Variable:
        case Kind::Parameter:
            return m_out.leaf(node);
        case Kind::Negate:
            return m_out.negate(place(node.first));
        case Kind::If:
            return m_out.choice(place(node.values.front()), place(node.first), place(node.second));
        case Kind::Call: {
            std::vector<NodeIndex> values;
            for (const NodeIndex value : node.values)
                values.push_back(place(value));
            return m_out.call(*node.callee, place(node.first), std::move(values));
        }
        default:
            return make(node.kind, place(node.first), place(node.second));
        }
    }

    NodeIndex slopeOf(const Node& node)
    {
        switch (node.kind) {
        case Kind::Variable:
            return m_one;
        case Kind::Negate:
            return m_out.negate(slopeAt(node.first));
        case Kind::Call:
            return slopeOfCall(node);
        default:
            break;
        }
        if (node.first == kNoNode || isCondition(node.kind))
            return m_zero;
        if (isUndefined(m_tree, static_cast<NodeIndex>(&node - m_tree.nodes.data())))
            return m_values.back();
        const NodeIndex da = slopeAt(node.first);
        const NodeIndex db = slopeAt(node.second);
        return isZero(da) && isZero(db) ? m_zero : slopeOfTwo(node, da, db);
    }

    NodeIndex slopeOfTwo(const Node& node, NodeIndex da, NodeIndex db)
    {
        const NodeIndex a = valueOf(node.first);
        const NodeIndex b = valueOf(node.second);
        switch (node.kind) {
        case Kind::Multiply:
            return make(Kind::Add, times(da, b), times(a, db));
        case Kind::Divide:
            return slopeOfQuotient(a, b, da, db);
        case Kind::Power:
            return slopeOfPower(a, b, da, db);
        case Kind::Minimum:
            return m_out.choice(make(Kind::LessEqual, a, b), da, db);
        case Kind::Maximum:
            return m_out.choice(make(Kind::GreaterEqual, a, b), da, db);
        case Kind::Modulo:
            return make(Kind::Subtract, da, isZero(db) ? db : times(db, called("floor", make(Kind::Divide, a, b))));
        case Kind::Hypotenuse:
            return make(Kind::Divide, make(Kind::Add, times(a, da), times(b, db)), make(Kind::Hypotenuse, a, b));
        case Kind::If:
            return slopeOfChoice(node, da, db);
        default:
            return make(node.kind, da, db);
        }
    }

    /// What is chosen at a single place has no slope of its own there.
    NodeIndex slopeOfChoice(const Node& node, NodeIndex da, NodeIndex db)
    {
        const Node& condition = m_tree.nodes[static_cast<std::size_t>(node.values.front())];
        const bool isEquation = condition.kind == Kind::Equal || condition.kind == Kind::NotEqual;
        if (isEquation && !(isZero(slopeAt(condition.first)) && isZero(slopeAt(condition.second))))
            return condition.kind == Kind::Equal ? db : da;
        return m_out.choice(valueOf(node.values.front()), m_out.factored(da), m_out.factored(db));
    }

    /// a′/b − a b′/b²
    NodeIndex slopeOfQuotient(NodeIndex a, NodeIndex b, NodeIndex da, NodeIndex db)
    {
        const NodeIndex falling = make(Kind::Divide, times(a, db), make(Kind::Power, b, m_out.number(2.0)));
        return make(Kind::Subtract, make(Kind::Divide, da, b), falling);
    }

    /// (aᵇ)′ = b aᵇ⁻¹ a′, aᵇ ln(a) b′, or aᵇ (b′ ln a + b a′/a).
    NodeIndex slopeOfPower(NodeIndex a, NodeIndex b, NodeIndex da, NodeIndex db)
    {
        if (isZero(db)) {
            const NodeIndex lower = make(Kind::Power, a, make(Kind::Subtract, b, m_one));
            return times(times(b, lower), da);
        }
        const NodeIndex power = make(Kind::Power, a, b);
        const NodeIndex logarithm = called("ln", a);
        if (isZero(da))
            return times(db, m_out.isKind(a, Kind::Euler) ? power : times(power, logarithm));
        const NodeIndex rate = make(Kind::Divide, times(b, da), a);
        return times(power, make(Kind::Add, times(db, logarithm), rate));
    }

    NodeIndex called(std::string_view name, NodeIndex argument)
    {
        const Primitive* const callee = m_vocabulary.find(name);
        m_hasFailed = m_hasFailed || !callee;
        return callee ? m_out.call(*callee, argument, {}) : m_zero;
    }

    const std::optional<SyntaxTree>& ruleFor(const Primitive& callee)
    {
        const auto [entry, isNew] = m_rules.try_emplace(&callee);
        if (isNew) {
            const std::string_view stated = derivativeRule(callee.name);
            // A function without a rule of its own is differentiated through its definition by those that have one.
            const auto rule = parse(stated.empty() ? definitionOf(callee.name) : stated, m_vocabulary);
            if (rule.ok())
                entry->second = stated.empty() ? derivative(rule.value(), m_vocabulary) : rule.value();
        }
        return entry->second;
    }

    NodeIndex slopeOfCall(const Node& node)
    {
        const NodeIndex inner = slopeAt(node.first);
        if (isZero(inner))
            return m_zero;
        const std::optional<SyntaxTree>& rule = ruleFor(*node.callee);
        if (!rule) {
            m_hasFailed = true;
            return m_zero;
        }
        std::vector<NodeIndex> places;
        for (const Node& part : rule->nodes) {
            if (part.kind == Kind::Variable)
                places.push_back(valueOf(node.first));
            else if (part.kind == Kind::Parameter)
                places.push_back(parameterValue(node, rule->parameters[part.index]));
            else
                places.push_back(copied(part, places));
        }
        return times(inner, places.back());
    }

    NodeIndex parameterValue(const Node& call, const std::string& name)
    {
        const auto& parameters = call.callee->parameters;
        const auto found = std::ranges::find(parameters, name, &ParameterSpec::name);
        if (found == parameters.end()) { // The rule speaks of something else than this primitive.
            m_hasFailed = true;
            return m_zero;
        }
        return valueOf(call.values[static_cast<std::size_t>(found - parameters.begin())]);
    }

    const SyntaxTree& m_tree;
    const Vocabulary& m_vocabulary;
    SimpleTree m_out;
    NodeIndex m_zero;
    NodeIndex m_one;
    std::vector<NodeIndex> m_values; ///< Of each node of m_tree, in m_out,
    std::vector<NodeIndex> m_slopes; ///< and its derivative.
    std::unordered_map<const Primitive*, std::optional<SyntaxTree>> m_rules;
    bool m_hasFailed = false;
};

} // namespace

std::optional<SyntaxTree> derivative(const SyntaxTree& tree, const Vocabulary& vocabulary)
{
    return Differentiator(tree, vocabulary).run();
}

} // namespace secant
