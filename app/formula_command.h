#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace secant {

/// `secant formula --jsonl`: reads a JSON object a line, {"id": any, "input": formula, "x": number}, and answers each
/// with a line, flushed at once: {"id": …, "status": "ok", "y": number, "nan", "inf" or "-inf"} or {"id": …,
/// "status": "error", "column": from 1, in code points, "message": …}. y is NaN where the formula is undefined. A free
/// name is an error, since nothing gives it a value. A line that is no such object is answered with id null and makes
/// the command fail at the end. Returns the exit code; see runCommandLine.
int answerFormulas(std::FILE* input, std::FILE* output);

/// The answer to one line, without the line break. `understood` becomes false if the line is no request.
[[nodiscard]] std::string answerFormula(std::string_view line, bool& understood);

} // namespace secant
