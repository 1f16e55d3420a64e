#pragma once

#include <optional>

#include <QLineEdit>

#include "core/expression/syntax_tree.h"

namespace secant {

class FormulaHistory;

/// A line edit that can draw a wavy line under some of its characters. It shows the partner of the bracket at the
/// cursor, and Up and Down go through the formulas typed before.
class FormulaEdit : public QLineEdit {
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

    /// In code points. An empty range marks the place behind the character before it.
    void setMark(const std::optional<SourceRange>& mark);
    [[nodiscard]] const std::optional<SourceRange>& mark() const { return m_mark; }
    /// x of the marked stretch in widget pixels; empty if nothing is marked.
    [[nodiscard]] std::optional<std::pair<double, double>> markedPixels() const;

    /// Must outlive the line; null: the keys do nothing.
    void setHistory(const FormulaHistory* history) { m_history = history; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// Left and right end of these UTF-16 units in widget pixels.
    [[nodiscard]] std::pair<double, double> pixelsOf(qsizetype begin, qsizetype end) const;
    void paintBrackets(QPainter& painter) const;
    void browse(int step);

    const FormulaHistory* m_history = nullptr;
    std::optional<qsizetype> m_browsed; ///< Which formula of the history stands in the line.
    QString m_draft;                    ///< What stood there before.
    std::optional<SourceRange> m_mark;
};

/// The index in UTF-16 units of a code point, at most text.size().
[[nodiscard]] qsizetype utf16Index(const QString& text, std::size_t codePoint);

} // namespace secant
