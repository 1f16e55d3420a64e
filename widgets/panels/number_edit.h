#pragma once

#include <QLineEdit>

#include "widgets/panels/number_text.h"

namespace secant {

/// A line for one number. What is typed is reported on Enter or when the focus leaves; Escape takes it back. It judges
/// only whether the text is a number; the owner judges the value and answers with setValue().
class NumberEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit NumberEdit(QWidget* parent = nullptr);

    void setValue(double value); ///< The text stays while it is being typed.
    [[nodiscard]] double value() const { return m_value; }
    void allowInfinity(); ///< "∞", "inf" and their negatives count as numbers too.
    void restore();       ///< Shows the value again, whatever was typed.

signals:
    void valueTyped(double value);
    /// The text is no number; the old value stands again. `sentence` says what would be right.
    void refused(const QString& sentence);
    void stepRequested(int steps, bool fine); ///< Up, Down, Page Up, Page Down.

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void commit();
    double m_value = 0.0;
    bool m_allowsInfinity = false;
};

/// What is wrong with a text that should be a number, and what would be right; `kept` is the value that still holds.
[[nodiscard]] QString numberSentence(const QString& text, NumberProblem problem, double kept);

} // namespace secant
