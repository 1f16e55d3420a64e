#include "core/function/tape.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "core/function/arithmetic.h"
#include "core/function/tape_builder.h"

namespace secant {
namespace {

/// A result is kept for so many numbers at a time: few enough for the first cache, enough to spread the cost of a call.
constexpr std::size_t kBlock = 256;

constexpr std::size_t kLine = 8; ///< Of the cache.

/// Not a power of two, or streams would fall on the same lines of the cache.
constexpr std::size_t kStride = kBlock + kLine;

constexpr std::size_t kArray = ~std::size_t{0}; ///< Mask of an operand that is as long as x.

const double* at(const block::Operand& operand, std::size_t i)
{
    return operand.at + (i & operand.mask);
}

JetBlock moved(const JetBlock& block, std::size_t by)
{
    return {block.value + by, block.slope + by, block.curvature + by};
}

} // namespace

/// Where the slots and the steps are while numbers are worked on. Kept from call to call.
struct Tape::Workspace {
    std::vector<double> memory;
    std::vector<JetBlock> slots;
    std::vector<block::ValueStep> valueSteps; ///< One for each instruction; of those outside runs, the operands count.
    std::vector<block::JetStep> jetSteps;

    static Workspace& ofThisThread(const Tape& tape, std::size_t streams)
    {
        thread_local Workspace space;
        const auto count = static_cast<std::size_t>(tape.m_slotCount);
        space.memory.resize(std::max(space.memory.size(), count * streams * kStride + kLine));
        // A vector that crosses a line of the cache costs two accesses.
        const auto odd = std::bit_cast<std::uintptr_t>(space.memory.data()) / sizeof(double) % kLine;
        double* const aligned = space.memory.data() + (kLine - odd) % kLine;
        space.slots.assign(count, {});
        for (std::size_t i = 0; i < count; ++i) {
            double* memory = aligned + i * streams * kStride;
            space.slots[i] = streams == 1 ? JetBlock{memory, nullptr, nullptr}
                                          : JetBlock{memory, memory + kStride, memory + 2 * kStride};
        }
        return space;
    }

    [[nodiscard]] const JetBlock& slot(std::int32_t index) const { return slots[static_cast<std::size_t>(index)]; }

    /// The last numbers of x, too few for a grain, filled up with ones.
    [[nodiscard]] const double* padded(std::span<const double> rest) const
    {
        double* const own = slot(0).value;
        std::fill(std::copy(rest.begin(), rest.end(), own), own + block::kGrain, 1.0);
        return own;
    }
};

/// The arrays that a tape reads and writes: those of the caller, or for the last numbers its own.
struct Tape::Scope {
    const double* x = nullptr;
    JetBlock out;
};

Tape::Tape(std::span<const Step> steps, const std::vector<BoundPrimitive>& primitives) : m_primitives(primitives)
{
    TapeBuilder(*this, steps).build();
    joinRuns();
}

/// Gathers neighbouring arithmetic into runs, and finds what the next instruction alone reads.
void Tape::joinRuns()
{
    for (std::size_t i = 0; i < m_instructions.size(); ++i) {
        const bool goesOn = i > 0 && m_instructions[i].kind == Kind::Arithmetic &&
                            m_instructions[i - 1].kind == Kind::Arithmetic && i - m_starts.back() < block::kLongestRun;
        if (goesOn) {
            m_instructions[i - 1].isLast = false;
        } else {
            m_starts.push_back(i);
        }
    }
    std::vector<bool> isRead(static_cast<std::size_t>(m_slotCount), false);
    isRead[static_cast<std::size_t>(std::max(m_root.value, 0))] = true;
    for (std::size_t i = m_instructions.size(); i-- > 0;) {
        Instruction& instruction = m_instructions[i];
        const auto target = static_cast<std::size_t>(instruction.target);
        instruction.isKept = isRead[target];
        isRead[target] = false;
        const bool goesOn = i > 0 && !m_instructions[i - 1].isLast;
        for (Read& operand : instruction.operands) {
            operand.isInHand = goesOn && operand.value == m_instructions[i - 1].target;
            if (operand.value >= 0 && !operand.isInHand) {
                isRead[static_cast<std::size_t>(operand.value)] = true;
            }
        }
    }
}

block::Operand Tape::constant(Reference reference) const
{
    return {&m_constants[static_cast<std::size_t>(-1 - reference)], 0};
}

/// From the arrays of the caller to others.
void Tape::redirect(std::span<block::ValueStep> steps, const Scope& scope)
{
    for (block::ValueStep& step : steps) {
        for (block::Operand& operand : step.operands) {
            operand.at = operand.mask == kArray ? scope.x : operand.at;
        }
        step.out = step.mask == kArray ? scope.out.value : step.out;
    }
}

void Tape::redirect(std::span<block::JetStep> steps, const Scope& scope)
{
    for (block::JetStep& step : steps) {
        for (block::JetOperand& operand : step.operands) {
            operand.value.at = operand.value.mask == kArray ? scope.x : operand.value.at;
        }
        step.out = step.mask == kArray ? scope.out : step.out;
    }
}

void Tape::bindValues(Workspace& space, const Scope& scope) const
{
    const auto operand = [&](const Read& read) -> block::Operand {
        if (read.value < 0) {
            return constant(read.value);
        }
        return read.isInHand     ? block::Operand()
               : read.value == 0 ? block::Operand{scope.x, kArray}
                                 : block::Operand{space.slot(read.value).value, kBlock - 1};
    };
    space.valueSteps.resize(m_instructions.size());
    for (std::size_t i = 0; i < m_instructions.size(); ++i) {
        const Instruction& from = m_instructions[i];
        const bool isRoot = from.target == m_root.value;
        block::ValueStep& step = space.valueSteps[i];
        step.what = from.arithmetic;
        for (std::size_t k = 0; k < from.operands.size(); ++k) {
            step.operands[k] = operand(from.operands[k]);
        }
        step.out = isRoot ? scope.out.value : space.slot(from.target).value;
        step.mask = isRoot ? kArray : kBlock - 1;
        step.isKept = from.isKept;
        step.isLast = from.isLast;
        step.code = codeOf(step);
    }
}

void Tape::bindJets(Workspace& space, const Scope& scope) const
{
    const auto operand = [&](const Read& read) -> block::JetOperand {
        const block::Operand zero = constant(kZero);
        if (read.value < 0) {
            return {constant(read.value), zero, zero};
        }
        const JetBlock slot = read.isInHand ? JetBlock() : space.slot(read.value);
        const auto stream = [](const double* from) { return block::Operand{from, kBlock - 1}; };
        const block::Operand value = read.value == 0 ? block::Operand{scope.x, kArray} : stream(slot.value);
        return read.slope < 0 ? block::JetOperand{value, constant(read.slope), zero}
                              : block::JetOperand{value, stream(slot.slope), stream(slot.curvature)};
    };
    space.jetSteps.resize(m_instructions.size());
    for (std::size_t i = 0; i < m_instructions.size(); ++i) {
        const Instruction& from = m_instructions[i];
        const bool isRoot = from.target == m_root.value;
        block::JetStep& step = space.jetSteps[i];
        step.what = from.arithmetic;
        for (std::size_t k = 0; k < from.operands.size(); ++k) {
            step.operands[k] = operand(from.operands[k]);
        }
        step.out = isRoot ? scope.out : space.slot(from.target);
        step.mask = isRoot ? kArray : kBlock - 1;
        step.isKept = from.isKept;
        step.isLast = from.isLast;
        step.isStraight = from.slope != kVaries;
        step.isPlain = from.operands[0].slope == kOne;
        step.isSettled = isRoot;
        step.code = codeOf(step);
    }
}

/// Numbers begin to end; only the first `count` of all are asked for.
void Tape::runValues(const Workspace& space, std::size_t begin, std::size_t end, std::size_t count) const
{
    const std::size_t last = std::min(end, count);
    for (const std::size_t start : m_starts) {
        const Instruction& instruction = m_instructions[start];
        const block::ValueStep& step = space.valueSteps[start];
        switch (instruction.kind) {
        case Kind::Arithmetic:
            block::values(step, begin, end);
            break;
        case Kind::Call:
            m_primitives[instruction.step.callee].evaluate({at(step.operands[0], begin), last - begin},
                                                           step.out + (begin & step.mask));
            break;
        case Kind::Scalar:
            for (std::size_t i = begin; i < last; ++i) {
                const double slots[3] = {*at(step.operands[0], i), *at(step.operands[1], i), *at(step.operands[2], i)};
                step.out[i & step.mask] = arithmetic::execute(instruction.step, m_primitives, kNaN, slots);
            }
            break;
        }
    }
}

void Tape::runJets(const Workspace& space, std::size_t begin, std::size_t end, std::size_t count) const
{
    const std::size_t last = std::min(end, count);
    for (const std::size_t start : m_starts) {
        const Instruction& instruction = m_instructions[start];
        const block::JetStep& step = space.jetSteps[start];
        const block::JetOperand& first = step.operands[0];
        if (instruction.kind == Kind::Arithmetic) {
            block::jets(step, begin, end);
            continue;
        }
        const JetBlock out = moved(step.out, begin & step.mask);
        if (instruction.kind == Kind::Call) {
            m_primitives[instruction.step.callee].evaluate({at(first.value, begin), last - begin}, out);
            if (!step.isPlain) {
                block::chain(out, first.slope, first.curvature, end - begin);
            }
        } else {
            for (std::size_t i = begin; i < last; ++i) {
                Jet slots[3];
                for (std::size_t k = 0; k < 3; ++k) {
                    const block::JetOperand& from = step.operands[k];
                    slots[k] = {*at(from.value, i), *at(from.slope, i), *at(from.curvature, i)};
                }
                const Jet jet = arithmetic::execute(instruction.step, m_primitives, Jet(), slots);
                out.value[i - begin] = jet.value;
                out.slope[i - begin] = jet.slope;
                out.curvature[i - begin] = jet.curvature;
            }
        }
        if (step.isSettled) {
            block::settle(out, end - begin);
        }
    }
}

/// The primitive of x that is all of the formula, if it is that.
const BoundPrimitive* Tape::onlyCall() const
{
    return m_onlyCallee ? &m_primitives[*m_onlyCallee] : nullptr;
}

/// A single run goes through all numbers at once: what it keeps, it reads again at once.
std::size_t Tape::pace(std::size_t count) const
{
    const bool isOneRun = m_starts.size() == 1 && m_instructions.front().kind == Kind::Arithmetic;
    return isOneRun ? count : kBlock;
}

void Tape::values(std::span<const double> x, double* out) const
{
    if (const BoundPrimitive* primitive = onlyCall()) {
        return primitive->evaluate(x, out);
    }
    if (m_root.value <= 0) {
        return m_root.value == 0 ? void(std::copy(x.begin(), x.end(), out))
                                 : void(std::fill_n(out, x.size(), *constant(m_root.value).at));
    }
    Workspace& space = Workspace::ofThisThread(*this, 1);
    const std::size_t whole = x.size() / block::kGrain * block::kGrain;
    bindValues(space, {x.data(), {out, nullptr, nullptr}});
    for (std::size_t begin = 0, step = pace(whole); begin < whole; begin += step) {
        runValues(space, begin, std::min(begin + step, whole), whole);
    }
    if (const auto rest = x.subspan(whole); !rest.empty()) {
        const JetBlock& root = space.slot(m_root.value);
        redirect(space.valueSteps, {space.padded(rest), root});
        runValues(space, 0, block::kGrain, rest.size());
        std::copy_n(root.value, rest.size(), out + whole);
    }
}

void Tape::jets(std::span<const double> x, const JetBlock& out) const
{
    if (const BoundPrimitive* primitive = onlyCall()) {
        return primitive->evaluate(x, out);
    }
    if (m_root.value <= 0) {
        values(x, out.value);
        return fillStraight(out, x.size());
    }
    Workspace& space = Workspace::ofThisThread(*this, 3);
    const std::size_t whole = x.size() / block::kGrain * block::kGrain;
    bindJets(space, {x.data(), out});
    for (std::size_t begin = 0, step = pace(whole); begin < whole; begin += step) {
        runJets(space, begin, std::min(begin + step, whole), whole);
    }
    if (const auto rest = x.subspan(whole); !rest.empty()) {
        const JetBlock& root = space.slot(m_root.value);
        redirect(space.jetSteps, {space.padded(rest), root});
        runJets(space, 0, block::kGrain, rest.size());
        std::copy_n(root.value, rest.size(), out.value + whole);
        std::copy_n(root.slope, rest.size(), out.slope + whole);
        std::copy_n(root.curvature, rest.size(), out.curvature + whole);
    }
    if (m_root.slope != kVaries) {
        fillStraight(out, x.size());
    }
}

/// The derivatives of a root k x + d, none where it is undefined.
void Tape::fillStraight(const JetBlock& out, std::size_t count) const
{
    const double slope = *constant(m_root.slope).at;
    for (std::size_t i = 0; i < count; ++i) {
        const bool isDefined = !std::isnan(out.value[i]);
        out.slope[i] = isDefined ? slope : kNaN;
        out.curvature[i] = isDefined ? 0.0 : kNaN;
    }
}

} // namespace secant
