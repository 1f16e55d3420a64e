#pragma once

#include <optional>

namespace secant {

/// The program without a window: `export`, `evaluate`, `formula`, `curve`, `--help` and `--version`. Needs no display
/// and no HOME.
///
/// Returns the exit code: 0 when all was done, 1 when something failed, 2 for wrong usage; a failure says why in one
/// line of at most 300 characters on standard error. Nothing is returned where a window is wanted: no arguments, or
/// only options of the window (--theme, --language) and a session file.
[[nodiscard]] std::optional<int> runCommandLine(int argc, char** argv);

} // namespace secant
