#include "core/figure/findings.h"

#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/figure/compose.h"
#include "core/figure/formula_reading.h"

namespace secant {
namespace {

/// An end is meant as it is written: 0.1 is one tenth, not the double beside it.
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

bool sameInterval(JudgementSpec a, const JudgementSpec& b)
{
    a.shown = b.shown;
    a.why = b.why;
    return a == b;
}

std::optional<JudgedCurve> judged(const Scene& scene, const std::stop_token& stop, std::chrono::nanoseconds patience)
{
    const CurveSpec* curve = scene.find(scene.activeCurve);
    if (!curve) {
        return std::nullopt;
    }
    const Activation* activation = curve->activation.empty() ? nullptr : findActivation(curve->activation);
    const std::string formula = activation ? callText(*activation) : curve->formula;
    const FormulaReading reading = readFormula(formula);
    const Result<SyntaxTree, ParseError>& tree = *reading;
    if (!tree) {
        return std::nullopt;
    }
    const JudgementSpec& on = scene.judgement;
    const convexity::Range range{endOf(on.lo, on.loClosed), endOf(on.hi, on.hiClosed)};
    const std::vector<double> values = parameterValues(*curve, *tree);
    const convexity::Allowance allowance{patience, stop};
    return JudgedCurve{*curve, on, convexity::judge(*tree, formula, values, range, allowance),
                       convexity::examine(*tree, formula, values, range, allowance).monotonicity, patience};
}

} // namespace

const JudgedCurve* Findings::judgedFor(const Scene& scene) const
{
    const CurveSpec* curve = scene.find(scene.activeCurve);
    const bool holds =
        judged && curve && sameFunction(judged->curve, *curve) && sameInterval(judged->on, scene.judgement);
    return holds ? &*judged : nullptr;
}

Findings findingsOf(const Scene& scene, const std::stop_token& stop, std::chrono::nanoseconds patience)
{
    Findings findings;
    findings.judged = judged(scene, stop, patience);
    return findings;
}

bool askTheSame(const Scene& first, const Scene& second)
{
    const CurveSpec* curve = first.find(first.activeCurve);
    const CurveSpec* other = second.find(second.activeCurve);
    return curve && other && sameFunction(*curve, *other) && sameInterval(first.judgement, second.judgement);
}

bool areComplete(const Findings& findings, const Scene& scene)
{
    const CurveSpec* curve = scene.find(scene.activeCurve);
    return !curve || !functionOf(*curve) || findings.judgedFor(scene);
}

bool drawsFindings(const Scene& scene)
{
    return scene.judgement.shown || scene.workbench.tangent || scene.workbench.epigraph;
}

Findings findingsToDraw(const Scene& scene)
{
    return drawsFindings(scene) ? findingsOf(scene) : Findings{};
}

} // namespace secant
