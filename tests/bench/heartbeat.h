#pragma once

#include <map>
#include <string>
#include <vector>

#include <QObject>
#include <QTimer>

namespace secant::bench {

/// Listens to the event loop by a timer of one millisecond: how long it did not answer, and how much of that the thread
/// itself was computing. Beats go to the account of what is being done.
class Heartbeat : public QObject {
public:
    struct Gap {
        double wall = 0.0;      ///< ms
        double processor = 0.0; ///< ms of the GUI thread
    };

    explicit Heartbeat(QObject* parent = nullptr);

    /// From now on `action` is being done: its longest gap is kept when the next one begins.
    void begin(const std::string& action);
    void stop();

    /// The longest gap of every action that was done, by its name.
    [[nodiscard]] const std::map<std::string, std::vector<Gap>>& gaps() const { return m_gaps; }

private:
    void beat();

    QTimer m_timer;
    std::map<std::string, std::vector<Gap>> m_gaps;
    std::string m_action;
    Gap m_longest;
    double m_lastWall = 0.0;
    double m_lastProcessor = 0.0;
};

} // namespace secant::bench
