#include "core/analysis/convexity/spare_balls.h"

#include <array>
#include <cstddef>
#include <vector>

namespace secant::convexity {

namespace {

constexpr std::size_t kMostLimbs = 8;
constexpr std::size_t kMostOfASize = 256;

/// Whether this thread's spare balls are gone: its last objects may outlive them.
thread_local bool isOver = false;

struct Spare {
    std::array<std::vector<__mpfi_struct>, kMostLimbs + 1> ofLimbs;

    Spare() = default;
    ~Spare()
    {
        isOver = true;
        for (std::vector<__mpfi_struct>& balls : ofLimbs) {
            for (__mpfi_struct& ball : balls)
                mpfi_clear(&ball);
        }
    }
    Spare(const Spare&) = delete;
    Spare& operator=(const Spare&) = delete;
};

/// Those of so many bits, or null if such balls are not put aside.
std::vector<__mpfi_struct>* spare(mpfr_prec_t bits)
{
    static thread_local Spare all;
    const auto limbs = static_cast<std::size_t>((bits + GMP_NUMB_BITS - 1) / GMP_NUMB_BITS);
    return isOver || limbs > kMostLimbs ? nullptr : &all.ofLimbs[limbs];
}

} // namespace

void takeBall(mpfi_ptr ball, mpfr_prec_t bits)
{
    std::vector<__mpfi_struct>* const balls = spare(bits);
    if (balls == nullptr || balls->empty()) {
        mpfi_init2(ball, bits);
        return;
    }
    *ball = balls->back();
    balls->pop_back();
    // With as many limbs: nothing is allocated.
    mpfr_set_prec(&ball->left, bits);
    mpfr_set_prec(&ball->right, bits);
}

void putAside(mpfi_ptr ball)
{
    std::vector<__mpfi_struct>* const balls =
        mpfr_get_prec(&ball->left) == mpfr_get_prec(&ball->right) ? spare(mpfr_get_prec(&ball->left)) : nullptr;
    if (balls == nullptr || balls->size() >= kMostOfASize)
        mpfi_clear(ball);
    else
        balls->push_back(*ball);
}

} // namespace secant::convexity
