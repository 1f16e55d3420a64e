#include "tests/bench/heartbeat.h"

#include "tests/bench/measure.h"

namespace secant::bench {

Heartbeat::Heartbeat(QObject* parent) : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(1);
    connect(&m_timer, &QTimer::timeout, this, [this] { beat(); });
}

void Heartbeat::begin(const std::string& action)
{
    stop();
    m_action = action;
    m_longest = {};
    m_lastWall = wallMilliseconds();
    m_lastProcessor = threadMilliseconds();
    m_timer.start();
}

void Heartbeat::stop()
{
    if (m_timer.isActive()) {
        beat();
        m_gaps[m_action].push_back(m_longest);
        m_timer.stop();
    }
}

void Heartbeat::beat()
{
    const double wall = wallMilliseconds();
    const double processor = threadMilliseconds();
    if (wall - m_lastWall > m_longest.wall) {
        m_longest.wall = wall - m_lastWall;
    }
    if (processor - m_lastProcessor > m_longest.processor) {
        m_longest.processor = processor - m_lastProcessor;
    }
    m_lastWall = wall;
    m_lastProcessor = processor;
}

} // namespace secant::bench
