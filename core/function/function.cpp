#include "core/function/function.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numbers>

#include "core/function/arithmetic.h"
#include "core/function/program.h"
#include "core/function/tape.h"

namespace secant {
namespace {

/// Working memory of one evaluation, kept from call to call. The caller uses it up before it evaluates again.
template<typename Number>
std::vector<Number>& slotsFor(std::size_t count)
{
    thread_local std::vector<Number> slots;
    if (slots.size() < count) {
        slots.resize(count);
    }
    return slots;
}

template<typename Program, typename Number>
const std::vector<Number>& run(const Program& program, const Number& x)
{
    std::vector<Number>& slots = slotsFor<Number>(program.steps.size());
    for (std::size_t i = 0; i < program.steps.size(); ++i) {
        slots[i] = arithmetic::execute(program.steps[i], program.primitives, x, slots.data());
    }
    return slots;
}

/// Elementary functions and activations against an addition.
constexpr double kCallCost = 4.0;

Grade gradeOf(const Enclosure& enclosure, Order order)
{
    switch (order) {
    case Order::Value:
        return enclosure.valueGrade;
    case Order::Slope:
        return enclosure.slopeGrade;
    case Order::Curvature:
        return enclosure.curvatureGrade;
    }
    return Grade::Empty;
}

/// The multiple of the divisor nearest to the middle of the dividend, if the divisor is one number.
std::optional<Suspect> jumpOfModulo(const Step& step, const std::vector<Enclosure>& slots)
{
    const Interval& dividend = slots[static_cast<std::size_t>(step.left)].value;
    const Interval& divisor = slots[static_cast<std::size_t>(step.right)].value;
    const double middle = 0.5 * dividend.lo + 0.5 * dividend.hi;
    if (divisor.lo != divisor.hi || divisor.lo == 0.0 || !std::isfinite(middle)) {
        return Suspect{step.right, -1, 0.0};
    }
    return Suspect{step.left, -1, std::round(middle / divisor.lo) * divisor.lo};
}

/// What has to be solved where this step is not smooth, if it can fail to be.
std::optional<Suspect> suspectOf(const Step& step, const std::vector<BoundPrimitive>& primitives,
                                 const std::vector<Enclosure>& slots)
{
    switch (step.kind) {
    case StepKind::Divide:
        return Suspect{step.right, -1, 0.0};
    case StepKind::IntegerPower:
    case StepKind::RealPower:
    case StepKind::Power:
        return Suspect{step.left, -1, 0.0};
    case StepKind::Minimum:
    case StepKind::Maximum:
    case StepKind::Compare:
        return Suspect{step.left, step.right, 0.0};
    case StepKind::Hypotenuse:
        return Suspect{step.left, -1, 0.0};
    case StepKind::Modulo:
        return jumpOfModulo(step, slots);
    case StepKind::Call: {
        const Interval& argument = slots[static_cast<std::size_t>(step.left)].value;
        const std::optional<double> critical = primitives[step.callee].breakWithin(argument);
        return critical ? std::optional(Suspect{step.left, -1, *critical}) : std::nullopt;
    }
    default:
        return std::nullopt;
    }
}

/// ∂/∂p of one node from those of its operands.
class GradientRun {
public:
    GradientRun(const SyntaxTree& tree, std::span<const double> values, double x, std::size_t parameter)
        : m_tree(tree), m_values(values), m_x(x), m_parameter(parameter), m_slots(tree.nodes.size())
    {
    }

    double tangent()
    {
        for (std::size_t i = 0; i < m_tree.nodes.size(); ++i) {
            m_slots[i] = nodeGradient(m_tree.nodes[i]);
        }
        const Gradient& root = m_slots.back();
        return std::isnan(root.value) ? kNaN : root.tangent;
    }

private:
    const Gradient& slot(NodeIndex index) const { return m_slots[static_cast<std::size_t>(index)]; }

    Gradient nodeGradient(const Node& node) const
    {
        switch (node.kind) {
        case NodeKind::Number:
            return {node.number, 0.0};
        case NodeKind::Pi:
            return {std::numbers::pi, 0.0};
        case NodeKind::Euler:
            return {std::numbers::e, 0.0};
        case NodeKind::Variable:
            return {m_x, 0.0};
        case NodeKind::Parameter:
            return {m_values[node.index], node.index == m_parameter ? 1.0 : 0.0};
        case NodeKind::Negate:
            return {-slot(node.first).value, -slot(node.first).tangent};
        case NodeKind::Call:
            return callGradient(node);
        case NodeKind::If: {
            const double condition = slot(node.values.front()).value;
            return std::isnan(condition) ? Gradient{kNaN, kNaN} : slot(condition != 0.0 ? node.first : node.second);
        }
        default:
            return binaryGradient(node.kind, slot(node.first), slot(node.second));
        }
    }

    static Gradient binaryGradient(NodeKind kind, const Gradient& a, const Gradient& b)
    {
        // A Jet in the parameter's direction has the same first-order rules; its second order is not used.
        const Jet left{a.value, a.tangent, 0.0};
        const Jet right{b.value, b.tangent, 0.0};
        Jet result;
        switch (kind) {
        case NodeKind::Add:
            result = left + right;
            break;
        case NodeKind::Subtract:
            result = left - right;
            break;
        case NodeKind::Multiply:
            result = left * right;
            break;
        case NodeKind::Divide:
            result = arithmetic::divide(left, right);
            break;
        case NodeKind::Power:
            result = powerJet(left, right);
            break;
        case NodeKind::Minimum:
            result = arithmetic::minimum(left, right);
            break;
        case NodeKind::Maximum:
            result = arithmetic::maximum(left, right);
            break;
        case NodeKind::Modulo:
            result = arithmetic::modulo(left, right);
            break;
        case NodeKind::Hypotenuse:
            result = arithmetic::hypotenuse(left, right);
            break;
        default:
            result = arithmetic::compare(kind, left, right);
            break;
        }
        return {result.value, result.slope};
    }

    /// An exponent that does not move keeps the wider domain of a constant one.
    static Jet powerJet(const Jet& a, const Jet& b)
    {
        if (a.value > 0.0 || b.slope != 0.0) {
            return arithmetic::power(a, b);
        }
        if (b.value == std::trunc(b.value) && std::abs(b.value) < 1e6) {
            return arithmetic::integerPower(a, static_cast<int>(b.value));
        }
        return arithmetic::realPower(a, b.value);
    }

    Gradient callGradient(const Node& node) const
    {
        std::array<double, kMaxPrimitiveParameters> values{};
        for (std::size_t i = 0; i < node.values.size(); ++i) {
            values[i] = slot(node.values[i]).value;
        }
        const ParameterValues p(values.data(), node.values.size());
        const Gradient& argument = slot(node.first);
        const Jet outer = node.callee->evaluate(argument.value, p);
        double tangent = argument.tangent == 0.0 ? 0.0 : outer.slope * argument.tangent;
        for (std::size_t i = 0; i < node.values.size(); ++i) {
            const double rate = slot(node.values[i]).tangent;
            if (rate != 0.0) {
                tangent += node.callee->parameterSlope(argument.value, p, i) * rate;
            }
        }
        return {outer.value, tangent};
    }

    const SyntaxTree& m_tree;
    std::span<const double> m_values;
    double m_x;
    std::size_t m_parameter;
    std::vector<Gradient> m_slots;
};

} // namespace

Function::Function(const SyntaxTree& tree, std::span<const double> values)
    : m_program(std::make_shared<const Program>(tree, values))
{
    assert(!tree.nodes.empty());
}

double Function::value(double x) const
{
    return run(*m_program, x)[m_program->steps.size() - 1];
}

void Function::values(std::span<const double> x, double* out) const
{
    m_program->tape().values(x, out);
}

void Function::jets(std::span<const double> x, const JetBlock& out) const
{
    m_program->tape().jets(x, out);
}

Jet Function::jet(double x) const
{
    // A zero inner slope would otherwise hide that log(max(0, x)) has none where it is undefined.
    const Jet& jet = run(*m_program, Jet{x, 1.0, 0.0})[m_program->steps.size() - 1];
    return std::isnan(jet.value) ? Jet{kNaN, kNaN, kNaN} : jet;
}

double Function::at(Order order, double x) const
{
    switch (order) {
    case Order::Value:
        return value(x);
    case Order::Slope:
        return jet(x).slope;
    case Order::Curvature:
        return jet(x).curvature;
    }
    return kNaN;
}

double Function::parameterSlope(double x, std::size_t index) const
{
    return GradientRun(m_program->tree, m_program->values, x, index).tangent();
}

Enclosure Function::enclose(const Interval& x) const
{
    return run(*m_program, Enclosure::variable(x))[m_program->steps.size() - 1];
}

std::vector<Suspect> Function::suspects(const Interval& x, Order order) const
{
    const std::vector<Enclosure>& slots = run(*m_program, Enclosure::variable(x));
    std::vector<Suspect> found;
    for (std::size_t i = 0; i < m_program->steps.size(); ++i) {
        const Step& step = m_program->steps[i];
        Grade inherited = Grade::Continuous;
        for (const std::int32_t operand : {step.left, step.right, step.condition}) {
            if (operand >= 0) {
                inherited = std::min(inherited, gradeOf(slots[static_cast<std::size_t>(operand)], order));
            }
        }
        if (gradeOf(slots[i], order) >= inherited) {
            continue;
        }
        const std::optional<Suspect> suspect = suspectOf(step, m_program->primitives, slots);
        if (suspect && std::find(found.begin(), found.end(), *suspect) == found.end()) {
            found.push_back(*suspect);
        }
    }
    return found;
}

double Function::residual(const Suspect& suspect, double x) const
{
    const std::vector<double>& slots = run(*m_program, x);
    const double other = suspect.right < 0 ? suspect.critical : slots[static_cast<std::size_t>(suspect.right)];
    return slots[static_cast<std::size_t>(suspect.left)] - other;
}

bool Function::usesVariableOnce() const
{
    return m_program->variableOnce;
}

std::size_t Function::parameterCount() const
{
    return m_program->values.size();
}

double Function::cost() const
{
    double cost = 0.0;
    for (const Step& step : m_program->steps) {
        const bool isCurved =
            step.kind == StepKind::Call || step.kind == StepKind::RealPower || step.kind == StepKind::Power;
        cost += step.kind == StepKind::Constant ? 0.0 : isCurved ? kCallCost : 1.0;
    }
    return cost;
}

} // namespace secant
