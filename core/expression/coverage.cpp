#include "core/expression/coverage.h"

#include <algorithm>
#include <cstddef>
#include <numbers>
#include <optional>
#include <utility>
#include <vector>

#include "core/expression/condition.h"

namespace secant {

namespace {

NodeKind opposite(NodeKind relation)
{
    switch (relation) {
    case NodeKind::Less:
        return NodeKind::GreaterEqual;
    case NodeKind::LessEqual:
        return NodeKind::Greater;
    case NodeKind::Greater:
        return NodeKind::LessEqual;
    case NodeKind::GreaterEqual:
        return NodeKind::Less;
    case NodeKind::Equal:
        return NodeKind::NotEqual;
    default:
        return NodeKind::Equal;
    }
}

/// Of v `relation` u, written as u … v.
NodeKind turned(NodeKind relation)
{
    switch (relation) {
    case NodeKind::Less:
        return NodeKind::Greater;
    case NodeKind::LessEqual:
        return NodeKind::GreaterEqual;
    case NodeKind::Greater:
        return NodeKind::Less;
    case NodeKind::GreaterEqual:
        return NodeKind::LessEqual;
    default:
        return relation;
    }
}

class Coverage {
public:
    Coverage(std::span<const Node> nodes, std::span<const NodeIndex> conditions)
        : m_nodes(nodes), m_conditions(conditions)
    {
    }

    [[nodiscard]] bool isComplete() { return hasOpposites() || coversLine(); }

private:
    /// x `kind` number, or And or Or of the two results before it.
    struct Step {
        NodeKind kind;
        double number = 0.0;
    };

    [[nodiscard]] const Node& at(NodeIndex node) const { return m_nodes[static_cast<std::size_t>(node)]; }

    [[nodiscard]] bool hasOpposites() const
    {
        const Node& last = at(m_conditions.back());
        return isComparison(last.kind) &&
               std::ranges::any_of(m_conditions.first(m_conditions.size() - 1), [&](NodeIndex i) {
                   const Node& other = at(i);
                   return other.kind == opposite(last.kind) && isSame(other.first, last.first) &&
                          isSame(other.second, last.second);
               });
    }

    [[nodiscard]] bool isSame(NodeIndex a, NodeIndex b) const
    {
        constexpr std::size_t kMostNodes = 64;
        std::vector<std::pair<NodeIndex, NodeIndex>> pairs{{a, b}};
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            if (pairs[i].first == pairs[i].second)
                continue;
            if (pairs[i].first == kNoNode || pairs[i].second == kNoNode || i == kMostNodes)
                return false;
            const Node& one = at(pairs[i].first);
            const Node& other = at(pairs[i].second);
            if (one.kind != other.kind || one.number != other.number || one.index != other.index ||
                one.callee != other.callee || one.values.size() != other.values.size())
                return false;
            pairs.emplace_back(one.first, other.first);
            pairs.emplace_back(one.second, other.second);
            for (std::size_t j = 0; j < one.values.size(); ++j)
                pairs.emplace_back(one.values[j], other.values[j]);
        }
        return true;
    }

    /// The truth of every condition changes only at the numbers that x is compared with.
    [[nodiscard]] bool coversLine()
    {
        for (const NodeIndex condition : m_conditions) {
            if (!addSteps(condition))
                return false;
        }
        std::vector<double> places;
        for (const Step& step : m_steps) {
            if (isComparison(step.kind))
                places.push_back(step.number);
        }
        std::ranges::sort(places);
        places.erase(std::unique(places.begin(), places.end()), places.end());
        std::vector<double> points{places.front() - 1.0, places.back() + 1.0};
        for (std::size_t i = 0; i < places.size(); ++i) {
            points.push_back(places[i]);
            if (i > 0)
                points.push_back(places[i - 1] + (places[i] - places[i - 1]) / 2.0);
        }
        return std::ranges::all_of(points, [this](double x) { return isCovered(x); });
    }

    /// The condition in postfix order. False where it compares something else than x with a number.
    [[nodiscard]] bool addSteps(NodeIndex condition)
    {
        constexpr std::size_t kMostSteps = 256;
        std::vector<Step> reversed;
        std::vector<NodeIndex> open{condition};
        while (!open.empty()) {
            const Node& node = at(open.back());
            open.pop_back();
            if (reversed.size() + m_steps.size() >= kMostSteps)
                return false;
            if (!isComparison(node.kind)) {
                reversed.push_back({node.kind});
                open.push_back(node.first);
                open.push_back(node.second);
                continue;
            }
            const std::optional<double> left = numberAt(node.first);
            const std::optional<double> right = numberAt(node.second);
            const bool isTurned = left && at(node.second).kind == NodeKind::Variable;
            if (!isTurned && !(right && at(node.first).kind == NodeKind::Variable))
                return false;
            reversed.push_back({isTurned ? turned(node.kind) : node.kind, isTurned ? *left : *right});
        }
        m_steps.insert(m_steps.end(), reversed.rbegin(), reversed.rend());
        m_ends.push_back(m_steps.size());
        return true;
    }

    /// A number, π or e, with a minus or a divisor perhaps.
    [[nodiscard]] std::optional<double> numberAt(NodeIndex index) const
    {
        const Node& node = at(index);
        if (node.kind == NodeKind::Divide) {
            const std::optional<double> above = constantAt(node.first);
            const std::optional<double> below = constantAt(node.second);
            return above && below && *below != 0.0 ? std::optional(*above / *below) : std::nullopt;
        }
        return constantAt(index);
    }

    [[nodiscard]] std::optional<double> constantAt(NodeIndex index) const
    {
        const bool isNegative = at(index).kind == NodeKind::Negate;
        const Node& node = isNegative ? at(at(index).first) : at(index);
        const double sign = isNegative ? -1.0 : 1.0;
        switch (node.kind) {
        case NodeKind::Number:
            return sign * node.number;
        case NodeKind::Pi:
            return sign * std::numbers::pi;
        case NodeKind::Euler:
            return sign * std::numbers::e;
        default:
            return std::nullopt;
        }
    }

    [[nodiscard]] bool isCovered(double x) const
    {
        std::vector<bool> truths;
        std::size_t end = 0;
        for (std::size_t i = 0; i < m_steps.size(); ++i) {
            const Step& step = m_steps[i];
            if (isComparison(step.kind)) {
                truths.push_back(holds(step.kind, x, step.number));
            } else {
                const bool last = truths.back();
                truths.pop_back();
                truths.back() = step.kind == NodeKind::And ? truths.back() && last : truths.back() || last;
            }
            if (i + 1 == m_ends[end]) {
                if (truths.back())
                    return true;
                truths.clear();
                ++end;
            }
        }
        return false;
    }

    std::span<const Node> m_nodes;
    std::span<const NodeIndex> m_conditions;
    std::vector<Step> m_steps;       ///< Of all conditions, one behind the other,
    std::vector<std::size_t> m_ends; ///< and where each of them ends.
};

} // namespace

bool coverEverything(std::span<const Node> nodes, std::span<const NodeIndex> conditions)
{
    return !conditions.empty() && Coverage(nodes, conditions).isComplete();
}

} // namespace secant
