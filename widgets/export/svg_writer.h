#pragma once

#include <QByteArray>

#include "widgets/export/drawing.h"

namespace secant {

/// The drawing as SVG 1.1, its sides in mm at 96 pixels an inch. Texts stay texts, each with its width, or become
/// outlines that need no font. The clip of every part is kept; texts are data whatever they hold. Equal drawings give
/// equal bytes.
[[nodiscard]] QByteArray svgOf(const Drawing& drawing, bool textAsOutlines);

} // namespace secant
