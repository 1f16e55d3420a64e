#include "app/autosave.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUuid>

#include "app/session_file.h"

namespace secant {

namespace {

QString lockOf(const QString& fileName)
{
    return fileName + QStringLiteral(".lock");
}

} // namespace

Autosave::Autosave(const QString& folder, std::function<std::optional<Scene>()> scene, QObject* parent)
    : QObject(parent), m_folder(folder), m_scene(std::move(scene))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kAutosaveMs);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::save);
}

Autosave::~Autosave()
{
    if (!m_fileName.isEmpty())
        QFile::remove(m_fileName);
}

void Autosave::noteChange()
{
    // Not started anew by the next change: whoever drags for a minute has a copy all the same.
    if (!m_timer.isActive())
        m_timer.start();
}

void Autosave::save()
{
    m_timer.stop();
    const std::optional<Scene> scene = m_scene();
    if (!scene) {
        if (!m_fileName.isEmpty())
            QFile::remove(m_fileName);
        return;
    }
    // Where nothing can be written there is no copy; the scene itself is in no danger.
    if (lock())
        static_cast<void>(writeSession(m_fileName, *scene).ok());
}

bool Autosave::lock()
{
    if (!m_fileName.isEmpty())
        return true;
    if (!QDir().mkpath(m_folder))
        return false;
    const QString name = m_folder + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::Id128) + QLatin1Char('.') +
                         QLatin1String(kSessionSuffix);
    auto file = std::make_unique<QLockFile>(lockOf(name));
    file->setStaleLockTime(0); // Held for as long as the program lives, however long that is.
    if (!file->tryLock(0))
        return false;
    m_lock = std::move(file);
    m_fileName = name;
    return true;
}

std::vector<LeftScene> Autosave::leftScenes(const QString& folder)
{
    std::vector<LeftScene> left;
    const QDir dir(folder);
    for (const QFileInfo& info :
         dir.entryInfoList({QStringLiteral("*.") + QLatin1String(kSessionSuffix)}, QDir::Files)) {
        const QString name = info.filePath();
        QLockFile file(lockOf(name));
        file.setStaleLockTime(0);
        if (!file.tryLock(0)) // Its program lives.
            continue;
        if (const auto read = readSession(name))
            left.push_back({name, info.lastModified(), read->scene});
        else
            QFile::remove(name);
    }
    std::sort(left.begin(), left.end(), [](const auto& a, const auto& b) { return a.saved > b.saved; });
    return left;
}

void Autosave::forget(const QString& fileName)
{
    QFile::remove(fileName);
    QFile::remove(lockOf(fileName));
}

QString autosaveFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/autosave");
}

} // namespace secant
