#pragma once

#include <functional>

#include <QString>

#include "widgets/export/figure_export.h"

class QIODevice;

namespace secant {

/// A file name fit for a sentence: on one line, at most 80 characters, the middle left out where it is longer.
[[nodiscard]] QString shownFileName(const QString& fileName);

/// Where writing to `fileName` would end up: symbolic links are followed, also one whose target is still missing.
[[nodiscard]] QString writtenFileName(const QString& fileName);

/// Nothing if a picture may be put there: a regular file, or a name not yet taken in a folder that exists.
[[nodiscard]] ExportProblem checkTarget(const QString& fileName);

/// Fills a new file with `write` and lets it take the place of the old one only when all of it is on disk. If anything
/// fails the old file stays whole and nothing new is left. `write` returns false if it could not write.
[[nodiscard]] ExportProblem replaceFile(const QString& fileName, const std::function<bool(QIODevice&)>& write);

/// How the writing of what takes long ended.
enum class Ending { Written, Failed, Stopped };

/// The same for what may be stopped: then the old file stays too, and nothing is said.
[[nodiscard]] ExportProblem replaceFileUnlessStopped(const QString& fileName,
                                                     const std::function<Ending(QIODevice&)>& write);

} // namespace secant
