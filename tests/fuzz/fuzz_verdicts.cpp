// fuzz_verdicts [COUNT [SEED]] : judges random formulas on random intervals and attacks each verdict with chords that
// are computed by MPFR with 700 bits, sharing nothing with the prover. Fails if a verdict is contradicted, or if one
// took more than 10 ms over its budget. Prints how many were decided and how long they took (processor time).
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "core/analysis/convexity/expr.h"
#include "core/analysis/convexity/verdict.h"
#include "core/catalogue/catalogue.h"
#include "core/expression/parse.h"
#include "tests/support/mpfr_formula.h"

using namespace secant;
using namespace secant::convexity;

namespace {

constexpr double kBudget = 0.050;
constexpr double kGrace = 0.010;
constexpr int kChords = 60;
/// Gaps below 2^−kBits of the greatest number met may be rounding.
constexpr long kBits = 600;
/// A gap of which fewer bits are the same with more precision is rounding.
constexpr long kAgreeingBits = 10;

class Generator {
public:
    explicit Generator(unsigned seed) : m_random(seed) {}

    int upTo(int n) { return static_cast<int>(m_random() % static_cast<unsigned>(n)); }

    std::string formula(int depth)
    {
        if (depth == 0 || upTo(8) == 0)
            return upTo(3) != 0 ? "x" : number();
        switch (upTo(14)) {
        case 0:
        case 1:
        case 2:
            return "(" + formula(depth - 1) + (upTo(2) != 0 ? "+" : "-") + formula(depth - 1) + ")";
        case 3:
        case 4:
            return formula(depth - 1) + "*" + formula(depth - 1);
        case 5:
            return "(" + formula(depth - 1) + ")/(" + formula(depth - 1) + ")";
        case 6:
            return "(" + formula(depth - 1) + ")^" + exponent();
        case 7:
            return (upTo(2) != 0 ? "max(" : "min(") + formula(depth - 1) + "," + formula(depth - 1) + ")";
        case 8:
            return "if(" + formula(1) + relation() + number() + "," + formula(depth - 1) + "," + formula(depth - 1) +
                   ")";
        default:
            return function() + "(" + formula(depth - 1) + ")";
        }
    }

    End end(int side)
    {
        static const char* const kEnds[] = {"-10", "-3", "-2", "-1", "-1/2", "0", "1/3", "1", "2", "5/2", "3", "10"};
        if (upTo(4) == 0)
            return {true, false, 0};
        const int i = side < 0 ? upTo(8) : 4 + upTo(8);
        return {false, upTo(2) != 0, exactNumber(kEnds[i]).value()};
    }

    double unit() { return (static_cast<double>(m_random() % 4096U) + 0.5) / 4096.0; }

private:
    std::string number()
    {
        static const char* const kNumbers[] = {"0", "1", "2", "3", "0.5", "0.1", "10", "1.5", "pi", "1e-3", "-1", "-2"};
        return kNumbers[upTo(12)];
    }

    std::string exponent()
    {
        static const char* const kExponents[] = {"2", "3", "4", "0.5", "1.5", "(-1)", "(-2)", "(1/3)", "x"};
        return kExponents[upTo(9)];
    }

    std::string relation()
    {
        static const char* const kRelations[] = {"<", "<=", ">", ">=", "=="};
        return kRelations[upTo(5)];
    }

    std::string function()
    {
        static const char* const kFunctions[] = {
            "exp",   "log",  "sqrt", "abs",   "sin",   "cos",   "atan", "tanh",  "relu", "sigmoid", "softplus",
            "cbrt",  "cosh", "sinh", "asinh", "acosh", "atanh", "erf",  "floor", "ceil", "sign",    "step",
            "gamma", "tan",  "asin", "acos",  "exp",   "log",   "sqrt", "abs",   "exp",  "log",     "softplus"};
        return kFunctions[upTo(33)];
    }

    std::mt19937 m_random;
};

std::string text(const Range& range)
{
    return (range.lo.isClosed ? "[" : "(") + (range.lo.isInfinite ? std::string("-inf") : range.lo.at.get_str()) + "," +
           (range.hi.isInfinite ? std::string("inf") : range.hi.at.get_str()) + (range.hi.isClosed ? "]" : ")");
}

struct ChordGap {
    bool isKnown = false;
    bool isHole = false;
    int sign = 0; ///< 0: rounding may have decided.
    Mpfr value;
};

/// Of the chord from a to b at `inner`, which is λa + (1 − λ)b.
ChordGap gapOf(const SyntaxTree& tree, const Mpfr& a, const Mpfr& b, const Mpfr& lambda, const Mpfr& inner)
{
    using Kind = MpfrValue::Kind;
    const MpfrValue fa = mpfrValue(tree, a);
    const MpfrValue fb = mpfrValue(tree, b);
    if (fa.kind != Kind::Defined || fb.kind != Kind::Defined)
        return {};
    const MpfrValue fm = mpfrValue(tree, inner);
    if (fm.kind == Kind::Unsure)
        return {};
    if (fm.kind == Kind::Undefined)
        return {true, true, 0, {}};
    const Mpfr gap = fm.value - (lambda * fa.value + (Mpfr(1.0) - lambda) * fb.value);
    const long scale = std::max({fa.scale, fb.scale, fm.scale, a.exponent(), b.exponent()});
    return {true, false, gap.exponent() < scale - kBits ? 0 : gap.sign(), gap};
}

Mpfr numberOf(const Rational& q)
{
    return Mpfr(q.get_str());
}

/// What a chord says against the verdict, or nothing.
const char* objection(VerdictKind kind, const ChordGap& gap)
{
    if (!gap.isKnown)
        return nullptr;
    if (gap.isHole)
        return "a hole in the domain";
    const bool isUp = kind == VerdictKind::Convex || kind == VerdictKind::StrictlyConvex;
    const bool isDown = kind == VerdictKind::Concave || kind == VerdictKind::StrictlyConcave;
    if (kind == VerdictKind::Affine)
        return gap.sign != 0 ? "a gap" : nullptr;
    return (isUp && gap.sign > 0) || (isDown && gap.sign < 0) ? "a chord on the wrong side" : nullptr;
}

/// The objection to the verdict that stands with five times the bits too: tanh next to 1 loses more than a few bits.
const char* standingObjection(VerdictKind kind, const SyntaxTree& tree, const Mpfr& a, const Mpfr& b,
                              const Mpfr& lambda)
{
    const auto gapNow = [&] { return gapOf(tree, a, b, lambda, lambda * a + (Mpfr(1.0) - lambda) * b); };
    const ChordGap gap = gapNow();
    const char* const words = objection(kind, gap);
    if (words == nullptr)
        return nullptr;
    Mpfr::bits = 5 * Mpfr::kBits;
    const ChordGap finer = gapNow();
    const bool isStanding =
        objection(kind, finer) == words &&
        (gap.isHole || (finer.value - gap.value).exponent() < finer.value.exponent() - kAgreeingBits);
    Mpfr::bits = Mpfr::kBits;
    return isStanding ? words : nullptr;
}

bool confirms(const SyntaxTree& tree, const Chord& chord, int wanted)
{
    // A hole may be a single point, which a rounded mean would miss.
    const Rational inner = chord.lambda * chord.x1 + (1 - chord.lambda) * chord.x2;
    const ChordGap gap = gapOf(tree, numberOf(chord.x1), numberOf(chord.x2), numberOf(chord.lambda), numberOf(inner));
    return !gap.isKnown || gap.isHole == chord.isHole
               ? !gap.isKnown || gap.isHole || gap.sign == wanted || gap.sign == 0
               : false;
}

/// A point of the range, now and then an end or a simple number.
Mpfr pointOf(Generator& random, const Range& range)
{
    const bool hasLow = !range.lo.isInfinite;
    const bool hasHigh = !range.hi.isInfinite;
    const int way = random.upTo(10);
    if (way == 0 && range.lo.isClosed)
        return numberOf(range.lo.at);
    if (way == 1 && range.hi.isClosed)
        return numberOf(range.hi.at);
    const double u = random.unit();
    if (way == 2) {
        const Rational simple(random.upTo(41) - 20, 4);
        if (range.contains(simple))
            return numberOf(simple);
    }
    if (hasLow && hasHigh)
        return numberOf(range.lo.at) + Mpfr(u) * numberOf(Rational(range.hi.at - range.lo.at));
    const Mpfr out = Mpfr(u / (1.0 - u) * (random.upTo(3) == 0 ? 20.0 : 2.0));
    if (hasLow)
        return numberOf(range.lo.at) + out;
    if (hasHigh)
        return numberOf(range.hi.at) - out;
    return random.upTo(2) != 0 ? out : Mpfr() - out;
}

const char* attack(Generator& random, const SyntaxTree& tree, const Range& range, const Verdict& verdict)
{
    if (verdict.kind == VerdictKind::Undecided)
        return nullptr;
    if (verdict.kind == VerdictKind::Neither)
        return confirms(tree, *verdict.broken.convexity, 1) && confirms(tree, *verdict.broken.concavity, -1)
                   ? nullptr
                   : "a false witness";
    for (int i = 0; i < kChords; ++i) {
        const Mpfr a = pointOf(random, range);
        const Mpfr b = pointOf(random, range);
        if (mpfr_equal_p(a.get(), b.get()))
            continue;
        const Mpfr lambda(random.upTo(2) != 0 ? 0.5 : random.unit());
        if (const char* const words = standingObjection(verdict.kind, tree, a, b, lambda))
            return words;
    }
    return nullptr;
}

} // namespace

/// fuzz_verdicts [COUNT [SEED [timed]]]: "timed" makes a verdict that is late a failure too, which says something only
/// of a release build.
int main(int argc, char** argv)
{
    const bool isTimed = argc > 3;
    const int count = argc > 1 ? std::atoi(argv[1]) : 1000;
    Generator random(argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 1U);
    std::vector<double> seconds;
    int decided = 0;
    int contradicted = 0;
    int late = 0;
    while (static_cast<int>(seconds.size()) < count) {
        const std::string formula = random.formula(4);
        const Range range{random.end(-1), random.end(1)};
        const auto tree = parse(formula, vocabulary());
        if (!tree || (!range.lo.isInfinite && !range.hi.isInfinite && range.lo.at >= range.hi.at))
            continue;
        const Verdict verdict = judge(*tree, formula, {}, range);
        seconds.push_back(verdict.seconds);
        decided += verdict.kind != VerdictKind::Undecided ? 1 : 0;
        const char* const words = attack(random, *tree, range, verdict);
        const bool isLate = verdict.seconds > kBudget + kGrace;
        contradicted += words != nullptr ? 1 : 0;
        late += isLate ? 1 : 0;
        if (words != nullptr || isLate)
            std::printf("%s on %s: verdict %d, %s, %.1f ms\n", formula.c_str(), text(range).c_str(),
                        static_cast<int>(verdict.kind), words != nullptr ? words : "late", 1e3 * verdict.seconds);
    }
    std::ranges::sort(seconds);
    const auto quantile = [&](double q) {
        return 1e3 * seconds[static_cast<std::size_t>(q * static_cast<double>(seconds.size() - 1))];
    };
    std::printf(
        "%d formulas, %d decided, %d contradicted, %d late; median %.3f ms, 99 %% within %.1f ms, most %.1f ms\n",
        count, decided, contradicted, late, quantile(0.5), quantile(0.99), quantile(1.0));
    return contradicted == 0 && (late == 0 || !isTimed) ? 0 : 1;
}
