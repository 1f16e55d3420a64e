#include "core/function/program.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <numbers>
#include <unordered_map>
#include <utility>

#include "core/expression/condition.h"
#include "core/function/arithmetic.h"
#include "core/function/tape.h"

namespace secant {
namespace {

/// Exponents beyond this are left to the real power: nobody types them, and an int must hold them.
constexpr double kMaxIntegerExponent = 1e6;

StepKind kindOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Variable:
        return StepKind::Variable;
    case NodeKind::Negate:
        return StepKind::Negate;
    case NodeKind::Add:
        return StepKind::Add;
    case NodeKind::Subtract:
        return StepKind::Subtract;
    case NodeKind::Multiply:
        return StepKind::Multiply;
    case NodeKind::Divide:
        return StepKind::Divide;
    case NodeKind::Power:
        return StepKind::Power;
    case NodeKind::Minimum:
        return StepKind::Minimum;
    case NodeKind::Maximum:
        return StepKind::Maximum;
    case NodeKind::Modulo:
        return StepKind::Modulo;
    case NodeKind::Hypotenuse:
        return StepKind::Hypotenuse;
    case NodeKind::If:
        return StepKind::If;
    case NodeKind::Call:
        return StepKind::Call;
    default:
        return isComparison(kind) ? StepKind::Compare : StepKind::Constant;
    }
}

Step constantStep(double value, const Interval& enclosure)
{
    Step step;
    step.constant = value;
    step.constantEnclosure = enclosure;
    return step;
}

Step leafConstant(const Node& node, std::span<const double> values)
{
    switch (node.kind) {
    case NodeKind::Pi:
        return constantStep(std::numbers::pi, widened(Interval::point(std::numbers::pi), 1.0));
    case NodeKind::Euler:
        return constantStep(std::numbers::e, widened(Interval::point(std::numbers::e), 1.0));
    case NodeKind::Parameter:
        return constantStep(values[node.index], Interval::point(values[node.index]));
    default:
        return constantStep(node.number, Interval::point(node.number));
    }
}

bool isLeaf(NodeKind kind)
{
    return kind == NodeKind::Number || kind == NodeKind::Pi || kind == NodeKind::Euler || kind == NodeKind::Parameter;
}

/// A constant exponent selects the power whose domain it allows.
void specialisePower(Step& step, const std::vector<Step>& steps)
{
    const Step& exponent = steps[static_cast<std::size_t>(step.right)];
    if (step.kind != StepKind::Power || exponent.kind != StepKind::Constant || std::isnan(exponent.constant)) {
        return;
    }
    const double p = exponent.constant;
    const bool integer = p == std::trunc(p) && std::abs(p) <= kMaxIntegerExponent;
    step.kind = integer ? StepKind::IntegerPower : StepKind::RealPower;
    step.exponent = integer ? static_cast<int>(p) : 0;
    step.constant = p;
    step.right = -1;
}

/// Replaces a step whose operands are all constant by its result.
Step folded(Step step, const std::vector<Step>& steps, const std::vector<BoundPrimitive>& primitives)
{
    std::array<double, 3> values{};
    std::array<Enclosure, 3> enclosures{};
    std::int32_t slot = 0;
    for (std::int32_t* operand : {&step.left, &step.right, &step.condition}) {
        if (*operand >= 0) {
            const Step& constant = steps[static_cast<std::size_t>(*operand)];
            values[static_cast<std::size_t>(slot)] = arithmetic::constantOf<double>(constant);
            enclosures[static_cast<std::size_t>(slot)] = arithmetic::constantOf<Enclosure>(constant);
            *operand = slot++;
        }
    }
    const double value = arithmetic::execute(step, primitives, kNaN, values.data());
    const Enclosure enclosure = arithmetic::execute(step, primitives, Enclosure::nowhere(), enclosures.data());
    return constantStep(value, std::isnan(value) ? Interval::empty() : enclosure.value);
}

/// The bits by which two steps, or two calls, are the same.
using Key = std::array<std::uint64_t, 9>;

struct KeyHash {
    std::size_t operator()(const Key& key) const
    {
        std::uint64_t hash = 0;
        for (const std::uint64_t part : key) {
            hash = (std::rotl(hash, 5) ^ part) * 0x9E3779B97F4A7C15ULL;
        }
        return static_cast<std::size_t>(hash ^ (hash >> 32U));
    }
};

using Places = std::unordered_map<Key, std::int32_t, KeyHash>;

std::uint64_t bits(double number)
{
    return std::bit_cast<std::uint64_t>(number);
}

std::uint64_t bits(std::int32_t number)
{
    return static_cast<std::uint32_t>(number);
}

Key keyOf(const Step& step)
{
    return {static_cast<std::uint64_t>(step.kind),
            bits(step.left),
            bits(step.right),
            bits(step.condition),
            bits(step.constant),
            bits(step.constantEnclosure.lo),
            bits(step.constantEnclosure.hi),
            static_cast<std::uint64_t>(step.relation),
            (static_cast<std::uint64_t>(step.callee) << 32U) | bits(static_cast<std::int32_t>(step.exponent))};
}

/// Turns the nodes of a tree into steps, equal ones into one.
class Compiler {
public:
    Compiler(const SyntaxTree& tree, std::span<const double> values) : m_values(values)
    {
        m_steps.reserve(tree.nodes.size());
        m_places.reserve(tree.nodes.size());
        for (const Node& node : tree.nodes) {
            m_places.push_back(placeOf(isLeaf(node.kind) ? leafConstant(node, m_values) : stepOf(node)));
        }
    }

    /// The steps that the root needs, in order.
    [[nodiscard]] std::vector<Step> takeSteps() const
    {
        const auto root = static_cast<std::size_t>(m_places.back());
        std::vector<bool> isNeeded(root + 1);
        isNeeded[root] = true;
        for (std::size_t i = root + 1; i-- > 0;) {
            for (const std::int32_t operand : {m_steps[i].left, m_steps[i].right, m_steps[i].condition}) {
                if (isNeeded[i] && operand >= 0) {
                    isNeeded[static_cast<std::size_t>(operand)] = true;
                }
            }
        }
        std::vector<Step> steps;
        std::vector<std::int32_t> moved(root + 1, -1);
        for (std::size_t i = 0; i <= root; ++i) {
            if (!isNeeded[i]) {
                continue;
            }
            moved[i] = static_cast<std::int32_t>(steps.size());
            Step& step = steps.emplace_back(m_steps[i]);
            for (std::int32_t* operand : {&step.left, &step.right, &step.condition}) {
                *operand = *operand < 0 ? -1 : moved[static_cast<std::size_t>(*operand)];
            }
        }
        return steps;
    }

    [[nodiscard]] std::vector<BoundPrimitive> takePrimitives() { return std::move(m_primitives); }

private:
    [[nodiscard]] std::int32_t place(NodeIndex node) const
    {
        return node < 0 ? -1 : m_places[static_cast<std::size_t>(node)];
    }

    [[nodiscard]] bool isConstant(std::int32_t step) const
    {
        return step < 0 || m_steps[static_cast<std::size_t>(step)].kind == StepKind::Constant;
    }

    std::int32_t placeOf(const Step& step)
    {
        const auto [entry, isNew] = m_known.try_emplace(keyOf(step), static_cast<std::int32_t>(m_steps.size()));
        if (isNew) {
            m_steps.push_back(step);
        }
        return entry->second;
    }

    Step stepOf(const Node& node)
    {
        Step step;
        step.kind = kindOf(node.kind);
        step.left = place(node.first);
        step.right = place(node.second);
        step.relation = node.kind;
        if (node.kind == NodeKind::Variable) {
            return step;
        }
        if (node.kind == NodeKind::If) {
            step.condition = place(node.values.front());
        } else if (node.kind == NodeKind::Power) {
            specialisePower(step, m_steps);
        } else if (node.kind == NodeKind::Call) {
            step.callee = calleeOf(node);
        }
        const bool isFoldable = isConstant(step.left) && isConstant(step.right) && isConstant(step.condition);
        return isFoldable ? folded(step, m_steps, m_primitives) : step;
    }

    std::size_t calleeOf(const Node& node)
    {
        std::array<double, kMaxPrimitiveParameters> arguments{};
        Key key{std::bit_cast<std::uintptr_t>(node.callee)};
        for (std::size_t i = 0; i < node.values.size(); ++i) {
            arguments[i] = m_steps[static_cast<std::size_t>(place(node.values[i]))].constant;
            key[i + 1] = bits(arguments[i]);
        }
        const auto [entry, isNew] = m_bound.try_emplace(key, static_cast<std::int32_t>(m_primitives.size()));
        if (isNew) {
            m_primitives.emplace_back(*node.callee, ParameterValues(arguments.data(), node.values.size()));
        }
        return static_cast<std::size_t>(entry->second);
    }

    std::span<const double> m_values;
    std::vector<Step> m_steps;
    std::vector<BoundPrimitive> m_primitives;
    std::vector<std::int32_t> m_places; ///< Of each node, its step.
    Places m_known;                     ///< Of each step, its place.
    Places m_bound;                     ///< Of each call, its place in m_primitives.
};

/// Whether x would stand once if the formula were written out.
bool readsVariableOnce(const SyntaxTree& tree)
{
    std::vector<int> uses; // 2 for more than one
    for (const Node& node : tree.nodes) {
        int count = node.kind == NodeKind::Variable ? 1 : 0;
        for (const NodeIndex child : {node.first, node.second})
            count += child == kNoNode ? 0 : uses[static_cast<std::size_t>(child)];
        for (const NodeIndex child : node.values)
            count += uses[static_cast<std::size_t>(child)];
        uses.push_back(std::min(count, 2));
    }
    return !uses.empty() && uses.back() == 1;
}

} // namespace

Function::Program::~Program() = default;

const Tape& Function::Program::tape() const
{
    std::call_once(m_tapeMade, [this] { m_tape = std::make_unique<const Tape>(steps, primitives); });
    return *m_tape;
}

Function::Program::Program(const SyntaxTree& syntaxTree, std::span<const double> parameterValues)
    : tree(withPlainConditions(syntaxTree)), values(parameterValues.begin(), parameterValues.end())
{
    assert(values.size() == tree.parameters.size());
    Compiler compiler(tree, values);
    steps = compiler.takeSteps();
    primitives = compiler.takePrimitives();
    variableOnce = readsVariableOnce(tree);
}

} // namespace secant
