#include <algorithm>
#include <array>
#include <cmath>

#include "core/figure/compose_parts.h"
#include "core/figure/judgement_text.h"
#include "core/figure/straight_line.h"
#include "core/figure/wording.h"

namespace secant::composing {
namespace {

std::string chordText(const ChordInk& chord, Language language)
{
    const std::string gap = std::isnan(chord.gap) ? std::string(spoken(kUndefinedWord, language))
                                                  : (chord.gap > 0.0 ? "+" : "") + readable(chord.gap, 4);
    return "λ = " + readable(chord.lambda, 3) + ",  " + std::string(spoken(kGapWord, language)) + " = " + gap;
}

Tone toneOf(const ChordInk& chord)
{
    return chord.sense > 0 ? Tone::Cup : chord.sense < 0 ? Tone::Cap : Tone::Flat;
}

/// Where nothing of the curve is drawn because it lies below a logarithmic scale.
std::vector<Range> partsBelow(const DrawnCurve& curve, const Range& x, const PaneWindow& window)
{
    std::vector<Range> parts;
    if (window.yScale == AxisScale::Linear) {
        return parts;
    }
    const auto add = [&](double from, double to) {
        if (from < to && curve.function.value(between(window.xScale, from, to, 0.5)) <= window.y.min) {
            parts.push_back({from, to});
        }
    };
    double from = std::max(x.min, window.x.min);
    const double end = std::min(x.max, window.x.max);
    for (const CurveSegment& segment : curve.value.segments) {
        add(from, std::min(segment.points.front().x, end));
        from = std::max(from, segment.points.back().x);
    }
    add(from, end);
    return parts;
}

/// The area from a line of the plane down to the edge of a logarithmic scale.
std::vector<FigurePoint> areaDown(const std::vector<FigurePoint>& line, const PaneWindow& window)
{
    std::vector<FigurePoint> outline = straightLine(line, window);
    outline.push_back({line.back().x, window.y.min});
    outline.push_back({line.front().x, window.y.min});
    return outline;
}

} // namespace

std::vector<ChordInk> chordsOf(const Scene& scene, const std::vector<DrawnCurve>& curves)
{
    std::vector<ChordInk> chords;
    for (std::size_t i = 0; i < scene.chords.size(); ++i) {
        const ChordSpec& spec = scene.chords[i];
        const auto curve =
            std::find_if(curves.begin(), curves.end(), [&](const DrawnCurve& c) { return c.spec->id == spec.curve; });
        if (curve == curves.end()) {
            continue;
        }
        ChordInk chord;
        chord.index = static_cast<int>(i);
        chord.curve = spec.curve;
        chord.style = curve->spec->style;
        chord.lambda = spec.lambda;
        chord.first = {spec.x1, curve->function.value(spec.x1)};
        chord.second = {spec.x2, curve->function.value(spec.x2)};
        chord.defined = std::isfinite(chord.first.y) && std::isfinite(chord.second.y);
        if (chord.defined) {
            chord.line = straightLine({chord.first, chord.second}, paneWindow(scene.view, PaneKind::Value));
        }
        const double x = spec.lambda * spec.x1 + (1.0 - spec.lambda) * spec.x2;
        chord.onChord = {x, spec.lambda * chord.first.y + (1.0 - spec.lambda) * chord.second.y};
        chord.onCurve = {x, curve->function.value(x)};
        chord.sense = gapSense(curve->function, spec.x1, spec.x2, spec.lambda);
        chord.gap = chord.defined ? chord.onChord.y - chord.onCurve.y : kNaN;
        chord.text = chordText(chord, scene.language);
        chords.push_back(std::move(chord));
    }
    return chords;
}

int gapSense(const Function& f, double x1, double x2, double lambda)
{
    const Interval share = Interval::point(lambda);
    const Interval rest = Interval::point(1.0) - share;
    const Interval x = share * Interval::point(x1) + rest * Interval::point(x2);
    const Interval first = f.enclose(Interval::point(x1)).value;
    const Interval second = f.enclose(Interval::point(x2)).value;
    const Interval inner = f.enclose(x).value;
    const bool isDefined = std::isfinite(f.value(x1)) && std::isfinite(f.value(x2)) && std::isfinite(f.value(x.lo));
    if (!isDefined || first.isEmpty() || second.isEmpty() || inner.isEmpty()) {
        return 0;
    }
    const Interval gap = share * first + rest * second - inner;
    return gap.lo > 0.0 ? 1 : gap.hi < 0.0 ? -1 : 0;
}

void addGaps(const Scene& scene, const std::vector<DrawnCurve>& curves, Pane& pane)
{
    if (!scene.workbench.gaps) {
        return;
    }
    const PaneWindow window = paneWindow(scene.view, PaneKind::Value);
    for (const ChordInk& chord : pane.chords) {
        const auto curve =
            std::find_if(curves.begin(), curves.end(), [&](const DrawnCurve& c) { return c.spec->id == chord.curve; });
        if (!chord.defined || curve == curves.end()) {
            continue;
        }
        const auto [lo, hi] = std::minmax(chord.first.x, chord.second.x);
        const double slope = (chord.second.y - chord.first.y) / (chord.second.x - chord.first.x);
        const auto onChord = [&](double x) { return FigurePoint{x, chord.first.y + slope * (x - chord.first.x)}; };
        for (const CurveSegment& segment : curve->value.segments) {
            FillInk fill;
            fill.outline = cut(segment.points, lo, hi, window);
            if (fill.outline.size() < 2) {
                continue;
            }
            const std::vector<FigurePoint> back =
                straightLine({onChord(fill.outline.back().x), onChord(fill.outline.front().x)}, window);
            fill.outline.insert(fill.outline.end(), back.begin(), back.end());
            fill.tone = toneOf(chord);
            pane.fills.push_back(std::move(fill));
        }
        for (const Range& part : partsBelow(*curve, {lo, hi}, window)) {
            pane.fills.push_back({areaDown({onChord(part.min), onChord(part.max)}, window), toneOf(chord)});
        }
    }
}

void addRandomChords(const Scene& scene, const std::vector<DrawnCurve>& curves, Figure& figure)
{
    const DrawnCurve* curve = activeOf(curves);
    const double lo = std::max(scene.judgement.lo, scene.view.x.min);
    const double hi = std::min(scene.judgement.hi, scene.view.x.max);
    if (scene.workbench.randomChords == 0 || !curve || !(lo < hi)) {
        return;
    }
    const PaneWindow window = paneWindow(scene.view, PaneKind::Value);
    std::mt19937_64 generator(scene.workbench.seed);
    std::array<int, 3> counts{};
    int undefined = 0;
    for (int i = 0; i < scene.workbench.randomChords; ++i) {
        const double x1 = between(scene.view.xScale, lo, hi, uniform(generator));
        const double x2 = between(scene.view.xScale, lo, hi, uniform(generator));
        const double lambda = uniform(generator);
        const FigurePoint first{x1, curve->function.value(x1)};
        const FigurePoint second{x2, curve->function.value(x2)};
        if (!std::isfinite(first.y) || !std::isfinite(second.y)) {
            ++undefined;
            continue;
        }
        const int sense = gapSense(curve->function, x1, x2, lambda);
        ++counts[static_cast<std::size_t>(sense + 1)];
        figure.panes.front().lines.push_back({straightLine({first, second}, window),
                                              sense > 0   ? Tone::Cup
                                              : sense < 0 ? Tone::Cap
                                                          : Tone::Flat,
                                              LineLook::Thin});
    }
    const auto part = [&](const LocalizedText& word, int count) {
        return std::string(spoken(word, scene.language)) + std::to_string(count);
    };
    figure.workbench.tally = part(kAboveWord, counts[2]) + part(kBelowWord, counts[0]) + part(kOnWord, counts[1]);
    if (undefined > 0) {
        figure.workbench.tally += part(kWithoutEndWord, undefined);
    }
}

void addHunt(const Scene& scene, Figure& figure)
{
    if (!scene.workbench.hunt) {
        return;
    }
    const std::vector<ChordInk>& chords = figure.panes.front().chords;
    const auto breaks = [](int sense) { return [sense](const ChordInk& chord) { return chord.sense == sense; }; };
    const bool below = std::any_of(chords.begin(), chords.end(), breaks(-1));
    const bool above = std::any_of(chords.begin(), chords.end(), breaks(1));
    std::string& text = figure.workbench.hunt;
    if (below || above) {
        const auto shape = [&](convexity::VerdictKind kind) { return verdictWord(kind, scene.naming, scene.language); };
        text = std::string(spoken(kBrokenWord, scene.language));
        text += below ? shape(convexity::VerdictKind::Convex) : std::string();
        text += below && above ? std::string(spoken(kNorWord, scene.language)) : std::string();
        text += above ? shape(convexity::VerdictKind::Concave) : std::string();
    } else {
        text = spoken(chords.empty() ? kDrawChordWord : kNotYetWord, scene.language);
    }
}

} // namespace secant::composing
