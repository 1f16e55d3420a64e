#include "core/function/program.h"

#include <array>
#include <cassert>
#include <cmath>
#include <numbers>

#include "core/function/arithmetic.h"

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

} // namespace

Function::Program::Program(const SyntaxTree& syntaxTree, std::span<const double> parameterValues)
    : tree(syntaxTree), values(parameterValues.begin(), parameterValues.end())
{
    assert(values.size() == tree.parameters.size());
    steps.reserve(tree.nodes.size());
    int variables = 0;
    for (const Node& node : tree.nodes) {
        if (isLeaf(node.kind)) {
            steps.push_back(leafConstant(node, values));
            continue;
        }
        Step step;
        step.kind = kindOf(node.kind);
        step.left = node.first;
        step.right = node.second;
        step.relation = node.kind;
        step.condition = node.kind == NodeKind::If ? node.values.front() : -1;
        if (node.kind == NodeKind::Variable) {
            ++variables;
        } else if (node.kind == NodeKind::Power) {
            specialisePower(step, steps);
        } else if (node.kind == NodeKind::Call) {
            std::array<double, kMaxPrimitiveParameters> arguments{};
            for (std::size_t i = 0; i < node.values.size(); ++i) {
                arguments[i] = steps[static_cast<std::size_t>(node.values[i])].constant;
            }
            step.callee = primitives.size();
            primitives.emplace_back(*node.callee, ParameterValues(arguments.data(), node.values.size()));
        }
        const auto constant = [this](std::int32_t i) {
            return i < 0 || steps[static_cast<std::size_t>(i)].kind == StepKind::Constant;
        };
        const bool foldable =
            step.kind != StepKind::Variable && constant(step.left) && constant(step.right) && constant(step.condition);
        steps.push_back(foldable ? folded(step, steps, primitives) : step);
    }
    variableOnce = variables == 1;
}

} // namespace secant
