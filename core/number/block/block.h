#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/number/jet.h"

namespace secant {

/// The functions that have a form for many arguments at once.
enum class BlockKind : std::uint8_t {
    None,
    Relu,
    TwoSlopes, ///< x for x > 0, p[0] x for x < 0
    Sigmoid,
    Tanh,
    Silu,
    Swish,
    Softplus,
    Gelu,
    TanhGelu,
    Mish,
    Elu,
    Exp,
    Log,
    Sin,
    Cos,
    Atan,
    Sqrt,
    Abs,
};

/// Where jets of many arguments go: each has room for all of them, and none overlaps another or the arguments.
struct JetBlock {
    double* value = nullptr;
    double* slope = nullptr;
    double* curvature = nullptr;
};

/// A function of one argument as its Primitive has it, for the arguments that the vectors leave over.
struct ScalarForm {
    Jet (*evaluate)(double x, std::span<const double> p) = nullptr;
    std::span<const double> parameters;
};

namespace block {

/// f of `count` arguments by the vector instructions of this machine; `out` may be `x` itself.
/// In the middle of its range each function is computed in two words and rounded once, to 0.75 ulp at most
/// (tests/core/number/block); zeros, NaN, ±∞ and arguments far out are left to `scalar`.
/// False, with nothing written, if the kind, the parameters or the machine (AVX-512 or AVX2 with FMA) have no such
/// form.
[[nodiscard]] bool values(BlockKind kind, const double* x, double* out, std::size_t count, const ScalarForm& scalar);

/// f, f′ and f″ together; the same in all else.
[[nodiscard]] bool jets(BlockKind kind, const double* x, const JetBlock& out, std::size_t count,
                        const ScalarForm& scalar);

} // namespace block
} // namespace secant
