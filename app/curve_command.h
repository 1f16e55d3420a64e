#pragma once

#include <cstdio>
#include <string>

namespace secant {

/// `secant curve --cases FILE.json`: the lines that are drawn for formulas of x.
///
/// Reads an object with `canvas` [width, height] in pixels and `functions`, a list of objects with `id`, `expr` and
/// `window` [x0, x1, y0, y1]. Writes a JSON object a line for each: `id`; `segments`, lists of [x, y] that are joined
/// in order, a list of one being a dot; `columns`, filled rectangles [x0, x1, y0, y1] where the curve turns faster than
/// pixels show; `evaluations`, how often the formula was computed in double; `seconds`, taken by the sampling alone.
/// A function that cannot be drawn is left out and makes the command fail at the end, naming the first. "-" is
/// standard input. Returns the exit code; see runCommandLine.
int drawCases(const std::string& fileName);

/// The same between open streams; `name` stands for the input in messages.
int drawCases(std::FILE* input, std::FILE* output, const std::string& name);

} // namespace secant
