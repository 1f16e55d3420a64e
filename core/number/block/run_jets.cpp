#include "core/number/block/run.h"

// Compiled once for each instruction set, as block.cpp is.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/number/block/run_jets.cpp"
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3_DL)
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/number/block/run_inl.h"

HWY_BEFORE_NAMESPACE();
namespace secant::block::HWY_NAMESPACE {
namespace {

/// One component of the jets in hand.
struct Stream {
    V a, b;
};

/// Two vectors of jets are in hand: six registers.
struct JetTile {
    Stream value;
    Stream slope;
    Stream curvature;
};

constexpr std::size_t kTileVectors = 2;
static_assert(kGrain % (kTileVectors * hn::MaxLanes(D())) == 0);

HWY_INLINE Stream load(const double* from)
{
    return {hn::LoadU(D(), from), hn::LoadU(D(), from + hn::Lanes(D()))};
}

HWY_INLINE void store(const Stream& stream, double* out)
{
    hn::StoreU(stream.a, D(), out);
    hn::StoreU(stream.b, D(), out + hn::Lanes(D()));
}

HWY_INLINE void store(const JetTile& tile, const JetBlock& out, std::size_t at)
{
    store(tile.value, out.value + at);
    store(tile.slope, out.slope + at);
    store(tile.curvature, out.curvature + at);
}

HWY_INLINE Stream take(const Operand& operand, const Stream& last, std::size_t i)
{
    V a = last.a;
    V b = last.b;
    if (operand.at != nullptr && operand.mask == 0) {
        a = b = set(*operand.at);
    } else if (operand.at != nullptr) {
        const double* const from = operand.at + (i & operand.mask);
        a = hn::LoadU(D(), from);
        b = hn::LoadU(D(), from + hn::Lanes(D()));
    }
    return {a, b};
}

HWY_INLINE JetTile take(const JetOperand& operand, const JetTile& last, std::size_t i)
{
    return {take(operand.value, last.value, i), take(operand.slope, last.slope, i),
            take(operand.curvature, last.curvature, i)};
}

HWY_INLINE JetTile tileOf(const Jets& a, const Jets& b)
{
    return {{a.value, b.value}, {a.slope, b.slope}, {a.curvature, b.curvature}};
}

template<typename Rule>
HWY_INLINE JetTile each(const JetTile& u, const Rule& rule)
{
    return tileOf(rule(Jets{u.value.a, u.slope.a, u.curvature.a}), rule(Jets{u.value.b, u.slope.b, u.curvature.b}));
}

template<typename Rule>
HWY_INLINE JetTile each(const JetTile& u, const JetTile& v, const Rule& rule)
{
    return tileOf(rule(Jets{u.value.a, u.slope.a, u.curvature.a}, Jets{v.value.a, v.slope.a, v.curvature.a}),
                  rule(Jets{u.value.b, u.slope.b, u.curvature.b}, Jets{v.value.b, v.slope.b, v.curvature.b}));
}

using Code = void (*)(const JetStep*, std::size_t, Raw, Raw, Raw, Raw, Raw, Raw);

/// Keeps the result of a step and hands it to the next one, as that of the values does.
HWY_INLINE void handOn(const JetStep* step, std::size_t i, const JetTile& result)
{
    if (step->isKept) {
        store(result, step->out, i & step->mask);
    }
    if (!step->isLast) {
        const JetStep* const next = step + 1;
        reinterpret_cast<Code>(next->code)(next, i, rawOf(result.value.a), rawOf(result.value.b), rawOf(result.slope.a),
                                           rawOf(result.slope.b), rawOf(result.curvature.a), rawOf(result.curvature.b));
    }
}

HWY_INLINE void settleAndHandOn(const JetStep* step, std::size_t i, const JetTile& result)
{
    handOn(step, i, step->isSettled ? each(result, [](const Jets& jets) { return settled(jets); }) : result);
}

HWY_INLINE JetTile chained(const JetStep* step, const JetTile& outer, const JetTile& inner)
{
    return step->isPlain
               ? outer
               : each(outer, inner, [](const Jets& g, const Jets& u) { return composed(g, u.slope, u.curvature); });
}

template<typename Rule>
HWY_INLINE Stream each(const Stream& u, const Stream& v, const Rule& rule)
{
    return {rule(u.a, v.a), rule(u.b, v.b)};
}

/// The values of a straight result.
template<Operation kOperation>
HWY_INLINE Stream straight(const JetStep& step, const Stream& last, std::size_t i)
{
    const Stream u = take(step.operands[0].value, last, i);
    const auto v = [&] { return take(step.operands[1].value, last, i); };
    switch (kOperation) {
    case Operation::Negate:
        return {hn::Neg(u.a), hn::Neg(u.b)};
    case Operation::Multiply:
        return each(u, v(), [](V a, V b) { return a * b; });
    case Operation::Divide:
        return each(u, v(), [](V a, V b) { return quotient(a, b); });
    default: {
        const Stream factor = v();
        const Stream w = take(step.operands[2].value, last, i);
        return {hn::MulAdd(u.a, factor.a, w.a), hn::MulAdd(u.b, factor.b, w.b)};
    }
    }
}

template<Operation kOperation>
HWY_INLINE JetTile resultOf(const JetStep& step, const JetTile& last, std::size_t i)
{
    const JetTile u = take(step.operands[0], last, i);
    const auto v = [&] { return take(step.operands[1], last, i); };
    switch (kOperation) {
    case Operation::Negate:
        return each(u, [](const Jets& a) { return Jets{hn::Neg(a.value), hn::Neg(a.slope), hn::Neg(a.curvature)}; });
    case Operation::Add:
        return each(u, v(), [](const Jets& a, const Jets& b) {
            return Jets{a.value + b.value, a.slope + b.slope, a.curvature + b.curvature};
        });
    case Operation::Subtract:
        return each(u, v(), [](const Jets& a, const Jets& b) {
            return Jets{a.value - b.value, a.slope - b.slope, a.curvature - b.curvature};
        });
    case Operation::Multiply:
        return each(u, v(), [](const Jets& a, const Jets& b) { return multiplied(a, b); });
    case Operation::Divide:
        return each(u, v(), [](const Jets& a, const Jets& b) { return divided(a, b); });
    case Operation::MultiplyAdd: {
        const JetTile factor = v();
        const JetTile w = take(step.operands[2], last, i);
        const JetTile p = each(u, factor, [](const Jets& a, const Jets& b) { return multiplied(a, b); });
        return {{hn::MulAdd(u.value.a, factor.value.a, w.value.a), hn::MulAdd(u.value.b, factor.value.b, w.value.b)},
                {p.slope.a + w.slope.a, p.slope.b + w.slope.b},
                {p.curvature.a + w.curvature.a, p.curvature.b + w.curvature.b}};
    }
    case Operation::Power:
        return each(u, [n = step.what.exponent](const Jets& a) { return powered(a, n); });
    case Operation::Minimum:
        return each(u, v(), [](const Jets& a, const Jets& b) { return chosen(least(a.value, b.value), a, b); });
    case Operation::Maximum:
        return each(u, v(), [](const Jets& a, const Jets& b) { return chosen(greatest(a.value, b.value), a, b); });
    case Operation::Horner:
        return each(u, [&](const Jets& a) { return hornerJets(step.what.coefficients, a); });
    default:
        return u;
    }
}

template<Operation kOperation>
void runArithmetic(const JetStep* step, std::size_t i, Raw a, Raw b, Raw c, Raw d, Raw e, Raw f)
{
    settleAndHandOn(
        step, i,
        resultOf<kOperation>(*step,
                             {{vectorOf(a), vectorOf(b)}, {vectorOf(c), vectorOf(d)}, {vectorOf(e), vectorOf(f)}}, i));
}

/// What reads the result knows its slope.
template<Operation kOperation>
void runStraight(const JetStep* step, std::size_t i, Raw a, Raw b, Raw, Raw, Raw, Raw)
{
    const Stream value = straight<kOperation>(*step, {vectorOf(a), vectorOf(b)}, i);
    if (step->isKept) {
        store(value, step->out.value + (i & step->mask));
    }
    if (!step->isLast) {
        const JetStep* const next = step + 1;
        const Raw zero = rawOf(hn::Zero(D()));
        reinterpret_cast<Code>(next->code)(next, i, rawOf(value.a), rawOf(value.b), zero, zero, zero, zero);
    }
}

struct Results {
    HWY_ALIGN double value[kGrain];
    HWY_ALIGN double slope[kGrain];
    HWY_ALIGN double curvature[kGrain];

    void set(std::size_t i, const Jet& jet)
    {
        value[i] = jet.value;
        slope[i] = jet.slope;
        curvature[i] = jet.curvature;
    }

    [[nodiscard]] JetTile tile() const { return {load(value), load(slope), load(curvature)}; }
};

#if HWY_NATIVE_FMA

/// As runFunction, where some argument is left to the scalar form.
template<typename Kernel>
HWY_NOINLINE void runBeyondReach(const JetStep* step, std::size_t i, Raw a, Raw b, Raw c, Raw d, Raw e, Raw f)
{
    const Kernel kernel{};
    const JetTile u = take(step->operands[0],
                           {{vectorOf(a), vectorOf(b)}, {vectorOf(c), vectorOf(d)}, {vectorOf(e), vectorOf(f)}}, i);
    HWY_ALIGN double x[kGrain];
    Results results; // Written before it is read.
    store(u.value, x);
    store(tileOf(kernel.jets(u.value.a), kernel.jets(u.value.b)), {results.value, results.slope, results.curvature}, 0);
    std::size_t first = 0;
    for (const V v : {u.value.a, u.value.b}) {
        patch(within(kernel.reach, v), hn::Lanes(D()), [&](std::size_t k) {
            results.set(first + k, step->what.scalar.evaluate(x[first + k], step->what.scalar.parameters));
        });
        first += hn::Lanes(D());
    }
    settleAndHandOn(step, i, chained(step, results.tile(), u));
}

template<typename Kernel>
void runFunction(const JetStep* step, std::size_t i, Raw a, Raw b, Raw c, Raw d, Raw e, Raw f)
{
    const Kernel kernel{};
    const JetTile u = take(step->operands[0],
                           {{vectorOf(a), vectorOf(b)}, {vectorOf(c), vectorOf(d)}, {vectorOf(e), vectorOf(f)}}, i);
    if (HWY_UNLIKELY(!hn::AllTrue(D(), hn::And(within(kernel.reach, u.value.a), within(kernel.reach, u.value.b))))) {
        return runBeyondReach<Kernel>(step, i, a, b, c, d, e, f);
    }
    settleAndHandOn(step, i, chained(step, tileOf(kernel.jets(u.value.a), kernel.jets(u.value.b)), u));
}

#else

void runFunction(const JetStep* step, std::size_t i, Raw a, Raw b, Raw c, Raw d, Raw e, Raw f)
{
    const JetTile u = take(step->operands[0],
                           {{vectorOf(a), vectorOf(b)}, {vectorOf(c), vectorOf(d)}, {vectorOf(e), vectorOf(f)}}, i);
    HWY_ALIGN double x[kGrain];
    Results results; // Written before it is read.
    store(u.value, x);
    for (std::size_t k = 0; k < kTileVectors * hn::Lanes(D()); ++k) {
        results.set(k, step->what.scalar.evaluate(x[k], step->what.scalar.parameters));
    }
    settleAndHandOn(step, i, chained(step, results.tile(), u));
}

#endif

Code straightCode(Operation operation)
{
    switch (operation) {
    case Operation::Negate:
        return runStraight<Operation::Negate>;
    case Operation::Multiply:
        return runStraight<Operation::Multiply>;
    case Operation::Divide:
        return runStraight<Operation::Divide>;
    default:
        return runStraight<Operation::MultiplyAdd>;
    }
}

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

StepCode jetCodeOnTarget(const JetStep& step)
{
    const Operation operation = step.what.operation;
    return reinterpret_cast<StepCode>(step.isStraight ? straightCode(operation) : codeFor<Codes>(operation));
}

void jetsOnTarget(const JetStep& first, std::size_t begin, std::size_t end)
{
    const Raw zero = rawOf(hn::Zero(D()));
    const auto code = reinterpret_cast<Code>(first.code);
    for (std::size_t i = begin; i < end; i += kTileVectors * hn::Lanes(D())) {
        code(&first, i, zero, zero, zero, zero, zero, zero);
    }
}

void chainOnTarget(const JetBlock& out, const Operand& slope, const Operand& curvature, std::size_t count)
{
    for (std::size_t i = 0; i < count; i += hn::Lanes(D())) {
        const Jets outer{set(0.0), hn::LoadU(D(), out.slope + i), hn::LoadU(D(), out.curvature + i)};
        const Jets chained = composed(outer, load(slope, i), load(curvature, i));
        hn::StoreU(chained.slope, D(), out.slope + i);
        hn::StoreU(chained.curvature, D(), out.curvature + i);
    }
}

void settleOnTarget(const JetBlock& out, std::size_t count)
{
    for (std::size_t i = 0; i < count; i += hn::Lanes(D())) {
        const Jets jets =
            settled({hn::LoadU(D(), out.value + i), hn::LoadU(D(), out.slope + i), hn::LoadU(D(), out.curvature + i)});
        hn::StoreU(jets.slope, D(), out.slope + i);
        hn::StoreU(jets.curvature, D(), out.curvature + i);
    }
}

} // namespace secant::block::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace secant::block {

HWY_EXPORT(jetCodeOnTarget);
HWY_EXPORT(jetsOnTarget);
HWY_EXPORT(chainOnTarget);
HWY_EXPORT(settleOnTarget);

StepCode codeOf(const JetStep& step)
{
    return HWY_DYNAMIC_DISPATCH(jetCodeOnTarget)(step);
}

void jets(const JetStep& first, std::size_t begin, std::size_t end)
{
    HWY_DYNAMIC_DISPATCH(jetsOnTarget)(first, begin, end);
}

void chain(const JetBlock& out, const Operand& slope, const Operand& curvature, std::size_t count)
{
    HWY_DYNAMIC_DISPATCH(chainOnTarget)(out, slope, curvature, count);
}

void settle(const JetBlock& out, std::size_t count)
{
    HWY_DYNAMIC_DISPATCH(settleOnTarget)(out, count);
}

} // namespace secant::block

#endif
