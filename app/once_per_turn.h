#pragma once

#include <functional>
#include <utility>

#include <QTimer>

namespace secant {

/// Does something once in a turn of the event loop however often it is asked for, after all that was waiting: a mouse
/// can move a thousand times a second, and nobody sees the panels more often than they are painted.
class OncePerTurn {
public:
    explicit OncePerTurn(std::function<void()> action) : m_action(std::move(action))
    {
        m_timer.setSingleShot(true);
        m_timer.callOnTimeout([this] { m_action(); });
    }

    void request()
    {
        if (!m_timer.isActive()) {
            m_timer.start(0);
        }
    }
    /// Does at once what was asked for, if anything was.
    void settle()
    {
        if (m_timer.isActive()) {
            m_timer.stop();
            m_action();
        }
    }

private:
    std::function<void()> m_action;
    QTimer m_timer;
};

} // namespace secant
