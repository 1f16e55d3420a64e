#pragma once

#include <mpfr.h>

namespace secant {

/// MPFR keeps constants and numbers that it may want again, for each thread, and leaves it to the thread to free them.
/// Called before the first number is made, this frees them when the calling thread ends.
inline void freeMpfrCachesWithThread()
{
    struct Caches {
        Caches() = default;
        ~Caches() { mpfr_free_cache2(MPFR_FREE_LOCAL_CACHE); }
        Caches(const Caches&) = delete;
        Caches& operator=(const Caches&) = delete;
    };
    static thread_local const Caches caches;
    static_cast<void>(caches);
}

} // namespace secant
