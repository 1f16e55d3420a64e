#pragma once

#include <string>

#include "core/figure/figure.h"

namespace secant {

/// The figure as JSON for other programs, in data coordinates; numbers read back as the same double, what is not
/// finite is null. Written alike in every locale.
///
///   {"format": "secant-figure", "version": 1, "x": AXIS, "panes": [{"kind": "f", "y": AXIS, "regions": […],
///    "curves": [{"curve": 1, "style": 0, "role": "curve", "runs": [[[x, y], …], …], "columns": [[x0, x1, lo, hi],
///    …]}], "dots": […], "chords": […]}], "legend": […]}
///   AXIS: {"range": [min, max], "title": "x", "ticks": [{"at": 0, "label": "0"}, …]}
///
/// A run is joined by straight lines; between runs the pen is up. A column is a stretch filled by oscillation.
[[nodiscard]] std::string toJson(const Figure& figure);

} // namespace secant
