#include "app/session_document.h"

#include <QFileInfo>

#include "app/session.h"

namespace secant {

SessionDocument::SessionDocument(Session& session, QObject* parent)
    : QObject(parent), m_session(session), m_saved(session.scene())
{
    connect(&session, &Session::sceneChanged, this, &SessionDocument::changed);
}

bool SessionDocument::isUnsaved() const
{
    return m_fileName.isEmpty() ? differsFrom(defaultScene()) : isModified();
}

bool SessionDocument::differsFrom(const Scene& scene) const
{
    Scene other = scene;
    other.language = m_session.scene().language;
    return m_session.scene() != other;
}

bool SessionDocument::isChangedOutside() const
{
    return !m_fileName.isEmpty() && digestOf(m_fileName) != m_digest;
}

bool SessionDocument::noticesOutsideChange()
{
    if (m_fileName.isEmpty()) {
        return false;
    }
    const QByteArray digest = digestOf(m_fileName);
    if (digest.isEmpty() || digest == m_digest || digest == m_noticed) {
        return false;
    }
    m_noticed = digest;
    return true;
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
    settle(fileName, opened.repairs.empty() ? std::optional(opened.scene) : std::nullopt, opened.digest);
}

void SessionDocument::adopt(const Scene& scene)
{
    m_session.open(scene);
    settle({}, std::nullopt, {});
}

void SessionDocument::reattach(const QString& fileName)
{
    const auto opened = readSession(fileName);
    if (!opened || !opened->repairs.empty())
        return;
    if (!differsFrom(opened->scene))
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
    if (m_saved)
        m_session.open(*m_saved);
    emit changed();
}

void SessionDocument::settle(const QString& fileName, const std::optional<Scene>& saved, const QByteArray& digest)
{
    m_fileName = fileName.isEmpty() ? QString() : QFileInfo(fileName).absoluteFilePath();
    m_saved = saved;
    m_digest = digest;
    m_noticed.clear();
    emit changed();
}

} // namespace secant
