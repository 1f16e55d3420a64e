#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "app/export_values.h"
#include "core/scene/scene.h"
#include "core/support/result.h"
#include "widgets/export/figure_export.h"

namespace secant {

/// What the arguments of `secant export` say, each for itself.
struct ExportWishes {
    ExportOptions options;
    std::vector<std::string> outputs;
    std::vector<CurveSpec> curves; ///< Without ids yet.
    std::vector<std::string> sessions;
    std::optional<ExportFormat> format;
    std::optional<Range> xRange;
    std::optional<Range> yRange;
    std::optional<AxisScale> xScale;
    std::optional<AxisScale> yScale;
    std::optional<FigureTheme> theme;
    std::optional<Language> language;
    std::optional<std::array<bool, kPaneKinds>> panes;
    std::optional<Sweep> sweep;
    std::optional<int> frames;
    bool each = false; ///< A figure for each curve.
};

/// One file that is to be written.
struct ExportRequest {
    Scene scene;
    ExportOptions options;
    QString output;
};

struct ExportRequests {
    std::vector<ExportRequest> files;
    std::vector<std::string> notes; ///< What had to be repaired in session files.
};

/// The files that all wishes together mean. Reads the session files; checks sizes, sweeps and that no file is written
/// twice, but makes no picture.
[[nodiscard]] Result<ExportRequests, ArgumentProblem> makeRequests(const ExportWishes& wishes);

} // namespace secant
