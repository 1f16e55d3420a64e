#pragma once

#include <QString>

#include "core/figure/judgement_text.h"

namespace secant {

/// "convex ∪" as the naming custom has it.
[[nodiscard]] inline QString cupName(Naming naming, Language language)
{
    return QString::fromStdString(verdictWord(convexity::VerdictKind::Convex, naming, language));
}

/// "concave ∩".
[[nodiscard]] inline QString capName(Naming naming, Language language)
{
    return QString::fromStdString(verdictWord(convexity::VerdictKind::Concave, naming, language));
}

} // namespace secant
