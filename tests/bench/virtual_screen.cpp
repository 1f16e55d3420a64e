#include "tests/bench/virtual_screen.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace secant::bench {

VirtualScreen::VirtualScreen(int width, int height)
{
    const std::string geometry = std::to_string(width) + 'x' + std::to_string(height) + "x24";
    int channel[2];
    if (pipe(channel) == 0) {
        m_server = fork();
    }
    if (m_server == 0) {
        // Goes when we go, however that happens.
        prctl(PR_SET_PDEATHSIG, SIGTERM);
        close(channel[0]);
        const std::string number = std::to_string(channel[1]);
        if (std::freopen("/dev/null", "w", stderr) != nullptr) {
            execlp("Xvfb", "Xvfb", "-displayfd", number.c_str(), "-screen", "0", geometry.c_str(), "-nolisten", "tcp",
                   "-noreset", static_cast<char*>(nullptr));
        }
        _exit(127);
    }
    if (m_server > 0) {
        close(channel[1]);
        for (char digit = 0; read(channel[0], &digit, 1) == 1 && digit != '\n';) {
            m_display += digit;
        }
        close(channel[0]);
    }
    if (m_display.empty()) {
        std::fputs("Xvfb did not start; the package is xvfb.\n", stderr);
        std::exit(1);
    }
    m_display.insert(0, 1, ':');
}

VirtualScreen::~VirtualScreen()
{
    kill(m_server, SIGTERM);
    waitpid(m_server, nullptr, 0);
}

} // namespace secant::bench
