#pragma once

#include <optional>

#include <QCompleter>
#include <QPoint>

#include "core/scene/scene.h"

class QLineEdit;

namespace secant {

/// Offers the functions that begin with the word at the cursor, each with its meaning. Enter or Tab takes one, with
/// brackets and the cursor between them.
class FormulaCompleter : public QCompleter {
    Q_OBJECT

public:
    explicit FormulaCompleter(QLineEdit* line);

    void setLanguage(Language language);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void offer();
    void take(const QModelIndex& index);
    /// How many characters before the cursor make the beginning of a function's name.
    [[nodiscard]] qsizetype wordLength() const;

    QLineEdit* m_line;
    std::optional<Language> m_language;
    QPoint m_offset; ///< Of the popup from the line.
};

} // namespace secant
