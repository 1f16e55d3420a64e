#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <xcb/xcb.h>

#include "tests/bench/measure.h"
#include "tests/bench/virtual_screen.h"

/// start [STARTS] : time on the wall from the start of a program to its first complete frame, and its memory then, as
/// an onlooker sees them: a client of the same X server asks every half millisecond for a column of pixels through the
/// middle of the figure. Complete is the first frame in which the column is as it stays. Secant beside a window of
/// plain QCustomPlot, in turn; the first start of each only warms the disk.

namespace {

using namespace secant::bench;

constexpr int kScreenWidth = 1920;
constexpr int kScreenHeight = 1080;
constexpr int kColumn = 680; // Of a window 1360 pixels wide in the corner of the screen.
constexpr double kPatience = 20000.0;
constexpr double kStill = 700.0; ///< So long without a change, and the column will stay as it is.

/// What the middle of the screen shows.
class Onlooker {
public:
    explicit Onlooker(const std::string& display) : m_connection(xcb_connect(display.c_str(), nullptr))
    {
        m_root = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root;
    }
    ~Onlooker() { xcb_disconnect(m_connection); }
    Onlooker(const Onlooker&) = delete;
    Onlooker& operator=(const Onlooker&) = delete;

    [[nodiscard]] std::vector<std::uint8_t> column() const
    {
        const auto cookie = xcb_get_image(m_connection, XCB_IMAGE_FORMAT_Z_PIXMAP, m_root, kColumn, 0, 1, 860, ~0U);
        xcb_get_image_reply_t* reply = xcb_get_image_reply(m_connection, cookie, nullptr);
        if (reply == nullptr) {
            return {};
        }
        const std::uint8_t* data = xcb_get_image_data(reply);
        std::vector<std::uint8_t> pixels(data, data + xcb_get_image_data_length(reply));
        std::free(reply);
        return pixels;
    }

private:
    xcb_connection_t* m_connection;
    xcb_window_t m_root = 0;
};

struct Start {
    double firstPixel = 0.0; ///< ms
    double complete = 0.0;   ///< ms
    double memory = 0.0;     ///< MiB at the complete frame
    double processor = 0.0;  ///< ms of all its threads until it was ended, kStill later
};

pid_t launch(const std::string& program, const std::string& display, const std::string& home)
{
    const pid_t child = fork();
    if (child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        setenv("DISPLAY", display.c_str(), 1);
        setenv("HOME", home.c_str(), 1);
        setenv("XDG_RUNTIME_DIR", home.c_str(), 1);
        setenv("LC_ALL", "C.UTF-8", 1);
        for (const char* name : {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
                                 "XDG_CACHE_HOME", "XDG_STATE_HOME", "DBUS_SESSION_BUS_ADDRESS"}) {
            unsetenv(name);
        }
        execl(program.c_str(), program.c_str(), static_cast<char*>(nullptr));
        std::perror(program.c_str());
        _exit(127);
    }
    return child;
}

double milliseconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) * 1e-3;
}

Start startOnce(const std::string& program, const std::string& home)
{
    // A screen of its own, so that the picture of the last program is gone.
    const VirtualScreen screen(kScreenWidth, kScreenHeight);
    const Onlooker onlooker(screen.display());
    std::vector<std::uint8_t> before = onlooker.column();
    Start result;
    const double begin = wallMilliseconds();
    const pid_t child = launch(program, screen.display(), home);
    for (double now = 0.0; now < kPatience && (result.complete == 0.0 || now - result.complete < kStill);
         now = wallMilliseconds() - begin) {
        std::vector<std::uint8_t> after = onlooker.column();
        if (after != before) {
            result.complete = wallMilliseconds() - begin;
            result.firstPixel = result.firstPixel == 0.0 ? result.complete : result.firstPixel;
            result.memory = residentMiB(child);
            before = std::move(after);
        }
        std::this_thread::sleep_for(std::chrono::microseconds(500));
    }
    kill(child, SIGKILL);
    rusage used{};
    wait4(child, nullptr, 0, &used);
    result.processor = milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
    return result;
}

void report(const std::string& name, const std::vector<Start>& starts)
{
    std::vector<double> firstPixel;
    std::vector<double> complete;
    std::vector<double> memory;
    std::vector<double> processor;
    for (const Start& start : starts) {
        firstPixel.push_back(start.firstPixel);
        complete.push_back(start.complete);
        memory.push_back(start.memory);
        processor.push_back(start.processor);
    }
    printFigure((name + ".first_pixel").c_str(), percentile(firstPixel, 0.5), "ms");
    printFigure((name + ".complete").c_str(), percentile(complete, 0.5), "ms");
    printFigure((name + ".complete.least").c_str(), percentile(complete, 0.0), "ms");
    printFigure((name + ".processor").c_str(), percentile(processor, 0.5), "ms");
    printFigure((name + ".memory").c_str(), percentile(memory, 0.5), "MiB");
}

} // namespace

int main(int argc, char** argv)
{
    const int starts = argc > 1 ? std::atoi(argv[1]) : 15;
    const std::filesystem::path here = std::filesystem::canonical("/proc/self/exe").parent_path();
    const std::string secant = (here / "../../app/secant").lexically_normal();
    const std::string plain = here / "bench_plain_window";
    std::string home = (std::filesystem::temp_directory_path() / "secant-start-XXXXXX").string();
    if (mkdtemp(home.data()) == nullptr) {
        std::perror("a folder for the settings");
        return 1;
    }
    std::vector<Start> ofSecant;
    std::vector<Start> ofPlain;
    for (int i = 0; i <= starts; ++i) {
        const Start own = startOnce(secant, home);
        const Start other = startOnce(plain, home);
        if (i > 0) {
            ofSecant.push_back(own);
            ofPlain.push_back(other);
        }
    }
    std::filesystem::remove_all(home);
    report("start", ofSecant);
    report("start.qcustomplot", ofPlain);
    return 0;
}
