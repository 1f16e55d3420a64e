#pragma once

#include <QByteArray>
#include <QStringList>

#include "widgets/export/drawing.h"

namespace secant {

enum class TikzForm {
    Standalone, ///< A document of one page that has the picture's size.
    Include,    ///< A tikzpicture for \input into a document that loads tikz.
};

inline constexpr int kMaxTikzPoints = 2000;     ///< Of one path.
inline constexpr double kMaxTikzSide = 20000.0; ///< Pixels; 16384 pt is the longest length that TeX knows.

/// The drawing as a tikzpicture of pdfLaTeX, LuaLaTeX or XeLaTeX with nothing but the tikz package.
///
/// Paths are cut to their clip and thinned until they have at most kMaxTikzPoints points; each gap begins a path of its
/// own. Letters and signs that LaTeX's fonts have are written as such, others (Chinese) as outlines. `comments` go
/// before the picture, a line each. Texts are data whatever they hold.
[[nodiscard]] QByteArray tikzOf(const Drawing& drawing, TikzForm form, const QStringList& comments);

/// The text for LaTeX's text mode; nothing if it holds a character that the standard fonts do not have.
[[nodiscard]] std::optional<QByteArray> latexText(const QString& text);

/// A polyline with fewer points, none of which was more than `tolerance` away from it (Douglas and Peucker 1973).
[[nodiscard]] std::vector<QPointF> thinned(const std::vector<QPointF>& line, double tolerance);

} // namespace secant
