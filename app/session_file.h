#pragma once

#include <QByteArray>
#include <QString>

#include "core/scene/scene_json.h"
#include "core/support/result.h"
#include "widgets/export/export_file.h"

namespace secant {

/// The ending of a session's file name, without the dot. Its content is what core/scene/scene_json.h describes.
inline constexpr const char* kSessionSuffix = "secant";

struct OpenedSession {
    Scene scene;
    std::vector<SceneError> repairs;
    QByteArray digest; ///< Of the bytes that were read.
};

/// Reads a session file, whatever it turns out to be. What is missing, a folder, a pipe, a device or larger than
/// kMaxSceneBytes is refused before anything is read; a file of a newer version is refused as well.
[[nodiscard]] Result<OpenedSession, SceneError> readSession(const QString& fileName);

/// Lets the scene take the place of the file as one step: a reader, and whoever pulls the plug, finds the old file or
/// the new one. A session of a newer version is not overwritten. Gives the digest of what was written.
[[nodiscard]] Result<QByteArray, QString> writeSession(const QString& fileName, const Scene& scene);

/// Of the file as it is now; empty if it cannot be read or is larger than a session may be.
[[nodiscard]] QByteArray digestOf(const QString& fileName);

/// "curves[2].formula: the formula is too long", the first few of them a line each, fit for a dialog.
[[nodiscard]] QString repairList(const std::vector<SceneError>& repairs);

} // namespace secant
