#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/function/tape.h"

namespace secant {

/// Turns steps into the instructions of a tape.
class TapeBuilder {
public:
    TapeBuilder(Tape& tape, std::span<const Step> steps);

    void build();

private:
    /// coefficients[k] v^k summed, v being a step. No coefficient is the result of an operation, so nothing is rounded
    /// that the formula does not round.
    struct Polynomial {
        std::int32_t variable = -1;
        std::vector<double> coefficients;
    };

    [[nodiscard]] std::optional<Polynomial> polynomialOf(const Step& step) const;
    [[nodiscard]] Polynomial termOf(std::int32_t step) const;
    [[nodiscard]] static std::optional<Polynomial> added(Polynomial a, const Polynomial& b, double sign);
    [[nodiscard]] static std::optional<Polynomial> multiplied(const Polynomial& a, const Polynomial& b);

    void markNeeded();
    void emit(std::int32_t step);
    void emitPolynomial(std::int32_t step, const Polynomial& polynomial);
    void emitOperation(std::int32_t step);
    void markSlope(std::int32_t step);
    Tape::Instruction& append(std::int32_t target, Tape::Kind kind);
    void appendArithmetic(block::Operation operation, std::int32_t target, std::array<Tape::Read, 3> operands,
                          int exponent = 1);
    void release(std::int32_t step, std::int32_t user);
    [[nodiscard]] bool isConstant(std::int32_t step) const;
    [[nodiscard]] double constantAt(std::int32_t step) const;
    [[nodiscard]] Tape::Read read(std::int32_t step);
    [[nodiscard]] Tape::Reference reference(double constant);
    [[nodiscard]] Tape::Read constant(double value) { return {reference(value), Tape::kZero}; }
    [[nodiscard]] std::int32_t newSlot();

    Tape& m_tape;
    std::span<const Step> m_steps;
    std::vector<std::optional<Polynomial>> m_polynomials;
    std::vector<std::int32_t> m_lastUse;         ///< The last step that reads this one; −1 if none does.
    std::vector<std::int32_t> m_slots;           ///< Where a step's result is.
    std::vector<std::optional<double>> m_slopes; ///< k of steps that are k x + d.
    std::vector<std::int32_t> m_free;
};

} // namespace secant
