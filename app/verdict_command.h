#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis/convexity/chords.h"

namespace secant {

/// `secant verdict --cases FILE.json` and `secant verdict "FORMULA" --on "[-2, 3)" [--json]`.
///
/// A case is an object with id, expr and interval {lo, hi, lo_closed, hi_closed}, numbers as text. Each is answered
/// with a JSON object a line: id, verdict, witness, seconds, grade. A case that cannot be read is answered as undecided
/// and makes the command fail at the end. Returns the exit code; see runCommandLine.
int answerVerdicts(const std::vector<std::string>& arguments, std::FILE* output);

/// "[-2, 3)", "(-inf, inf)", "]0, 1[" is not read. Nothing if that is no interval, or one without inner points.
[[nodiscard]] std::optional<convexity::Range> parseRange(std::string_view text);

} // namespace secant
