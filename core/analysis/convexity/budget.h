#pragma once

#include <chrono>
#include <cstdint>
#include <stop_token>

namespace secant::convexity {

/// Thrown inside the engine alone when its time is over or it was told to stop; judge() catches it.
struct Stopped {};

/// The one budget of a verdict. Every prover polls it; the clock is read once in a few polls.
class Budget {
public:
    Budget(std::chrono::nanoseconds time, std::stop_token stop)
        : m_start(std::chrono::steady_clock::now()), m_time(time), m_deadline(m_start + time), m_stop(std::move(stop))
    {
    }

    /// From now on the part of the whole time that may have passed, in percent.
    void allow(int percent) { m_deadline = m_start + m_time / 100 * percent; }
    [[nodiscard]] bool isStopRequested() const { return m_stop.stop_requested(); }

    void poll()
    {
        if ((++m_polls & 15U) == 0U && (m_stop.stop_requested() || std::chrono::steady_clock::now() > m_deadline))
            throw Stopped{};
    }

private:
    std::chrono::steady_clock::time_point m_start;
    std::chrono::nanoseconds m_time;
    std::chrono::steady_clock::time_point m_deadline;
    std::stop_token m_stop;
    std::uint64_t m_polls = 0;
};

} // namespace secant::convexity
