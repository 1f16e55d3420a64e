#pragma once

#include <optional>
#include <vector>

#include <QFont>
#include <QPainterPath>
#include <QPointF>
#include <QString>

class QPainter;

namespace secant {

/// Mathematics laid out for painting: glyphs and filled shapes around a baseline, in pixels, y downwards. Text and
/// paths alone, so that it is sharp at every scale.
struct Typeset {
    struct Glyphs {
        QString text;
        QPointF at; ///< Left end of the baseline.
        int pixelSize = 0;
        bool italic = false;
    };

    double width = 0.0;
    double ascent = 0.0;  ///< Above the baseline.
    double descent = 0.0; ///< Below it.
    std::vector<Glyphs> glyphs;
    std::vector<QPainterPath> shapes; ///< Filled.

    [[nodiscard]] double height() const { return ascent + descent; }
    /// Puts `part` with the left end of its baseline at (x, y) of this one; the extent grows to hold it.
    void place(const Typeset& part, double x, double y);
    /// Paints with the painter's pen colour, the left end of the baseline at `at`.
    void paint(QPainter& painter, QPointF at) const;
};

/// Lays out what toLatex() writes: fractions, powers, indices, roots, stretched brackets and bars, cases, names.
/// Nothing if the text is longer than 4000 characters, nested deeper than 40, or holds another command.
[[nodiscard]] std::optional<Typeset> typeset(const QString& latex, int pixelSize);

/// The family in which formulas are set.
[[nodiscard]] QFont formulaFont(int pixelSize, bool italic);

} // namespace secant
