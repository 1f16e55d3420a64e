#include "core/function/tape.h"

#include <algorithm>
#include <cmath>

#include "core/function/arithmetic.h"
#include "core/function/tape_builder.h"

namespace secant {
namespace {

/// Numbers worked on at a time: few enough for the first cache, enough to spread the cost of an instruction.
constexpr std::size_t kBlock = 256;

/// Not a power of two, or streams would fall on the same lines of the cache.
constexpr std::size_t kStride = kBlock + block::kGrain;

std::size_t whole(std::size_t count)
{
    return (count + block::kGrain - 1) / block::kGrain * block::kGrain;
}

} // namespace

/// Where the slots are while one block is worked on. Kept from call to call.
struct Tape::Workspace {
    std::vector<double> memory;
    std::vector<JetBlock> slots;
    std::vector<Jet> jets;

    static Workspace& ofThisThread(const Tape& tape, std::size_t streams)
    {
        thread_local Workspace space;
        const auto count = static_cast<std::size_t>(tape.m_slotCount);
        space.memory.resize(std::max(space.memory.size(), count * streams * kStride));
        space.slots.assign(count, {});
        for (std::size_t i = 0; i < count; ++i) {
            double* at = space.memory.data() + i * streams * kStride;
            space.slots[i] =
                streams == 1 ? JetBlock{at, nullptr, nullptr} : JetBlock{at, at + kStride, at + 2 * kStride};
        }
        return space;
    }

    [[nodiscard]] JetBlock& slot(std::int32_t index) { return slots[static_cast<std::size_t>(index)]; }
};

Tape::Tape(std::span<const Step> steps, const std::vector<BoundPrimitive>& primitives) : m_primitives(primitives)
{
    TapeBuilder(*this, steps).build();
}

const double* Tape::constant(Reference reference) const
{
    return m_constants[static_cast<std::size_t>(-1 - reference)].data();
}

void Tape::runValues(Workspace& space, std::size_t count) const
{
    const auto operand = [&](const Read& read) {
        return read.value < 0 ? block::Operand{constant(read.value), true}
                              : block::Operand{space.slot(read.value).value, false};
    };
    for (const Instruction& instruction : m_instructions) {
        double* out = space.slot(instruction.target).value;
        const block::Operand operands[3] = {operand(instruction.operands[0]), operand(instruction.operands[1]),
                                            operand(instruction.operands[2])};
        switch (instruction.kind) {
        case Kind::Arithmetic:
            block::values(instruction.arithmetic, operands, out, count);
            break;
        case Kind::Call:
            m_primitives[instruction.step.callee].evaluate({operands[0].at, count}, out);
            break;
        case Kind::Scalar:
            for (std::size_t i = 0; i < count; ++i) {
                double slots[3];
                for (std::size_t k = 0; k < 3; ++k) {
                    slots[k] = operands[k].at[operands[k].isConstant ? 0 : i];
                }
                out[i] = arithmetic::execute(instruction.step, m_primitives, kNaN, slots);
            }
            break;
        }
    }
}

void Tape::runJets(Workspace& space, std::size_t count) const
{
    const auto operand = [&](const Read& read) {
        const block::Operand zero{constant(kZero), true};
        if (read.value < 0) {
            return block::JetOperand{{constant(read.value), true}, zero, zero};
        }
        const JetBlock& slot = space.slot(read.value);
        return read.slope < 0 ? block::JetOperand{{slot.value, false}, {constant(read.slope), true}, zero}
                              : block::JetOperand{{slot.value, false}, {slot.slope, false}, {slot.curvature, false}};
    };
    for (const Instruction& instruction : m_instructions) {
        const JetBlock& out = space.slot(instruction.target);
        const block::JetOperand operands[3] = {operand(instruction.operands[0]), operand(instruction.operands[1]),
                                               operand(instruction.operands[2])};
        switch (instruction.kind) {
        case Kind::Arithmetic:
            if (instruction.slope != kVaries) {
                block::values(instruction.arithmetic, {operands[0].value, operands[1].value, operands[2].value},
                              out.value, count);
            } else {
                block::jets(instruction.arithmetic, operands, out, count);
            }
            break;
        case Kind::Call:
            m_primitives[instruction.step.callee].evaluate({operands[0].value.at, count}, out);
            if (instruction.operands[0].slope != kOne) {
                block::chain(out, operands[0].slope, operands[0].curvature, count);
            }
            break;
        case Kind::Scalar:
            for (std::size_t i = 0; i < count; ++i) {
                const auto at = [i](const block::Operand& from) { return from.at[from.isConstant ? 0 : i]; };
                Jet slots[3];
                for (std::size_t k = 0; k < 3; ++k) {
                    slots[k] = {at(operands[k].value), at(operands[k].slope), at(operands[k].curvature)};
                }
                const Jet jet = arithmetic::execute(instruction.step, m_primitives, Jet(), slots);
                out.value[i] = jet.value;
                out.slope[i] = jet.slope;
                out.curvature[i] = jet.curvature;
            }
            break;
        }
    }
}

/// The primitive of x that is all of the formula, if it is that.
const BoundPrimitive* Tape::onlyCall() const
{
    const bool isCall = m_instructions.size() == 1 && m_instructions.front().kind == Kind::Call &&
                        m_instructions.front().operands[0].value == 0;
    return isCall ? &m_primitives[m_instructions.front().step.callee] : nullptr;
}

void Tape::values(std::span<const double> x, double* out) const
{
    if (const BoundPrimitive* primitive = onlyCall()) {
        return primitive->evaluate(x, out);
    }
    if (m_root.value <= 0) {
        return m_root.value == 0 ? void(std::copy(x.begin(), x.end(), out))
                                 : void(std::fill_n(out, x.size(), *constant(m_root.value)));
    }
    Workspace& space = Workspace::ofThisThread(*this, 1);
    double* const ownRoot = space.slot(m_root.value).value;
    double* const ownX = space.slot(0).value;
    for (std::size_t at = 0; at < x.size(); at += kBlock) {
        const std::size_t count = std::min(kBlock, x.size() - at);
        const bool isWhole = count % block::kGrain == 0;
        std::copy_n(x.data() + at, isWhole ? 0 : count, ownX);
        std::fill(ownX + (isWhole ? 0 : count), ownX + (isWhole ? 0 : whole(count)), 1.0);
        space.slot(0).value = isWhole ? const_cast<double*>(x.data() + at) : ownX; // Only read.
        space.slot(m_root.value).value = isWhole ? out + at : ownRoot;
        runValues(space, whole(count));
        std::copy_n(ownRoot, isWhole ? 0 : count, out + at);
    }
}

void Tape::jets(std::span<const double> x, const JetBlock& out) const
{
    if (const BoundPrimitive* primitive = onlyCall()) {
        return primitive->evaluate(x, out);
    }
    Workspace& space = Workspace::ofThisThread(*this, 3);
    for (std::size_t at = 0; at < x.size(); at += kBlock) {
        const std::size_t count = std::min(kBlock, x.size() - at);
        const bool isWhole = count % block::kGrain == 0;
        JetBlock& first = space.slot(0);
        const JetBlock own = m_root.value > 0 ? space.slot(m_root.value) : JetBlock();
        std::copy_n(x.data() + at, count, first.value);
        std::fill(first.value + count, first.value + whole(count), 1.0);
        const JetBlock direct{out.value + at, out.slope + at, out.curvature + at};
        if (m_root.value > 0 && isWhole) {
            space.slot(m_root.value) = direct;
        }
        runJets(space, whole(count));
        finishJets(space, direct, count);
        if (m_root.value > 0) {
            space.slot(m_root.value) = own;
        }
    }
}

/// Brings the root to its destination, where it is not yet, and leaves no slope where f is undefined.
void Tape::finishJets(Workspace& space, const JetBlock& out, std::size_t count) const
{
    const auto bring = [count](double* to, const double* from, bool isConstant) {
        if (isConstant) {
            std::fill_n(to, count, *from);
        } else if (to != from) {
            std::copy_n(from, count, to);
        }
    };
    const bool isConstant = m_root.value < 0;
    const bool isStraight = m_root.slope != kVaries;
    const JetBlock root = isConstant ? JetBlock() : space.slot(m_root.value);
    if (!isStraight) {
        block::settle(root, whole(count));
    }
    bring(out.value, isConstant ? constant(m_root.value) : root.value, isConstant);
    bring(out.slope, isStraight ? constant(m_root.slope) : root.slope, isStraight);
    bring(out.curvature, isStraight ? constant(kZero) : root.curvature, isStraight);
    for (std::size_t i = 0; isStraight && i < count; ++i) {
        if (std::isnan(out.value[i])) {
            out.slope[i] = kNaN;
            out.curvature[i] = kNaN;
        }
    }
}

} // namespace secant
