#pragma once

#include "widgets/export/figure_export.h"

namespace secant {

/// The part of exportScene() for GIF and WebP: a picture for every step of the sweep. Precondition: the options and the
/// file name were checked.
[[nodiscard]] ExportProblem exportAnimation(const Scene& scene, const ExportOptions& options, const QString& fileName,
                                            const ExportProgress& progress);

} // namespace secant
