#pragma once

#include <string>
#include <string_view>

namespace secant {

enum ExitCode : int { kDone = 0, kFailed = 1, kWrongUsage = 2 };

/// Writes "secant: …" as one line of at most 300 characters to standard error and hands the code on.
int complain(ExitCode code, std::string_view message);

/// A value fit for a message: in quotes, on one line, at most 80 characters, the end left out where it is longer.
[[nodiscard]] std::string inQuotes(std::string_view value);

} // namespace secant
