#include "core/figure/judged_function.h"

#include <array>
#include <charconv>
#include <cmath>

#include "core/figure/compose.h"

namespace secant {
namespace {

convexity::End endOf(double at, bool isClosed)
{
    if (!std::isfinite(at)) {
        return {true, false, 0};
    }
    std::array<char, 40> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), at);
    const std::string_view text(digits.data(), static_cast<std::size_t>(end - digits.data()));
    const auto exact = error == std::errc{} ? convexity::exactNumber(text) : std::nullopt;
    return {false, isClosed, exact ? *exact : convexity::Rational(at)};
}

} // namespace

std::optional<JudgedFunction> judgedFunction(const CurveSpec& curve)
{
    JudgedFunction f;
    f.formula = formulaOf(curve);
    f.reading = readFormula(f.formula);
    if (!f.reading->ok()) {
        return std::nullopt;
    }
    f.values = parameterValues(curve, f.tree());
    return f;
}

convexity::Range rangeOf(const JudgementSpec& on)
{
    return {endOf(on.lo, on.loClosed), endOf(on.hi, on.hiClosed)};
}

Interval around(const convexity::Range& range)
{
    const auto rounded = [](const convexity::End& end, double outward) {
        if (end.isInfinite) {
            return outward;
        }
        const double at = end.at.get_d();
        return convexity::Rational(at) == end.at ? at : std::nextafter(at, outward);
    };
    return {rounded(range.lo, -kInfinity), rounded(range.hi, kInfinity)};
}

bool areSameInterval(const JudgementSpec& a, const JudgementSpec& b)
{
    return a.lo == b.lo && a.hi == b.hi && a.loClosed == b.loClosed && a.hiClosed == b.hiClosed;
}

} // namespace secant
