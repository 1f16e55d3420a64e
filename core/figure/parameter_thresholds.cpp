#include "core/figure/parameter_thresholds.h"

#include <algorithm>

#include "core/figure/compose.h"
#include "core/figure/judged_function.h"
#include "core/figure/judgement_text.h"

namespace secant {
namespace {

constexpr int kHalvings = 40;
/// An end that is not allowed itself is approached to this part of the range.
constexpr double kOpenMargin = 1e-3;

/// The end of the values from `inside` towards `end` that name a function together with the other parameters.
double lastAllowed(CurveSpec curve, const std::string& parameter, double inside, double end)
{
    const auto isAllowed = [&](double value) {
        curve.parameters[parameter] = value;
        return namesAFunction(curve);
    };
    if (isAllowed(end)) {
        return end;
    }
    double outside = end;
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = inside + (outside - inside) / 2;
        (isAllowed(middle) ? inside : outside) = middle;
    }
    return inside;
}

} // namespace

bool ParameterThresholds::belongTo(const CurveSpec& other, const JudgementSpec& interval) const
{
    CurveSpec mine = curve;
    CurveSpec theirs = other;
    mine.parameters.erase(parameter);
    theirs.parameters.erase(parameter);
    return sameFunction(mine, theirs) && areSameInterval(on, interval);
}

std::optional<ParameterThresholds> parameterThresholds(const CurveSpec& curve, const JudgementSpec& on,
                                                       const std::string& parameter, const std::stop_token& stop,
                                                       std::chrono::nanoseconds patience)
{
    const std::vector<CurveParameter> all = parametersOf(curve);
    const auto described = std::ranges::find(all, parameter, &CurveParameter::name);
    const std::optional<JudgedFunction> f = judgedFunction(curve);
    if (!f || described == all.end()) {
        return std::nullopt;
    }
    const auto named = std::ranges::find(f->tree().parameters, parameter);
    if (named == f->tree().parameters.end()) {
        return std::nullopt;
    }
    double lo = std::max(described->sliderMin, described->min);
    double hi = std::min(described->sliderMax, described->max);
    if (!described->minIncluded && lo == described->min) {
        lo += kOpenMargin * (hi - lo);
    }
    const double inside = std::clamp(described->value, lo, hi);
    lo = lastAllowed(curve, parameter, inside, lo);
    hi = lastAllowed(curve, parameter, inside, hi);
    ParameterThresholds found{curve, on, parameter, {}};
    if (lo < hi) {
        const auto index = static_cast<std::size_t>(named - f->tree().parameters.begin());
        found.list =
            convexity::thresholds(f->tree(), f->formula, f->values, index, lo, hi, rangeOf(on), {patience, stop});
    }
    return found;
}

std::string thresholdText(const convexity::Threshold& threshold, Naming naming, Language language)
{
    using convexity::VerdictKind;
    const bool chinese = language == Language::Chinese;
    const auto word = [&](VerdictKind kind) { return verdictWord(kind, naming, language); };
    const std::string at = readable(threshold.mark);
    const std::string below = word(threshold.below);
    const std::string on = word(threshold.on);
    const std::string above = word(threshold.above);
    if (threshold.on == threshold.below) {
        return chinese ? "不超过 " + at + " 时" + below + "，超过时" + above
                       : below + " up to " + at + ", " + above + " beyond";
    }
    if (threshold.on == threshold.above) {
        return chinese ? "小于 " + at + " 时" + below + "，从 " + at + " 起" + above
                       : below + " below " + at + ", " + above + " from there on";
    }
    if (threshold.on == VerdictKind::Undecided) {
        return chinese ? "小于 " + at + " 时" + below + "，大于时" + above
                       : below + " below " + at + ", " + above + " beyond";
    }
    return chinese ? "小于 " + at + " 时" + below + "，等于时" + on + "，大于时" + above
                   : below + " below " + at + ", " + on + " there, " + above + " beyond";
}

} // namespace secant
