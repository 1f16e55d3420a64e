#pragma once

#include <string>
#include <vector>

#include <QString>

#include "app/export_values.h"
#include "core/scene/scene.h"
#include "core/support/result.h"
#include "widgets/export/figure_export.h"

namespace secant {

/// One file that `secant export` was asked for.
struct ExportRequest {
    Scene scene;
    ExportOptions options;
    QString output;
};

struct ExportRequests {
    std::vector<ExportRequest> files;
    std::vector<std::string> notes; ///< What had to be repaired in session files.
};

/// Understands everything after the word "export": "--option value" or "--option=value", in which a value may begin
/// with a minus; --set belongs to the --formula or --activation before it. Checks names, numbers, formulas, sizes and
/// sweeps, and reads the session files, but makes no picture.
[[nodiscard]] Result<ExportRequests, ArgumentProblem> readExportArguments(const std::vector<std::string>& arguments);

} // namespace secant
