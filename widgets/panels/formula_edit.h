#pragma once

#include <optional>

#include <QLineEdit>

#include "core/expression/syntax_tree.h"

namespace secant {

/// A line edit that can draw a wavy line under some of its characters.
class FormulaEdit : public QLineEdit {
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

    /// In code points. An empty range marks the place behind the character before it.
    void setMark(const std::optional<SourceRange>& mark);
    [[nodiscard]] const std::optional<SourceRange>& mark() const { return m_mark; }
    /// x of the marked stretch in widget pixels; empty if nothing is marked.
    [[nodiscard]] std::optional<std::pair<double, double>> markedPixels() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<SourceRange> m_mark;
};

/// The index in UTF-16 units of a code point, at most text.size().
[[nodiscard]] qsizetype utf16Index(const QString& text, std::size_t codePoint);

} // namespace secant
