#pragma once

#include <cstddef>

namespace secant::bench {

/// The coefficients of the polynomial among the formulas, the highest first.
inline constexpr double kHorner[21] = {0.01,  -0.02, 0.03,  -0.04, 0.05,  -0.06, 0.07,  -0.08, 0.09, -0.1, 0.11,
                                       -0.12, 0.13,  -0.14, 0.15,  -0.16, 0.17,  -0.18, 0.19,  -0.2, 0.21};

/// One of the nine formulas of peers.py, by its number, written out by hand in one loop: over the functions that
/// Secant's formulas call, or over Highway's. Whole vectors only; nothing where the machine has no fused products.
void handWritten(int formula, bool isOwn, const double* x, double* out, std::size_t count);

} // namespace secant::bench
