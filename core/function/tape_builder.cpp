#include "core/function/tape_builder.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace secant {
namespace {

constexpr std::size_t kMaxDegree = 32;

/// A power higher than this is not written out in a sum: Horner's rule would spend itself on zeros.
constexpr std::size_t kMaxSparseDegree = 8;

std::size_t index(std::int32_t step)
{
    return static_cast<std::size_t>(step);
}

/// How many of the coefficients are not 0, and the last of these.
struct Terms {
    std::size_t count = 0;
    std::size_t degree = 0;
};

Terms termsOf(const std::vector<double>& coefficients)
{
    Terms terms;
    for (std::size_t k = 0; k < coefficients.size(); ++k) {
        if (coefficients[k] != 0.0) {
            ++terms.count;
            terms.degree = k;
        }
    }
    return terms;
}

/// With an inverse that is one too.
bool isPowerOfTwo(double x)
{
    int exponent = 0;
    return std::abs(std::frexp(x, &exponent)) == 0.5 && std::abs(exponent) < 1000;
}

bool isOperand(std::int32_t step)
{
    return step >= 0;
}

} // namespace

TapeBuilder::TapeBuilder(Tape& tape, std::span<const Step> steps)
    : m_tape(tape),
      m_steps(steps),
      m_polynomials(steps.size()),
      m_lastUse(steps.size(), -1),
      m_slots(steps.size(), -1),
      m_slopes(steps.size())
{
}

bool TapeBuilder::isConstant(std::int32_t step) const
{
    return m_steps[index(step)].kind == StepKind::Constant;
}

double TapeBuilder::constantAt(std::int32_t step) const
{
    return m_steps[index(step)].constant;
}

/// A step as it stands in a sum: the polynomial that it is, a constant, or itself as the variable.
TapeBuilder::Polynomial TapeBuilder::termOf(std::int32_t step) const
{
    if (m_polynomials[index(step)]) {
        return *m_polynomials[index(step)];
    }
    return isConstant(step) ? Polynomial{-1, {constantAt(step)}} : Polynomial{step, {0.0, 1.0}};
}

/// a ± b if both are in the same variable and no power stands in both.
std::optional<TapeBuilder::Polynomial> TapeBuilder::added(Polynomial a, const Polynomial& b, double sign)
{
    if (a.variable >= 0 && b.variable >= 0 && a.variable != b.variable) {
        return std::nullopt;
    }
    a.variable = std::max(a.variable, b.variable);
    a.coefficients.resize(std::max(a.coefficients.size(), b.coefficients.size()), 0.0);
    for (std::size_t k = 0; k < b.coefficients.size(); ++k) {
        if (b.coefficients[k] != 0.0 && a.coefficients[k] != 0.0) {
            return std::nullopt;
        }
        a.coefficients[k] = b.coefficients[k] != 0.0 ? sign * b.coefficients[k] : a.coefficients[k];
    }
    const Terms terms = termsOf(a.coefficients);
    const bool isDense = terms.degree <= kMaxSparseDegree || 2 * terms.count > terms.degree;
    return isDense ? std::optional(std::move(a)) : std::nullopt;
}

/// a times a single power of the same variable, one of the factors having no coefficient of its own.
std::optional<TapeBuilder::Polynomial> TapeBuilder::multiplied(const Polynomial& a, const Polynomial& b)
{
    const Terms termsOfA = termsOf(a.coefficients);
    const Terms termsOfB = termsOf(b.coefficients);
    const bool isUnit = termsOfB.count == 1 && b.coefficients[termsOfB.degree] == 1.0;
    const bool isScale = termsOfB.count == 1 && termsOfA.count == 1 && a.coefficients[termsOfA.degree] == 1.0;
    if ((a.variable >= 0 && b.variable >= 0 && a.variable != b.variable) || !(isUnit || isScale) ||
        termsOfA.degree + termsOfB.degree > kMaxDegree) {
        return std::nullopt;
    }
    Polynomial product{std::max(a.variable, b.variable), {}};
    product.coefficients.assign(termsOfB.degree, 0.0);
    for (const double coefficient : a.coefficients) {
        product.coefficients.push_back(coefficient == 0.0 ? 0.0 : coefficient * b.coefficients[termsOfB.degree]);
    }
    return product;
}

std::optional<TapeBuilder::Polynomial> TapeBuilder::polynomialOf(const Step& step) const
{
    switch (step.kind) {
    case StepKind::Negate:
        return added({-1, {0.0}}, termOf(step.left), -1.0);
    case StepKind::Add:
        return added(termOf(step.left), termOf(step.right), 1.0);
    case StepKind::Subtract:
        return added(termOf(step.left), termOf(step.right), -1.0);
    case StepKind::Multiply: {
        const Polynomial left = termOf(step.left);
        const Polynomial right = termOf(step.right);
        auto product = multiplied(left, right);
        return product ? product : multiplied(right, left);
    }
    case StepKind::IntegerPower:
        if (step.exponent >= 1 && step.exponent <= block::kMaxPower) {
            std::vector<double> coefficients(static_cast<std::size_t>(step.exponent), 0.0);
            coefficients.push_back(1.0);
            return Polynomial{step.left, std::move(coefficients)};
        }
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

/// Which steps must have a result of their own, and who reads it last.
void TapeBuilder::markNeeded()
{
    const auto last = static_cast<std::int32_t>(m_steps.size()) - 1;
    m_lastUse[index(last)] = last + 1;
    for (std::int32_t i = last; i >= 0; --i) {
        const Step& step = m_steps[index(i)];
        if (m_lastUse[index(i)] < 0) {
            continue;
        }
        const auto use = [&](std::int32_t operand) {
            if (isOperand(operand)) {
                m_lastUse[index(operand)] = std::max(m_lastUse[index(operand)], i);
            }
        };
        if (m_polynomials[index(i)]) {
            use(m_polynomials[index(i)]->variable);
        } else if (step.kind != StepKind::Constant) {
            use(step.left);
            use(step.right);
            use(step.condition);
        }
    }
}

void TapeBuilder::build()
{
    const auto count = static_cast<std::int32_t>(m_steps.size());
    (void)reference(0.0); // kZero
    (void)reference(1.0); // kOne
    for (std::int32_t i = 0; i < count; ++i) {
        auto polynomial = polynomialOf(m_steps[index(i)]);
        // A constant times a step that is undefined in itself, or 0 · x: left to the operations.
        const bool isUsable = polynomial && polynomial->variable >= 0 && termsOf(polynomial->coefficients).degree > 0 &&
                              std::all_of(polynomial->coefficients.begin(), polynomial->coefficients.end(),
                                          [](double c) { return std::isfinite(c); });
        if (isUsable) {
            m_polynomials[index(i)] = std::move(polynomial);
        }
    }
    markNeeded();
    for (std::int32_t i = 0; i < count; ++i) {
        if (m_lastUse[index(i)] >= 0 && !isConstant(i)) {
            emit(i);
        }
    }
    m_tape.m_root = read(count - 1);
    const Step& root = m_steps.back();
    if (root.kind == StepKind::Call && m_steps[index(root.left)].kind == StepKind::Variable) {
        m_tape.m_onlyCallee = root.callee;
    }
    for (Tape::Instruction& instruction : m_tape.m_instructions) {
        instruction.arithmetic.coefficients = {m_tape.m_coefficients.data() + instruction.firstCoefficient,
                                               static_cast<std::size_t>(instruction.coefficientCount)};
    }
}

void TapeBuilder::emit(std::int32_t step)
{
    if (m_steps[index(step)].kind == StepKind::Variable) {
        m_slots[index(step)] = 0;
        m_slopes[index(step)] = 1.0;
        return;
    }
    // The last result goes to its destination, which may be x itself: no other step may write there.
    const bool isLast = index(step) + 1 == m_steps.size();
    m_slots[index(step)] = isLast ? m_tape.m_slotCount++ : newSlot();
    if (m_polynomials[index(step)]) {
        emitPolynomial(step, *m_polynomials[index(step)]);
        markSlope(step);
        release(m_polynomials[index(step)]->variable, step);
        return;
    }
    emitOperation(step);
    markSlope(step);
    const Step& done = m_steps[index(step)];
    for (const std::int32_t operand : {done.left, done.right, done.condition}) {
        if (isOperand(operand)) {
            release(operand, step);
        }
    }
}

void TapeBuilder::emitPolynomial(std::int32_t step, const Polynomial& polynomial)
{
    const Terms terms = termsOf(polynomial.coefficients);
    const std::vector<double>& c = polynomial.coefficients;
    const Tape::Read variable = read(polynomial.variable);
    const std::int32_t target = m_slots[index(step)];
    const std::optional<double> slope = m_slopes[index(polynomial.variable)];
    if (terms.degree == 1 && slope) {
        m_slopes[index(step)] = c[1] * *slope;
    }
    if (terms.count == 1) {
        const int exponent = static_cast<int>(terms.degree);
        const double factor = c[terms.degree];
        const auto power = std::array<Tape::Read, 3>{variable, constant(factor), Tape::Read()};
        if (exponent == 1) {
            return factor == -1.0 ? appendArithmetic(block::Operation::Negate, target, power)
                                  : appendArithmetic(block::Operation::Multiply, target, power);
        }
        if (exponent <= block::kMaxPower) {
            appendArithmetic(block::Operation::Power, target, power, exponent);
            if (factor != 1.0) {
                const Tape::Read so{target, Tape::kVaries};
                appendArithmetic(block::Operation::Multiply, target, {so, constant(factor), Tape::Read()});
            }
            return;
        }
    }
    if (terms.degree == 1) {
        return appendArithmetic(block::Operation::MultiplyAdd, target, {variable, constant(c[1]), constant(c[0])});
    }
    appendArithmetic(block::Operation::Horner, target, {variable, Tape::Read(), Tape::Read()});
    Tape::Instruction& instruction = m_tape.m_instructions.back();
    instruction.firstCoefficient = static_cast<std::int32_t>(m_tape.m_coefficients.size());
    instruction.coefficientCount = static_cast<std::int32_t>(terms.degree + 1);
    for (std::size_t k = terms.degree + 1; k-- > 0;) {
        m_tape.m_coefficients.push_back(c[k]);
    }
}

void TapeBuilder::emitOperation(std::int32_t step)
{
    const Step& from = m_steps[index(step)];
    const auto binary = [&](block::Operation operation) {
        appendArithmetic(operation, m_slots[index(step)], {read(from.left), read(from.right), Tape::Read()});
    };
    switch (from.kind) {
    case StepKind::Negate:
        return appendArithmetic(block::Operation::Negate, m_slots[index(step)],
                                {read(from.left), Tape::Read(), Tape::Read()});
    case StepKind::Add:
        return binary(block::Operation::Add);
    case StepKind::Subtract:
        return binary(block::Operation::Subtract);
    case StepKind::Multiply:
        return binary(block::Operation::Multiply);
    case StepKind::Divide:
        if (isConstant(from.right) && m_slopes[index(from.left)] && constantAt(from.right) != 0.0) {
            m_slopes[index(step)] = *m_slopes[index(from.left)] / constantAt(from.right);
            if (isPowerOfTwo(constantAt(from.right))) { // Times the inverse rounds alike.
                return appendArithmetic(block::Operation::Multiply, m_slots[index(step)],
                                        {read(from.left), constant(1.0 / constantAt(from.right)), Tape::Read()});
            }
        }
        return binary(block::Operation::Divide);
    case StepKind::Minimum:
        return binary(block::Operation::Minimum);
    case StepKind::Maximum:
        return binary(block::Operation::Maximum);
    default:
        break;
    }
    if (from.kind == StepKind::Call) {
        const BoundPrimitive& primitive = m_tape.m_primitives[from.callee];
        if (const auto operation = block::operationOf(primitive.primitive().block)) {
            appendArithmetic(*operation, m_slots[index(step)], {read(from.left), Tape::Read(), Tape::Read()});
            m_tape.m_instructions.back().arithmetic.scalar = {primitive.primitive().evaluate, primitive.values()};
            return;
        }
    }
    Tape::Instruction& instruction =
        append(m_slots[index(step)], from.kind == StepKind::Call ? Tape::Kind::Call : Tape::Kind::Scalar);
    instruction.step = from;
    std::int32_t next = 0;
    for (std::int32_t* operand : {&instruction.step.left, &instruction.step.right, &instruction.step.condition}) {
        if (isOperand(*operand)) {
            instruction.operands[index(next)] = read(*operand);
            *operand = next++;
        }
    }
}

void TapeBuilder::markSlope(std::int32_t step)
{
    if (m_slopes[index(step)]) {
        m_tape.m_instructions.back().slope = reference(*m_slopes[index(step)]);
    }
}

Tape::Instruction& TapeBuilder::append(std::int32_t target, Tape::Kind kind)
{
    Tape::Instruction& instruction = m_tape.m_instructions.emplace_back();
    instruction.kind = kind;
    instruction.target = target;
    return instruction;
}

void TapeBuilder::appendArithmetic(block::Operation operation, std::int32_t target, std::array<Tape::Read, 3> operands,
                                   int exponent)
{
    Tape::Instruction& instruction = append(target, Tape::Kind::Arithmetic);
    instruction.arithmetic.operation = operation;
    instruction.arithmetic.exponent = exponent;
    instruction.operands = operands;
}

/// Frees the slot of a step whose last reader has been emitted.
void TapeBuilder::release(std::int32_t step, std::int32_t user)
{
    std::int32_t& lastUse = m_lastUse[index(step)];
    if (lastUse == user && m_slots[index(step)] > 0) {
        m_free.push_back(m_slots[index(step)]);
        lastUse = -2; // Once, though the same step may be both operands.
    }
}

Tape::Read TapeBuilder::read(std::int32_t step)
{
    if (isConstant(step)) {
        return constant(constantAt(step));
    }
    const std::optional<double>& slope = m_slopes[index(step)];
    return {m_slots[index(step)], slope ? reference(*slope) : Tape::kVaries};
}

Tape::Reference TapeBuilder::reference(double value)
{
    const auto bits = std::bit_cast<std::uint64_t>(value);
    const std::size_t recent = std::min<std::size_t>(m_tape.m_constants.size(), 64);
    for (std::size_t i = 0; i < recent; ++i) {
        if (std::bit_cast<std::uint64_t>(m_tape.m_constants[i]) == bits) {
            return -1 - static_cast<Tape::Reference>(i);
        }
    }
    m_tape.m_constants.push_back(value);
    return -static_cast<Tape::Reference>(m_tape.m_constants.size());
}

std::int32_t TapeBuilder::newSlot()
{
    if (m_free.empty()) {
        return m_tape.m_slotCount++;
    }
    const std::int32_t slot = m_free.back();
    m_free.pop_back();
    return slot;
}

} // namespace secant
