#include "app/session_file.h"

#include <algorithm>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace secant {

namespace {

constexpr std::size_t kListedRepairs = 8;

class SessionFile {
    Q_DECLARE_TR_FUNCTIONS(SessionFile)
};

QByteArray digest(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// Up to one byte more than a session may have.
Result<QByteArray, SceneError> bytesOf(const QString& fileName)
{
    const QFileInfo info(fileName);
    // A device or a pipe might never end.
    if (!info.isFile())
        return SceneError{"", info.isDir()    ? "it is a folder"
                              : info.exists() ? "it is no ordinary file"
                                              : "it does not exist"};
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return SceneError{"", file.errorString().toStdString()};
    QByteArray bytes = file.read(static_cast<qint64>(kMaxSceneBytes) + 1);
    if (file.error() != QFileDevice::NoError)
        return SceneError{"", file.errorString().toStdString()};
    return bytes;
}

Result<LoadedScene, SceneError> parsed(const QByteArray& bytes)
{
    return sceneFromJson(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

} // namespace

Result<OpenedSession, SceneError> readSession(const QString& fileName)
{
    const auto bytes = bytesOf(fileName);
    if (!bytes)
        return bytes.error();
    auto loaded = parsed(*bytes);
    if (!loaded)
        return loaded.error();
    return OpenedSession{loaded->scene, loaded->repairs, digest(*bytes)};
}

Result<QByteArray, QString> writeSession(const QString& fileName, const Scene& scene)
{
    if (const auto there = QFileInfo(fileName).isFile() ? bytesOf(fileName) : QByteArray()) {
        const auto loaded = parsed(*there);
        if (!loaded && loaded.error().isNewer)
            return SessionFile::tr("“%1” was written by a newer version of Secant and is not overwritten. "
                                   "Choose another name.")
                .arg(shownFileName(fileName));
    }
    const QByteArray bytes = QByteArray::fromStdString(toJson(scene));
    if (const ExportProblem problem =
            replaceFile(fileName, [&](QIODevice& device) { return device.write(bytes) == bytes.size(); }))
        return *problem;
    return digest(bytes);
}

QByteArray digestOf(const QString& fileName)
{
    const auto bytes = bytesOf(fileName);
    return bytes && bytes->size() <= static_cast<qsizetype>(kMaxSceneBytes) ? digest(*bytes) : QByteArray();
}

QString repairList(const std::vector<SceneError>& repairs)
{
    QStringList lines;
    for (std::size_t i = 0; i < std::min(repairs.size(), kListedRepairs); ++i)
        lines << QString::fromStdString(repairs[i].place + ": " + repairs[i].reason);
    if (repairs.size() > kListedRepairs)
        lines << SessionFile::tr("and more");
    return lines.join(QLatin1Char('\n'));
}

} // namespace secant
