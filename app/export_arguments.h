#pragma once

#include <string>
#include <vector>

#include "app/export_requests.h"

namespace secant {

/// Understands everything after the word "export": "--option value" or "--option=value", in which a value may begin
/// with a minus; --set belongs to the --formula or --activation before it. Checks names, numbers, formulas, sizes and
/// sweeps, and reads the session files, but makes no picture.
[[nodiscard]] Result<ExportRequests, ArgumentProblem> readExportArguments(const std::vector<std::string>& arguments);

} // namespace secant
