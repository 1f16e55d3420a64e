#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/function/program.h"
#include "core/number/block/run.h"

namespace secant {

/// A bound formula as straight code over blocks of numbers that stay in the cache. Steps that make up a polynomial in
/// one of them run as one instruction, by Horner's rule; so a result may differ from Function::value by the rounding of
/// that sum. Immutable; may be used from several threads.
class Tape {
public:
    /// Precondition: `steps` is not empty, and both outlive the tape.
    Tape(std::span<const Step> steps, const std::vector<BoundPrimitive>& primitives);

    /// f of each x; `out` is as long, and may be x itself.
    void values(std::span<const double> x, double* out) const;
    /// f, f′ and f″ of each x.
    void jets(std::span<const double> x, const JetBlock& out) const;

private:
    friend class TapeBuilder;

    /// A slot, or if negative the constant −1 − reference.
    using Reference = std::int32_t;

    static constexpr Reference kZero = -1;
    static constexpr Reference kOne = -2;
    static constexpr Reference kVaries = 0; ///< For a slope: it is in the slot, with a curvature.

    /// What an instruction reads. Steps k x + d have the constant k for a slope and no curvature.
    struct Read {
        Reference value = kZero;
        Reference slope = kZero;
        bool isInHand = false; ///< It is the result of the instruction before, in the same run.
    };

    enum class Kind : std::uint8_t { Arithmetic, Call, Scalar };

    struct Instruction {
        Kind kind = Kind::Arithmetic;
        block::Arithmetic arithmetic;
        std::int32_t firstCoefficient = 0; ///< Of Horner.
        std::int32_t coefficientCount = 0;
        std::array<Read, 3> operands;
        Step step; ///< Of Call and Scalar; a scalar one has its operands in 0, 1 and 2.
        std::int32_t target = 0;
        Reference slope = kVaries; ///< Of the result.
        bool isKept = true;        ///< Its slot is read, not the result in hand alone.
        bool isLast = true;        ///< Of a run of arithmetic.
    };

    struct Workspace;
    struct Scope;
    void joinRuns();
    [[nodiscard]] const BoundPrimitive* onlyCall() const;
    void bindValues(Workspace& space, const Scope& scope) const;
    void bindJets(Workspace& space, const Scope& scope) const;
    static void redirect(std::span<block::ValueStep> steps, const Scope& scope);
    static void redirect(std::span<block::JetStep> steps, const Scope& scope);
    void runValues(const Workspace& space, std::size_t begin, std::size_t end, std::size_t count) const;
    void runJets(const Workspace& space, std::size_t begin, std::size_t end, std::size_t count) const;
    void fillStraight(const JetBlock& out, std::size_t count) const;
    [[nodiscard]] std::size_t pace(std::size_t count) const;
    [[nodiscard]] block::Operand constant(Reference reference) const;

    const std::vector<BoundPrimitive>& m_primitives;
    std::vector<Instruction> m_instructions;
    std::vector<std::size_t> m_starts; ///< Of runs of arithmetic, and every instruction of another kind.
    std::vector<double> m_constants;   ///< kZero and kOne first.
    std::vector<double> m_coefficients;
    std::int32_t m_slotCount = 1; ///< Slot 0 is x.
    Read m_root;
    std::optional<std::size_t> m_onlyCallee; ///< The formula is this primitive of x.
};

} // namespace secant
