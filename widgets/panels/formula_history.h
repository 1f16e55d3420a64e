#pragma once

#include <QStringList>

namespace secant {

/// Formulas that were typed before, the latest last.
class FormulaHistory {
public:
    static constexpr qsizetype kMost = 100;

    explicit FormulaHistory(const QStringList& formulas = {});

    /// A formula that is known moves to the end. Those longer than 1000 characters are left out.
    void remember(const QString& formula);
    [[nodiscard]] const QStringList& formulas() const { return m_formulas; }

private:
    QStringList m_formulas;
};

} // namespace secant
