#pragma once

#include <chrono>
#include <cstdint>
#include <ctime>
#include <stop_token>

namespace secant::convexity {

/// Thrown inside the engine alone when its time is over or it was told to stop; judge() catches it.
struct Stopped {};

/// Processor time of this thread: a verdict does not depend on what else the machine does.
[[nodiscard]] inline std::chrono::nanoseconds processorTime()
{
    std::timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

/// The one budget of a verdict, for one thread. Every prover polls it; the clock is read once in a few polls.
class Budget {
public:
    Budget(std::chrono::nanoseconds time, std::stop_token stop)
        : m_start(processorTime()), m_time(time), m_deadline(m_start + time), m_stop(std::move(stop))
    {
    }

    /// From now on the part of the whole time that may have passed, in percent.
    void allow(int percent) { m_deadline = m_start + m_time / 100 * percent; }
    [[nodiscard]] bool isStopRequested() const { return m_stop.stop_requested(); }
    [[nodiscard]] double seconds() const { return std::chrono::duration<double>(processorTime() - m_start).count(); }

    void poll()
    {
        if ((++m_polls & 15U) == 0U)
            check();
    }

    /// Before what may take milliseconds.
    void check() const
    {
        if (m_stop.stop_requested() || processorTime() > m_deadline)
            throw Stopped{};
    }

private:
    std::chrono::nanoseconds m_start;
    std::chrono::nanoseconds m_time;
    std::chrono::nanoseconds m_deadline;
    std::stop_token m_stop;
    std::uint64_t m_polls = 0;
};

} // namespace secant::convexity
