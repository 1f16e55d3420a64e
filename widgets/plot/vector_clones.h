#pragma once

/// Before a function whose loops gain three to four times from AVX2: Debian's amd64 is SSE2, so it is compiled for both
/// and chosen at run time. Sanitizers run before the choice can be made.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) &&               \
    !defined(__SANITIZE_THREAD__)
#define SECANT_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define SECANT_CLONES
#endif
