#pragma once

#include <sys/types.h>

#include <string>

namespace secant::bench {

/// An Xvfb of its own, on a display that it chooses itself, with 24 bits a pixel. Lives as long as this. If it cannot
/// be started the program ends with a message.
class VirtualScreen {
public:
    VirtualScreen(int width, int height);
    ~VirtualScreen();
    VirtualScreen(const VirtualScreen&) = delete;
    VirtualScreen& operator=(const VirtualScreen&) = delete;

    [[nodiscard]] const std::string& display() const { return m_display; } ///< ":17"

private:
    pid_t m_server = -1;
    std::string m_display;
};

} // namespace secant::bench
