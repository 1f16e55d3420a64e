#include "core/number/block/run.h"

// Compiled once for each instruction set, as block.cpp is.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/number/block/run_values.cpp"
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3_DL)
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/number/block/run_inl.h"

HWY_BEFORE_NAMESPACE();
namespace secant::block::HWY_NAMESPACE {
namespace {

/// So many vectors are in hand: enough to hide how long an operation takes, and few enough for the registers.
struct Tile {
    V a, b, c, d;
};

constexpr std::size_t kTileVectors = 4;
static_assert(kGrain % (kTileVectors * hn::MaxLanes(D())) == 0);

/// The tile at `from`, whole: every mask is that of a multiple of tiles.
HWY_INLINE Tile load(const double* from)
{
    const std::size_t lanes = hn::Lanes(D());
    return {hn::LoadU(D(), from), hn::LoadU(D(), from + lanes), hn::LoadU(D(), from + 2 * lanes),
            hn::LoadU(D(), from + 3 * lanes)};
}

HWY_INLINE void store(const Tile& tile, double* out)
{
    const std::size_t lanes = hn::Lanes(D());
    hn::StoreU(tile.a, D(), out);
    hn::StoreU(tile.b, D(), out + lanes);
    hn::StoreU(tile.c, D(), out + 2 * lanes);
    hn::StoreU(tile.d, D(), out + 3 * lanes);
}

HWY_INLINE Tile take(const Operand& operand, const Tile& last, std::size_t i)
{
    V a = last.a;
    V b = last.b;
    V c = last.c;
    V d = last.d;
    if (operand.at != nullptr && operand.mask == 0) {
        a = b = c = d = set(*operand.at);
    } else if (operand.at != nullptr) {
        const std::size_t lanes = hn::Lanes(D());
        const double* const from = operand.at + (i & operand.mask);
        a = hn::LoadU(D(), from);
        b = hn::LoadU(D(), from + lanes);
        c = hn::LoadU(D(), from + 2 * lanes);
        d = hn::LoadU(D(), from + 3 * lanes);
    }
    return {a, b, c, d};
}

template<typename Rule>
HWY_INLINE Tile each(const Tile& u, const Rule& rule)
{
    return {rule(u.a), rule(u.b), rule(u.c), rule(u.d)};
}

template<typename Rule>
HWY_INLINE Tile each(const Tile& u, const Tile& v, const Rule& rule)
{
    return {rule(u.a, v.a), rule(u.b, v.b), rule(u.c, v.c), rule(u.d, v.d)};
}

HWY_INLINE Tile horner(std::span<const double> coefficients, const Tile& x)
{
    V a = set(coefficients[0]);
    V b = a;
    V c = a;
    V d = a;
    for (const double coefficient : coefficients.subspan(1)) {
        const V next = set(coefficient);
        a = hn::MulAdd(a, x.a, next);
        b = hn::MulAdd(b, x.b, next);
        c = hn::MulAdd(c, x.c, next);
        d = hn::MulAdd(d, x.d, next);
    }
    return {a, b, c, d};
}

using Code = void (*)(const ValueStep*, std::size_t, Raw, Raw, Raw, Raw);

/// Keeps the result of a step and hands it to the next one. This call is the last act of every step, so that a compiler
/// which optimises jumps there, with the tile in registers.
HWY_INLINE void handOn(const ValueStep* step, std::size_t i, const Tile& result)
{
    if (step->isKept) {
        store(result, step->out + (i & step->mask));
    }
    if (!step->isLast) {
        const ValueStep* const next = step + 1;
        reinterpret_cast<Code>(next->code)(next, i, rawOf(result.a), rawOf(result.b), rawOf(result.c), rawOf(result.d));
    }
}

template<Operation kOperation>
HWY_INLINE Tile resultOf(const ValueStep& step, const Tile& last, std::size_t i)
{
    const Tile u = take(step.operands[0], last, i);
    const auto v = [&] { return take(step.operands[1], last, i); };
    switch (kOperation) {
    case Operation::Negate:
        return each(u, [](V a) { return hn::Neg(a); });
    case Operation::Add:
        return each(u, v(), [](V a, V b) { return a + b; });
    case Operation::Subtract:
        return each(u, v(), [](V a, V b) { return a - b; });
    case Operation::Multiply:
        return each(u, v(), [](V a, V b) { return a * b; });
    case Operation::Divide:
        return each(u, v(), [](V a, V b) { return quotient(a, b); });
    case Operation::MultiplyAdd: {
        const Tile b = v();
        const Tile c = take(step.operands[2], last, i);
        return {hn::MulAdd(u.a, b.a, c.a), hn::MulAdd(u.b, b.b, c.b), hn::MulAdd(u.c, b.c, c.c),
                hn::MulAdd(u.d, b.d, c.d)};
    }
    case Operation::Power:
        return each(u, [n = step.what.exponent](V a) { return power(a, n); });
    case Operation::Minimum:
        return each(u, v(), [](V a, V b) { return least(a, b); });
    case Operation::Maximum:
        return each(u, v(), [](V a, V b) { return greatest(a, b); });
    case Operation::Horner:
        return horner(step.what.coefficients, u);
    default:
        return u;
    }
}

template<Operation kOperation>
void runArithmetic(const ValueStep* step, std::size_t i, Raw a, Raw b, Raw c, Raw d)
{
    handOn(step, i, resultOf<kOperation>(*step, {vectorOf(a), vectorOf(b), vectorOf(c), vectorOf(d)}, i));
}

#if HWY_NATIVE_FMA

/// As runFunction, where some argument is left to the scalar form.
template<typename Kernel>
HWY_NOINLINE void runBeyondReach(const ValueStep* step, std::size_t i, Raw a, Raw b, Raw c, Raw d)
{
    const Kernel kernel{};
    const Tile u = take(step->operands[0], {vectorOf(a), vectorOf(b), vectorOf(c), vectorOf(d)}, i);
    HWY_ALIGN double x[kGrain];
    HWY_ALIGN double results[kGrain];
    store(u, x);
    store(each(u, [&](V v) { return kernel.value(v); }), results);
    std::size_t first = 0;
    for (const V v : {u.a, u.b, u.c, u.d}) {
        patch(within(kernel.reach, v), hn::Lanes(D()), [&](std::size_t k) {
            results[first + k] = step->what.scalar.evaluate(x[first + k], step->what.scalar.parameters).value;
        });
        first += hn::Lanes(D());
    }
    handOn(step, i, load(results));
}

template<typename Kernel>
void runFunction(const ValueStep* step, std::size_t i, Raw a, Raw b, Raw c, Raw d)
{
    const Kernel kernel{};
    const Tile u = take(step->operands[0], {vectorOf(a), vectorOf(b), vectorOf(c), vectorOf(d)}, i);
    const M all = hn::And(hn::And(within(kernel.reach, u.a), within(kernel.reach, u.b)),
                          hn::And(within(kernel.reach, u.c), within(kernel.reach, u.d)));
    if (HWY_UNLIKELY(!hn::AllTrue(D(), all))) {
        return runBeyondReach<Kernel>(step, i, a, b, c, d);
    }
    handOn(step, i, {kernel.value(u.a), kernel.value(u.b), kernel.value(u.c), kernel.value(u.d)});
}

#else

void runFunction(const ValueStep* step, std::size_t i, Raw a, Raw b, Raw c, Raw d)
{
    HWY_ALIGN double results[kGrain];
    store(take(step->operands[0], {vectorOf(a), vectorOf(b), vectorOf(c), vectorOf(d)}, i), results);
    for (std::size_t k = 0; k < kTileVectors * hn::Lanes(D()); ++k) {
        results[k] = step->what.scalar.evaluate(results[k], step->what.scalar.parameters).value;
    }
    handOn(step, i, load(results));
}

#endif

/// What codeFor() chooses from.
struct Codes {
    using Code = HWY_NAMESPACE::Code;

    template<Operation kOperation>
    static constexpr Code arithmetic = runArithmetic<kOperation>;
#if HWY_NATIVE_FMA
    template<typename Kernel>
    static constexpr Code function = runFunction<Kernel>;
#else
    static constexpr Code function = runFunction;
#endif
};

} // namespace

StepCode valueCodeOnTarget(const ValueStep& step)
{
    return reinterpret_cast<StepCode>(codeFor<Codes>(step.what.operation));
}

void valuesOnTarget(const ValueStep& first, std::size_t begin, std::size_t end)
{
    const Raw zero = rawOf(hn::Zero(D()));
    const auto code = reinterpret_cast<Code>(first.code);
    for (std::size_t i = begin; i < end; i += kTileVectors * hn::Lanes(D())) {
        code(&first, i, zero, zero, zero, zero);
    }
}

} // namespace secant::block::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace secant::block {

HWY_EXPORT(valueCodeOnTarget);
HWY_EXPORT(valuesOnTarget);

std::optional<Operation> operationOf(BlockKind kind)
{
    switch (kind) {
    case BlockKind::Exp:
        return Operation::Exp;
    case BlockKind::Log:
        return Operation::Log;
    case BlockKind::Sin:
        return Operation::Sin;
    case BlockKind::Cos:
        return Operation::Cos;
    case BlockKind::Atan:
        return Operation::Atan;
    case BlockKind::Sqrt:
        return Operation::Sqrt;
    case BlockKind::Abs:
        return Operation::Abs;
    case BlockKind::Tanh:
        return Operation::Tanh;
    case BlockKind::Sigmoid:
        return Operation::Sigmoid;
    case BlockKind::Relu:
        return Operation::Relu;
    default:
        return std::nullopt;
    }
}

StepCode codeOf(const ValueStep& step)
{
    return HWY_DYNAMIC_DISPATCH(valueCodeOnTarget)(step);
}

void values(const ValueStep& first, std::size_t begin, std::size_t end)
{
    HWY_DYNAMIC_DISPATCH(valuesOnTarget)(first, begin, end);
}

} // namespace secant::block

#endif
