// Runs a kernel over arrays, and has the scalar form take the lanes that the kernel does not.
#if defined(SECANT_BLOCK_LOOP_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef SECANT_BLOCK_LOOP_INL
#undef SECANT_BLOCK_LOOP_INL
#else
#define SECANT_BLOCK_LOOP_INL
#endif

#include <algorithm>

#include "core/number/block/block.h"
#include "core/number/block/pair_inl.h"

HWY_BEFORE_NAMESPACE();
namespace secant::block::HWY_NAMESPACE {

#if HWY_NATIVE_FMA

constexpr std::size_t kLanes = hn::MaxLanes(D());

/// f, f′ and f″ of the lanes of one vector.
struct Jets {
    V value;
    V slope;
    V curvature;
};

/// The sizes of the arguments that a kernel takes. Below the least one, words vanish that it counts on.
struct Reach {
    double least;
    double most;
};

/// The same for positive arguments alone.
struct PositiveReach {
    double least;
    double most;
};

/// That of a kernel which needs no scalar form.
struct Everywhere {};

constexpr double kLeast = 0x1p-400;

/// The lanes within reach; NaN is in none.
HWY_INLINE M within(const Reach& reach, V x)
{
    const V size = hn::Abs(x);
    return hn::And(size >= set(reach.least), size <= set(reach.most));
}

HWY_INLINE M within(const PositiveReach& reach, V x)
{
    return hn::And(x >= set(reach.least), x <= set(reach.most));
}

template<typename Limits>
HWY_INLINE bool isWithin(const Limits& reach, V x)
{
    return hn::AllTrue(D(), within(reach, x));
}

HWY_INLINE M within(const Everywhere&, V)
{
    return hn::FirstN(D(), kLanes);
}

HWY_INLINE constexpr bool isWithin(const Everywhere&, V)
{
    return true;
}

/// Calls replace(i) for the first `count` lanes that are not in `done`.
template<typename Replace>
HWY_NOINLINE void patch(M done, std::size_t count, const Replace& replace)
{
    std::uint8_t bits[8] = {};
    hn::StoreMaskBits(D(), done, bits);
    for (std::size_t i = 0; i < count; ++i) {
        if (((bits[0] >> i) & 1U) == 0) {
            replace(i);
        }
    }
}

template<typename Kernel>
HWY_INLINE void valuesOfVector(const Kernel& kernel, V x, double* out, std::size_t count, const ScalarForm& scalar)
{
    const V value = kernel.value(x);
    if (HWY_LIKELY(count == kLanes && isWithin(kernel.reach, x))) {
        hn::StoreU(value, D(), out);
        return;
    }
    HWY_ALIGN double arguments[kLanes];
    HWY_ALIGN double results[kLanes];
    hn::Store(x, D(), arguments);
    hn::Store(value, D(), results);
    patch(within(kernel.reach, x), count,
          [&](std::size_t i) { results[i] = scalar.evaluate(arguments[i], scalar.parameters).value; });
    std::copy_n(results, count, out);
}

template<typename Kernel>
HWY_INLINE void jetsOfVector(const Kernel& kernel, V x, const JetBlock& out, std::size_t at, std::size_t count,
                             const ScalarForm& scalar)
{
    const Jets jets = kernel.jets(x);
    if (HWY_LIKELY(count == kLanes && isWithin(kernel.reach, x))) {
        hn::StoreU(jets.value, D(), out.value + at);
        hn::StoreU(jets.slope, D(), out.slope + at);
        hn::StoreU(jets.curvature, D(), out.curvature + at);
        return;
    }
    HWY_ALIGN double arguments[kLanes];
    HWY_ALIGN double results[3][kLanes];
    hn::Store(x, D(), arguments);
    hn::Store(jets.value, D(), results[0]);
    hn::Store(jets.slope, D(), results[1]);
    hn::Store(jets.curvature, D(), results[2]);
    patch(within(kernel.reach, x), count, [&](std::size_t i) {
        const Jet jet = scalar.evaluate(arguments[i], scalar.parameters);
        results[0][i] = jet.value;
        results[1][i] = jet.slope;
        results[2][i] = jet.curvature;
    });
    std::copy_n(results[0], count, out.value + at);
    std::copy_n(results[1], count, out.slope + at);
    std::copy_n(results[2], count, out.curvature + at);
}

/// The last, incomplete vector, filled up with ones.
HWY_INLINE V tail(const double* x, std::size_t count)
{
    HWY_ALIGN double padded[kLanes];
    std::fill_n(padded, kLanes, 1.0);
    std::copy_n(x, count, padded);
    return hn::Load(D(), padded);
}

template<typename Kernel>
bool runValues(const Kernel& kernel, const double* x, double* out, std::size_t count, const ScalarForm& scalar)
{
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes) {
        valuesOfVector(kernel, hn::LoadU(D(), x + i), out + i, kLanes, scalar);
    }
    if (i < count) {
        valuesOfVector(kernel, tail(x + i, count - i), out + i, count - i, scalar);
    }
    return true;
}

template<typename Kernel>
bool runJets(const Kernel& kernel, const double* x, const JetBlock& out, std::size_t count, const ScalarForm& scalar)
{
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes) {
        jetsOfVector(kernel, hn::LoadU(D(), x + i), out, i, kLanes, scalar);
    }
    if (i < count) {
        jetsOfVector(kernel, tail(x + i, count - i), out, i, count - i, scalar);
    }
    return true;
}

#endif // HWY_NATIVE_FMA

} // namespace secant::block::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
