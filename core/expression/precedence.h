#pragma once

#include <cstdint>

namespace secant {

/// How tightly a part of a formula holds together, from the loosest on.
///
/// A minus before an operand binds as tightly as the operator to its left, so that 8/-4/2 is (8/(-4))/2 and
/// 2^-x^2 is 2^(-(x^2)); at the beginning it is looser than a product: -x·y is -(x·y).
enum class Level : std::uint8_t {
    None,
    Or,
    And,
    Comparison, ///< In chains: 0 < x < 1.
    Sum,
    Negation,
    Product, ///< Also implicit products: 1/2x is (1/2)·x.
    Root,    ///< √ before its operand: √x^2 is √(x^2), √2x is (√2)·x.
    Power,   ///< Right-associative.
    Raise,   ///< A superscript: 2^x² is 2^(x²).
    Atom,
};

} // namespace secant
