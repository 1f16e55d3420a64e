#include "core/figure/judgement_text.h"

#include <array>
#include <cmath>

#include "core/figure/compose_parts.h"

namespace secant {
namespace {

using convexity::Standing;
using convexity::VerdictKind;

} // namespace

const ShapeWords& wordsOf(Naming naming)
{
    static constexpr std::array<ShapeWords, 3> words{kInternationalWords, kOlderChineseWords, kUpDownWords};
    return words[static_cast<std::size_t>(naming)];
}

std::string intervalText(const JudgementSpec& on)
{
    if (std::isinf(on.lo) && std::isinf(on.hi)) {
        return "ℝ";
    }
    return (on.loClosed ? "[" : "(") + readable(on.lo) + ", " + readable(on.hi) + (on.hiClosed ? "]" : ")");
}

std::string verdictWord(VerdictKind kind, Naming naming, Language language)
{
    const ShapeWords& words = wordsOf(naming);
    const std::string strictly(spoken(kStrictlyWord, language));
    const std::string cup = std::string(spoken(words.cup, language)) + " ∪";
    const std::string cap = std::string(spoken(words.cap, language)) + " ∩";
    switch (kind) {
    case VerdictKind::Affine:
        return std::string(spoken(kAffineWord, language));
    case VerdictKind::StrictlyConvex:
        return strictly + cup;
    case VerdictKind::Convex:
        return cup;
    case VerdictKind::StrictlyConcave:
        return strictly + cap;
    case VerdictKind::Concave:
        return cap;
    case VerdictKind::Neither:
        return std::string(spoken(words.neither, language));
    case VerdictKind::Undecided:
        break;
    }
    return std::string(spoken(kUndecidedWord, language));
}

std::string standingWord(Standing standing, Language language)
{
    const LocalizedText& word = standing == Standing::Proved    ? kProvedWord
                                : standing == Standing::Refuted ? kRefutedWord
                                                                : kUndecidedWord;
    return std::string(spoken(word, language));
}

namespace composing {

std::optional<JudgementInk> judgementInk(const Scene& scene, const Findings& findings)
{
    const CurveSpec* curve = scene.find(scene.activeCurve);
    if (!scene.judgement.shown || !curve || !curve->visible) {
        return std::nullopt;
    }
    JudgementInk ink;
    ink.on = scene.judgement;
    ink.style = curve->style;
    if (const JudgedCurve* judged = findings.judgedFor(scene)) {
        const convexity::Verdict& verdict = judged->verdict;
        const std::string word = verdictWord(verdict.kind, scene.naming, scene.language);
        const std::string standing = standingWord(verdict.standing, scene.language);
        const bool chinese = scene.language == Language::Chinese;
        const std::string interval = intervalText(scene.judgement);
        ink.text = chinese ? "在 " + interval + " 上" + word : word + " on " + interval;
        if (verdict.standing != convexity::Standing::Undecided) {
            ink.text += (chinese ? "：" : ": ") + standing;
        }
    }
    return ink;
}

} // namespace composing
} // namespace secant
