#include "app/session_document.h"

#include <QFileInfo>

#include "app/session.h"

namespace secant {

SessionDocument::SessionDocument(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_saved(session.scene())
{
    connect(&session, &Session::sceneChanged, this, &SessionDocument::changed);
}

bool SessionDocument::isModified() const
{
    const Scene& scene = m_session.scene();
    if (scene.language == m_saved.language)
        return scene != m_saved;
    Scene saved = m_saved;
    saved.language = scene.language;
    return scene != saved;
}

bool SessionDocument::isChangedOutside() const
{
    return !m_fileName.isEmpty() && digestOf(m_fileName) != m_digest;
}

void SessionDocument::startAnew()
{
    const Scene first = defaultScene();
    m_session.open(first);
    settle({}, first, {});
}

void SessionDocument::adopt(const QString& fileName, const OpenedSession& opened)
{
    m_session.open(opened.scene);
    settle(fileName, opened.repairs.empty() ? opened.scene : Scene{}, opened.digest);
}

void SessionDocument::adopt(const Scene& scene)
{
    m_session.open(scene);
    settle({}, Scene{}, {});
}

void SessionDocument::reattach(const QString& fileName)
{
    const auto opened = readSession(fileName);
    if (!opened || !opened->repairs.empty())
        return;
    const Scene oldSaved = m_saved;
    m_saved = opened->scene;
    if (isModified())
        m_saved = oldSaved;
    else
        settle(fileName, opened->scene, opened->digest);
}

std::optional<QString> SessionDocument::save(const QString& fileName)
{
    const auto digest = writeSession(fileName, m_session.scene());
    if (!digest)
        return digest.error();
    settle(fileName, m_session.scene(), *digest);
    return std::nullopt;
}

void SessionDocument::revert()
{
    m_session.open(m_saved);
    emit changed();
}

void SessionDocument::settle(const QString& fileName, const Scene& saved, const QByteArray& digest)
{
    m_fileName = fileName.isEmpty() ? QString() : QFileInfo(fileName).absoluteFilePath();
    m_saved = saved;
    m_digest = digest;
    emit changed();
}

} // namespace secant
