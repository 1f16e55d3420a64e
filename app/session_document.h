#pragma once

#include <optional>

#include <QByteArray>
#include <QObject>
#include <QString>

#include "app/session_file.h"
#include "core/scene/scene.h"

namespace secant {

class Session;

/// Which file the session belongs to and whether it has changed since. Asks nothing and shows nothing.
class SessionDocument : public QObject {
    Q_OBJECT

public:
    explicit SessionDocument(Session& session, QObject* parent = nullptr);

    /// Empty for a session that was never saved.
    [[nodiscard]] const QString& fileName() const { return m_fileName; }
    /// Whether it has changed since it was opened, saved or taken over. The language is the window's and does not
    /// count.
    [[nodiscard]] bool isModified() const { return !m_saved || differsFrom(*m_saved); }
    /// Whether another session in its place would lose something: one without a file unless it is the first one.
    [[nodiscard]] bool isUnsaved() const;
    /// Whether somebody else has written or removed the file since it was read or saved here.
    [[nodiscard]] bool isChangedOutside() const;
    /// Whether somebody else has written the file since this was last asked: true once for each new content.
    [[nodiscard]] bool noticesOutsideChange();

    /// A first scene without a file.
    void startAnew();
    /// Makes an opened file the session, without a step back to what was there. A repaired one counts as modified.
    void adopt(const QString& fileName, const OpenedSession& opened);
    /// Makes a scene the session that is in no file: what was left by a crash.
    void adopt(const Scene& scene);
    /// Takes the file for the present scene's if it holds just that.
    void reattach(const QString& fileName);
    /// What went wrong, in a sentence; nothing if the file holds the session now.
    [[nodiscard]] std::optional<QString> save(const QString& fileName);
    /// Back to what the file holds, or held when it was last seen. What had to be repaired stays as it is.
    void revert();

signals:
    void changed(); ///< The name, or whether it is modified.

private:
    [[nodiscard]] bool differsFrom(const Scene& scene) const;
    void settle(const QString& fileName, const std::optional<Scene>& saved, const QByteArray& digest);

    Session& m_session;
    QString m_fileName;
    std::optional<Scene> m_saved; ///< What counts as not modified; nothing does where it is in no file.
    QByteArray m_digest;
    QByteArray m_noticed; ///< Of what somebody else wrote, and was told of.
};

} // namespace secant
