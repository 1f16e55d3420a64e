#include <algorithm>
#include <cmath>

#include "core/figure/compose_parts.h"
#include "core/figure/wording.h"

namespace secant::composing {
namespace {

std::string chordText(const ChordInk& chord, Language language)
{
    const std::string gap = std::isnan(chord.gap) ? std::string(spoken(kUndefinedWord, language))
                                                  : (chord.gap > 0.0 ? "+" : "") + readable(chord.gap, 4);
    return "λ = " + readable(chord.lambda, 3) + ",  " + std::string(spoken(kGapWord, language)) + " = " + gap;
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
        const double x = spec.lambda * spec.x1 + (1.0 - spec.lambda) * spec.x2;
        chord.onChord = {x, spec.lambda * chord.first.y + (1.0 - spec.lambda) * chord.second.y};
        chord.onCurve = {x, curve->function.value(x)};
        chord.gap = chord.defined ? chord.onChord.y - chord.onCurve.y : kNaN;
        chord.text = chordText(chord, scene.language);
        chords.push_back(std::move(chord));
    }
    return chords;
}

} // namespace secant::composing
