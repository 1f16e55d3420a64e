#include "widgets/panels/formula_history.h"

namespace secant {

FormulaHistory::FormulaHistory(const QStringList& formulas)
{
    for (const QString& formula : formulas) {
        remember(formula);
    }
}

void FormulaHistory::remember(const QString& formula)
{
    constexpr qsizetype kLongest = 1000;
    const QString text = formula.trimmed();
    if (text.isEmpty() || text.size() > kLongest) {
        return;
    }
    m_formulas.removeAll(text);
    m_formulas.append(text);
    if (m_formulas.size() > kMost) {
        m_formulas.removeFirst();
    }
}

} // namespace secant
