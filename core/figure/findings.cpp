#include "core/figure/findings.h"

#include <algorithm>

#include "core/figure/compose.h"
#include "core/figure/judged_function.h"

namespace secant {
namespace {

/// Of the width of the view.
constexpr double kLeastSeen = 0.02;

std::optional<JudgedCurve> judged(const Scene& scene, const std::stop_token& stop, std::chrono::nanoseconds patience)
{
    const CurveSpec* curve = scene.find(scene.activeCurve);
    if (!curve) {
        return std::nullopt;
    }
    const std::optional<JudgedFunction> f = judgedFunction(*curve);
    if (!f) {
        return std::nullopt;
    }
    const convexity::Range range = rangeOf(scene.judgement);
    const convexity::Allowance allowance{patience, stop};
    return JudgedCurve{*curve,
                       scene.judgement,
                       convexity::judge(f->tree(), f->formula, f->values, range, allowance),
                       convexity::examine(f->tree(), f->formula, f->values, range, allowance).monotonicity,
                       compositionParts(f->tree(), f->values, around(range)),
                       patience};
}

} // namespace

const JudgedCurve* Findings::judgedFor(const Scene& scene) const
{
    const CurveSpec* curve = scene.find(scene.activeCurve);
    const bool holds =
        judged && curve && sameFunction(judged->curve, *curve) && areSameInterval(judged->on, scene.judgement);
    return holds ? &*judged : nullptr;
}

std::vector<Range> chordsOutOfSight(const View& view, const convexity::Verdict& verdict)
{
    std::vector<Range> hidden;
    for (const auto& chord : {verdict.broken.convexity, verdict.broken.concavity}) {
        if (verdict.standing != convexity::Standing::Refuted || !chord) {
            continue;
        }
        const double lo = std::min(chord->x1.get_d(), chord->x2.get_d());
        const double hi = std::max(chord->x1.get_d(), chord->x2.get_d());
        const bool isInside = lo >= view.x.min && hi <= view.x.max;
        const auto width = [&view](double from, double to) {
            return placeOn(view.xScale, to) - placeOn(view.xScale, from);
        };
        const bool isTiny = width(lo, hi) < kLeastSeen * width(view.x.min, view.x.max);
        const bool isNew = hidden.empty() || hidden.back() != Range{lo, hi};
        if ((!isInside || isTiny) && isNew) {
            hidden.push_back({lo, hi});
        }
    }
    return hidden;
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
    return curve && other && sameFunction(*curve, *other) && areSameInterval(first.judgement, second.judgement);
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

Findings findingsToDraw(const Scene& scene, const std::stop_token& stop)
{
    return drawsFindings(scene) ? findingsOf(scene, stop) : Findings{};
}

} // namespace secant
