#pragma once

#include <QStringList>
#include <QtGlobal>

namespace secant {

/// Collects Qt's warnings for as long as it lives, so that a test can fail on them.
class WarningGuard {
public:
    WarningGuard()
    {
        current() = this;
        m_previous = qInstallMessageHandler(&WarningGuard::handle);
    }
    ~WarningGuard()
    {
        qInstallMessageHandler(m_previous);
        current() = nullptr;
    }
    WarningGuard(const WarningGuard&) = delete;
    WarningGuard& operator=(const WarningGuard&) = delete;

    [[nodiscard]] const QStringList& messages() const { return m_messages; }

private:
    static WarningGuard*& current()
    {
        static WarningGuard* guard = nullptr;
        return guard;
    }
    static void handle(QtMsgType type, const QMessageLogContext& context, const QString& message)
    {
        // The offscreen platform says of itself what it lacks (size hints, raising, grabbing the keyboard).
        const bool platform = message.startsWith(QLatin1String("This plugin does not support"));
        if (current() && !platform && (type == QtWarningMsg || type == QtCriticalMsg)) {
            current()->m_messages << message;
        } else if (current() && current()->m_previous) {
            current()->m_previous(type, context, message);
        }
    }

    QtMessageHandler m_previous = nullptr;
    QStringList m_messages;
};

} // namespace secant
