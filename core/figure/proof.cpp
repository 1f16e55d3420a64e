#include <algorithm>
#include <cmath>

#include "core/figure/compose_parts.h"
#include "core/figure/straight_line.h"
#include "core/figure/wording.h"

namespace secant::composing {
namespace {

constexpr int kRibbonBoxes = 160;
constexpr int kInsetPoints = 120;
/// More kinks than this are not written at each of them.
constexpr std::size_t kMostKinkNotes = 8;

Tone toneOf(int sign)
{
    return sign > 0 ? Tone::Cup : sign < 0 ? Tone::Cap : Tone::Flat;
}

void addPieces(const DrawnCurve& curve, const PaneWindow& window, const convexity::Verdict& verdict, Pane& pane)
{
    for (const convexity::Piece& piece : verdict.pieces) {
        for (const CurveSegment& segment : curve.value.segments) {
            std::vector<FigurePoint> part = cut(segment.points, piece.lo, piece.hi, window);
            if (part.size() > 1) {
                pane.lines.push_back({std::move(part), toneOf(piece.sign), LineLook::Underlay});
            }
        }
    }
}

/// A staircase outline: upper bounds to the right, lower bounds back.
void addStairs(const std::vector<std::pair<Range, Interval>>& boxes, Tone tone, Pane& pane)
{
    FillInk fill;
    fill.tone = tone;
    for (const auto& [x, bounds] : boxes) {
        fill.outline.push_back({x.min, bounds.hi});
        fill.outline.push_back({x.max, bounds.hi});
    }
    for (auto box = boxes.rbegin(); box != boxes.rend(); ++box) {
        fill.outline.push_back({box->first.max, box->second.lo});
        fill.outline.push_back({box->first.min, box->second.lo});
    }
    if (!boxes.empty()) {
        pane.fills.push_back(std::move(fill));
    }
}

/// Bounds on f″ over boxes across the view, each by one enclosure: the curve of f″ lies within.
void addRibbon(const DrawnCurve& curve, const View& view, const convexity::Verdict& verdict, Pane& pane)
{
    for (const convexity::Piece& piece : verdict.pieces) {
        const double from = std::max(piece.lo, view.x.min);
        const double to = std::min(piece.hi, view.x.max);
        if (!(from < to)) {
            continue;
        }
        const auto width = [&view](double lo, double hi) {
            return placeOn(view.xScale, hi) - placeOn(view.xScale, lo);
        };
        const double count = std::ceil(kRibbonBoxes * width(from, to) / width(view.x.min, view.x.max));
        std::vector<std::pair<Range, Interval>> boxes;
        for (double i = 0.0; i < count; ++i) {
            const Range box{between(view.xScale, from, to, i / count),
                            between(view.xScale, from, to, (i + 1.0) / count)};
            const Interval bounds = curve.function.enclose({box.min, box.max}).curvature;
            if (bounds.isEmpty()) {
                addStairs(boxes, toneOf(piece.sign), pane);
                boxes.clear();
            } else {
                boxes.emplace_back(box, bounds);
            }
        }
        addStairs(boxes, toneOf(piece.sign), pane);
    }
}

/// A one-sided slope is taken one double beside the kink, where 2x is not quite 0.
double settled(double slope)
{
    return std::abs(slope) < 1e-300 ? 0.0 : slope;
}

/// "slope 0 → 1" at every kink inside the interval.
void addKinks(const Scene& scene, const DrawnCurve& curve, Pane& pane)
{
    std::vector<Note> notes;
    for (const CurveBreak& kink : curve.slope.breaks) {
        const bool isInside = kink.x > scene.judgement.lo && kink.x < scene.judgement.hi;
        if (isInside && kink.kind == BreakKind::Jump && std::isfinite(kink.left) && std::isfinite(kink.right)) {
            const std::string jump = std::string(spoken(kSlopeWord, scene.language)) + readable(settled(kink.left), 4) +
                                     " → " + readable(settled(kink.right), 4);
            notes.push_back(
                {{kink.x, curve.function.value(kink.x)}, jump, kink.right > kink.left ? Tone::Cup : Tone::Cap});
        }
    }
    if (notes.size() <= kMostKinkNotes) {
        pane.notes.insert(pane.notes.end(), notes.begin(), notes.end());
    }
}

/// A chord that was found, in doubles.
struct FoundChord {
    FigurePoint first;
    FigurePoint second;
    double x = 0.0;
    double gap = 0.0; ///< f − chord, of the enclosure the end nearer to 0.
    bool isHole = false;
};

FoundChord foundChord(const Function& f, const convexity::Chord& chord)
{
    FoundChord found;
    const double x1 = chord.x1.get_d();
    const double x2 = chord.x2.get_d();
    found.first = {x1, f.value(x1)};
    found.second = {x2, f.value(x2)};
    const convexity::Rational inner = chord.lambda * chord.x1 + (1 - chord.lambda) * chord.x2;
    found.x = inner.get_d();
    found.gap = chord.gapLow > 0.0 ? chord.gapLow : chord.gapHigh;
    found.isHole = chord.isHole;
    return found;
}

double chordAt(const FoundChord& chord, double x)
{
    const double share = (x - chord.first.x) / (chord.second.x - chord.first.x);
    return chord.first.y + share * (chord.second.y - chord.first.y);
}

/// f − chord along the chord, with room around it.
Inset insetOf(const DrawnCurve& curve, const FoundChord& chord, Tone tone, Language language)
{
    Inset inset;
    const auto [lo, hi] = std::minmax(chord.first.x, chord.second.x);
    inset.title =
        std::string(spoken(kMinusChordWord, language)) + (chord.gap > 0.0 ? "+" : "") + readable(chord.gap, 3);
    inset.tone = tone;
    inset.style = curve.spec->style;
    inset.x = clamped(Range{lo, hi}, {});
    inset.mark = {chord.x, chord.gap};
    inset.y = {std::min(0.0, chord.gap), std::max(0.0, chord.gap)};
    std::vector<FigurePoint>* run = &inset.runs.emplace_back();
    for (int i = 0; i <= kInsetPoints; ++i) {
        const double x = lo + (hi - lo) * i / kInsetPoints;
        const double away = curve.function.value(x) - chordAt(chord, x);
        // What is many times as far away as the gap, a pole for instance, is not what is to be seen.
        if (std::isfinite(away) && std::abs(away) <= 5.0 * std::abs(chord.gap)) {
            run->push_back({x, away});
            inset.y = {std::min(inset.y.min, away), std::max(inset.y.max, away)};
        } else if (!run->empty()) {
            run = &inset.runs.emplace_back();
        }
    }
    const double margin = 0.15 * (inset.y.max - inset.y.min);
    inset.y = clamped(Range{inset.y.min - margin, inset.y.max + margin}, {});
    return inset;
}

void addChord(const Scene& scene, const DrawnCurve& curve, const convexity::Chord& chord, Tone tone, Figure& figure)
{
    const FoundChord found = foundChord(curve.function, chord);
    Pane& pane = figure.panes.front();
    pane.lines.push_back(
        {straightLine({found.first, found.second}, paneWindow(scene.view, PaneKind::Value)), tone, LineLook::Bold});
    const double onChord = chordAt(found, found.x);
    if (found.isHole) {
        pane.notes.push_back({{found.x, onChord}, std::string(spoken(kUndefinedHereWord, scene.language)), tone});
        return;
    }
    pane.lines.push_back({{{found.x, onChord}, {found.x, curve.function.value(found.x)}}, tone, LineLook::Bold});
    figure.insets.push_back(insetOf(curve, found, tone, scene.language));
}

} // namespace

const DrawnCurve* activeOf(const std::vector<DrawnCurve>& curves)
{
    const auto found = std::find_if(curves.begin(), curves.end(), [](const DrawnCurve& c) { return c.active; });
    return found == curves.end() ? nullptr : &*found;
}

Pane* findPane(Figure& figure, PaneKind kind)
{
    const auto found =
        std::find_if(figure.panes.begin(), figure.panes.end(), [kind](const Pane& pane) { return pane.kind == kind; });
    return found == figure.panes.end() ? nullptr : &*found;
}

std::vector<FigurePoint> cut(const std::vector<CurvePoint>& run, double lo, double hi, const PaneWindow& window)
{
    std::vector<FigurePoint> part;
    for (std::size_t i = 0; i < run.size(); ++i) {
        if (i > 0) {
            const CurvePoint& a = run[i - 1];
            const CurvePoint& b = run[i];
            for (const double x : {lo, hi}) {
                if (a.x < x && x < b.x) {
                    const double start = placeOn(window.xScale, a.x);
                    const double share = (placeOn(window.xScale, x) - start) / (placeOn(window.xScale, b.x) - start);
                    part.push_back({x, between(window.yScale, a.y, b.y, share)});
                }
            }
        }
        if (run[i].x >= lo && run[i].x <= hi) {
            part.push_back({run[i].x, run[i].y});
        }
    }
    return part;
}

void addJudgementHandles(const Scene& scene, const std::vector<DrawnCurve>& curves, Figure& figure)
{
    if (!figure.judgement) {
        return;
    }
    std::vector<double> snaps{-1.0, 0.0, 1.0};
    if (const DrawnCurve* curve = activeOf(curves)) {
        for (const CurveBreak& at : curve->value.breaks) {
            snaps.push_back(at.x);
        }
        for (const CurveBreak& at : curve->slope.breaks) {
            snaps.push_back(at.x);
        }
    }
    figure.handles.push_back({HandleKind::JudgementLow, 0, {scene.judgement.lo, -kInfinity}, snaps});
    figure.handles.push_back({HandleKind::JudgementHigh, 0, {scene.judgement.hi, -kInfinity}, snaps});
}

void addProof(const Scene& scene, const std::vector<DrawnCurve>& curves, const Findings& findings, Figure& figure)
{
    const DrawnCurve* curve = activeOf(curves);
    const JudgedCurve* judged = findings.judgedFor(scene);
    if (!scene.judgement.shown || !scene.judgement.why || !curve || !judged) {
        return;
    }
    const convexity::Verdict& verdict = judged->verdict;
    if (verdict.standing == convexity::Standing::Proved) {
        addPieces(*curve, paneWindow(scene.view, PaneKind::Value), verdict, figure.panes.front());
        addKinks(scene, *curve, figure.panes.front());
        if (Pane* pane = findPane(figure, PaneKind::Curvature)) {
            addRibbon(*curve, scene.view, verdict, *pane);
        }
    }
    // A chord below the curve says that f is not ∪, so it is where f is ∩, and the other way round.
    if (verdict.broken.convexity) {
        addChord(scene, *curve, *verdict.broken.convexity, Tone::Cap, figure);
    }
    if (verdict.broken.concavity && !verdict.broken.concavity->isHole) {
        addChord(scene, *curve, *verdict.broken.concavity, Tone::Cup, figure);
    }
}

} // namespace secant::composing
