#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/number/block/block.h"

/// Arithmetic on blocks of numbers, by the vector instructions of this machine. Undefined results are NaN, as in the
/// formula language: x/0 is no infinity.
namespace secant::block {

/// Counts are multiples of it.
inline constexpr std::size_t kGrain = 8;

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
};

inline constexpr int kMaxPower = 16;

/// A block, or one number that stands for a block of it: then kGrain copies.
struct Operand {
    const double* at = nullptr;
    bool isConstant = false;
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
};

/// out[i] = operation(a[i], b[i], c[i]). `out` may be one of the operands.
void values(const Arithmetic& what, const Operand (&operands)[3], double* out, std::size_t count);

/// The same with first and second derivatives.
void jets(const Arithmetic& what, const JetOperand (&operands)[3], const JetBlock& out, std::size_t count);

/// g(u): the slope and curvature of g at u, in `out`, are turned into those in x by the slope and curvature of u.
/// A zero slope of u annihilates an infinite one of g. The value stays.
void chain(const JetBlock& out, const Operand& slope, const Operand& curvature, std::size_t count);

/// NaN in all three where the value is.
void settle(const JetBlock& out, std::size_t count);

} // namespace secant::block
