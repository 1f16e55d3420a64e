#pragma once

#include <string>

#include "core/analysis/convexity/verdict.h"
#include "core/figure/wording.h"
#include "core/scene/scene.h"

namespace secant {

/// What the custom calls ∪ and ∩.
[[nodiscard]] const ShapeWords& wordsOf(Naming naming);

/// "(−∞, 2]", "[0, 1)"; ℝ where both ends are infinite.
[[nodiscard]] std::string intervalText(const JudgementSpec& on);

/// "strictly convex ∪" by the naming custom and language of the scene; "undecided", "neither convex nor concave".
[[nodiscard]] std::string verdictWord(convexity::VerdictKind kind, Naming naming, Language language);

/// "proved", "refuted" or "undecided".
[[nodiscard]] std::string standingWord(convexity::Standing standing, Language language);

} // namespace secant
