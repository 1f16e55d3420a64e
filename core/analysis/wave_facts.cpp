#include "core/analysis/wave_facts.h"

#include <array>
#include <cmath>
#include <string_view>

namespace secant {
namespace {

/// What is true of g on ℝ. Each line has its reason.
struct Wave {
    std::string_view name;
    bool hasRate = false; ///< g(u) = w(ωu), or w(αu)/α for snake, with its first parameter.
    ValueSpan range;
    Trend trend = Trend::NotMonotone;
    EndKind end = EndKind::Swings; ///< At both infinities.
    double endSlope = 0.0;
    double steepest = 1.0; ///< Of w.
    double steepestAt = 0.0;
};

/// |sin|, |cos| ≤ 1 with equality; (x + sin² x)′ = 1 + sin 2x is 0 at isolated places only and 2 at π/4; x cos x has
/// the slope −x at x = π/2 + 2kπ; sinc: see core/catalogue/activation/sinc.cpp, its least value and steepest slope are
/// those of tests/data/activations.py to 17 digits.
constexpr ValueSpan kUnit{-1.0, 1.0, true, true};
constexpr ValueSpan kAll{-kInfinity, kInfinity, false, false};
constexpr double kQuarterTurn = 1.5707963267948966;
constexpr std::array kWaves{
    Wave{.name = "sin", .range = kUnit},
    Wave{.name = "cos", .range = kUnit, .steepestAt = kQuarterTurn},
    Wave{.name = "sinusoid", .hasRate = true, .range = kUnit},
    Wave{.name = "cosine", .range = kUnit, .steepestAt = kQuarterTurn},
    Wave{.name = "snake",
         .hasRate = true,
         .range = kAll,
         .trend = Trend::StrictlyIncreasing,
         .end = EndKind::Slope,
         .endSlope = 1.0,
         .steepest = 2.0,
         .steepestAt = kQuarterTurn / 2.0},
    Wave{.name = "gcu", .range = kAll, .steepest = kInfinity, .steepestAt = kInfinity},
    Wave{.name = "sinc",
         .range = {-0.21723362821122166, 1.0, true, true},
         .end = EndKind::Limit,
         .steepest = 0.4361818172714585,
         .steepestAt = -2.0815759778181007},
};

const Wave* waveOf(std::string_view name)
{
    for (const Wave& wave : kWaves) {
        if (wave.name == name) {
            return &wave;
        }
    }
    return nullptr;
}

Trend mirrored(Trend trend)
{
    return trend == Trend::StrictlyIncreasing ? Trend::StrictlyDecreasing : trend;
}

ValueSpan scaledSpan(const ValueSpan& span, double height, double lift)
{
    const double a = height * span.lo + lift;
    const double b = height * span.hi + lift;
    return a <= b ? ValueSpan{a, b, span.loAttained, span.hiAttained}
                  : ValueSpan{b, a, span.hiAttained, span.loAttained};
}

} // namespace

std::optional<Facts> waveFacts(const ScaledCall& call, const Function& function)
{
    const Wave* wave = waveOf(call.primitive->name);
    const double rate = wave && wave->hasRate ? call.values.front() : 1.0;
    if (!wave || !std::isfinite(rate) || rate == 0.0) {
        return std::nullopt;
    }
    const Assurance assurance = call.isPlain() ? Assurance::Exact : Assurance::Proved;
    const bool isSnake = wave->end == EndKind::Slope;
    const double slope = call.height * call.rate * (isSnake ? 1.0 : rate);
    const double value = function.value(0.0);
    const double slopeAtZero = function.jet(0.0).slope;
    End end{wave->end, wave->end == EndKind::Limit ? call.lift : kNaN, slope * wave->endSlope};
    Facts facts;
    facts.domain = {Interval::whole(), assurance};
    facts.range = {{scaledSpan(wave->range, call.height, call.lift)}, assurance};
    facts.trend = {slope < 0.0 ? mirrored(wave->trend) : wave->trend, assurance};
    facts.bend = {Bend::Neither, assurance};
    facts.smoothness = {Smoothness::InfinitelyDifferentiable, assurance};
    facts.kinks.assurance = facts.jumps.assurance = facts.dead.assurance = assurance;
    facts.low = {end, assurance};
    facts.high = {end, assurance};
    facts.steepest = {{wave->steepest * std::abs(slope), (wave->steepestAt / rate - call.start) / call.rate,
                       wave->steepest * slope, std::isfinite(wave->steepest), std::isfinite(wave->steepest)},
                      assurance};
    facts.atZero = {value, assurance};
    facts.slopesAtZero = {{slopeAtZero, slopeAtZero}, assurance};
    facts.likeIdentity = {value == 0.0 && slopeAtZero == 1.0, assurance};
    facts.extrema = {{{}, !isSnake}, assurance};
    facts.inflections = {{{}, true}, assurance};
    return facts;
}

} // namespace secant
