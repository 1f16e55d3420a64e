#pragma once

#include <string>
#include <vector>

#include <QString>

#include "app/command_message.h"
#include "core/scene/scene.h"
#include "core/support/result.h"
#include "widgets/export/figure_export.h"

namespace secant {

/// What `secant export` was asked for.
struct ExportRequest {
    Scene scene;
    ExportOptions options;
    QString output;
    std::string note; ///< What had to be repaired in the session file; empty if nothing.
};

struct ArgumentProblem {
    ExitCode code = kWrongUsage;
    std::string message;
};

/// Understands everything after the word "export": "--option value" or "--option=value", in which a value may begin
/// with a minus; --set belongs to the --formula or --activation before it. Checks names, numbers, formulas and sizes,
/// and reads the session file, but makes no picture.
[[nodiscard]] Result<ExportRequest, ArgumentProblem> readExportArguments(const std::vector<std::string>& arguments);

} // namespace secant
