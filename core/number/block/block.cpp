#include "core/number/block/block.h"

#include <cmath>

// This file is compiled once for each instruction set that pays; the widest that the machine has is chosen at run time.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/number/block/block.cpp"
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3_DL)
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/number/block/elementary_inl.h"
#include "core/number/block/logistic_inl.h"
#include "core/number/block/rectifier_inl.h"

HWY_BEFORE_NAMESPACE();
namespace secant::block::HWY_NAMESPACE {

#if HWY_NATIVE_FMA

/// Where products with a parameter neither overflow nor lose their low words.
inline bool isModerate(double parameter)
{
    return std::abs(parameter) >= 0x1p-100 && std::abs(parameter) <= 0x1p100;
}

/// Calls run(kernel) with the kernel of that kind; false if there is none for the parameters.
template<typename Run>
bool withKernel(BlockKind kind, std::span<const double> p, const Run& run)
{
    switch (kind) {
    case BlockKind::None:
        return false;
    case BlockKind::Relu:
        return run(Relu());
    case BlockKind::TwoSlopes:
        return std::isfinite(p[0]) && run(TwoSlopes(p[0]));
    case BlockKind::Sigmoid:
        return run(Sigmoid());
    case BlockKind::Tanh:
        return run(Tanh());
    case BlockKind::Silu:
        return run(Gate(1.0));
    case BlockKind::Swish:
        return isModerate(p[0]) && run(Gate(p[0]));
    case BlockKind::Softplus:
        return isModerate(p[0]) && p[0] > 0.0 && run(Softplus(p[0]));
    case BlockKind::Gelu:
        return run(Gelu());
    case BlockKind::TanhGelu:
        return run(TanhGelu());
    case BlockKind::Mish:
        return run(Mish());
    case BlockKind::Elu:
        return isModerate(p[0]) && run(Elu(p[0]));
    case BlockKind::Exp:
        return run(Exp());
    case BlockKind::Log:
        return run(Log());
    case BlockKind::Sin:
        return run(Sin());
    case BlockKind::Cos:
        return run(Cos());
    case BlockKind::Atan:
        return run(Atan());
    case BlockKind::Sqrt:
        return run(Sqrt());
    case BlockKind::Abs:
        return run(Abs());
    }
    return false;
}

bool valuesOnTarget(BlockKind kind, const double* x, double* out, std::size_t count, const ScalarForm& scalar)
{
    return withKernel(kind, scalar.parameters,
                      [&](const auto& kernel) { return runValues(kernel, x, out, count, scalar); });
}

bool jetsOnTarget(BlockKind kind, const double* x, const JetBlock& out, std::size_t count, const ScalarForm& scalar)
{
    return withKernel(kind, scalar.parameters,
                      [&](const auto& kernel) { return runJets(kernel, x, out, count, scalar); });
}

#else

bool valuesOnTarget(BlockKind, const double*, double*, std::size_t, const ScalarForm&)
{
    return false;
}

bool jetsOnTarget(BlockKind, const double*, const JetBlock&, std::size_t, const ScalarForm&)
{
    return false;
}

#endif

} // namespace secant::block::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace secant::block {

HWY_EXPORT(valuesOnTarget);
HWY_EXPORT(jetsOnTarget);

bool values(BlockKind kind, const double* x, double* out, std::size_t count, const ScalarForm& scalar)
{
    return HWY_DYNAMIC_DISPATCH(valuesOnTarget)(kind, x, out, count, scalar);
}

bool jets(BlockKind kind, const double* x, const JetBlock& out, std::size_t count, const ScalarForm& scalar)
{
    return HWY_DYNAMIC_DISPATCH(jetsOnTarget)(kind, x, out, count, scalar);
}

} // namespace secant::block

#endif
