#include "tests/bench/block_floor.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "tests/bench/block_floor.cpp"
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3_DL)
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <hwy/contrib/math/math-inl.h>

#include "core/number/block/elementary_inl.h"

HWY_BEFORE_NAMESPACE();
namespace secant::block::HWY_NAMESPACE {

#if HWY_NATIVE_FMA

/// The functions that a formula of Secant calls.
struct Own {
    static HWY_INLINE V exp(V x) { return Exp().value(x); }
    static HWY_INLINE V log(V x) { return Log().value(x); }
    static HWY_INLINE V sin(V x) { return Sin().value(x); }
    static HWY_INLINE V cos(V x) { return Cos().value(x); }
    static HWY_INLINE V tanh(V x) { return Tanh().value(x); }
    static HWY_INLINE V atan(V x) { return Atan().value(x); }
};

/// Those of Highway, less exact (0.9 to 2.9 ulp) and wrong for NaN and infinities.
struct Highways {
    static HWY_INLINE V exp(V x) { return hn::Exp(D(), x); }
    static HWY_INLINE V log(V x) { return hn::Log(D(), x); }
    static HWY_INLINE V sin(V x) { return hn::Sin(D(), x); }
    static HWY_INLINE V cos(V x) { return hn::Cos(D(), x); }
    static HWY_INLINE V tanh(V x) { return hn::Tanh(D(), x); }
    static HWY_INLINE V atan(V x) { return hn::Atan(D(), x); }
};

template<typename Formula>
void each(const double* x, double* out, std::size_t count, const Formula& formula)
{
    for (std::size_t i = 0; i + kLanes <= count; i += kLanes) {
        hn::StoreU(formula(hn::LoadU(D(), x + i)), D(), out + i);
    }
}

HWY_INLINE V horner(V x)
{
    V sum = set(bench::kHorner[0]);
    for (std::size_t k = 1; k < std::size(bench::kHorner); ++k) {
        sum = hn::MulAdd(sum, x, set(bench::kHorner[k]));
    }
    return sum;
}

template<typename Library>
void formulaBy(int formula, const double* x, double* out, std::size_t count)
{
    const V one = set(1.0);
    switch (formula) {
    case 0:
        return each(x, out, count,
                    [&](V v) { return hn::MulAdd(v, v, Library::sin(set(3.0) * v) * Library::exp(v * set(-0.5))); });
    case 1:
        return each(x, out, count, [&](V v) { return v / (one + Library::exp(hn::Neg(v))); });
    case 2:
        return each(x, out, count, [&](V v) { return Library::log(one + Library::exp(v)); });
    case 3:
        return each(x, out, count, [&](V v) { return hn::Max(set(0.01) * v, v); });
    case 4:
        return each(x, out, count, [&](V v) {
            const V square = v * v;
            return hn::MulAdd(square - set(2.0), v, one) / (square + one);
        });
    case 5:
        return each(x, out, count, [&](V v) { return hn::Abs(v) + hn::Sqrt(hn::MulAdd(v, v, one)); });
    case 6:
        return each(x, out, count, [&](V v) { return horner(v); });
    case 7:
        return each(x, out, count, [&](V v) { return Library::exp(hn::Neg(v * v)) * Library::cos(set(20.0) * v); });
    default:
        return each(x, out, count, [&](V v) {
            const V angle = Library::atan(v);
            return hn::MulAdd(angle, angle, Library::tanh(v));
        });
    }
}

void handWrittenOnTarget(int formula, bool isOwn, const double* x, double* out, std::size_t count)
{
    isOwn ? formulaBy<Own>(formula, x, out, count) : formulaBy<Highways>(formula, x, out, count);
}

#else

void handWrittenOnTarget(int, bool, const double*, double*, std::size_t) {}

#endif

} // namespace secant::block::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace secant::block {
HWY_EXPORT(handWrittenOnTarget);
}

namespace secant::bench {

void handWritten(int formula, bool isOwn, const double* x, double* out, std::size_t count)
{
    using namespace secant::block;
    HWY_DYNAMIC_DISPATCH(handWrittenOnTarget)(formula, isOwn, x, out, count);
}

} // namespace secant::bench

#endif
