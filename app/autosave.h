#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QDateTime>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <QTimer>

#include "core/scene/scene.h"

namespace secant {

/// A scene that a program which did not end properly has left behind.
struct LeftScene {
    QString fileName;
    QDateTime saved;
    Scene scene;
};

/// Keeps a copy of the scene for the case that the program is killed or loses its screen. Every running program has a
/// file of its own in `folder`, locked while the program lives, written at most kAutosaveMs after a change, and removed
/// when the program ends properly.
class Autosave : public QObject {
    Q_OBJECT

public:
    static constexpr int kAutosaveMs = 5000;

    /// `scene` is asked for what to keep; nothing if there is nothing that would be lost.
    Autosave(const QString& folder, std::function<std::optional<Scene>()> scene, QObject* parent = nullptr);
    ~Autosave() override;

    /// To be called at every change.
    void noteChange();
    /// Writes now, or removes the file where nothing would be lost.
    void save();

    /// What others have left in `folder`, the newest first. Files that cannot be read are removed.
    [[nodiscard]] static std::vector<LeftScene> leftScenes(const QString& folder);
    /// Removes a file that leftScenes() named, and its lock.
    static void forget(const QString& fileName);

private:
    [[nodiscard]] bool lock();

    QString m_folder;
    std::function<std::optional<Scene>()> m_scene;
    QString m_fileName; ///< Empty until there is something to keep.
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_timer;
};

/// Where the program keeps these files.
[[nodiscard]] QString autosaveFolder();

} // namespace secant
