#pragma once

#include <vector>

#include <QString>

#include "core/scene/scene.h"

namespace secant {

/// A function of the formula language, and what it is in a few words.
struct FormulaWord {
    QString name;
    QString meaning;
};

/// Every function that a formula may call, by name. Activations are named in `language`, the others in the window's.
[[nodiscard]] std::vector<FormulaWord> formulaWords(Language language);

} // namespace secant
