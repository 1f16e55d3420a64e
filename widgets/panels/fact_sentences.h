#pragma once

#include <vector>

#include <QString>

#include "core/figure/curve_facts.h"
#include "core/scene/fact_selection.h"

namespace secant {

/// One fact as a person reads it.
struct FactSentence {
    FactKind kind = FactKind::Range;
    QString title;
    QString text;
    Assurance assurance = Assurance::Unknown;
    bool isDrawable = false; ///< There is something to show on the plot.
    QString tip;             ///< What the fact means and what it is good for.
};

/// All facts in the order of the card, shapes in the words of the naming custom. What is not known is said so.
[[nodiscard]] std::vector<FactSentence> factSentences(const CurveFacts& facts, Naming naming, Language language);

/// "exact", "proved", "numerical", "not known".
[[nodiscard]] QString assuranceWord(Assurance assurance);
/// What that word promises.
[[nodiscard]] QString assuranceTip(Assurance assurance);

} // namespace secant
