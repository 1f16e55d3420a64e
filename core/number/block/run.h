#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "core/number/block/block.h"

/// Runs of operations on many numbers, by the vector instructions of this machine: a few vectors pass through all steps
/// of a run before the next ones do, so that what only the next step reads never leaves the registers. Undefined
/// results are NaN, as in the formula language: x/0 is no infinity.
namespace secant::block {

/// Runs begin and end at multiples of it.
inline constexpr std::size_t kGrain = 32;

enum class Operation : std::uint8_t {
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    MultiplyAdd, ///< ab + c, rounded once where the machine can
    Power,       ///< a^exponent, 1 ≤ exponent ≤ kMaxPower
    Minimum,
    Maximum,
    Horner, ///< a polynomial in a
    Exp,    ///< This and the ones below as block.h has them.
    Log,
    Sin,
    Cos,
    Atan,
    Sqrt,
    Abs,
    Tanh,
    Sigmoid,
    Relu,
};

inline constexpr int kMaxPower = 16;

/// The operation that computes a function of one argument; none if a run has no such step.
[[nodiscard]] std::optional<Operation> operationOf(BlockKind kind);

/// Where number i of a step's operand is: at[i & mask]. Null for the result of the step before.
struct Operand {
    const double* at = nullptr;
    std::size_t mask = 0; ///< 0 for a constant, all ones for an array, else that of a block used again and again.
};

/// What a jet is made of; a constant has slope and curvature 0, c x + d a constant slope.
struct JetOperand {
    Operand value;
    Operand slope;
    Operand curvature;
};

struct Arithmetic {
    Operation operation = Operation::Add;
    int exponent = 1;
    std::span<const double> coefficients; ///< Of Horner, the highest first; two at least.
    ScalarForm scalar;                    ///< Of a function, for the arguments that the vectors do not take.
};

/// Code of a step for the instruction set in use.
using StepCode = void (*)();

/// One step of a run: its result is kept at out[i & mask], or nowhere if the next step alone reads it.
struct ValueStep {
    StepCode code = nullptr;
    Arithmetic what;
    Operand operands[3];
    double* out = nullptr;
    std::size_t mask = 0;
    bool isKept = true;
    bool isLast = false; ///< Of its run.
};

/// The same with first and second derivatives.
struct JetStep {
    StepCode code = nullptr;
    Arithmetic what;
    JetOperand operands[3];
    JetBlock out;
    std::size_t mask = 0;
    bool isKept = true;
    bool isLast = false;
    bool isStraight = false; ///< Of the result k x + d, the value alone is computed.
    bool isPlain = false;    ///< A function of x + d: nothing to chain.
    bool isSettled = false;  ///< Slope and curvature become NaN where the value is.
};

/// The longest run: each step calls the next one, and a compiler that does not optimise returns from none before the
/// last.
inline constexpr std::size_t kLongestRun = 64;

/// The code of a step, by what it is.
[[nodiscard]] StepCode codeOf(const ValueStep& step);
[[nodiscard]] StepCode codeOf(const JetStep& step);

/// Takes numbers begin to end through the steps from `first` to the last of the run. An array may be read and written
/// by the same run.
void values(const ValueStep& first, std::size_t begin, std::size_t end);
void jets(const JetStep& first, std::size_t begin, std::size_t end);

/// g(u): the slope and curvature of g at u, in `out`, are turned into those in x by the slope and curvature of u.
/// A zero slope of u annihilates an infinite one of g. The value stays.
void chain(const JetBlock& out, const Operand& slope, const Operand& curvature, std::size_t count);

/// NaN in all three where the value is.
void settle(const JetBlock& out, std::size_t count);

} // namespace secant::block
