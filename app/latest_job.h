#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

#include <QObject>

namespace secant {

/// Runs the newest of the jobs that it is given on one thread of its own. A job that is given while another runs stops
/// that one; what a stopped job returns is dropped. Results reach the thread of the constructor through its event loop,
/// never from within start(). The destructor stops what runs and waits for it.
template<typename Answer>
class LatestJob {
public:
    using Work = std::function<Answer(const std::stop_token&)>; ///< Must return soon after a stop is requested.
    using Deliver = std::function<void(Answer)>;

    explicit LatestJob(Deliver deliver)
        : m_deliver(std::move(deliver)), m_thread([this](const std::stop_token& ended) { run(ended); })
    {
    }
    ~LatestJob()
    {
        cancel();
        m_thread.request_stop();
        m_thread.join();
    }
    LatestJob(const LatestJob&) = delete;
    LatestJob& operator=(const LatestJob&) = delete;

    void start(Work work)
    {
        const std::lock_guard lock(m_mutex);
        m_stop.request_stop();
        m_stop = std::stop_source();
        ++m_revision;
        m_waiting = std::move(work);
        m_isBusy = true;
        m_changed.notify_one();
    }

    /// Drops the job that runs or waits; nothing is delivered for it.
    void cancel()
    {
        const std::lock_guard lock(m_mutex);
        m_stop.request_stop();
        ++m_revision;
        m_waiting.reset();
        m_isBusy = false;
    }

    /// True from start() until the answer is delivered or the job is cancelled.
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

private:
    struct Taken {
        Work work;
        std::stop_source stop;
        std::uint64_t revision = 0;
    };

    std::optional<Taken> take(const std::stop_token& ended)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, ended, [this] { return m_waiting.has_value(); });
        if (ended.stop_requested()) {
            return std::nullopt;
        }
        Taken taken{std::move(*m_waiting), m_stop, m_revision};
        m_waiting.reset();
        return taken;
    }

    void run(const std::stop_token& ended)
    {
        while (const std::optional<Taken> taken = take(ended)) {
            Answer answer = taken->work(taken->stop.get_token());
            // The event dies with m_receiver, should the owner go before it is handled.
            QMetaObject::invokeMethod(
                &m_receiver,
                [this, revision = taken->revision, answer = std::move(answer)]() mutable {
                    if (revision == m_revision) {
                        m_isBusy = false;
                        m_deliver(std::move(answer));
                    }
                },
                Qt::QueuedConnection);
        }
    }

    Deliver m_deliver;
    QObject m_receiver;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<Work> m_waiting;
    std::stop_source m_stop;
    std::uint64_t m_revision = 0; ///< Of the newest job; written by the owner's thread alone.
    bool m_isBusy = false;        ///< Only for the owner's thread.
    std::jthread m_thread;        ///< Last: it uses all of the above.
};

} // namespace secant
