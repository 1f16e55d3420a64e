#pragma once

#include <string>

#include "core/figure/figure.h"

namespace secant {

/// The figure as JSON for other programs, all that is drawn, in data coordinates; numbers read back as the same double.
/// NaN is null, an infinite coordinate (the edge of the pane) is "inf" or "-inf". Written alike in every locale.
///
///   {"format": "secant-figure", "version": 1, "x": AXIS, "panes": [PANE, …], "legend": [{"kind": "curve", …}, …],
///    "judgement": {"from": "-inf", "to": 2, "text": "…"}, "insets": […], "texts": ["Σ wᵢ f(xᵢ) = …", …]}
///   AXIS: {"range": [min, max], "title": "x", "ticks": [{"at": 0, "label": "0"}, …]}
///   PANE: {"kind": "f", "y": AXIS, "curves": [{"curve": 1, "style": 0, "role": "curve", "label": "", "runs": [[[x, y],
///    …], …], "columns": [[x0, x1, lo, hi], …], "sampledPx": 0}], "dots": […], "regions": […], "edges": […],
///    "labels": […], "guides": […], "chords": […], "facts": […], "fills": [{"tone": "cup", "outline": [[x, y], …]}],
///    "lines": [{"tone": "plain", "look": "thin", "points": […]}], "notes": […], "density": [[x, y], …]}
///
/// A run is joined by straight lines; between runs the pen is up. A column is a stretch filled by oscillation;
/// `sampledPx` is the width in pixels that was not proved. Lists that are empty are written all the same; "judgement"
/// is null where nothing is judged.
[[nodiscard]] std::string toJson(const Figure& figure);

} // namespace secant
