#pragma once

#include <mpfi.h>

namespace secant::convexity {

/// mpfi_init2, but from those that this thread has put aside, if there is one of that size: a verdict makes and
/// forgets a ball ten thousand times, and a third of its time went into allocating them. The value is undefined.
void takeBall(mpfi_ptr ball, mpfr_prec_t bits);

/// mpfi_clear, or put aside for takeBall().
void putAside(mpfi_ptr ball);

} // namespace secant::convexity
